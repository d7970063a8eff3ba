namespace Bnpl.Screening.Policies;

/// <summary>What a tenant's verdicts are made by at one revision: its policies, compiled.</summary>
internal sealed class Configuration
{
    public static readonly Configuration Starter = new(0, [], []);

    private static readonly CompiledPolicy s_bnpl = StarterPolicies.Compile(StarterPolicies.Bnpl);
    private static readonly CompiledPolicy s_card = StarterPolicies.Compile(StarterPolicies.Card);

    private readonly IReadOnlyList<CompiledPolicy> _active;
    private readonly IReadOnlyList<CompiledPolicy> _shadows;

    public Configuration(long revision, IReadOnlyList<CompiledPolicy> active, IReadOnlyList<CompiledPolicy> shadows) =>
        (Revision, _active, _shadows) = (revision, active, shadows);

    public long Revision { get; }

    public static CompiledPolicy StarterOf(string paymentMethod) => paymentMethod == StarterPolicies.Bnpl ? s_bnpl : s_card;

    /// <summary>The policy for a purchase: the tenant's own by merchant, then by payment method, then without a scope; else the starter.</summary>
    public CompiledPolicy For(string merchant, string paymentMethod) => Choose(_active, merchant, paymentMethod);

    /// <summary>The shadows that would judge this purchase if they were active.</summary>
    public IEnumerable<CompiledPolicy> ShadowsFor(string merchant, string paymentMethod) => _shadows.Where(shadow => WouldApply(shadow, merchant, paymentMethod));

    /// <summary>Would this version judge the purchase, were it the active one of its code?</summary>
    public bool WouldApply(CompiledPolicy candidate, string merchant, string paymentMethod) =>
        ReferenceEquals(Choose(_active.Where(policy => policy.Code != candidate.Code).Append(candidate), merchant, paymentMethod), candidate);

    private static CompiledPolicy Choose(IEnumerable<CompiledPolicy> policies, string merchant, string paymentMethod) => policies
        .Where(policy => Names(policy.AppliesTo?.Merchants, merchant) && Names(policy.AppliesTo?.PaymentMethods, paymentMethod))
        .OrderByDescending(policy => policy.AppliesTo is { Merchants.Count: > 0 })
        .ThenByDescending(policy => policy.AppliesTo is { PaymentMethods.Count: > 0 })
        .ThenBy(policy => policy.Code, StringComparer.Ordinal)
        .FirstOrDefault() ?? StarterOf(paymentMethod);

    private static bool Names(IReadOnlyList<string>? scope, string value) => scope is null or { Count: 0 } || scope.Contains(value);
}
