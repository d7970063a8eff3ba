using Bnpl.Contracts.Settings;

namespace Bnpl.Credit.Policies;

/// <summary>The policy that a decision made now would apply, read once a use case.</summary>
internal sealed class PolicyInForce(PolicyHistory history, ITenantSettings settings)
{
    private AppliedPolicy? _read;

    public async Task<AppliedPolicy> ReadAsync(CancellationToken cancellation) =>
        _read ??= AppliedPolicy.Of(await history.NewestAsync(cancellation) ?? PolicyVersion.OfStandard(await settings.GetAsync(cancellation)));
}
