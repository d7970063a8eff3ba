using System.Data.Common;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Limits;
using Bnpl.Credit.Verification;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;

namespace Bnpl.Credit.Orders;

/// <summary>
/// <c>POST /v1/orders</c>: two round trips for a live tenant. The first brings the tenant, the idempotency key, the locks
/// and all facts; the second everything that follows from them, and the commit. Where the first takes longer than a cart
/// waits (<see cref="DecisionBudget"/>), the order is stored without a verdict and <see cref="DecideLater"/> follows.
/// </summary>
internal sealed class PlaceOrder(
    TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, CreditChecks checks, OrderEvents events, OrderReading reading, Verifications verifications,
    DecisionBudget budget)
{
    private const string BodyHashKind = "order_body";

    public async Task<IResult> RunAsync(PlaceOrderRequest request, HttpContext context, CancellationToken cancellation)
    {
        Guid merchantId = OrderValidation.Check(request, clock);
        caller.EnsureReaches(merchantId);
        CreditQuestion question = QuestionOf(request, merchantId);
        CreditCheck? check = null;
        Earlier? earlier = null;
        bool merchantExists = false;
        bool inTime = await budget.TryAsync(
            async token =>
            {
                check = await checks.PrepareAsync(question, token);
                await session.ReadAsync(
                    batch =>
                    {
                        // Equal creates wait for each other as well, so that the second one finds the first.
                        check.AddLock(batch, NumberLock(merchantId, request));
                        batch.Add(SelectEarlier(tenant.TenantId, merchantId, request.MerchantOrderNo!), async (reader, stop) => earlier = await ReadEarlierAsync(reader, stop));
                        check.AddReads(batch);
                    },
                    token);
                merchantExists = check.MerchantExists;
            },
            cancellation);
        if (!inTime)
        {
            // A new transaction, which asks for nothing that others hold.
            await session.RollbackAsync();
            earlier = null;
            await session.ReadAsync(
                batch =>
                {
                    batch.Add(BuyerLookup.Lock(tenant.TenantId, [], NumberLock(merchantId, request)), static (_, _) => Task.CompletedTask);
                    batch.Add(SelectEarlier(tenant.TenantId, merchantId, request.MerchantOrderNo!), async (reader, token) => earlier = await ReadEarlierAsync(reader, token));
                    batch.Add(CreditCheck.SelectMerchant(tenant.TenantId, merchantId), async (reader, token) => merchantExists = await reader.ReadAsync(token));
                },
                cancellation);
        }

        if (!merchantExists)
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

        OrderResponse response = inTime
            ? await WriteAsync(request, question, check!, cancellation)
            : Defer(request, question, await checks.PlanAsync(question.PlanCode, cancellation), check);
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
        New = new NewOrder(request.MerchantOrderNo!, tenant.Keys.SearchHash(BodyHashKind, request.Fingerprint())),
    };

    private async Task<OrderResponse> WriteAsync(PlaceOrderRequest request, CreditQuestion question, CreditCheck check, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.Now;
        Deadlines deadlines = Deadlines.Of(clock);
        Guid orderId = EntityId.New();
        CreditVerdict verdict = check.Decide();
        OrderBody body = BodyOf(request, question);
        Guid buyerId = check.Buyer.AddWrites(
            session,
            id => OrderWrites.SealProfile(tenant.Keys, id, body.Buyer),
            verdict.Result == CreditPolicy.Approved ? question.Amount : 0,
            newOrder: true,
            now);
        Decision decision = check.ToDecision(orderId, verdict, now, verdict.Result == CreditPolicy.Hold ? deadlines.Hold : null);
        Order order = NewOrder(request, question, orderId, buyerId, check.Plan, body, decision.Id);
        order.Status = OrderLifecycle.Table.Next(OrderLifecycle.Screening, ActionOf(verdict.Result), []);
        order.TakeVerdict(verdict.Result, deadlines);
        if (verdict.Result != CreditPolicy.Declined)
        {
            order.Agree(clock.DateOf(order.OrderedAt), clock.Today, check.NeedsRegistration);
        }

        PlannedCode? code = await verifications.PlanAsync(order, decision, body.Buyer, isNew: true, cancellation);
        events.Publish(order, decision, body);
        OrderWrites.Add(session, tenant.TenantId, order, decision);
        if (code is not null)
        {
            verifications.Send(order, code);
        }

        check.AddScreeningWrites(session, orderId);
        check.AddEnquiry(session, orderId, decision.Id);

        // Last of all, as where a stored order is changed: these rows are shared, and what is locked last is locked shortest.
        ExposureCounters.Add(session, tenant.TenantId, [ExposureChange.Of(order, clock.Today, heldBefore: 0)], clock.Today);
        return OrderResponse.Of(order, decision, body);
    }

    // Who the buyer is could not be asked: the order begins with a buyer of its own, whom the decision finds to be another.
    private OrderResponse Defer(PlaceOrderRequest request, CreditQuestion question, PlanTerms plan, CreditCheck? asked)
    {
        OrderBody body = BodyOf(request, question);
        Guid buyerId = new BuyerLookup(tenant.TenantId, []).AddWrites(
            session, id => OrderWrites.SealProfile(tenant.Keys, id, body.Buyer), reserved: 0, newOrder: false, clock.Now);
        Order order = NewOrder(request, question, EntityId.New(), buyerId, plan, body, Decision.None);
        Decision undecided = Decision.Undecided(order);
        events.Publish(DecideLater.Waiting, order, undecided, body);
        OrderWrites.Add(session, tenant.TenantId, order, null);
        asked?.AddEnquiry(session, order.Id, decisionId: null);
        return OrderResponse.Of(order, undecided, body);
    }

    private static OrderBody BodyOf(PlaceOrderRequest request, CreditQuestion question) => new(
        question.Buyer!, question.Deliveries, question.Device, request.Metadata, request.Consents is null ? null : [.. request.Consents.Select(c => c!)], request.Finances);

    private Order NewOrder(PlaceOrderRequest request, CreditQuestion question, Guid orderId, Guid buyerId, PlanTerms plan, OrderBody body, Guid decisionId) => new()
    {
        Id = orderId,
        MerchantId = question.MerchantId,
        BuyerId = buyerId,
        Status = OrderLifecycle.Screening,
        MerchantOrderNo = request.MerchantOrderNo!,
        OrderedAt = question.OrderedAt,
        Currency = request.Currency ?? Currency.Jpy.Code,
        Amount = question.Amount,
        Plan = Decision.Json(plan),
        InvoiceDelivery = request.Invoice?.Delivery ?? (string.IsNullOrEmpty(body.Buyer.Email) ? "post" : "email"),
        Body = body.Seal(tenant.Keys, orderId),
        BodyHash = question.New!.BodyHash,
        BodyKeyVersion = tenant.Keys.CurrentVersion,
        DecisionId = decisionId,
        CreatedAt = clock.Now,
        Lines = [.. question.Lines.Select((line, index) => OrderLine.Of(orderId, question.MerchantId, index + 1, line))],
    };

    private static string NumberLock(Guid merchantId, PlaceOrderRequest request) => $"order|{merchantId:N}|{request.MerchantOrderNo}";

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
