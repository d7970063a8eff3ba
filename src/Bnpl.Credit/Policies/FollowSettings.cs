using Bnpl.Contracts.Settings;

namespace Bnpl.Credit.Policies;

/// <summary>Buyer limits, payment plans and the registration are settings, and decisions rest on them: their change is a new version.</summary>
internal sealed class FollowSettings(PolicyHistory history) : ISettingsFollower
{
    public async Task FollowAsync(TenantSettings before, TenantSettings after, CancellationToken cancellation)
    {
        PolicySettings taken = PolicySettings.Of(after);
        if (PolicySettings.Of(before).ToJson() == taken.ToJson())
        {
            return;
        }

        PolicyVersion? newest = await history.LockAsync(cancellation);
        PolicyDocument document = newest?.Document ?? PolicyDocument.Standard;
        history.Append(newest, before, new PolicyVersion(0, PolicyVersion.FromSettings, null, document, taken, "設定の変更", "", null));
    }
}
