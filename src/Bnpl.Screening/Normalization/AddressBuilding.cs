namespace Bnpl.Screening.Normalization;

/// <summary>What follows the block numbers, cut into a building and a room.</summary>
internal static class AddressBuilding
{
    public static (string? Building, string? Room) Split(AddressText text, int at, string? room)
    {
        var rest = Rest(text, at);
        if (rest.Length == 0) return (null, room);
        var (building, tail) = SplitTail(rest);
        if (room is null) room = tail;
        else if (tail is null) building = rest;
        else if (!tail.EndsWith('F') && tail != room) building = rest;
        building = building.Trim('-', ' ');
        return (building.Length == 0 ? null : building, room);
    }

    private static string Rest(AddressText text, int at)
    {
        while (at < text.Length && text.Chars[at] == '-') at++;
        if (at >= text.Length) return "";
        var buffer = new FoldBuffer(stackalloc char[AddressText.MaxLength * 2]);
        for (var i = at; i < text.Length; i++)
        {
            if (text.Spaced[i] && i > at) buffer.Append(' ');
            buffer.Append(text.Chars[i]);
        }
        var result = new string(buffer.Written);
        buffer.Dispose();
        return result;
    }

    /// <summary>501, 501号室, A-501, 5F, 5階501号: the tail that names a flat or a floor.</summary>
    private static (string Building, string? Room) SplitTail(string rest)
    {
        var end = rest.Length;
        var labelled = false;
        foreach (var label in (ReadOnlySpan<string>)["号室", "室", "号", "階"])
        {
            if (!rest.EndsWith(label, StringComparison.Ordinal)) continue;
            end -= label.Length;
            labelled = true;
            break;
        }
        var start = end;
        while (start > 0 && (char.IsAsciiLetterUpper(rest[start - 1]) || char.IsAsciiDigit(rest[start - 1]) || rest[start - 1] == '-')) start--;
        while (start < end && rest[start] == '-') start++;
        var tail = rest[start..end].Replace("-", "", StringComparison.Ordinal);
        var digits = tail.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
        // COURT2 and the like are names; a flat is digits, a letter and digits, or a floor.
        if (!digits || tail.Length > 8 || !(labelled || tail.Length >= 2) || Letters(tail) > 2) return (rest, null);
        if (rest.EndsWith('階')) tail += "F";
        tail = tail.TrimStart('0');
        if (tail.Length == 0) return (rest, null);
        return (WithoutFloor(rest[..start]), tail);
    }

    private static int Letters(string tail)
    {
        var count = 0;
        foreach (var c in tail) count += char.IsAsciiLetter(c) ? 1 : 0;
        return count;
    }

    private static string WithoutFloor(string building)
    {
        building = building.TrimEnd('-', ' ');
        if (building.Length < 2 || !(building[^1] is '階' or 'F') || !char.IsAsciiDigit(building[^2])) return building;
        var start = building.Length - 1;
        while (start > 0 && char.IsAsciiDigit(building[start - 1])) start--;
        return building[..start].TrimEnd('-', ' ');
    }
}
