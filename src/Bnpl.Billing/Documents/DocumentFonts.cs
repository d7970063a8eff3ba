using System.Collections.Concurrent;
using System.Text;
using Bnpl.Billing.Documents.Layout;

namespace Bnpl.Billing.Documents;

internal sealed class DocumentFontOptions
{
    public const string Section = "Documents:Fonts";

    public IList<string> Directories { get; init; } = [];
}

/// <summary>
/// The fonts of all documents: BIZ UDPGothic for words, BIZ UDGothic for figures (whose digits are all half a square wide, so that
/// columns of amounts line up), and IPAmj Mincho, where installed, for the rare characters of names, such as 𠮷, the others lack.
/// </summary>
internal sealed class DocumentFonts
{
    public const string MissingMark = "〓";

    private const string FiguresOf = "0123456789-¥";
    private static readonly string[] defaultDirectories =
        ["/usr/share/fonts/truetype/bizud-gothic", "/usr/share/fonts/truetype/ipamj"];

    private static readonly ConcurrentDictionary<string, Lazy<FontFace>> faces = new(StringComparer.Ordinal);

    private readonly FontFace words;
    private readonly FontFace wordsBold;
    private readonly FontFace figures;
    private readonly FontFace figuresBold;
    private readonly Lazy<FontFace?> rare;

    public DocumentFonts(DocumentFontOptions options)
    {
        IReadOnlyList<string> directories = options.Directories.Count == 0 ? defaultDirectories : [.. options.Directories];
        words = Required("BIZUDPGothic-Regular.ttf", directories);
        wordsBold = Required("BIZUDPGothic-Bold.ttf", directories);
        figures = Required("BIZUDGothic-Regular.ttf", directories);
        figuresBold = Required("BIZUDGothic-Bold.ttf", directories);
        rare = new Lazy<FontFace?>(() => Find("ipamjm.ttf", directories) is { } path ? Load(path) : null);
    }

    /// <summary>The face that has the character, or null when none of the installed fonts can print it.</summary>
    public FontFace? FaceFor(Rune rune, bool bold)
    {
        var code = rune.Value;
        if (rune.IsBmp && FiguresOf.Contains((char)code, StringComparison.Ordinal))
        {
            return bold ? figuresBold : figures;
        }

        var wanted = bold ? wordsBold : words;
        if (wanted.Has(code))
        {
            return wanted;
        }

        if (figures.Has(code))
        {
            return bold ? figuresBold : figures;
        }

        return rare.Value is { } last && last.Has(code) ? last : null;
    }

    private static FontFace Required(string file, IReadOnlyList<string> directories) =>
        Load(Find(file, directories) ?? throw new InvalidOperationException(
            $"The font {file} was not found in {string.Join(", ", directories)}. Install the Debian package "
            + $"fonts-morisawa-bizud-gothic (apt-get install fonts-morisawa-bizud-gothic), or name its directory in {DocumentFontOptions.Section}:Directories."));

    private static string? Find(string file, IReadOnlyList<string> directories) =>
        directories.Select(directory => Path.Combine(directory, file)).FirstOrDefault(File.Exists);

    // Reading a font's widths takes a noticeable moment: once per file and process.
    private static FontFace Load(string path) => faces.GetOrAdd(path, key => new Lazy<FontFace>(() => new FontFace(key))).Value;
}
