using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Payments;

internal sealed class ReadPayments(TenantSession session, TenantContext tenant, Caller caller)
{
    public static async Task<Ok<PaymentResponse>> GetAsync(string id, ReadPayments reads, HttpContext http, CancellationToken cancellation)
    {
        PaymentResponse payment = await reads.OneAsync(Resources.ParseId(IdPrefix.Payment, id), cancellation);
        http.SetETag(payment.Version);
        return TypedResults.Ok(payment);
    }

    public static async Task<Ok<Page<PaymentResponse>>> ListAsync(ReadPayments reads, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Payment);
        Query query = new(request);
        object?[] filters =
        [
            query.Flag("unapplied"),
            query.OneOf("status", PaymentStatus.Preliminary, PaymentStatus.Confirmed, PaymentStatus.Reversed),
            query.OneOf("channel", "konbini", "transfer", "card", "debit", "manual"),
            query.Id("receivable", IdPrefix.Receivable),
            page.StartingAfter,
            page.Fetch,
        ];
        query.ThrowIfInvalid();
        List<PaymentResponse> rows = await reads.ManyAsync(
            """
            ($3::boolean IS NULL OR (unapplied > 0) = $3) AND ($4::text IS NULL OR status = $4) AND ($5::text IS NULL OR channel = $5)
            AND ($6::uuid IS NULL OR receivable_id = $6) AND ($7::uuid IS NULL OR id < $7) ORDER BY id DESC LIMIT $8
            """,
            filters,
            cancellation);
        return TypedResults.Ok(Page<PaymentResponse>.Of(rows, page, p => p.Id));
    }

    public async Task<PaymentResponse> OneAsync(Guid id, CancellationToken cancellation) =>
        (await ManyAsync("id = $3", [id], cancellation)).SingleOrDefault() ?? throw Refusal.NotFound().AsException();

    private async Task<List<PaymentResponse>> ManyAsync(string condition, IReadOnlyList<object?> arguments, CancellationToken cancellation)
    {
        List<Payment> payments = await session.ReadListAsync(
            new Sql(
                $"SELECT {BillingRows.PaymentColumns} FROM billing.payments WHERE tenant_id = $1 AND ($2::uuid IS NULL OR merchant_id = $2) AND {condition}",
                [tenant.TenantId, caller.MerchantId, .. arguments]),
            BillingRows.Payment,
            cancellation);
        ILookup<Guid, AllocationResponse> allocations = await AllocationsAsync([.. payments.Select(p => p.Id)], cancellation);
        return [.. payments.Select(p => PaymentResponse.From(p, allocations[p.Id]))];
    }

    private async Task<ILookup<Guid, AllocationResponse>> AllocationsAsync(Guid[] payments, CancellationToken cancellation)
    {
        Dictionary<Guid, (Guid Receivable, Allocation Allocation, DateTimeOffset? ReversedAt)> found = [];
        await session.ReadAsync(
            batch =>
            {
                batch.Add(
                    new Sql(
                        """
                        SELECT receivable_id, id, payment_id, amount, received_on, created_at, reversed_at FROM billing.allocations
                        WHERE tenant_id = $1 AND payment_id = ANY ($2) AND ($3::uuid IS NULL OR merchant_id = $3) ORDER BY id
                        """,
                        tenant.TenantId, payments, caller.MerchantId),
                    async (rows, token) =>
                    {
                        while (await rows.ReadAsync(token))
                        {
                            Allocation allocation = new()
                            {
                                Id = rows.GetGuid(1),
                                PaymentId = rows.GetGuid(2),
                                Amount = rows.GetInt64(3),
                                ReceivedOn = rows.GetFieldValue<DateOnly>(4),
                                CreatedAt = rows.GetFieldValue<DateTimeOffset>(5),
                            };
                            found.Add(allocation.Id, (rows.GetGuid(0), allocation, BillingRows.Instant(rows, 6)));
                        }
                    });
                batch.Add(
                    new Sql(
                        """
                        SELECT p.allocation_id, p.id, p.instalment_id, p.component, p.amount
                        FROM billing.allocations a JOIN billing.allocation_parts p ON p.tenant_id = a.tenant_id AND p.allocation_id = a.id
                        WHERE a.tenant_id = $1 AND a.payment_id = ANY ($2) AND ($3::uuid IS NULL OR a.merchant_id = $3)
                            AND (p.reversed_at IS NULL OR p.reversed_at = a.reversed_at)
                        ORDER BY p.id
                        """,
                        tenant.TenantId, payments, caller.MerchantId),
                    async (rows, token) =>
                    {
                        while (await rows.ReadAsync(token))
                        {
                            found[rows.GetGuid(0)].Allocation.Parts.Add(
                                new AllocationPart(rows.GetGuid(1), rows.GetGuid(2), rows.GetString(3), rows.GetInt64(4)));
                        }
                    });
            },
            cancellation);
        return found.Values.ToLookup(a => a.Allocation.PaymentId, a => AllocationResponse.From(a.Receivable, a.Allocation, a.ReversedAt));
    }
}
