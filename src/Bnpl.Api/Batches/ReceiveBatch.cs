using System.Security.Cryptography;
using System.Text;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Batches;

/// <summary>
/// <c>POST /v1/batches</c>: reads a file line by line, keeps what its lines ask, and answers before anything of it is done.
/// The same file again is the batch that it already is; one whose batch ended early is gone on with.
/// </summary>
internal sealed class ReceiveBatch(
    TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, BatchStore store, LineStore lines, BatchOperations operations,
    BatchWorker worker, AuditTrail audit)
{
    public const int MostLines = 100_000;

    public static Task<Results<Ok<BatchResponse>, Accepted<BatchResponse>>> HandleAsync(ReceiveBatch useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.RunAsync(http, null, cancellation);

    /// <summary><c>POST /v1/shipments/import</c>: the same, for a table of shipments.</summary>
    public static Task<Results<Ok<BatchResponse>, Accepted<BatchResponse>>> ShipmentsAsync(ReceiveBatch useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.RunAsync(http, TableProfile.Shipments.Name, cancellation);

    private async Task<Results<Ok<BatchResponse>, Accepted<BatchResponse>>> RunAsync(HttpContext http, string? defaultProfile, CancellationToken cancellation)
    {
        await using Upload upload = await Upload.OpenAsync(http.Request, cancellation);
        string profile = ProfileOf(upload, defaultProfile);
        byte[] hash = await HashAsync(upload, profile, cancellation);
        List<Batch> sent = await FindAsync(hash, cancellation);
        if (sent.Find(batch => BatchLifecycle.Holds(batch.Status)) is { } known)
        {
            http.SetETag(known.Version);
            return TypedResults.Ok(BatchResponse.Of(known, await store.CountAsync(known, cancellation), isDuplicate: true));
        }

        Guid id = EntityId.New();
        lines.Earlier = [.. sent.Select(batch => batch.Id)];
        Guid? continues = sent.FirstOrDefault()?.Id;
        await InsertAsync(id, profile, hash, continues, cancellation);
        await foreach (ReadLine line in await LinesOfAsync(upload, profile, http.Features.Get<AccessGrant>()!, cancellation))
        {
            await lines.AddAsync(id, line, cancellation);
            if (lines.Count > MostLines)
            {
                throw Refusal.Invalid("file", "too_many_lines", "At most 100,000 lines a file; nothing of it was accepted.").AsException();
            }
        }

        await lines.FlushAsync(id, cancellation);
        if (lines.Count == 0)
        {
            throw Refusal.Invalid("file", "required", "The file has no line with content.").AsException();
        }

        session.Add(new Sql("UPDATE infra.batches SET lines = $3 WHERE tenant_id = $1 AND id = $2", tenant.TenantId, id, lines.Count));
        audit.Record("batch.received", IdPrefix.Batch, id, "profile");
        session.AfterCommit(() => worker.Wake(tenant.TenantId));
        Batch batch = new(
            id, 1, 0, caller.MerchantId, continues, caller.Subject, [], profile, BatchLifecycle.Processing, null, lines.Count, lines.Counts, clock.Now, null);
        BatchResponse answer = BatchResponse.Of(batch, batch.Counts);
        http.SetETag(answer.Version);
        return TypedResults.Accepted($"/v1/batches/{answer.Id}", answer);
    }

    private static string ProfileOf(Upload upload, string? otherwise)
    {
        string? profile = upload.Options.Profile;
        if (upload.IsJsonLines)
        {
            return otherwise is null && profile is null
                ? "json_lines"
                : throw (otherwise is null
                    ? Refusal.Invalid("profile", "not_allowed", "JSON Lines have no profile.")
                    : new Refusal(415, "unsupported_media_type", "Send the file as text/csv.")).AsException();
        }

        if (otherwise is not null && profile is not null && profile != otherwise)
        {
            throw Refusal.Invalid("profile", "not_allowed", $"This call reads {otherwise}.").AsException();
        }

        return profile ?? otherwise ?? throw Refusal.Invalid("profile", "required", "Say which columns the table has: orders or shipments.").AsException();
    }

    private async Task<IAsyncEnumerable<ReadLine>> LinesOfAsync(Upload upload, string profile, AccessGrant grant, CancellationToken cancellation)
    {
        JsonLineForm form = new(operations, grant);
        if (upload.IsJsonLines)
        {
            return TextLines.ReadAsync(upload.Content, cancellation).Select(line => form.Read(line.Number, line.Line));
        }

        TableProfile table = TableProfile.Of(profile);
        Encoding encoding = await TableRows.EncodingAsync(upload, cancellation);
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(tenant.Tenant.TimeZone);
        return new TableLines(table, form, upload.Options.Merchant, zone).ReadAsync(TableRows.ReadAsync(upload.Content, encoding, table, upload.Options.Columns, cancellation), cancellation);
    }

    // What the file means depends on how it is to be read, so that counts for its sameness as well.
    private static async Task<byte[]> HashAsync(Upload upload, string profile, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{profile}\0{upload.Options.Charset}\0{upload.Options.Merchant}\0"));
        foreach ((string heading, string? column) in upload.Options.Columns.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{heading}\0{column}\0"));
        }

        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await upload.Content.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        upload.Content.Position = 0;
        return hash.GetHashAndReset();
    }

    // Two of the same file at once take turns, and the second finds the first.
    private async Task<List<Batch>> FindAsync(byte[] hash, CancellationToken cancellation)
    {
        await session.ReadAsync(
            batch => batch.Add(
                new Sql(
                    "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text",
                    $"batch|{tenant.TenantId:N}|{BatchStore.Reach(caller.MerchantId):N}|{Convert.ToHexString(hash)}"),
                (_, _) => Task.CompletedTask),
            cancellation);
        return await store.OfFileAsync(hash, cancellation);
    }

    private Task InsertAsync(Guid id, string profile, byte[] hash, Guid? continues, CancellationToken cancellation) => session.ExecuteAsync(
        new Sql(
            """
            INSERT INTO infra.batches (
                tenant_id, id, version, event_seq, merchant_id, reach, client_id, scopes, profile, status, sha256, lines, ok, declined, failed, created_at, continues)
            VALUES ($1, $2, 1, 0, $3, $4, $5, $6, $7, 'processing', $8, 0, 0, 0, 0, $9, $10)
            """,
            tenant.TenantId, id, caller.MerchantId, BatchStore.Reach(caller.MerchantId), caller.Subject, caller.Scopes.ToArray(), profile, hash, clock.Now, continues),
        cancellation);
}
