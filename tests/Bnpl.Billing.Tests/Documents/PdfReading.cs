using System.Diagnostics;
using UglyToad.PdfPig;

namespace Bnpl.Billing.Tests.Documents;

/// <summary>Reads finished documents with tools that know nothing of how they were made.</summary>
internal static class PdfReading
{
    /// <summary>All characters of a page in the order they were drawn, without spaces.</summary>
    public static string Text(byte[] pdf, int page = 1)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPage(page).Letters.Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal)
            .Replace("　", "", StringComparison.Ordinal);
    }

    public static string AllText(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var pages = document.NumberOfPages;
        return string.Concat(Enumerable.Range(1, pages).Select(page => Text(pdf, page)));
    }

    /// <summary>What zbarimg reads from the first page at this resolution, one symbol a line.</summary>
    public static string[] Symbols(byte[] pdf, int dotsPerInch)
    {
        var folder = Directory.CreateTempSubdirectory("bnpl-slip-");
        try
        {
            var file = Path.Combine(folder.FullName, "slip.pdf");
            File.WriteAllBytes(file, pdf);
            Run("pdftoppm", "-r", $"{dotsPerInch}", "-png", "-f", "1", "-l", "1", "-singlefile", file, Path.Combine(folder.FullName, "slip"));
            return Run("zbarimg", "--quiet", Path.Combine(folder.FullName, "slip.png")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What zbarimg reads from bars of these widths in modules, a bar first, seen at so many dots a module.</summary>
    public static string[] Symbols(IReadOnlyList<(int At, int Modules)> bars, int width, int dots)
    {
        var row = Enumerable.Repeat((byte)255, width * dots).ToArray();
        foreach (var (at, modules) in bars)
        {
            row.AsSpan(at * dots, modules * dots).Clear();
        }

        var folder = Directory.CreateTempSubdirectory("bnpl-bars-");
        try
        {
            var file = Path.Combine(folder.FullName, "bars.pgm");
            byte[] head = System.Text.Encoding.ASCII.GetBytes($"P5\n{row.Length} 60\n255\n");
            File.WriteAllBytes(file, [.. head, .. Enumerable.Repeat(row, 60).SelectMany(line => line)]);
            return Run("zbarimg", "--quiet", file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program}: {errors.GetAwaiter().GetResult()}");
    }
}
