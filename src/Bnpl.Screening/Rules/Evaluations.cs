namespace Bnpl.Screening.Rules;

/// <summary>NaN is unknown. Neither operands nor results are ever infinite: an overflow is a failure.</summary>
internal delegate double NumberEvaluation(RuleInput input, ref RuleFailure failure);

/// <summary>Null is unknown.</summary>
internal delegate string? TextEvaluation(RuleInput input, ref RuleFailure failure);

/// <summary>Null is unknown.</summary>
internal delegate IReadOnlyList<string>? TextListEvaluation(RuleInput input, ref RuleFailure failure);

internal delegate Truth TruthEvaluation(RuleInput input, ref RuleFailure failure);
