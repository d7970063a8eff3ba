using System.Globalization;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Reviews;

/// <summary>What a reviewer asks the queue for.</summary>
/// <param name="FreeSince">Claims made before this instant (system time) have run out.</param>
internal sealed record QueueFilter(
    string Status, Guid? Merchant, string? ClaimedBy, bool Unclaimed, DateTimeOffset FreeSince, long? AmountFrom, string? Reason, DateTimeOffset? AfterDeadline, Guid? After);

/// <summary>The human queue for holds, oldest deadline first.</summary>
internal sealed class ReadReviews(TenantSession session, TenantContext tenant, Caller caller, TimeProvider time, ITenantSettings settings)
{
    public static readonly string[] Filters = ["status", "merchant", "claimed_by", "amount_from", "reason"];

    public async Task<Ok<Page<ReviewResponse>>> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Order);
        DateTimeOffset at = time.GetUtcNow();
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        QueueFilter filter = await FilterAsync(db, request, page, at, cancellation);
        List<Guid> ids = await session.ReadListAsync(Select(tenant.TenantId, filter, page.Fetch), row => row.GetGuid(0), cancellation);
        Dictionary<Guid, Review> reviews = await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.OrderId)).ToDictionaryAsync(r => r.OrderId, cancellation);
        Dictionary<Guid, Order> orders = await db.Orders.AsNoTracking().Include(o => o.Lines).AsSplitQuery()
            .Where(o => ids.Contains(o.Id)).OrderBy(o => o.Id).ToDictionaryAsync(o => o.Id, cancellation);
        List<Guid> decisionIds = [.. orders.Values.Select(o => o.DecisionId)];
        Dictionary<Guid, Decision> decisions = await db.Decisions.AsNoTracking().Where(d => decisionIds.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellation);
        TenantSettings current = await settings.GetAsync(cancellation);
        return TypedResults.Ok(Page<ReviewResponse>.Of(
            [
                .. ids.Select(id => orders[id]).Select(order => ReviewResponse.Of(
                    reviews[order.Id], OrderResponse.Of(order, decisions[order.DecisionId], OrderBody.Open(tenant.Keys, order.Id, order.Body)), current, caller.Subject, at)),
            ],
            page,
            r => r.Order));
    }

    /// <summary>The page's order ids, told apart so that a test may explain it.</summary>
    internal static Sql Select(Guid tenantId, QueueFilter filter, int limit)
    {
        List<object?> args = [tenantId, filter.Status];
        List<string> conditions = ["r.status = $2"];
        string orders = "";
        if (filter.Merchant is { } merchant)
        {
            conditions.Add($"r.merchant_id = {Next(merchant)}");
        }

        if (filter.AfterDeadline is { } deadline)
        {
            conditions.Add($"(r.deadline_at, r.order_id) > ({Next(deadline)}, {Next(filter.After)})");
        }

        if (filter.ClaimedBy is { } reviewer)
        {
            conditions.Add($"r.claimed_by = {Next(reviewer)} AND r.claimed_at > {Next(filter.FreeSince)}");
        }

        if (filter.Unclaimed)
        {
            conditions.Add($"(r.claimed_by IS NULL OR r.claimed_at <= {Next(filter.FreeSince)})");
        }

        if (filter.AmountFrom is { } amount)
        {
            orders = "JOIN credit.orders o ON o.tenant_id = r.tenant_id AND o.id = r.order_id";
            conditions.Add($"coalesce((o.pending_amend ->> 'amount')::bigint, o.amount) >= {Next(amount)}");
        }

        if (filter.Reason is { } reason)
        {
            string code = Next(JsonSerializer.Serialize(new[] { new { code = reason } }));

            // What the person is asked about is the newest hold: of the order, or of the larger content it waits with.
            conditions.Add(
                $"(SELECT d.reasons FROM credit.decisions d WHERE d.tenant_id = $1 AND d.order_id = r.order_id AND d.result = 'hold' ORDER BY d.id DESC LIMIT 1) @> {code}::jsonb");
        }

        return new Sql(
            $"""
            SELECT r.order_id FROM credit.reviews r {orders}
            WHERE r.tenant_id = $1 AND {string.Join(" AND ", conditions)}
            ORDER BY r.deadline_at, r.order_id LIMIT {Next((long)limit)}
            """,
            args);

        string Next(object? value)
        {
            args.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"${args.Count}");
        }
    }

    private async Task<QueueFilter> FilterAsync(CreditDbContext db, HttpRequest request, PageRequest page, DateTimeOffset at, CancellationToken cancellation)
    {
        Query query = new(request);
        string? status = query.OneOf("status", ReviewLifecycle.Open, ReviewLifecycle.Decided, ReviewLifecycle.Withdrawn);
        Guid? merchant = query.Id("merchant", IdPrefix.Merchant);
        string? claimedBy = query.OneOf("claimed_by", "me", "none");
        string? amountText = query.Text("amount_from", 15);
        string? reason = query.Text("reason", 60);
        query.ThrowIfInvalid();
        long? amountFrom = null;
        if (amountText is not null)
        {
            amountFrom = long.TryParse(amountText, NumberStyles.None, CultureInfo.InvariantCulture, out long amount)
                ? amount
                : throw Refusal.Invalid("amount_from", "invalid_amount", "Must be an amount in yen.").AsException();
        }

        Review? after = page.StartingAfter is not { } id ? null
            : await db.Reviews.AsNoTracking().FirstOrDefaultAsync(r => r.OrderId == id, cancellation)
                ?? throw Refusal.Invalid("starting_after", "invalid_id", "Must be the id of an order that was under review.").AsException();
        return new QueueFilter(
            status ?? ReviewLifecycle.Open, merchant, claimedBy == "me" ? caller.Subject : null, claimedBy == "none", at - Review.ClaimLasts, amountFrom, reason,
            after?.DeadlineAt, after?.OrderId);
    }
}
