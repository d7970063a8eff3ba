using Bnpl.Billing.Documents.Layout;
using QRCoder;

namespace Bnpl.Billing.Documents;

/// <summary>A QR code as filled rectangles, each row's neighbouring modules joined, so that no hairline shows between them.</summary>
internal static class QrSymbol
{
    public static void Draw(Sheet sheet, double x, double y, double size, string content)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var module = size / rows.Count;
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count; column++)
            {
                var start = column;
                while (column < rows.Count && rows[row][column])
                {
                    column++;
                }

                if (column > start)
                {
                    sheet.Fill(new Area(x + start * module, y + row * module, (column - start) * module, module), Ink.Black);
                }
            }
        }
    }
}
