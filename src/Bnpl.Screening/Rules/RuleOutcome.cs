namespace Bnpl.Screening.Rules;

internal enum RuleFailure : byte
{
    None,
    DivisionByZero,
    NumberOverflow,
}

internal enum RuleState : byte
{
    False,
    True,
    Failed,
}

/// <summary>What one rule said: it held, it did not, or it could not be worked out and was skipped.</summary>
internal readonly record struct RuleOutcome
{
    private RuleOutcome(RuleState state, RuleFailure failure)
    {
        State = state;
        Failure = failure;
    }

    public static RuleOutcome True { get; } = new(RuleState.True, RuleFailure.None);

    public static RuleOutcome False { get; } = new(RuleState.False, RuleFailure.None);

    public RuleState State { get; }

    public RuleFailure Failure { get; }

    public bool IsTrue => State == RuleState.True;

    public bool IsFailed => State == RuleState.Failed;

    /// <summary>The machine code of a failure, null when the rule did not fail.</summary>
    public string? Reason => Failure switch
    {
        RuleFailure.None => null,
        RuleFailure.DivisionByZero => "division_by_zero",
        RuleFailure.NumberOverflow => "number_overflow",
        _ => throw new InvalidOperationException($"No reason for {(int)Failure}."),
    };

    public static RuleOutcome Failed(RuleFailure failure) => new(RuleState.Failed, failure);

    public override string ToString() => State == RuleState.Failed ? $"Failed({Reason})" : State.ToString();
}
