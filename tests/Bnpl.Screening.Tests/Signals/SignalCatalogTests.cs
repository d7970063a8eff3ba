using System.Security.Cryptography;
using System.Text;
using Bnpl.Screening.Signals;

namespace Bnpl.Screening.Tests.Signals;

public sealed class SignalCatalogTests
{
    [Fact]
    public void Every_signal_and_measure_has_a_name_of_its_own()
    {
        Assert.Equal(SignalCatalog.Signals.Count, SignalCatalog.Signals.Select(signal => signal.Code).Distinct().Count());
        Assert.Equal(SignalCatalog.Measures.Count, SignalCatalog.Measures.Select(measure => measure.Name).Distinct().Count());
        Assert.All(SignalCatalog.Signals, signal => Assert.Matches("^[a-z][a-z0-9_]{1,63}$", signal.Code));
        Assert.All(SignalCatalog.Measures, measure => Assert.Matches(@"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$", measure.Name));
    }

    [Fact]
    public void Every_signal_speaks_to_a_person_in_both_languages() => Assert.All(SignalCatalog.Signals, signal =>
    {
        Assert.EndsWith("。", signal.Japanese, StringComparison.Ordinal);
        Assert.EndsWith(".", signal.English, StringComparison.Ordinal);
    });

    [Fact]
    public void A_changed_list_of_model_inputs_has_another_version() =>
        Assert.Equal("6 12ACD512992C", $"{Features.Version} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Features.Names))))[..12]}");

    /// <summary>With BNPL_WRITE_DOCS=1 the tables are written instead of compared.</summary>
    [Fact]
    public void The_documentation_names_every_signal_and_measure()
    {
        string path = Path.Combine(Repository.Root(), "docs", "screening.md");
        string text = File.ReadAllText(path);
        string expected = Replace(Replace(text, "signals", Signals()), "measures", Measures());
        if (Environment.GetEnvironmentVariable("BNPL_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, expected);
        }
        else
        {
            Assert.Equal(expected, text);
        }
    }

    private static string Signals() =>
        "| code | about | means | 審査担当者への表示 |\n|---|---|---|---|\n"
        + string.Concat(SignalCatalog.Signals.Select(s => $"| `{s.Code}` | {(s.Field is null ? "–" : $"`{s.Field}`")} | {s.English} | {s.Japanese} |\n"));

    private static string Measures() =>
        "| name | type | means |\n|---|---|---|\n"
        + string.Concat(SignalCatalog.Measures.Where(m => !IsRepeated(m.Name)).Select(m => $"| `{m.Name}` | {m.Type.ToString().ToLowerInvariant()} | {m.Description} |\n"))
        + "\nAlso `velocity.<key>.<window>` (`m10 h1 d1 d7 d30 d90`), `merchants.<key>.<window>` (`d1 d30`) and `names.<key>` for each key above.\n";

    private static bool IsRepeated(string name) => name.Split('.')[0] is "velocity" or "merchants" or "names";

    private static string Replace(string text, string section, string table)
    {
        string open = $"<!-- {section} -->\n", close = $"<!-- /{section} -->";
        int from = text.IndexOf(open, StringComparison.Ordinal) + open.Length, to = text.IndexOf(close, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, from), table, text.AsSpan(to));
    }
}
