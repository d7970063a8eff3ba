using System.Text.RegularExpressions;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Fees;

internal sealed record FeePlanRequest(
    string? Code, string? Name, string? CommissionRate, long? OrderFee, InvoiceFees? InvoiceFees, long? MonthlyFee, string? SettlementCycle, DateOnly? ValidFrom);

/// <summary><c>POST /v1/fee_plans</c>: a new plan, or new terms of one from a date on.</summary>
internal sealed partial class CreateFeePlan(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, AuditTrail audit)
{
    private const long MostYen = 1_000_000;

    public async Task<Created<FeePlanResponse>> RunAsync(FeePlanRequest request, CancellationToken cancellation)
    {
        decimal rate = Check(request);
        DateOnly from = request.ValidFrom ?? clock.Today;

        // Terms of the past would change what sales of the past cost. A new code has no such sales.
        bool known = await session.ReadOneAsync(
            new Sql("SELECT true FROM credit.fee_plans WHERE tenant_id = $1 AND code = $2 LIMIT 1", tenant.TenantId, request.Code!), reader => reader.GetBoolean(0), cancellation);
        if (known && from < clock.Today)
        {
            throw Refusal.Invalid("valid_from", "date_passed", "New terms of a plan begin today at the earliest.").AsException();
        }

        Guid id = EntityId.New();
        int added = await session.ExecuteAsync(
            new Sql(
                """
                INSERT INTO credit.fee_plans
                    (tenant_id, id, code, valid_from, name, commission_rate, order_fee, invoice_fee_email, invoice_fee_post, invoice_fee_bundled,
                     monthly_fee, settlement_cycle, created_by, created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                ON CONFLICT (tenant_id, code, valid_from) DO NOTHING
                """,
                tenant.TenantId, id, request.Code!, from, request.Name!.Trim(), rate, request.OrderFee ?? 0, request.InvoiceFees?.Email ?? 0,
                request.InvoiceFees?.Post ?? 0, request.InvoiceFees?.Bundled ?? 0, request.MonthlyFee ?? 0, request.SettlementCycle ?? "monthly", caller.Subject, clock.Now),
            cancellation);
        if (added == 0)
        {
            throw Refusal.Conflict("fee_plan_exists", "This plan already has terms from that date on. They stay; choose another date.").AsException();
        }

        audit.Record("fee_plan.created", IdPrefix.FeePlan, id, "code", "commission_rate", "valid_from");
        FeePlanResponse plan = (await session.ReadOneAsync(ReadFeePlans.Select(tenant.TenantId, id), FeePlanResponse.Read, cancellation))!;
        return TypedResults.Created($"/v1/fee_plans/{plan.Id}", plan);
    }

    private static decimal Check(FeePlanRequest request)
    {
        FieldErrors errors = new();
        if (errors.Required(request.Code, "code") && !Code().IsMatch(request.Code))
        {
            errors.Add("code", "invalid_code", "Lower-case letters, digits and _, beginning with a letter, at most 40.");
        }

        errors.Text(request.Name, "name", 100, required: true);
        decimal rate = 0;
        if (errors.Required(request.CommissionRate, "commission_rate") && !CommissionRate.TryParse(request.CommissionRate, out rate))
        {
            errors.Add("commission_rate", "invalid_rate", CommissionRate.Rule);
        }

        errors.Range(request.OrderFee, "order_fee", 0, MostYen);
        errors.Range(request.InvoiceFees?.Email, "invoice_fees.email", 0, MostYen);
        errors.Range(request.InvoiceFees?.Post, "invoice_fees.post", 0, MostYen);
        errors.Range(request.InvoiceFees?.Bundled, "invoice_fees.bundled", 0, MostYen);
        errors.Range(request.MonthlyFee, "monthly_fee", 0, MostYen);
        errors.OneOf(request.SettlementCycle, "settlement_cycle", "weekly", "semimonthly", "monthly");
        errors.ThrowIfAny();
        return rate;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,39}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
