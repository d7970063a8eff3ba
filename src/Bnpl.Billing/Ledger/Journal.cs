using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Ledger;

/// <summary>One movement of one amount. (<paramref name="Source"/>, <paramref name="SourceId"/>, <paramref name="Rule"/>) is its key: a repeat posts nothing.</summary>
/// <param name="ValueOn">The day of the fact; the booking day follows from it and the open months.</param>
internal sealed record Posting(
    string Source, Guid SourceId, string Rule, Account Debit, Account Credit, long Amount, DateOnly ValueOn, Guid? ReceivableId, Guid? MerchantId);

/// <summary>Posts to the ledger with the commit's round trip, in the one way the database allows.</summary>
internal sealed class Journal(TenantSession session, TenantContext tenant, TenantClock clock)
{
    public void Post(params IReadOnlyList<Posting> postings)
    {
        if (postings.Count == 0)
        {
            return;
        }

        session.Add(new Sql(
            "SELECT ledger.post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            tenant.TenantId,
            postings.Select(_ => EntityId.New()).ToArray(),
            postings.Select(p => p.Source).ToArray(),
            postings.Select(p => p.SourceId).ToArray(),
            postings.Select(p => p.Rule).ToArray(),
            postings.Select(p => p.Debit.Code).ToArray(),
            postings.Select(p => p.Credit.Code).ToArray(),
            postings.Select(p => p.Amount).ToArray(),
            postings.Select(p => p.ValueOn).ToArray(),
            postings.Select(p => p.ReceivableId).ToArray(),
            postings.Select(p => p.MerchantId).ToArray(),
            clock.Now));
    }
}
