using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Lists;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Screenings;
using Bnpl.Screening.SharedNegatives;

namespace Bnpl.Screening.Outcomes;

/// <summary>
/// What a purchase's end means for the tenant's lists and for the database that tenants share, as far as its settings consent:
/// the one place where outcomes become entries. Told by state, not by step: what should be there is compared with what is, so that a corrected outcome takes
/// back what the wrong one had caused.
/// </summary>
internal sealed class OutcomeConsequences(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, ITenantSettings settings, RegisterBuyer register,
    FollowOutcome shared)
{
    public const string Source = "outcome";

    /// <param name="screeningId">The purchase, whose row the caller holds locked and has changed.</param>
    /// <param name="outcome">The word now in force.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task FollowAsync(Guid screeningId, string outcome, CancellationToken cancellation)
    {
        // A shop's own client speaks for its shop alone, and not to other companies.
        if (caller.MerchantId is null)
        {
            await shared.RunAsync(screeningId, outcome, cancellation);
        }

        OutcomeConsents consents = new((await settings.GetAsync(cancellation)).Screening);
        (BuyerDetails? buyer, List<(Guid Id, string List)> own) = await ReadAsync(screeningId, cancellation);
        if (buyer is null)
        {
            return;
        }

        Correct(screeningId, buyer, "negative", consents.WantsNegative(outcome), [.. own.Where(e => e.List == "negative").Select(e => e.Id)], $"取引結果: {outcome}");

        List<IdentityKey> person = KeyHashes.AllVersions(
            tenant.Keys, [.. MatchKeys.Signals(NormalizedPurchase.Normalize(buyer, device: null)).Where(key => key.Kind == "name_address")]);
        if (person.Count > 0 && (consents.CountsPaid || Outcome.Bad.Contains(outcome) || own.Exists(e => e.List == "positive")))
        {
            // Two ends of one person's purchases at once would each miss the other in the count.
            await session.ExecuteAsync(LockPerson(person), cancellation);
            (int paid, int bad) = await CountAsync(person, cancellation);
            List<Guid> present = await session.ReadListAsync(SelectPositives(tenant.TenantId, person), row => row.GetGuid(0), cancellation);
            Correct(screeningId, buyer, "positive", consents.WantsPositive(paid, bad), present, $"支払実績: {paid}件");
        }
    }

    private void Correct(Guid screeningId, BuyerDetails buyer, string list, bool wanted, IReadOnlyList<Guid> present, string reason)
    {
        if (wanted && present.Count == 0)
        {
            // A shop's own client speaks for its shop alone.
            foreach (Guid entry in register.Add(list, buyer, caller.MerchantId, reason, Source))
            {
                session.Add(new Sql("INSERT INTO screening.outcome_entries (tenant_id, screening_id, entry_id) VALUES ($1, $2, $3)", tenant.TenantId, screeningId, entry));
            }
        }
        else if (!wanted && present.Count > 0)
        {
            session.Add(new Sql(
                "UPDATE screening.list_entries SET deleted_at = $3 WHERE tenant_id = $1 AND id = ANY ($2) AND deleted_at IS NULL",
                tenant.TenantId, present.ToArray(), clock.Now));
        }
    }

    private async Task<(BuyerDetails? Buyer, List<(Guid Id, string List)> Own)> ReadAsync(Guid screeningId, CancellationToken cancellation)
    {
        BuyerDetails? buyer = null;
        List<(Guid Id, string List)> own = [];
        await session.ReadAsync(
            batch =>
            {
                batch.Add(new Sql("SELECT input FROM screening.screenings WHERE tenant_id = $1 AND id = $2", tenant.TenantId, screeningId), async (reader, token) =>
                {
                    if (await reader.ReadAsync(token))
                    {
                        byte[] opened = tenant.Keys.Open(reader.GetFieldValue<byte[]>(0), new SealedPlace(ScreeningRun.Table, "input", screeningId));
                        buyer = JsonSerializer.Deserialize<ScreeningRequest>(opened, JsonConventions.Options)!.Buyer;
                    }
                });
                batch.Add(SelectOwn(tenant.TenantId, screeningId), async (reader, token) =>
                {
                    while (await reader.ReadAsync(token))
                    {
                        own.Add((reader.GetGuid(0), reader.GetString(1)));
                    }
                });
            },
            cancellation);
        return (buyer, own);
    }

    private async Task<(int Paid, int Bad)> CountAsync(List<IdentityKey> person, CancellationToken cancellation) => await session.ReadOneAsync(
        SelectEnds(tenant.TenantId, person), row => (row.GetInt32(0), row.GetInt32(1)), cancellation);

    private Sql LockPerson(List<IdentityKey> person) => new(
        "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", $"{tenant.TenantId:N}|outcome|{person.Select(key => Convert.ToHexString(key.Hash)).Min(StringComparer.Ordinal)}");

    internal static Sql SelectOwn(Guid tenantId, Guid screeningId) => new(
        """
        SELECT e.id, e.list FROM screening.outcome_entries o
        JOIN screening.list_entries e ON e.tenant_id = $1 AND e.id = o.entry_id
        WHERE o.tenant_id = $1 AND o.screening_id = $2 AND e.deleted_at IS NULL
        """,
        tenantId, screeningId);

    internal static Sql SelectPositives(Guid tenantId, IReadOnlyList<IdentityKey> person) => new(
        """
        SELECT DISTINCT e.id FROM unnest($2::text[], $3::bytea[]) AS k(kind, hash)
        JOIN screening.list_entry_keys m ON m.tenant_id = $1 AND m.kind = k.kind AND m.key_hash = k.hash
        JOIN screening.outcome_entries made ON made.tenant_id = $1 AND made.entry_id = m.entry_id
        JOIN screening.outcome_entries o ON o.tenant_id = $1 AND o.screening_id = made.screening_id
        JOIN screening.list_entries e ON e.tenant_id = $1 AND e.id = o.entry_id
        WHERE e.list = 'positive' AND e.deleted_at IS NULL
        """,
        tenantId, KeySet.Kinds(person), KeySet.Hashes(person));

    internal static Sql SelectEnds(Guid tenantId, IReadOnlyList<IdentityKey> person) => new(
        """
        SELECT count(DISTINCT screening_id) FILTER (WHERE outcome = ANY ($4))::int, count(DISTINCT screening_id) FILTER (WHERE outcome = ANY ($5))::int
        FROM unnest($2::text[], $3::bytea[]) AS k(kind, hash)
        CROSS JOIN LATERAL (SELECT o.screening_id, o.outcome FROM screening.key_outcomes o
            WHERE o.tenant_id = $1 AND o.kind = k.kind AND o.key_hash = k.hash ORDER BY o.screening_id DESC LIMIT 200) newest
        """,
        tenantId, KeySet.Kinds(person), KeySet.Hashes(person), Outcome.Good, Outcome.Bad);
}
