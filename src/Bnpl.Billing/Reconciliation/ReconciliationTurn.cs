using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Reconciliation;

/// <summary>
/// One file, or one decision on a line, at a time per tenant: the preliminary and the confirmed word on a payment may
/// arrive at once, and each must see what the other booked. Held to the end of the transaction.
/// </summary>
internal sealed class ReconciliationTurn(TenantSession session, TenantContext tenant)
{
    public Task TakeAsync(CancellationToken cancellation) => session.ReadAsync(
        batch => batch.Add(
            new Sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text", $"reconciliation|{tenant.TenantId:N}"),
            (_, _) => Task.CompletedTask),
        cancellation);
}
