using System.Text.RegularExpressions;
using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>
/// Row-level security is the second wall, not the first: a statement that leans on it alone reaches every tenant the day
/// one policy is missing, and a distributed database refuses to lock rows for it.
/// </summary>
public sealed partial class StatementTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(TestDatabase.MigrationsFolder, ".."));

    [Fact]
    public void Every_statement_on_a_tenants_table_says_whose_rows_it_means()
    {
        HashSet<string> tables = [.. Files("migrations", "*.sql").SelectMany(file => Protected().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value)];
        List<string> statements = [];
        List<string> nameless = [];
        foreach (string file in Files("src", "*.cs"))
        {
            string source = File.ReadAllText(file);
            foreach (Match literal in Literals().Matches(source).Where(l => Named().Matches(l.Value).Any(name => tables.Contains(name.Groups[1].Value))))
            {
                string place = $"{Path.GetRelativePath(s_root, file)}:{source.AsSpan(0, literal.Index).Count('\n') + 1}";
                statements.Add(place);
                if (!literal.Value.Contains("tenant_id", StringComparison.Ordinal))
                {
                    nameless.Add(place);
                }
            }
        }

        Assert.Empty(nameless);

        // Guards the guard: a pattern that finds nothing would pass as well.
        Assert.True(tables.Count > 40, $"Only {tables.Count} tables were found in the migrations.");
        Assert.True(statements.Count > 150, $"Only {statements.Count} statements were found in the source.");
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(s_root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"directory\.protect\('([a-z_.]+)'", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Protected();

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Literals();

    [GeneratedRegex(@"\b(?:FROM|JOIN|UPDATE|INTO|USING)\s+(?:ONLY\s+)?([a-z_]+\.[a-z_]+)", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Named();
}
