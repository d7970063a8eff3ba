using System.Globalization;
using System.Text;

namespace Bnpl.Screening.Rules;

/// <summary>Numbers and texts.</summary>
internal sealed partial class ExpressionLexer
{
    private bool ReadNumber()
    {
        var start = position;
        var digits = new StringBuilder();
        var points = 0;
        for (; position < source.Length; position++)
        {
            var character = source[position];
            if (char.IsAsciiDigit(character))
            {
                digits.Append(character);
            }
            else if (character is '_' or '.')
            {
                if (!char.IsAsciiDigit(source[position - 1]) || position + 1 >= source.Length || !char.IsAsciiDigit(source[position + 1]))
                {
                    return Refuse(position, "bad_number", $"'{character}' in a number stands between two digits, as in 1_000 or 0.5.");
                }

                if (character == '.')
                {
                    points++;
                    digits.Append(character);
                }
            }
            else
            {
                break;
            }
        }

        if (points > 1)
        {
            return Refuse(start, "bad_number", "A number has one decimal point at most.");
        }

        if (position < source.Length && (char.IsLetter(source[position]) || source[position] == '_'))
        {
            return Refuse(position, "bad_number", "A letter follows a number. Write numbers in full digits, such as 30000 or 30_000, with a space behind.");
        }

        // 007 and 7 are one number: zeros in front do not count.
        var written = digits.ToString().TrimStart('0');
        if (written.Length - points > ExpressionLimits.NumberDigits)
        {
            return Refuse(start, "bad_number", $"A number has {ExpressionLimits.NumberDigits} digits at most.");
        }

        var value = written.Length == 0 ? 0 : double.Parse("0" + written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        tokens.Add(new Token(TokenKind.Number, start, position - start, "", value));
        return true;
    }

    private bool ReadText()
    {
        var start = position++;
        var text = new StringBuilder();
        for (; position < source.Length && source[position] is not ('\n' or '\r'); position++)
        {
            var character = source[position];
            if (character == '"')
            {
                position++;
                tokens.Add(new Token(TokenKind.Text, start, position - start, text.ToString()));
                return true;
            }

            if (character == '\t')
            {
                return Refuse(position, "bad_character", "Write a tab inside a text as \\t.");
            }

            if (character == '\\')
            {
                position++;
                if (Unescape() is not { } meant)
                {
                    return Refuse(position - 1, "bad_escape", "Behind '\\' stands one of \" \\ n r t.");
                }

                character = meant;
            }

            if (text.Length == ExpressionLimits.TextLength)
            {
                return Refuse(start, "text_too_long", $"A text has {ExpressionLimits.TextLength} characters at most.");
            }

            text.Append(character);
        }

        return Refuse(start, "unterminated_text", "The text that begins here has no closing '\"' on its line.");
    }

    private char? Unescape() => (position < source.Length ? source[position] : '\0') switch
    {
        '"' => '"',
        '\\' => '\\',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };
}
