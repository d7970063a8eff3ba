using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.SharedNegatives;

/// <summary>What one purchase has contributed.</summary>
internal sealed record SharedContribution(Guid Screening, IReadOnlyList<SharedKey> Keys);

/// <summary>The writes: a purchase's keys go into the shared database and come out of it again by the same tags.</summary>
internal sealed class SharedContributions(TenantContext tenant, TenantClock clock, SharedHashes hashes)
{
    private const int YearsKept = 5;

    /// <param name="batch">Takes the writes.</param>
    /// <param name="contribution">The purchase and its keys; again for the same purchase replaces the category.</param>
    /// <param name="category"><c>bad_debt</c> or <c>fraud</c>.</param>
    public void Contribute(IWriteBatch batch, SharedContribution contribution, string category)
    {
        DateOnly today = DateOnly.FromDateTime(clock.Now.UtcDateTime), month = new(today.Year, today.Month, 1);
        (string[] kinds, byte[][] keys, byte[][] contributors, byte[][] sources) = Rows([contribution]);
        batch.Add(new Sql(
            "SELECT shared.contribute($1, $2, $3, $4, $5, $6, $7)", kinds, keys, contributors, sources, category, month, month.AddYears(YearsKept)));
        batch.Add(new Sql(
            """
            INSERT INTO screening.shared_contributions (tenant_id, screening_id, category, keys) VALUES ($1, $2, $3, $4)
            ON CONFLICT (tenant_id, screening_id) DO UPDATE SET category = EXCLUDED.category
            """,
            tenant.TenantId, contribution.Screening, category,
            tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(contribution.Keys, JsonConventions.Options), Place(contribution.Screening))));
    }

    public void Withdraw(IWriteBatch batch, IReadOnlyList<SharedContribution> contributions)
    {
        (string[] kinds, byte[][] keys, byte[][] contributors, byte[][] sources) = Rows(contributions);
        batch.Add(new Sql("SELECT shared.withdraw($1, $2, $3, $4)", kinds, keys, contributors, sources));
        batch.Add(new Sql(
            "DELETE FROM screening.shared_contributions WHERE tenant_id = $1 AND screening_id = ANY ($2::uuid[])",
            tenant.TenantId, contributions.Select(contribution => contribution.Screening).ToArray()));
    }

    public SharedContribution Open(Guid screening, byte[] keys) =>
        new(screening, JsonSerializer.Deserialize<List<SharedKey>>(tenant.Keys.Open(keys, Place(screening)), JsonConventions.Options)!);

    private static SealedPlace Place(Guid screening) => new("screening.shared_contributions", "keys", screening);

    private (string[] Kinds, byte[][] Hashes, byte[][] Contributors, byte[][] Sources) Rows(IReadOnlyList<SharedContribution> contributions)
    {
        (Guid Screening, SharedKey Key)[] rows = [.. contributions.SelectMany(contribution => contribution.Keys.Select(key => (contribution.Screening, key)))];
        return (
            [.. rows.Select(row => row.Key.Kind)],
            [.. rows.Select(row => row.Key.Hash)],
            [.. rows.Select(row => hashes.Contributor(tenant.TenantId, row.Key))],
            [.. rows.Select(row => hashes.Source(row.Screening, row.Key))]);
    }
}
