using System.Globalization;
using System.Text;
using Bnpl.Billing.Konbini;

namespace Bnpl.Billing.PayPages;

/// <summary>
/// A slip's bars as inline SVG: filled rectangles at whole modules. Drawn 308 or 616 CSS pixels wide (see the style), so that
/// a module is a whole number of the screen's dots and no bar is blurred.
/// </summary>
internal static class SlipSymbol
{
    private const int Height = 60;

    public static Markup Of(KonbiniBarcode barcode)
    {
        StringBuilder bars = new();
        int at = KonbiniSymbol.QuietZoneModules;
        bool bar = true;
        foreach (int modules in KonbiniSymbol.Widths(barcode))
        {
            if (bar)
            {
                bars.Append(CultureInfo.InvariantCulture, $"<rect x=\"{at}\" y=\"0\" width=\"{modules}\" height=\"{Height}\"/>");
            }

            at += modules;
            bar = !bar;
        }

        int width = at + KonbiniSymbol.QuietZoneModules;
        return Markup.Of(
            $"""
            <svg class="bars" viewBox="0 0 {width} {Height}" preserveAspectRatio="none" shape-rendering="crispEdges" role="img" aria-label="払込票のバーコード"><rect width="{width}" height="{Height}" fill="#fff"/>{new Markup(bars.ToString())}</svg>
            """);
    }
}
