namespace Bnpl.Api.Batches;

/// <summary>Configuration section <c>Batches</c>: how fast each host runs lines, and how long it bears with a fault that may pass.</summary>
internal sealed record BatchOptions
{
    /// <summary>Lines that begin in a second, of all tenants together.</summary>
    public int LinesPerSecond { get; init; } = 400;

    /// <summary>Lines that begin in a second, of one tenant.</summary>
    public int LinesPerSecondPerTenant { get; init; } = 200;

    /// <summary>How long a tenant's files are worked on before those of the next have their turn.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A line stands back while so many requests of people and shops are being answered; 0 is one a processor.</summary>
    public int StandsBackAt { get; init; }

    /// <summary>Even then a line goes on after this, so that no file stands still under a steady load.</summary>
    public TimeSpan LongestStandBack { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a line comes again that met a passing fault; then it has failed.</summary>
    public int MostAttempts { get; init; } = 14;

    /// <summary>Pauses double from a second to this.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(1);

    public int Busy => StandsBackAt > 0 ? StandsBackAt : Environment.ProcessorCount;

    /// <summary>The pause after so many attempts.</summary>
    public TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Clamp(attempts - 1, 0, 30)), LongestPause.TotalSeconds));
}
