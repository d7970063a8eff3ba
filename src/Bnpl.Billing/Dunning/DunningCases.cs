using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Dunning;

/// <summary>Reads cases with their notices; a merchant-bound caller sees its merchant's.</summary>
internal sealed class DunningCases(TenantSession session, TenantContext tenant, Caller caller)
{
    private static readonly string[] s_statuses = ["open", "paused", "promised", "plan", "assigned", "charged_off", "closed"];

    public async Task<Ok<Page<DunningCaseResponse>>> ListAsync(HttpContext context, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(context.Request, IdPrefix.DunningCase);
        Query query = new(context.Request);
        string? status = query.OneOf("status", s_statuses);
        Guid? receivable = query.Id("receivable", IdPrefix.Receivable);
        query.ThrowIfInvalid();
        List<DunningCase> cases = await session.ReadListAsync(
            new Sql(
                $"""
                SELECT {DunningCase.Columns} FROM dunning.cases
                WHERE tenant_id = $1 AND ($2::uuid IS NULL OR merchant_id = $2) AND ($3::text IS NULL OR status = $3)
                    AND ($4::uuid IS NULL OR receivable_id = $4) AND ($5::uuid IS NULL OR id < $5)
                ORDER BY id DESC LIMIT $6
                """,
                tenant.TenantId, caller.MerchantId, status, receivable, page.StartingAfter, page.Fetch),
            DunningCase.From,
            cancellation);
        ILookup<string, DunningNoticeResponse> notices = await NoticesAsync(cases, cancellation);
        return TypedResults.Ok(Page<DunningCaseResponse>.Of(
            [.. cases.Select(c => c.ToResponse([.. notices[EntityId.Format(IdPrefix.Receivable, c.ReceivableId)]]))], page, c => c.Id));
    }

    public async Task<Ok<DunningCaseResponse>> GetAsync(string id, HttpContext context, CancellationToken cancellation)
    {
        DunningCase found = await FindAsync(Resources.ParseId(IdPrefix.DunningCase, id), locked: false, cancellation);
        context.SetETag(found.Version);
        return TypedResults.Ok(await AnswerAsync(found, cancellation));
    }

    public async Task<DunningCaseResponse> AnswerAsync(DunningCase found, CancellationToken cancellation) =>
        found.ToResponse([.. (await NoticesAsync([found], cancellation)).SelectMany(group => group)]);

    /// <exception cref="RefusalException">404.</exception>
    public async Task<DunningCase> FindAsync(Guid id, bool locked, CancellationToken cancellation) =>
        await session.ReadOneAsync(
            new Sql(
                $"""
                SELECT {DunningCase.Columns} FROM dunning.cases
                WHERE tenant_id = $1 AND id = $2 AND ($3::uuid IS NULL OR merchant_id = $3) {(locked ? "FOR UPDATE" : "")}
                """,
                tenant.TenantId, id, caller.MerchantId),
            DunningCase.From,
            cancellation) ?? throw Refusal.NotFound().AsException();

    private async Task<ILookup<string, DunningNoticeResponse>> NoticesAsync(IReadOnlyList<DunningCase> cases, CancellationToken cancellation)
    {
        List<DunningNoticeResponse> notices = await session.ReadListAsync(
            new Sql(
                $"SELECT {DunningNoticeResponse.Columns} FROM dunning.notices WHERE tenant_id = $1 AND receivable_id = ANY ($2) ORDER BY id",
                tenant.TenantId, cases.Select(c => c.ReceivableId).ToArray()),
            row => DunningNoticeResponse.From(row, tenant.Keys),
            cancellation);
        return notices.ToLookup(notice => notice.Receivable);
    }
}
