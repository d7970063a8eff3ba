using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Fees;

/// <param name="Plan">The plan's code; null: from then on no plan.</param>
/// <param name="CommissionRate">A rate of the merchant's own, before the plan's.</param>
/// <param name="ValidFrom">Today at the earliest, which is also the default.</param>
internal sealed record FeeAssignmentRequest(string? Plan, string? CommissionRate, DateOnly? ValidFrom);

/// <param name="ValidTo">The last day; null: until further notice.</param>
internal sealed record FeeAssignmentResponse(string? Plan, string? CommissionRate, DateOnly ValidFrom, DateOnly? ValidTo);

internal sealed record FeeTermsResponse(
    string? Plan, string CommissionRate, long OrderFee, InvoiceFees InvoiceFees, long MonthlyFee, string SettlementCycle);

/// <param name="On">The business date that <paramref name="Terms"/> are for.</param>
/// <param name="Assignments">Newest first, those to come among them.</param>
internal sealed record MerchantFeesResponse(string Object, DateOnly On, FeeTermsResponse Terms, IReadOnlyList<FeeAssignmentResponse> Assignments);

/// <summary>Puts a merchant on a fee plan from a date on, and tells what it pays when.</summary>
internal sealed class AssignFeePlan(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, AuditTrail audit, MerchantStore merchants)
{
    public async Task<Created<MerchantFeesResponse>> RunAsync(string id, FeeAssignmentRequest request, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Text(request.Plan, "plan", 40, required: request.Plan is not null);
        decimal? own = CommissionRate.TryParse(request.CommissionRate, out decimal rate) ? rate : null;
        if (request.CommissionRate is not null && own is null)
        {
            errors.Add("commission_rate", "invalid_rate", CommissionRate.Rule);
        }

        DateOnly from = request.ValidFrom ?? clock.Today;
        if (from < clock.Today)
        {
            errors.Add("valid_from", "date_passed", "Sales of the past keep their fees: today at the earliest.");
        }

        errors.ThrowIfAny();
        Merchant merchant = await merchants.LockOpenAsync(id, "fee_plans", cancellation);
        if (request.Plan is not null && !await HasTermsAsync(request.Plan, from, cancellation))
        {
            throw Refusal.Invalid("plan", "unknown_plan", "There is no plan of that code with terms for that date.").AsException();
        }

        // One row per day on which something begins. What has begun stays; what is still to come may be decided again.
        int written = await session.ExecuteAsync(
            new Sql(
                """
                INSERT INTO credit.merchant_fee_plans (tenant_id, merchant_id, valid_from, code, commission_rate, assigned_by, assigned_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (tenant_id, merchant_id, valid_from) DO UPDATE
                SET code = excluded.code, commission_rate = excluded.commission_rate, assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at
                WHERE credit.merchant_fee_plans.valid_from > $8
                """,
                tenant.TenantId, merchant.Id, from, request.Plan, own, caller.Subject, clock.Now, clock.Today),
            cancellation);
        if (written == 0)
        {
            throw Refusal.Conflict("fee_plan_in_force", "What was assigned for today has begun. A change can begin tomorrow.").AsException();
        }

        audit.Record("merchant.fees_changed", IdPrefix.Merchant, merchant.Id, "fee_plan", "commission_rate", "valid_from");
        return TypedResults.Created($"/v1/merchants/{id}/fee_plans", await AnswerAsync(merchant.Id, clock.Today, cancellation));
    }

    public async Task<Ok<MerchantFeesResponse>> GetAsync(string id, HttpRequest request, CancellationToken cancellation)
    {
        Query query = new(request);
        DateOnly on = query.Date("on") ?? clock.Today;
        query.ThrowIfInvalid();
        Merchant merchant = await merchants.FindAsync(id, cancellation);
        return TypedResults.Ok(await AnswerAsync(merchant.Id, on, cancellation));
    }

    private async Task<bool> HasTermsAsync(string code, DateOnly on, CancellationToken cancellation) => await session.ReadOneAsync(
        new Sql("SELECT true FROM credit.fee_plans WHERE tenant_id = $1 AND code = $2 AND valid_from <= $3 LIMIT 1", tenant.TenantId, code, on),
        reader => reader.GetBoolean(0),
        cancellation);

    private async Task<MerchantFeesResponse> AnswerAsync(Guid merchantId, DateOnly on, CancellationToken cancellation)
    {
        MerchantFees fees = (await session.ReadOneAsync(MerchantTariff.Select(tenant.TenantId, merchantId, on), MerchantTariff.Read, cancellation))!;
        List<FeeAssignmentResponse> rows = await session.ReadListAsync(
            new Sql(
                """
                SELECT code, commission_rate, valid_from, lead(valid_from) OVER (ORDER BY valid_from) FROM credit.merchant_fee_plans
                WHERE tenant_id = $1 AND merchant_id = $2 ORDER BY valid_from DESC LIMIT 200
                """,
                tenant.TenantId, merchantId),
            reader => new FeeAssignmentResponse(
                reader.IsDBNull(0) ? null : reader.GetString(0),
                reader.IsDBNull(1) ? null : MerchantResponse.Rate(reader.GetDecimal(1)),
                reader.GetFieldValue<DateOnly>(2),
                reader.IsDBNull(3) ? null : reader.GetFieldValue<DateOnly>(3).AddDays(-1)),
            cancellation);
        return new MerchantFeesResponse(
            "merchant_fees",
            on,
            new FeeTermsResponse(
                fees.Plan, MerchantResponse.Rate(fees.CommissionRate), fees.OrderFee, new InvoiceFees(fees.InvoiceFeeEmail, fees.InvoiceFeePost, fees.InvoiceFeeBundled),
                fees.MonthlyFee, fees.SettlementCycle),
            rows);
    }
}
