namespace Bnpl.Screening.Rules;

internal enum TokenKind
{
    End,
    Number,
    Text,
    Name,
    Keyword,
    Sign,
}

/// <summary>
/// One word or sign. <paramref name="Value"/> is what it means: a text without quotes and escapes, a name, a keyword or a sign.
/// </summary>
internal readonly record struct Token(TokenKind Kind, int Position, int Length, string Value, double Number = 0)
{
    public bool Is(TokenKind kind, string value) => Kind == kind && Value == value;
}
