using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Batches;

/// <summary>One line of the results.</summary>
/// <param name="Status"><c>ok</c>, <c>declined</c>, <c>failed</c>; <c>pending</c> until it is run; <c>not_run</c> when the batch ended before.</param>
internal sealed record BatchLineResponse(
    int Line, string? Ref, string? Op, string Status, int? StatusCode, string? Resource, string? OrderStatus, JsonObject? Problem);

/// <summary>
/// <c>GET /v1/batches/{id}/results</c>: JSON Lines in the order of the file, read in portions with a short transaction each,
/// so that a slow reader holds nothing.
/// </summary>
internal sealed class StreamResults(TenantTransactions transactions, TenantContext tenant, Caller caller)
{
    private const int Portion = 500;
    private static readonly byte[] s_lineEnd = "\n"u8.ToArray();

    public static async Task<EmptyHttpResult> HandleAsync(string id, StreamResults useCase, HttpContext http, CancellationToken cancellation)
    {
        await useCase.RunAsync(Resources.ParseId(IdPrefix.Batch, id), http, cancellation);
        return TypedResults.Empty;
    }

    private async Task RunAsync(Guid id, HttpContext http, CancellationToken cancellation)
    {
        Query query = new(http.Request);
        bool failedOnly = query.Flag("failed") == true;
        query.ThrowIfInvalid();
        int after = 0;
        List<BatchLineResponse> lines;
        do
        {
            lines = await PortionAsync(id, failedOnly, after, cancellation);
            if (!http.Response.HasStarted)
            {
                http.Response.ContentType = "application/x-ndjson";
            }

            using MemoryStream text = new();
            foreach (BatchLineResponse line in lines)
            {
                await JsonSerializer.SerializeAsync(text, line, JsonConventions.Options, cancellation);
                text.Write(s_lineEnd);
                after = line.Line;
            }

            await http.Response.Body.WriteAsync(text.GetBuffer().AsMemory(0, (int)text.Length), cancellation);
        }
        while (lines.Count == Portion);
    }

    private Task<List<BatchLineResponse>> PortionAsync(Guid id, bool failedOnly, int after, CancellationToken cancellation) => transactions.RunAsync(
        tenant.Tenant,
        async (services, session) =>
        {
            services.GetRequiredService<Caller>().Set(caller.Subject, caller.MerchantId, caller.Scopes, caller.IpAddress, caller.RequestId);
            Batch batch = await services.GetRequiredService<BatchStore>().GetAsync(id, locked: false, cancellation);
            return await session.ReadListAsync(
                new Sql(
                    $"""
                    SELECT line, state, result FROM infra.batch_lines
                    WHERE tenant_id = $1 AND batch_id = $2 AND line > $3 AND (NOT $4 OR state = 'failed') ORDER BY line LIMIT {Portion}
                    """,
                    tenant.TenantId, id, after, failedOnly),
                row => Of(
                    batch,
                    row.GetInt32(0),
                    row.GetString(1),
                    LineResult.Open(tenant.Keys, id, row.GetFieldValue<byte[]>(2))),
                cancellation);
        },
        cancellation);

    private static BatchLineResponse Of(Batch batch, int line, string state, LineResult result) => state == LineResult.Pending
        ? new BatchLineResponse(line, result.Ref, result.Op, batch.Status == BatchLifecycle.Processing ? state : "not_run", null, null, null, null)
        : new BatchLineResponse(line, result.Ref, result.Op, state, result.StatusCode, result.Resource, result.OrderStatus, result.Problem);
}
