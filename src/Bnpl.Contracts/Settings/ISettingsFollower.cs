namespace Bnpl.Contracts.Settings;

/// <summary>A module that must act when settings change, in the same transaction.</summary>
public interface ISettingsFollower
{
    Task FollowAsync(TenantSettings before, TenantSettings after, CancellationToken cancellation);
}
