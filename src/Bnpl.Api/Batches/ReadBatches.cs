using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Batches;

internal static class ReadBatches
{
    public static async Task<Ok<BatchResponse>> GetAsync(string id, BatchStore store, HttpContext http, CancellationToken cancellation)
    {
        Batch batch = await store.GetAsync(Resources.ParseId(IdPrefix.Batch, id), locked: false, cancellation);
        http.SetETag(batch.Version);
        return TypedResults.Ok(BatchResponse.Of(batch, await store.CountAsync(batch, cancellation)));
    }

    public static async Task<Ok<Page<BatchResponse>>> ListAsync(HttpRequest request, BatchStore store, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Batch);
        Query query = new(request);
        string? status = query.OneOf("status", [.. BatchLifecycle.Statuses]);
        query.ThrowIfInvalid();
        List<Batch> batches = await store.ManyAsync(
            "($3::uuid IS NULL OR id < $3) AND ($4::text IS NULL OR status = $4) ORDER BY id DESC LIMIT $5", cancellation, page.StartingAfter, status, page.Fetch);
        List<BatchResponse> answers = [];
        foreach (Batch batch in batches)
        {
            // Up to two hundred batches, each with up to two hundred columns, would be more than a list should carry.
            Batch shown = batch with { CsvProfile = batch.CsvProfile is { } csv ? csv with { Document = null } : null };
            answers.Add(BatchResponse.Of(shown, await store.CountAsync(batch, cancellation)));
        }

        return TypedResults.Ok(Page<BatchResponse>.Of(answers, page, b => b.Id));
    }
}

/// <summary><c>POST /v1/batches/{id}/cancel</c>: lines that are running end, and no further one begins. What was done stays done.</summary>
internal static class CancelBatch
{
    public static async Task<Ok<BatchResponse>> HandleAsync(string id, BatchStore store, AuditTrail audit, HttpContext http, CancellationToken cancellation)
    {
        // The row's lock waits for the lines that hold a share of it, so that the counts told are the last ones.
        Batch batch = await store.GetAsync(Resources.ParseId(IdPrefix.Batch, id), locked: true, cancellation);
        http.CheckIfMatch(batch.Version);
        BatchResponse answer = await store.EndAsync(batch, BatchLifecycle.Cancel, null, cancellation);
        audit.Record("batch.canceled", IdPrefix.Batch, batch.Id, "status");
        http.SetETag(answer.Version);
        return TypedResults.Ok(answer);
    }
}
