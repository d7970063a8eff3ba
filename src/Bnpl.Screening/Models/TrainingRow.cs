namespace Bnpl.Screening.Models;

/// <summary>A purchase as its screening saw it, and how it ended.</summary>
internal sealed record TrainingRow(float[] Features, bool Bad, DateTimeOffset At);
