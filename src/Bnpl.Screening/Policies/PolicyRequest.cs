namespace Bnpl.Screening.Policies;

/// <summary>A policy as it is sent: anything may be missing, <see cref="PolicyCheck"/> says what must not.</summary>
internal sealed record PolicyRequest
{
    public string? Name { get; init; }
    public PolicyScopeRequest? AppliesTo { get; init; }
    public PolicyThresholdsRequest? Thresholds { get; init; }
    public IReadOnlyList<PolicyRuleRequest?>? Rules { get; init; }
    public IReadOnlyDictionary<string, IReadOnlyList<string?>?>? Lists { get; init; }

    /// <summary><c>draft</c>, <c>shadow</c> or <c>active</c> (default).</summary>
    public string? Stage { get; init; }

    /// <summary>Why, for those who read the history.</summary>
    public string? Note { get; init; }
}

internal sealed record PolicyScopeRequest
{
    public IReadOnlyList<string?>? Merchants { get; init; }
    public IReadOnlyList<string?>? PaymentMethods { get; init; }
}

internal sealed record PolicyThresholdsRequest
{
    public int? Review { get; init; }
    public int? Ng { get; init; }
    public int? Lift { get; init; }
}

internal sealed record PolicyRuleRequest
{
    public string? Code { get; init; }
    public string? When { get; init; }
    public string? Toward { get; init; }
    public int? Points { get; init; }
    public bool? Stop { get; init; }
    public string? Reason { get; init; }
    public string? Field { get; init; }
    public string? Message { get; init; }
    public bool? Enabled { get; init; }
}
