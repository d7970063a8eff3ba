using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.Extensions.Logging;

namespace Bnpl.Credit.CreditBureau;

/// <summary>What came of an enquiry: an answer, or none in time.</summary>
internal sealed record BureauFinding(BureauAnswer? Answer);

/// <summary>
/// Asks the bureau and keeps the record of it: who asked, when, for what, and the answer, sealed. The record is committed before
/// the bureau is asked and whatever becomes of the order. A bureau that is slow or ill holds an order, it never fails it.
/// </summary>
internal sealed partial class BureauDesk(
    ICreditBureau bureau, BureauLine line, TenantStatements statements, TenantContext tenant, TenantClock clock, TimeProvider time, Caller caller, ILogger<BureauDesk> logger)
{
    private const string Purpose = "plan_assessment";

    public async Task<BureauFinding> AskAsync(Guid merchantId, BuyerDetails buyer, CancellationToken cancellation)
    {
        string person = Convert.ToHexString(tenant.Keys.SearchHash("bureau_person", JsonSerializer.Serialize(buyer with { History = null, MerchantCustomerNo = null }, JsonConventions.Options)));
        if (line.Recent(tenant.TenantId, person) is { } recent)
        {
            // A repeated request, or another attempt at this one: the bureau has just been asked.
            return new BureauFinding(recent);
        }

        Guid id = EntityId.New();
        await statements.ExecuteAsync(
            tenant.TenantId,
            new Sql(
                "INSERT INTO credit.bureau_enquiries (tenant_id, id, merchant_id, purpose, asked_by, asked_at, business_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                tenant.TenantId, id, merchantId, Purpose, caller.Subject, time.GetUtcNow(), clock.Now),
            cancellation);
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
            line.Remember(tenant.TenantId, person, answer);
        }

        return new BureauFinding(answer);
    }

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
