using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Screenings;

/// <summary>Findings for the people who review held orders.</summary>
internal sealed class ScreeningReports(TenantSession session, TenantContext tenant) : IScreeningFindings
{
    public async Task<ScreeningFindings?> FindAsync(Guid screeningId, CancellationToken cancellation) => await session.ReadOneAsync(
        new Sql($"SELECT {ScreeningResponse.Columns} FROM screening.screenings WHERE tenant_id = $1 AND id = $2", tenant.TenantId, screeningId),
        row =>
        {
            ScreeningResponse found = ScreeningResponse.From(row, tenant.Keys);
            return new ScreeningFindings(
                found.Id, found.Verdict, found.Scores, found.Risk, found.Reasons, Json(found.Matched), Json(found.Normalized), found.Model, found.Policy, found.PolicyVersion,
                found.Degraded, found.Outcome, found.CreatedAt)
            {
                Similar = [.. found.Matched.Similar.Select(Similar)],
            };
        },
        cancellation);

    public async Task<IReadOnlyDictionary<Guid, string>> OutcomesAsync(IReadOnlyCollection<Guid> screeningIds, CancellationToken cancellation) =>
        screeningIds.Count == 0
            ? new Dictionary<Guid, string>()
            : (await session.ReadListAsync(
                SelectOutcomes(tenant.TenantId, screeningIds), row => (Id: row.GetGuid(0), Outcome: row.GetString(1)), cancellation)).ToDictionary(row => row.Id, row => row.Outcome);

    internal static Sql SelectOutcomes(Guid tenantId, IReadOnlyCollection<Guid> screeningIds) => new(
        "SELECT id, outcome FROM screening.screenings WHERE tenant_id = $1 AND id = ANY ($2) AND outcome IS NOT NULL", tenantId, screeningIds.ToArray());

    private static JsonObject Json<T>(T value) => JsonSerializer.SerializeToNode(value, JsonConventions.Options)!.AsObject();

    private static SimilarFinding Similar(SimilarPurchase similar) => new(
        Resources.ParseId(IdPrefix.Screening, similar.Screening),
        similar.Order is { } order ? Resources.ParseId(IdPrefix.Order, order) : null,
        Resources.ParseId(IdPrefix.Merchant, similar.Merchant),
        similar.Keys,
        similar.At);
}
