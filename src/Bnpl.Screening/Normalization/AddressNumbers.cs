namespace Bnpl.Screening.Normalization;

/// <summary>The block numbers of an address and where they end; a last number that is a flat is told apart.</summary>
internal static class AddressNumbers
{
    private const int MaxNumbers = 6;
    private const string Lots = "甲乙丙丁戊己庚辛壬癸";
    private const string Sides = "東西南北左右";
    private const string KanaLots = "イロハニホヘトチリヌルヲ";

    public static int Read(AddressText text, int at, List<string> numbers, out string? room)
    {
        var chars = text.Chars;
        room = null;
        var explicitRoom = false;
        while (at < chars.Length && numbers.Count < MaxNumbers)
        {
            var start = at;
            if (IsPrefix(text, at, numbers.Count) && at + 1 < chars.Length && char.IsAsciiDigit(chars[at + 1])) at++;
            var digitsStart = at;
            while (at < chars.Length && char.IsAsciiDigit(chars[at]) && (at == digitsStart || !text.Spaced[at])) at++;
            if (at == digitsStart)
            {
                at = start;
                if (!IsKanaLot(text, at, numbers.Count)) break;
                numbers.Add(chars[at].ToString());
                at = AfterSeparator(text, at + 1, out _);
                continue;
            }
            var number = Number(chars[start..digitsStart], chars[digitsStart..at]);
            var rest = chars[at..];
            if (numbers.Count > 0 && (rest.StartsWith("号室") || rest.StartsWith("室")))
            {
                room = number;
                return at + (rest[0] == '室' ? 1 : 2);
            }
            if (rest.StartsWith("階") || IsFloor(rest) || rest.StartsWith("棟") || rest.StartsWith("号棟") || rest.StartsWith("号館"))
            {
                at = start;
                break;
            }
            var gap = numbers.Count > 0 && text.Spaced[start] && chars[start - 1] is (>= '0' and <= '9') or '号';
            if (gap && StartsBuilding(text, at))
            {
                at = start;
                break;
            }
            // 4-3-2 101: after a gap a number of three digits is a flat; so is whatever follows 号.
            if (numbers.Count > 0 && (chars[start - 1] == '号' || (gap && at - digitsStart >= 3) || (start >= 2 && chars[start - 1] == '-' && chars[start - 2] == '号')))
            {
                explicitRoom = true;
            }
            numbers.Add(number);
            at = AfterSeparator(text, at, out var separated);
            if (explicitRoom) break;
            if (!separated && !(at < chars.Length && text.Spaced[at] && char.IsAsciiDigit(chars[at]))) break;
        }
        room = TakeRoom(numbers, explicitRoom);
        return at;
    }

    public static string Number(ReadOnlySpan<char> lot, ReadOnlySpan<char> digits)
    {
        var zeros = digits.IndexOfAnyExcept('0');
        digits = zeros < 0 ? "0" : digits[zeros..];
        return string.Concat(lot, digits);
    }

    /// <summary>丁目, 番地, 番, 号, の and dashes, in any of the ways they are combined.</summary>
    private static int AfterSeparator(AddressText text, int at, out bool found)
    {
        var start = at;
        var rest = text.Chars[at..];
        if (rest.StartsWith("丁目") || rest.StartsWith("番地") || rest.StartsWith("地割")) at += 2;
        else if (rest.Length > 0 && rest[0] is '丁' && (rest.Length == 1 || char.IsAsciiDigit(rest[1]) || rest[1] == '-')) at++;
        else if (rest.Length > 0 && rest[0] is '番' && (rest.Length == 1 || rest[1] is not ('館' or '街' or '町'))) at++;
        else if (rest.Length > 0 && rest[0] == '号') at++;
        while (at < text.Length && (text.Chars[at] is '-' || (text.Chars[at] is 'ノ' && Continues(text, at + 1)))) at++;
        found = at > start;
        return at;
    }

    private static bool Continues(AddressText text, int at) => at < text.Length && (char.IsAsciiDigit(text.Chars[at]) || Lots.Contains(text.Chars[at], StringComparison.Ordinal));

    /// <summary>甲123; and 南郷通1丁目南8, where each side of the street counts its own blocks.</summary>
    private static bool IsPrefix(AddressText text, int at, int count) =>
        Lots.Contains(text.Chars[at], StringComparison.Ordinal)
        || (count > 0 && Sides.Contains(text.Chars[at], StringComparison.Ordinal) && text.Chars[at - 1] is '目' or '-');

    private static bool IsKanaLot(AddressText text, int at, int count) =>
        count > 0 && (KanaLots.Contains(text.Chars[at], StringComparison.Ordinal) || Lots.Contains(text.Chars[at], StringComparison.Ordinal))
        && !text.Spaced[at] && (at + 1 == text.Length || text.Spaced[at + 1] || text.Chars[at + 1] is '-' or (>= '0' and <= '9'));

    private static bool IsFloor(ReadOnlySpan<char> rest) => rest.Length > 0 && rest[0] == 'F' && (rest.Length == 1 || !char.IsAsciiLetter(rest[1]));

    /// <summary>21世紀ビル after a gap: the number belongs to the name.</summary>
    private static bool StartsBuilding(AddressText text, int end) =>
        end < text.Length && !text.Spaced[end] && text.Chars[end] is not ('-' or '丁' or '番' or '号' or 'ノ' or '室');

    private static string? TakeRoom(List<string> numbers, bool last)
    {
        if (numbers.Count >= 4)
        {
            var room = string.Join('-', numbers.Skip(3));
            numbers.RemoveRange(3, numbers.Count - 3);
            return room;
        }
        // 4-3-201: no block has two hundred houses, a building has a second floor. 1-1234-567 is a lot with its branch.
        var bare = numbers.Count == 3 && numbers[2].Length is 3 or 4 && numbers[1].Length <= 2 && numbers[0].Length <= 2;
        if (numbers.Count < 2 || (!last && !bare)) return null;
        var taken = numbers[^1];
        numbers.RemoveAt(numbers.Count - 1);
        return taken;
    }
}
