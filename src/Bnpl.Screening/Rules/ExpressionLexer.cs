using System.Text;

namespace Bnpl.Screening.Rules;

/// <summary>Cuts a source into tokens, once from left to right; stops at the first error.</summary>
internal sealed partial class ExpressionLexer(string source, ErrorLog errors)
{
    private readonly List<Token> tokens = [];
    private int position;

    /// <summary>The tokens with an End behind the last, or null when an error was logged.</summary>
    public IReadOnlyList<Token>? Read()
    {
        if (RefuseUnstorable())
        {
            return null;
        }

        for (SkipBlanks(); position < source.Length; SkipBlanks())
        {
            if (!ReadToken())
            {
                return null;
            }
        }

        tokens.Add(new Token(TokenKind.End, source.Length, 0, ""));
        return tokens;
    }

    /// <summary>
    /// Half characters cannot be stored; control characters and marks that turn the writing direction make a rule read
    /// otherwise than it works.
    /// </summary>
    private bool RefuseUnstorable()
    {
        for (var index = 0; index < source.Length; index++)
        {
            var character = source[index];
            if (char.IsHighSurrogate(character) && index + 1 < source.Length && char.IsLowSurrogate(source[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(character) || (char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
                || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F')
            {
                errors.Add(index, "bad_character", $"The character U+{(int)character:X4} cannot be part of a rule: it is invisible or broken. Delete it.");
                return true;
            }
        }

        return false;
    }

    private void SkipBlanks()
    {
        while (position < source.Length)
        {
            // U+3000 is the space a Japanese keyboard writes; it cannot be told from two ordinary ones by eye.
            if (source[position] is ' ' or '\t' or '\n' or '\r' or '\u3000')
            {
                position++;
            }
            else if (source[position] == '#')
            {
                var end = source.AsSpan(position).IndexOfAny('\n', '\r');
                position = end < 0 ? source.Length : position + end;
            }
            else
            {
                return;
            }
        }
    }

    private bool ReadToken()
    {
        var character = source[position];
        if (char.IsAsciiDigit(character))
        {
            return ReadNumber();
        }

        if (character == '"')
        {
            return ReadText();
        }

        return ExpressionSyntax.StartsName(character) ? ReadName() : ReadSign();
    }

    private bool ReadName()
    {
        var start = position;
        while (position < source.Length && (ExpressionSyntax.ContinuesName(source[position]) || source[position] == '.'))
        {
            position++;
        }

        var name = source[start..position];
        if (!ExpressionSyntax.IsName(name))
        {
            return Refuse(start, "bad_name", $"{ErrorLog.Show(name)} is not a name: a dot stands between two words, as in order.amount.");
        }

        tokens.Add(new Token(ExpressionSyntax.Keywords.Contains(name) ? TokenKind.Keyword : TokenKind.Name, start, name.Length, name));
        return true;
    }

    private bool ReadSign()
    {
        var rest = source.AsSpan(position);
        foreach (var sign in ExpressionSyntax.Signs)
        {
            if (rest.StartsWith(sign, StringComparison.Ordinal))
            {
                tokens.Add(new Token(TokenKind.Sign, position, sign.Length, sign));
                position += sign.Length;
                return true;
            }
        }

        Rune.DecodeFromUtf16(rest, out _, out var length);
        return Refuse(position, "unexpected_character", $"{ErrorLog.Show(rest[..length])} is not part of the language.{Hint(rest)}");
    }

    /// <summary>What people write who know SQL, C or a Japanese keyboard.</summary>
    private static string Hint(ReadOnlySpan<char> rest) => rest[0] switch
    {
        '=' => " Equality is written '=='.",
        '&' => " Write 'and'.",
        '|' => " Write 'or'.",
        '!' => " Write 'not', or '!=' for unequal.",
        '\'' or '“' or '”' or '「' or '＂' => " A text stands in double quotes: \"…\".",
        '%' => " Percentages are written as a part of one: 0.1 for 10 %.",
        '≧' or '≥' => " Write '>='.",
        '≦' or '≤' => " Write '<='.",
        '≠' => " Write '!='.",
        '×' => " Write '*'.",
        '÷' => " Write '/'.",
        >= '！' and <= '～' => $" It is a full-width character: write '{(char)(rest[0] - '！' + '!')}'.",
        _ when char.IsLetter(rest[0]) => " Names are written in plain letters; texts stand in double quotes: \"…\".",
        _ => "",
    };

    private bool Refuse(int where, string code, string message)
    {
        errors.Add(where, code, message);
        return false;
    }
}
