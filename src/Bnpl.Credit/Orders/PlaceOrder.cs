using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Decisions;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;

namespace Bnpl.Credit.Orders;

/// <summary>
/// <c>POST /v1/orders</c>: two round trips for a live tenant. The first brings the tenant, the idempotency key, the locks
/// and all facts; the second everything that follows from them, and the commit.
/// </summary>
internal sealed class PlaceOrder(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, CreditChecks checks, OrderEvents events, OrderReading reading)
{
    private const string BodyHashKind = "order_body";

    public async Task<IResult> RunAsync(PlaceOrderRequest request, HttpContext context, CancellationToken cancellation)
    {
        Guid merchantId = OrderValidation.Check(request, clock.Now, clock.Today);
        caller.EnsureReaches(merchantId);
        CreditQuestion question = QuestionOf(request, merchantId);
        CreditCheck check = await checks.PrepareAsync(question, cancellation);
        Earlier? earlier = null;
        await session.ReadAsync(
            batch =>
            {
                // Equal creates wait for each other as well, so that the second one finds the first.
                check.AddLock(batch, $"order|{merchantId:N}|{request.MerchantOrderNo}");
                batch.Add(SelectEarlier(tenant.TenantId, merchantId, request.MerchantOrderNo!), async (reader, token) => earlier = await ReadEarlierAsync(reader, token));
                check.AddReads(batch);
            },
            cancellation);
        if (!check.MerchantExists)
        {
            throw Refusal.NotFound().AsException();
        }

        if (earlier is not null && earlier.BodyHash.AsSpan().SequenceEqual(tenant.Keys.SearchHash(BodyHashKind, request.Fingerprint(), earlier.KeyVersion)))
        {
            OrderResponse existing = await reading.GetAsync(earlier.Id, cancellation);
            context.SetETag(existing.Version);
            return TypedResults.Ok(existing);
        }

        if (earlier is { Live: true })
        {
            throw Refusal.Conflict("order_no_taken", "Another order of this merchant has this merchant_order_no.").AsException();
        }

        OrderResponse response = Write(request, question, check);
        context.SetETag(response.Version);
        return TypedResults.Created($"/v1/orders/{response.Id}", response);
    }

    internal static Sql SelectEarlier(Guid tenantId, Guid merchantId, string merchantOrderNo) => new(
        """
        SELECT id, body_hash, body_key_version, status NOT IN ('declined', 'expired', 'canceled')
        FROM credit.orders WHERE tenant_id = $1 AND merchant_id = $2 AND merchant_order_no = $3
        ORDER BY id DESC LIMIT 1
        """,
        tenantId,
        merchantId,
        merchantOrderNo);

    private CreditQuestion QuestionOf(PlaceOrderRequest request, Guid merchantId) => new(
        merchantId,
        request.PaymentPlan ?? OrderValidation.DefaultPlan,
        request.Amount!.Value,
        request.OrderedAt ?? clock.Now,
        [.. request.Lines!.Select(line => line!)],
        request.Buyer,
        [.. (request.Deliveries ?? []).Select(delivery => delivery!)],
        request.Device,
        request.Finances)
    {
        Consents = [.. (request.Consents ?? []).Select(consent => consent!)],
    };

    private OrderResponse Write(PlaceOrderRequest request, CreditQuestion question, CreditCheck check)
    {
        DateTimeOffset now = clock.Now;
        Deadlines deadlines = Deadlines.Of(clock);
        Guid orderId = EntityId.New();
        CreditVerdict verdict = check.Decide();
        BuyerDetails buyer = question.Buyer!;
        OrderBody body = new(
            buyer, question.Deliveries, question.Device, request.Metadata, request.Consents is null ? null : [.. request.Consents.Select(c => c!)], request.Finances);
        string delivery = request.Invoice?.Delivery ?? (string.IsNullOrEmpty(buyer.Email) ? "post" : "email");
        Guid buyerId = check.Buyer.AddWrites(
            session,
            id => OrderWrites.SealProfile(tenant.Keys, id, buyer),
            verdict.Result == CreditPolicy.Approved ? question.Amount : 0,
            newOrder: true,
            now);
        Decision decision = check.ToDecision(orderId, verdict, now, verdict.Result == CreditPolicy.Hold ? deadlines.Hold : null);
        Order order = new()
        {
            Id = orderId,
            MerchantId = question.MerchantId,
            BuyerId = buyerId,
            Status = OrderLifecycle.Table.Next(OrderLifecycle.Screening, ActionOf(verdict.Result), []),
            MerchantOrderNo = request.MerchantOrderNo!,
            OrderedAt = question.OrderedAt,
            Currency = request.Currency ?? Currency.Jpy.Code,
            Amount = question.Amount,
            Plan = Decision.Json(check.Plan),
            InvoiceDelivery = delivery,
            Body = body.Seal(tenant.Keys, orderId),
            BodyHash = tenant.Keys.SearchHash(BodyHashKind, request.Fingerprint()),
            BodyKeyVersion = tenant.Keys.CurrentVersion,
            DecisionId = decision.Id,
            CreatedAt = now,
            Lines = [.. question.Lines.Select((line, index) => OrderLine.Of(orderId, question.MerchantId, index + 1, line))],
        };
        order.TakeVerdict(verdict.Result, deadlines);
        if (verdict.Result != CreditPolicy.Declined)
        {
            order.Agree(clock.DateOf(order.OrderedAt), clock.Today);
        }

        OrderWrites.Add(session, tenant.TenantId, order, decision, clock.DateOf(order.CreatedAt));
        check.AddScreeningWrites(session, orderId);
        events.Publish(order, decision, body);
        return OrderResponse.Of(order, decision, body);
    }

    internal static string ActionOf(string result) => result switch
    {
        CreditPolicy.Approved => OrderLifecycle.Approve,
        CreditPolicy.Hold => OrderLifecycle.Hold,
        CreditPolicy.Declined => OrderLifecycle.Decline,
        _ => throw new InvalidOperationException($"Unknown result '{result}'."),
    };

    private static async Task<Earlier?> ReadEarlierAsync(DbDataReader reader, CancellationToken cancellation) => await reader.ReadAsync(cancellation)
        ? new Earlier(reader.GetGuid(0), reader.GetFieldValue<byte[]>(1), reader.GetInt32(2), reader.GetBoolean(3))
        : null;

    private sealed record Earlier(Guid Id, byte[] BodyHash, int KeyVersion, bool Live);
}
