using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Decisions;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.Extensions.Logging;

namespace Bnpl.Credit.CreditBureau;

/// <summary>What came of an enquiry: an answer, or none in time.</summary>
/// <param name="Forget">Drops the answer from the host's memory: its order is decided.</param>
internal sealed record BureauFinding(Guid EnquiryId, BureauAnswer? Answer, Action Forget);

/// <summary>
/// Asks the bureau and keeps the record of it: who asked, when, for what, and the answer, sealed. The record is committed before
/// the bureau is asked and whatever becomes of the order, which it names once there is a verdict. A bureau that is slow or ill holds
/// an order, it never fails it.
/// </summary>
internal sealed partial class BureauDesk(
    ICreditBureau bureau, BureauLine line, TenantStatements statements, TenantContext tenant, TenantClock clock, TimeProvider time, Caller caller, ILogger<BureauDesk> logger)
{
    private const string Purpose = "plan_assessment";

    /// <returns>Null where nobody may be asked about: the merchant does not sell, or the order is one that is here already.</returns>
    public async Task<BureauFinding?> AskAsync(CreditQuestion question, CancellationToken cancellation)
    {
        BuyerDetails buyer = question.Buyer!;
        string occasion = OccasionOf(question);
        if (line.Recent(tenant.TenantId, occasion) is { } recent)
        {
            // Another attempt at this very order: the bureau has just been asked.
            return Found(recent.EnquiryId, recent.Answer, occasion);
        }

        Guid id = EntityId.New();
        if (await statements.ExecuteAsync(tenant.TenantId, Begin(tenant.TenantId, id, question, caller.Subject, time.GetUtcNow(), clock.Now), cancellation) == 0)
        {
            return null;
        }

        BureauAnswer? answer = await TryAsync(
            new BureauEnquiry(id, tenant.Tenant.Slug, buyer.Name, buyer.NameKana, buyer.BirthDate, buyer.Phone, buyer.Address), cancellation);
        await statements.ExecuteAsync(
            tenant.TenantId,
            new Sql(
                "UPDATE credit.bureau_enquiries SET outcome = $3, answer = $4, answered_at = $5 WHERE tenant_id = $1 AND id = $2",
                tenant.TenantId,
                id,
                answer is null ? "unanswered" : "answered",
                answer is null ? null : tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(answer, JsonConventions.Options), AnswerPlace(id)),
                time.GetUtcNow()),
            cancellation);
        if (answer is not null)
        {
            line.Remember(tenant.TenantId, occasion, id, answer);
        }

        return Found(id, answer, occasion);
    }

    /// <summary>Writes down that an enquiry is about to be made, in the same look at what would make it needless.</summary>
    internal static Sql Begin(Guid tenantId, Guid id, CreditQuestion question, string askedBy, DateTimeOffset at, DateTimeOffset businessAt) => new(
        """
        INSERT INTO credit.bureau_enquiries (tenant_id, id, merchant_id, purpose, asked_by, asked_at, business_at)
        SELECT $1, $2, m.id, $4, $5, $6, $7
        FROM credit.merchants m
        WHERE m.tenant_id = $1 AND m.id = $3 AND m.status = 'active' AND coalesce((
            SELECT o.status IN ('declined', 'expired', 'canceled') AND o.body_hash <> $9
            FROM credit.orders o WHERE o.tenant_id = $1 AND o.merchant_id = $3 AND o.merchant_order_no = $8
            ORDER BY o.id DESC LIMIT 1), true)
        """,
        tenantId, id, question.MerchantId, Purpose, askedBy, at, businessAt, question.New?.MerchantOrderNo, question.New?.BodyHash);

    internal static Sql Bind(Guid tenantId, Guid id, Guid orderId, Guid? decisionId) => new(
        "UPDATE credit.bureau_enquiries SET order_id = $3, decision_id = $4 WHERE tenant_id = $1 AND id = $2", tenantId, id, orderId, decisionId);

    private BureauFinding Found(Guid id, BureauAnswer? answer, string occasion) => new(id, answer, () => line.Forget(tenant.TenantId, occasion));

    // The same order and the same question about it: of another order, though of the same person, the bureau is asked anew.
    private string OccasionOf(CreditQuestion question) => Convert.ToHexString(tenant.Keys.SearchHash("bureau_occasion", JsonSerializer.Serialize(
        new
        {
            question.MerchantId,
            question.SoFar?.OrderId,
            question.New,
            question.PlanCode,
            question.Amount,
            question.Lines,
            question.Buyer,
            question.Finances,
        },
        JsonConventions.Options)));

    internal static SealedPlace AnswerPlace(Guid id) => new("credit.bureau_enquiries", "answer", id);

    private async Task<BureauAnswer?> TryAsync(BureauEnquiry enquiry, CancellationToken cancellation)
    {
        try
        {
            return await line.RunAsync(token => bureau.AskAsync(enquiry, token), cancellation);
        }
        catch (CreditBureauException exception)
        {
            LogSilence(enquiry.Id, exception.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The credit bureau gave no answer to enquiry {Enquiry}: {Reason}")]
    private partial void LogSilence(Guid enquiry, string reason);
}
