using System.Text;

namespace Bnpl.Infrastructure.Files;

/// <summary>
/// Reads Shift_JIS as Windows writes it (code page 932), and also as NEC did: 髙 and 﨑 stand in it under two codes, IBM's in rows FA to FC and
/// NEC's in rows ED and EE. The code page of .NET knows the former alone, other systems write the latter.
/// </summary>
public sealed class Windows31J(DecoderFallback fallback) : Encoding
{
    private const int LettersOfRow = 188;

    private readonly Encoding _ibm = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, fallback)!;

    public override string WebName => _ibm.WebName;

    public override Decoder GetDecoder() => new Reading(_ibm.GetDecoder());

    public override int GetByteCount(char[] chars, int index, int count) => _ibm.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        _ibm.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetCharCount(byte[] bytes, int index, int count) => GetDecoder().GetCharCount(bytes, index, count, flush: true);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        GetDecoder().GetChars(bytes, byteIndex, byteCount, chars, charIndex, flush: true);

    public override int GetMaxByteCount(int charCount) => _ibm.GetMaxByteCount(charCount);

    // One more: a half that a former piece ended with.
    public override int GetMaxCharCount(int byteCount) => _ibm.GetMaxCharCount(byteCount + 1);

    /// <summary>IBM's code of a letter in NEC's rows; any other pair as it is.</summary>
    private static (byte Lead, byte Trail) Ibm(byte lead, byte trail)
    {
        if (trail is < 0x40 or 0x7F or > 0xFC)
        {
            return (lead, trail);
        }

        if ((lead, trail) == (0xEE, 0xF9))
        {
            // ￢ has a third code, and .NET knows that alone.
            return (0x81, 0xCA);
        }

        int at = ((lead - 0xED) * LettersOfRow) + trail - (trail < 0x7F ? 0x40 : 0x41);
        int there = at switch
        {
            // 纊 to 黑; ⅰ to ⅹ; ￢ ￤ ＇ ＂.
            < 360 => at + 28,
            >= 362 and < 372 => at - 362,
            >= 372 => at - 352,
            _ => -1,
        };
        return there < 0 ? (lead, trail) : ((byte)(0xFA + (there / LettersOfRow)), (byte)(there % LettersOfRow + (there % LettersOfRow < 63 ? 0x40 : 0x41)));
    }

    private sealed class Reading(Decoder ibm) : Decoder
    {
        /// <summary>A first half in NEC's rows, whose second is still to come.</summary>
        private byte? _held;
        private bool _secondComes;

        public override int GetCharCount(byte[] bytes, int index, int count) => GetCharCount(bytes, index, count, flush: false);

        public override int GetCharCount(byte[] bytes, int index, int count, bool flush)
        {
            (byte? held, bool secondComes) = (_held, _secondComes);
            byte[] mapped = Map(bytes.AsSpan(index, count), flush);
            (_held, _secondComes) = (held, secondComes);
            return ibm.GetCharCount(mapped, 0, mapped.Length, flush);
        }

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
            GetChars(bytes, byteIndex, byteCount, chars, charIndex, flush: false);

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, bool flush)
        {
            byte[] mapped = Map(bytes.AsSpan(byteIndex, byteCount), flush);
            return ibm.GetChars(mapped, 0, mapped.Length, chars, charIndex, flush);
        }

        public override void Reset()
        {
            (_held, _secondComes) = (null, false);
            ibm.Reset();
        }

        private byte[] Map(ReadOnlySpan<byte> bytes, bool flush)
        {
            byte[] mapped = new byte[bytes.Length + 1];
            int length = 0;
            foreach (byte next in bytes)
            {
                if (_held is { } first)
                {
                    (mapped[length++], mapped[length++]) = Ibm(first, next);
                    _held = null;
                }
                else if (!_secondComes && next is (0xED or 0xEE))
                {
                    _held = next;
                }
                else
                {
                    mapped[length++] = next;
                    _secondComes = !_secondComes && next is ((>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC));
                }
            }

            if (flush && _held is { } alone)
            {
                mapped[length++] = alone;
                _held = null;
            }

            return mapped[..length];
        }
    }
}
