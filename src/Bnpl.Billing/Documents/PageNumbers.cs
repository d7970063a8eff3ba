using System.Globalization;
using Bnpl.Billing.Documents.Layout;

namespace Bnpl.Billing.Documents;

/// <summary>n/m on documents of several pages. On a first page that ends in a slip it stands above the slip, which must stay clean.</summary>
internal static class PageNumbers
{
    public static void Draw(Paper paper, string reference, bool slipOnFirstPage)
    {
        for (var index = 0; paper.Sheets.Count > 1 && index < paper.Sheets.Count; index++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{reference}　{index + 1}/{paper.Sheets.Count}ページ");
            var baseline = index == 0 && slipOnFirstPage ? 9 : paper.Height - 7;
            paper.Sheets[index].Line(InvoicePdf.Right, baseline, text, new TextStyle(7.5, Ink: Ink.Muted), Align.Right);
        }
    }
}
