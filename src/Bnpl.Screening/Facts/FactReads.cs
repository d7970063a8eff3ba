using Bnpl.Contracts;
using Bnpl.Infrastructure.Security;

namespace Bnpl.Screening.Facts;

/// <summary>All reads of a screening, in the caller's one round trip. Each is a bounded set of index ranges.</summary>
internal static class FactReads
{
    /// <param name="batch">The caller's first round trip.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="merchantId">The merchant, whose own list entries and norms apply.</param>
    /// <param name="tenantKeys">Open what staff wrote on list entries.</param>
    /// <param name="keys">The purchase's keys.</param>
    /// <param name="shared">What to ask the shared database; null: nothing.</param>
    /// <param name="now">Business time; later rows do not count.</param>
    /// <param name="again">The order that is screened once more, whose own screenings do not count; null for a new purchase.</param>
    /// <param name="change">Takes each part as it arrives.</param>
    public static void Add(IReadBatch batch, Guid tenantId, Guid merchantId, TenantKeys tenantKeys, KeySet keys, SharedLookup? shared, DateTimeOffset now, Guid? again, Action<Func<ScreeningFacts, ScreeningFacts>> change)
    {
        KeyActivityReads.Add(batch, tenantId, keys, now, again, activity => change(facts => facts with { Activity = activity }));
        ListReads.Add(batch, tenantId, merchantId, tenantKeys, keys, now, lists => change(facts => facts with { Lists = lists }));
        KeyHistoryReads.Add(batch, tenantId, merchantId, keys, history => change(facts => facts with { History = history }));
        Clusters.AddRead(batch, tenantId, keys, again, cluster => change(facts => facts with { Cluster = cluster }));
        SimilarReads.Add(batch, tenantId, keys, now, again, similar => change(facts => facts with { Similar = similar }));
        if (shared is not null)
        {
            SharedReads.Add(batch, shared, now, match => change(facts => facts with { Shared = match }));
        }

        MerchantNorms.AddRead(batch, tenantId, merchantId, norm => change(facts => facts with { Merchant = norm }));
    }
}
