using Bnpl.Contracts.Screening;

namespace Bnpl.Screening.Policies;

/// <summary>What a risk model says of a purchase, before any rule.</summary>
/// <param name="Trained">From this tenant's outcomes, not the baseline.</param>
/// <param name="Reasons">What raised the risk most; they carry no points, for points are given by rules.</param>
internal sealed record AssessedRisk(int Risk, string Model, bool Trained, IReadOnlyList<ScreeningReason> Reasons);
