using System.Xml.Linq;
using Bnpl.Infrastructure.Persistence;
using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>Reads the project files: which project may know which is decided here, and a new edge is a decision.</summary>
public sealed class ModuleBoundaryTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(TestDatabase.MigrationsFolder, ".."));

    [Theory]
    [InlineData("Bnpl.Contracts", "")]
    [InlineData("Bnpl.Infrastructure", "Bnpl.Contracts")]
    [InlineData("Bnpl.Screening", "Bnpl.Contracts Bnpl.Infrastructure")]
    [InlineData("Bnpl.Credit", "Bnpl.Contracts Bnpl.Infrastructure")]
    [InlineData("Bnpl.Billing", "Bnpl.Contracts Bnpl.Infrastructure")]
    [InlineData("Bnpl.Api", "Bnpl.Billing Bnpl.Contracts Bnpl.Credit Bnpl.Infrastructure Bnpl.Screening")]
    public void References_only_what_the_architecture_allows(string project, string allowed)
    {
        IEnumerable<string> references = Items(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order()!;

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), references);
    }

    [Fact]
    public void Every_project_of_the_product_is_named_above()
    {
        Assert.Equal(
            ["Bnpl.Api", "Bnpl.Billing", "Bnpl.Contracts", "Bnpl.Credit", "Bnpl.Infrastructure", "Bnpl.Screening"],
            Directory.EnumerateFiles(Path.Combine(s_root, "src"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Order());
    }

    [Fact]
    public void Contracts_needs_no_package()
    {
        Assert.Equal([], Items("Bnpl.Contracts", "PackageReference"));
        Assert.Equal([], Items("Bnpl.Contracts", "FrameworkReference"));
    }

    [Fact]
    public void Modules_open_their_internals_to_their_tests_and_tools_alone()
    {
        foreach (string module in (string[])["Bnpl.Screening", "Bnpl.Credit", "Bnpl.Billing"])
        {
            Assert.DoesNotContain(Items(module, "InternalsVisibleTo"), friend => Directory.Exists(Path.Combine(s_root, "src", friend)));
        }
    }

    [Fact]
    public void Migrations_have_numbers_of_their_own()
    {
        IReadOnlyList<(string Name, string Path)> files = Migrator.Files(TestDatabase.MigrationsFolder);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Matches(@"^\d{4}_[a-z0-9_]+$", file.Name));
        Assert.Distinct(files.Select(file => file.Name[..4]));
    }

    private static List<string> Items(string project, string kind) =>
    [
        .. XDocument.Load(Path.Combine(s_root, "src", project, $"{project}.csproj")).Descendants(kind).Select(item => item.Attribute("Include")!.Value),
    ];
}
