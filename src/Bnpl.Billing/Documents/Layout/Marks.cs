namespace Bnpl.Billing.Documents.Layout;

internal enum Ink
{
    Black,
    White,
    Accent,
    Muted,
    Line,
    Tint,
}

internal enum Align
{
    Left,
    Center,
    Right,
}

internal readonly record struct TextStyle(double SizePoints, bool Bold = false, Ink Ink = Ink.Black)
{
    public const double MillimetresPerPoint = 25.4 / 72;

    public double LineHeight => SizePoints * MillimetresPerPoint * 1.42;

    /// <summary>From the top of a line to its baseline, so that the characters sit in the middle of the line.</summary>
    public double BaselineOffset => LineHeight / 2 + SizePoints * MillimetresPerPoint * 0.38;
}

/// <summary>A rectangle on the paper, in millimetres from its upper left corner.</summary>
internal readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public Area Inset(double by) => Inset(by, by);

    public Area Inset(double horizontally, double vertically) =>
        new(X + horizontally, Y + vertically, Width - 2 * horizontally, Height - 2 * vertically);
}

/// <summary>What is on the paper. Two kinds are enough: characters, and filled rectangles (rules, bars and frames alike).</summary>
internal abstract record Mark;

internal sealed record TextMark(double X, double Baseline, string Text, FontFace Face, double SizePoints, Ink Ink) : Mark;

internal sealed record FillMark(Area Area, Ink Ink) : Mark;
