using SkiaSharp;

namespace Bnpl.Billing.Documents.Layout;

/// <summary>
/// PDF by Skia. Skia dereferences freed handles, so each document owns its own typefaces, made from its own subsets, and frees them after the
/// document is closed; nothing native is shared between documents.
/// </summary>
internal sealed class SkiaDocumentEngine : IDocumentEngine
{
    private const float PointsPerMillimetre = 72f / 25.4f;

    public byte[] Write(Paper paper, DocumentProperties properties)
    {
        var fonts = new Dictionary<(FontFace Face, double Size), SKFont>();
        var typefaces = new Dictionary<FontFace, SKTypeface>();
        try
        {
            foreach (var (face, codePoints) in CharactersByFace(paper))
            {
                using var data = SKData.CreateCopy(face.Subset(codePoints));
                typefaces.Add(face, SKTypeface.FromData(data) ?? throw new InvalidOperationException($"Skia refused the subset of {face.Name}."));
            }

            return PdfLanguage.Declare(Draw(paper, properties, typefaces, fonts), "ja");
        }
        finally
        {
            foreach (var font in fonts.Values)
            {
                font.Dispose();
            }

            foreach (var typeface in typefaces.Values)
            {
                typeface.Dispose();
            }
        }
    }

    private static byte[] Draw(
        Paper paper, DocumentProperties properties, Dictionary<FontFace, SKTypeface> typefaces, Dictionary<(FontFace Face, double Size), SKFont> fonts)
    {
        var written = properties.CreatedAt.UtcDateTime;
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata(SKDocument.DefaultRasterDpi)
        {
            Title = properties.Title,
            Author = properties.Author,
            Creator = properties.Author,
            Creation = written,
            Modified = written,
        }))
        {
            using var paint = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Fill };
            foreach (var sheet in paper.Sheets)
            {
                var canvas = document.BeginPage((float)paper.Width * PointsPerMillimetre, (float)paper.Height * PointsPerMillimetre);
                foreach (var mark in sheet.Marks)
                {
                    Draw(canvas, paint, mark, typefaces, fonts);
                }

                document.EndPage();
            }

            document.Close();
        }

        return stream.ToArray();
    }

    private static void Draw(
        SKCanvas canvas, SKPaint paint, Mark mark, Dictionary<FontFace, SKTypeface> typefaces, Dictionary<(FontFace Face, double Size), SKFont> fonts)
    {
        switch (mark)
        {
            case FillMark fill:
                paint.Color = Colour(fill.Ink);
                canvas.DrawRect(
                    (float)fill.Area.X * PointsPerMillimetre, (float)fill.Area.Y * PointsPerMillimetre,
                    (float)fill.Area.Width * PointsPerMillimetre, (float)fill.Area.Height * PointsPerMillimetre, paint);
                break;
            case TextMark text:
                if (!fonts.TryGetValue((text.Face, text.SizePoints), out var font))
                {
                    font = new SKFont(typefaces[text.Face], (float)text.SizePoints)
                    {
                        Hinting = SKFontHinting.None,
                        LinearMetrics = true,
                        Subpixel = true,
                    };
                    fonts.Add((text.Face, text.SizePoints), font);
                }

                paint.Color = Colour(text.Ink);
                canvas.DrawText(
                    text.Text, (float)text.X * PointsPerMillimetre, (float)text.Baseline * PointsPerMillimetre, SKTextAlign.Left, font, paint);
                break;
            default:
                throw new InvalidOperationException($"No drawing for {mark.GetType().Name}.");
        }
    }

    private static Dictionary<FontFace, SortedSet<int>> CharactersByFace(Paper paper)
    {
        var used = new Dictionary<FontFace, SortedSet<int>>();
        foreach (var text in paper.Sheets.SelectMany(sheet => sheet.Marks).OfType<TextMark>())
        {
            if (!used.TryGetValue(text.Face, out var codePoints))
            {
                used.Add(text.Face, codePoints = []);
            }

            foreach (var rune in text.Text.EnumerateRunes())
            {
                codePoints.Add(rune.Value);
            }
        }

        return used;
    }

    private static SKColor Colour(Ink ink) => ink switch
    {
        Ink.Black => new SKColor(0x00, 0x00, 0x00),
        Ink.White => new SKColor(0xFF, 0xFF, 0xFF),
        Ink.Accent => new SKColor(0x1B, 0x36, 0x5D),
        Ink.Muted => new SKColor(0x4A, 0x4F, 0x57),
        Ink.Line => new SKColor(0x8A, 0x95, 0xA3),
        Ink.Tint => new SKColor(0xEC, 0xF0, 0xF5),
        _ => throw new ArgumentOutOfRangeException(nameof(ink)),
    };
}
