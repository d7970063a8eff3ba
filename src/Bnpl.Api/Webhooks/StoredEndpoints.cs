using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Infrastructure.Webhooks;

namespace Bnpl.Api.Webhooks;

/// <summary>Reads endpoints within the caller's reach: a merchant-bound client's are those of its merchant.</summary>
internal static class StoredEndpoints
{
    private const string Within = "w.deleted_at IS NULL AND ($2::uuid IS NULL OR w.merchant_id = $2)";

    /// <exception cref="RefusalException">404.</exception>
    public static async Task<WebhookEndpoint> FindAsync(this TenantSession session, TenantContext tenant, Caller caller, string id, CancellationToken cancellation) =>
        await session.FindAsync(tenant, caller, id, "", cancellation);

    /// <summary>The same, and locks the row.</summary>
    /// <exception cref="RefusalException">404, or 412 when the caller saw another version.</exception>
    public static async Task<WebhookEndpoint> LockAsync(this TenantSession session, HttpContext context, TenantContext tenant, Caller caller, string id, CancellationToken cancellation)
    {
        WebhookEndpoint endpoint = await session.FindAsync(tenant, caller, id, "FOR UPDATE", cancellation);
        context.CheckIfMatch(endpoint.Version);
        return endpoint;
    }

    public static Task<List<WebhookEndpoint>> ListAsync(this TenantSession session, TenantContext tenant, Caller caller, PageRequest page, CancellationToken cancellation) =>
        session.ReadListAsync(
            new Sql(
                $"SELECT {WebhookEndpoint.Columns} FROM infra.webhook_endpoints w WHERE w.tenant_id = $1 AND {Within} AND ($3::uuid IS NULL OR w.id < $3) ORDER BY w.id DESC LIMIT $4",
                tenant.TenantId, caller.MerchantId, page.StartingAfter, page.Fetch),
            WebhookEndpoint.Read,
            cancellation);

    /// <summary>Those that an event of this type and merchant goes to now.</summary>
    public static Task<List<WebhookEndpoint>> ReceiversAsync(
        this TenantSession session, TenantContext tenant, Caller caller, string type, Guid? merchantId, CancellationToken cancellation) =>
        session.ReadListAsync(
            new Sql(
                $"""
                SELECT {WebhookEndpoint.Columns} FROM infra.webhook_endpoints w
                WHERE w.tenant_id = $1 AND {Within} AND w.status = 'enabled' AND $3 = ANY (w.events) AND (w.merchant_id IS NULL OR w.merchant_id = $4::uuid)
                ORDER BY w.id DESC
                """,
                tenant.TenantId, caller.MerchantId, type, merchantId),
            WebhookEndpoint.Read,
            cancellation);

    private static async Task<WebhookEndpoint> FindAsync(
        this TenantSession session, TenantContext tenant, Caller caller, string id, string locking, CancellationToken cancellation) =>
        await session.ReadOneAsync(
            new Sql(
                $"SELECT {WebhookEndpoint.Columns} FROM infra.webhook_endpoints w WHERE w.tenant_id = $1 AND {Within} AND w.id = $3 {locking}",
                tenant.TenantId, caller.MerchantId, Resources.ParseId(IdPrefix.WebhookEndpoint, id)),
            WebhookEndpoint.Read,
            cancellation) ?? throw Refusal.NotFound().AsException();
}
