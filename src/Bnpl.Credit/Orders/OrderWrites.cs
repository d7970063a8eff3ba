using System.Globalization;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.Decisions;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Orders;

/// <summary>The statements of a new order, by hand: they travel with the commit, which a context's SaveChanges would not.</summary>
internal static class OrderWrites
{
    public static byte[] SealProfile(TenantKeys keys, Guid buyerId, BuyerDetails buyer) =>
        keys.Seal(JsonSerializer.SerializeToUtf8Bytes(buyer with { History = null, MerchantCustomerNo = null }, JsonConventions.Options), Buyer.ProfilePlace(buyerId));

    /// <param name="decision">Null while there is none yet.</param>
    public static void Add(IWriteBatch batch, Guid tenantId, Order order, Decision? decision)
    {
        batch.Add(new Sql(
            """
            INSERT INTO credit.orders (
                tenant_id, id, merchant_id, buyer_id, version, event_seq, status, merchant_order_no, ordered_at, currency, amount, amount_shipped, amount_credited,
                limit_held, plan, invoice_delivery, body, body_hash, body_key_version, decision_id, deadline_at, expires_at, created_at,
                payment_schedule, codes_left)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0, $12, $13::jsonb, $14, $15, $16, $17, $18, $19, $20, $21, $22::jsonb, $23)
            """,
            tenantId, order.Id, order.MerchantId, order.BuyerId, order.Version, order.EventSeq, order.Status, order.MerchantOrderNo, order.OrderedAt, order.Currency, order.Amount,
            order.LimitHeld, order.Plan, order.InvoiceDelivery, order.Body, order.BodyHash, order.BodyKeyVersion, order.DecisionId, order.DeadlineAt, order.ExpiresAt, order.CreatedAt,
            order.PaymentSchedule, order.CodesLeft));
        AddLines(batch, tenantId, order);
        if (decision is not null)
        {
            AddDecision(batch, tenantId, decision);
        }

        if (order.Status == OrderLifecycle.OnHold)
        {
            batch.Add(new Sql(
                "INSERT INTO credit.reviews (tenant_id, order_id, merchant_id, status, deadline_at, created_at) VALUES ($1, $2, $3, 'open', $4, $5)",
                tenantId, order.Id, order.MerchantId, order.DeadlineAt, order.CreatedAt));
        }
    }

    public static void AddDecision(IWriteBatch batch, Guid tenantId, Decision decision) => batch.Add(new Sql(
        """
        INSERT INTO credit.decisions (
            tenant_id, id, order_id, merchant_id, result, decided_by, reviewer, note, reasons, facts, rules, screening_id, model, policy_version, screening_policy_version,
            decided_at, deadline_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11::jsonb, $12, $13, $14, $15, $16, $17)
        """,
        tenantId, decision.Id, decision.OrderId, decision.MerchantId, decision.Result, decision.DecidedBy, decision.Reviewer, decision.Note, decision.Reasons, decision.Facts,
        decision.Rules, decision.ScreeningId, decision.Model, decision.PolicyVersion, decision.ScreeningPolicyVersion, decision.DecidedAt, decision.DeadlineAt));

    private static void AddLines(IWriteBatch batch, Guid tenantId, Order order)
    {
        List<object?> arguments = [tenantId, order.Id, order.MerchantId];
        List<string> rows = [];
        foreach (OrderLine line in order.Lines)
        {
            int first = arguments.Count + 1;
            arguments.AddRange([line.Line, line.Name, line.Sku, line.Category, line.Kind, line.Quantity, line.UnitPrice, line.TaxRate]);
            rows.Add($"($1, $2, ${Number(first)}, $3, {string.Join(", ", Enumerable.Range(first + 1, 7).Select(number => $"${Number(number)}"))}, 0, 0)");
        }

        batch.Add(new Sql(
            $"""
            INSERT INTO credit.order_lines (
                tenant_id, order_id, line, merchant_id, name, sku, category, kind, quantity, unit_price, tax_rate, quantity_shipped, quantity_credited)
            VALUES {string.Join(", ", rows)}
            """,
            arguments));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
