using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>Row count and checksum of each table as the superuser sees one tenant's rows.</summary>
internal static class TenantSnapshot
{
    // The platform's own housekeeping writes these whether anybody calls or not.
    private static readonly string[] s_housekeeping =
        ["infra.leases", "infra.deliveries", "infra.audit_seals", "infra.audit_heads", "infra.business_dates", "infra.business_date_steps"];

    public static async Task<IReadOnlyList<string>> TakeAsync(TestDatabase database, Guid tenantId)
    {
        string admin = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("BNPL_ADMIN_DATABASE")) { Database = database.Name, Pooling = false }.ConnectionString;
        while ((await Catalog.RowsAsync(admin, "SELECT 1 FROM infra.events WHERE tenant_id = $1 AND fanned_out_at IS NULL LIMIT 1", tenantId)).Count > 0)
        {
            await Task.Delay(50);
        }

        List<string> tables = await Catalog.RowsAsync(admin, $"SELECT name FROM ({Catalog.TenantTables}) t ORDER BY name");
        string sums = string.Join(
            " UNION ALL ",
            tables.Except(s_housekeeping).Select(table => $"SELECT '{table}', count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) FROM {table} t WHERE tenant_id = $1"));
        return await Catalog.RowsAsync(admin, sums, tenantId);
    }
}
