using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Policies;
using Bnpl.Screening.Tests.Signals;

namespace Bnpl.Screening.Tests.Policies;

public sealed class KeptStarterTests
{
    private static readonly JsonSerializerOptions s_readable = new(JsonConventions.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>With BNPL_WRITE_DOCS=1 the file of the present version is written; those of earlier versions never change.</summary>
    [Fact]
    public void What_the_standard_policies_say_at_this_version_is_kept_for_replays()
    {
        string present = JsonSerializer.Serialize(StarterPolicies.All, s_readable) + "\n";
        string path = Path.Combine(
            Repository.Root(), "src", "Bnpl.Screening", "Policies", "Starters", string.Create(CultureInfo.InvariantCulture, $"{StarterPolicies.Version}.json"));
        if (Environment.GetEnvironmentVariable("BNPL_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, present);
        }
        else
        {
            Assert.Equal(present, File.ReadAllText(path));
            Assert.Equal(StarterPolicies.Version, StarterPolicies.Compile(StarterPolicies.Bnpl, StarterPolicies.Version)?.Version);
            Assert.Null(StarterPolicies.Compile(StarterPolicies.Bnpl, 1));
        }
    }
}
