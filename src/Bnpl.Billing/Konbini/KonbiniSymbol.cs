namespace Bnpl.Billing.Konbini;

/// <summary>
/// The bars of a slip's GS1-128 symbol: Code 128 subset C throughout, Start C, FNC1, 22 digit pairs, symbol check, Stop.
/// 288 modules; with the quiet zones of 10 modules on each side 308, which must not be wider than 60 mm on paper.
/// </summary>
internal static class KonbiniSymbol
{
    public const int Modules = 288;
    public const int QuietZoneModules = 10;

    private const int StartC = 105;
    private const int Fnc1 = 102;
    private const string Stop = "2331112";

    // Widths of bar, space, bar, space, bar, space for the values 0 to 105.
    private const string Patterns =
        "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132" +
        "221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313" +
        "231113231311112133112331132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111" +
        "314111221411431111111224111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111" +
        "111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141" +
        "114131311141411131211412211214211232";

    /// <summary>Code word values between Start and the symbol check: FNC1 and the digit pairs.</summary>
    public static IReadOnlyList<int> Codewords(KonbiniBarcode barcode)
    {
        var words = new List<int>(23) { Fnc1 };
        for (var i = 0; i < KonbiniBarcode.Length; i += 2)
        {
            words.Add(((barcode.Digits[i] - '0') * 10) + barcode.Digits[i + 1] - '0');
        }

        return words;
    }

    public static int SymbolCheck(IReadOnlyList<int> codewords)
    {
        var sum = StartC;
        for (var i = 0; i < codewords.Count; i++)
        {
            sum += (i + 1) * codewords[i];
        }

        return sum % 103;
    }

    /// <summary>Widths in modules, a bar first, bars and spaces in turn, without the quiet zones.</summary>
    public static IReadOnlyList<int> Widths(KonbiniBarcode barcode)
    {
        var words = Codewords(barcode);
        var pattern = string.Concat(words.Prepend(StartC).Append(SymbolCheck(words)).Select(word => Patterns.Substring(word * 6, 6)));
        return [.. (pattern + Stop).Select(width => width - '0')];
    }
}
