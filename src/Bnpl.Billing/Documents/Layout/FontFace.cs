using SkiaSharp;

namespace Bnpl.Billing.Documents.Layout;

/// <summary>One font file: how wide each character is, and a subset on demand. Holds no Skia handle, so documents share it freely.</summary>
internal sealed class FontFace
{
    private const int LastCodePoint = 0x2FFFF;
    private const short Absent = -1;

    private readonly short[] advances;
    private readonly FontSubsetter subsetter;

    public FontFace(string path)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        advances = ReadAdvances(path);
        subsetter = new FontSubsetter(path);
    }

    public string Name { get; }

    public bool Has(int codePoint) => codePoint <= LastCodePoint && advances[codePoint] != Absent;

    /// <summary>In thousandths of the type size.</summary>
    public int Advance(int codePoint) => advances[codePoint];

    public byte[] Subset(IEnumerable<int> codePoints) => subsetter.Subset(codePoints);

    private static short[] ReadAdvances(string path)
    {
        using var typeface = SKTypeface.FromFile(path) ?? throw new InvalidOperationException($"{path} is not a font.");
        using var font = new SKFont(typeface, 1000) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };
        var codePoints = Enumerable.Range(0, LastCodePoint + 1).ToArray();
        var glyphs = font.GetGlyphs(codePoints);
        var known = glyphs.Distinct().ToArray();
        var widths = font.GetGlyphWidths(known);
        var widthOf = known.Zip(widths).ToDictionary(pair => pair.First, pair => (short)Math.Round(pair.Second));
        return Array.ConvertAll(glyphs, glyph => glyph == 0 ? Absent : widthOf[glyph]);
    }
}
