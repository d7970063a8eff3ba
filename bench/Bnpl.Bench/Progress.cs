using System.Diagnostics;
using System.Globalization;

namespace Bnpl.Bench;

internal static class Progress
{
    private static readonly long s_started = Stopwatch.GetTimestamp();

    public static void Say(string step) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"→ {Stopwatch.GetElapsedTime(s_started).TotalSeconds,5:N0} s  {step}"));
}
