using System.Globalization;

namespace Bnpl.Bench;

/// <summary>CPU times from /proc, for processes that .NET did not start. Zero where the server runs elsewhere.</summary>
internal static class ProcessTimes
{
    private const double TicksPerSecond = 100; // USER_HZ, which Linux fixes at 100 for /proc

    public static int ParentOf(int process) => Fields(process) is { } fields ? int.Parse(fields[1], CultureInfo.InvariantCulture) : 0;

    public static TimeSpan OfChildren(int parent)
    {
        // Backends that ended meanwhile are in their parent's account.
        long ticks = Fields(parent) is { } own ? long.Parse(own[13], CultureInfo.InvariantCulture) + long.Parse(own[14], CultureInfo.InvariantCulture) : 0;
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                && Fields(id) is { } fields && fields[1] == parent.ToString(CultureInfo.InvariantCulture))
            {
                ticks += long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            }
        }

        return parent == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    // The fields after the name in parentheses, which may contain blanks: state, parent, …
    private static string[]? Fields(int process)
    {
        try
        {
            string stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
