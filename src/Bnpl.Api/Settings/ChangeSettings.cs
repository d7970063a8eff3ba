using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Settings;

/// <summary>
/// <c>PATCH /v1/settings</c>, as JSON Merge Patch (RFC 7396). What a patch does not name stays, secrets among it.
/// </summary>
internal static class ChangeSettings
{
    public static async Task<Ok<SettingsResponse>> HandleAsync(
        MergePatch patch,
        HttpContext context,
        TenantSession session,
        TenantContext tenant,
        TenantDirectory directory,
        SettingsCache cache,
        AuditTrail audit,
        IEnumerable<ISettingsFollower> followers,
        TimeProvider time,
        CancellationToken cancellation)
    {
        StoredSettings stored = await session.ReadOneAsync(StoredSettings.Select(tenant, forUpdate: true), row => StoredSettings.Read(row, tenant), cancellation)
            ?? throw new InvalidOperationException("The tenant has no settings.");
        context.CheckIfMatch(stored.Version);
        TenantSettings wanted = patch.ApplyTo(stored.Settings);
        SettingsRules.Check(wanted, tenant.Tenant);

        JsonObject before = JsonSerializer.SerializeToNode(stored.Settings, JsonConventions.Options)!.AsObject();
        JsonObject after = JsonSerializer.SerializeToNode(wanted, JsonConventions.Options)!.AsObject();
        string[] changed = [.. after.Where(member => !JsonNode.DeepEquals(member.Value, before[member.Key])).Select(member => member.Key)];
        if (changed.Length > 0)
        {
            foreach (ISettingsFollower follower in followers)
            {
                await follower.FollowAsync(stored.Settings, wanted, cancellation);
            }

            stored = new StoredSettings(stored.Version + 1, wanted);
            session.Add(stored.Update(tenant, time.GetUtcNow()));
            session.Add(new Sql("SELECT directory.touch_settings($1, $2)", tenant.TenantId, wanted.TimeZone));
            audit.Record("settings.changed", "settings", EntityId.Format(IdPrefix.Tenant, tenant.TenantId), changed);
            session.AfterCommit(async () =>
            {
                cache.Put(tenant.TenantId, stored);
                await directory.RefreshAfterCommitAsync();
            });
        }

        context.SetETag(stored.Version);
        return TypedResults.Ok(SettingsResponse.Of(stored));
    }
}
