using Bnpl.Billing.Documents.Layout;
using Bnpl.Billing.Konbini;

namespace Bnpl.Billing.Documents;

/// <summary>
/// Draws the symbol of a slip. A store's till reads it with a laser, so bars are filled rectangles at exact multiples of the module, never
/// strokes, and the quiet zones on both sides stay white.
/// </summary>
internal static class SlipBarcode
{
    /// <summary>0.54 pt: nine dots at 1200 dpi, three at 400 dpi. With quiet zones 308 modules make 58.7 mm, below the 60 mm tills accept.</summary>
    public const double ModuleMillimetres = 0.1905;

    public const double Width = (KonbiniSymbol.Modules + 2 * KonbiniSymbol.QuietZoneModules) * ModuleMillimetres;

    /// <summary>Quiet zone and all, from <paramref name="x"/> to the right.</summary>
    public static void Draw(Sheet sheet, double x, double y, double height, KonbiniBarcode barcode)
    {
        var at = KonbiniSymbol.QuietZoneModules;
        var bar = true;
        foreach (var modules in KonbiniSymbol.Widths(barcode))
        {
            if (bar)
            {
                sheet.Fill(new Area(x + at * ModuleMillimetres, y, modules * ModuleMillimetres, height), Ink.Black);
            }

            at += modules;
            bar = !bar;
        }
    }
}
