using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Contracts.Privacy;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Screenings;

/// <summary>What was screened about a person: the inputs as seen then, the verdicts, the keys by which it is found again.</summary>
internal sealed class ScreeningRecords(TenantSession session, TenantContext tenant) : IPersonalRecords
{
    public string Section => "screenings";

    public async Task<JsonNode> DiscloseAsync(PersonRecords person, CancellationToken cancellation) => JsonSerializer.SerializeToNode(
        await session.ReadListAsync(
            new Sql(
                $"SELECT {ScreeningResponse.Columns} FROM screening.screenings WHERE tenant_id = $1 AND order_id = ANY ($2) ORDER BY id",
                tenant.TenantId, person.Orders.ToArray()),
            row => Disclosed(ScreeningResponse.From(row, tenant.Keys)),
            cancellation),
        JsonConventions.Options)!;

    public Task<IReadOnlyList<ErasureBlocker>> BlockersAsync(PersonRecords person, DateOnly today, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ErasureBlocker>>([]);

    public async Task EraseAsync(PersonRecords person, CancellationToken cancellation)
    {
        // Keys first: the row's own list of them tells which they are.
        await session.ReadListAsync(new Sql("SELECT screening.forget_keys($1, $2)::text", tenant.TenantId, person.Orders.ToArray()), static _ => true, cancellation);
        List<(Guid Id, byte[] Input)> rows = await session.ReadListAsync(
            new Sql("SELECT id, input FROM screening.screenings WHERE tenant_id = $1 AND order_id = ANY ($2)", tenant.TenantId, person.Orders.ToArray()),
            row => (row.GetGuid(0), row.GetFieldValue<byte[]>(1)),
            cancellation);
        foreach ((Guid id, byte[] input) in rows)
        {
            // The purchase stays judged as it was; whose it was is gone.
            ScreeningRequest nobody = ScreeningRun.OpenInput(id, input, tenant.Keys) with
            {
                Buyer = new BuyerDetails(),
                Deliveries = [],
                Device = null,
                Card = null,
                MerchantOrderNo = null,
                Metadata = null,
            };
            session.Add(new Sql(
                "UPDATE screening.screenings SET input = $3, evidence = NULL, key_kinds = '{}', key_hashes = '{}' WHERE tenant_id = $1 AND id = $2",
                tenant.TenantId, id,
                tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(nobody, JsonConventions.Options), new SealedPlace(ScreeningRun.Table, "input", id))));
        }
    }

    // Entries of lists and purchases of others that were met are not this person's data; what was concluded from them is.
    private static object Disclosed(ScreeningResponse found) => new
    {
        found.Id,
        found.Merchant,
        found.Order,
        found.CreatedAt,
        found.Verdict,
        found.Risk,
        found.Reasons,
        found.Input,
        found.Normalized,
        found.Model,
        found.Policy,
        found.PolicyVersion,
        found.Outcomes,
    };
}
