namespace Bnpl.Screening.Tests.Signals;

/// <summary>Where the sources of this build lie, for tests that compare files with code.</summary>
internal static class Repository
{
    public static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Bnpl.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository's root was not found.");
        }

        return folder;
    }
}
