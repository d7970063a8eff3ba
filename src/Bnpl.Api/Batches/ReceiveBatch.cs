using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bnpl.Api.CsvProfiles;
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
    BatchWorker worker, AuditTrail audit, CsvProfileStore profiles)
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
        TableFormat? format = await FormatOfAsync(upload, defaultProfile, cancellation);
        string profile = format?.Profile.Name ?? "json_lines";
        byte[] hash = await HashAsync(upload, profile, format, cancellation);
        List<Batch> sent = await FindAsync(hash, cancellation);
        if (sent.Find(batch => BatchLifecycle.Holds(batch.Status)) is { } known)
        {
            http.SetETag(known.Version);
            return TypedResults.Ok(BatchResponse.Of(known, await store.CountAsync(known, cancellation), isDuplicate: true));
        }

        Guid id = EntityId.New();
        lines.Earlier = [.. sent.Select(batch => batch.Id)];
        Guid? continues = sent.FirstOrDefault()?.Id;
        BatchCsvProfile? csv = BatchCsvProfile.Of(format);
        await InsertAsync(id, profile, csv, hash, continues, cancellation);
        await foreach (ReadLine line in await LinesOfAsync(upload, format, http.Features.Get<AccessGrant>()!, cancellation))
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
            id, 1, 0, caller.MerchantId, continues, caller.Subject, [], profile, BatchLifecycle.Processing, null, lines.Count, lines.Counts, clock.Now, null,
            CsvProfile: csv);
        BatchResponse answer = BatchResponse.Of(batch, batch.Counts);
        http.SetETag(answer.Version);
        return TypedResults.Accepted($"/v1/batches/{answer.Id}", answer);
    }

    /// <returns>Null for JSON Lines.</returns>
    private async Task<TableFormat?> FormatOfAsync(Upload upload, string? otherwise, CancellationToken cancellation)
    {
        string? profile = upload.Options.Profile;
        if (upload.IsJsonLines)
        {
            return otherwise is null && profile is null
                ? null
                : throw (otherwise is null
                    ? Refusal.Invalid("profile", "not_allowed", "JSON Lines have no profile.")
                    : new Refusal(415, "unsupported_media_type", "Send the file as text/csv.")).AsException();
        }

        string code = profile ?? otherwise ?? throw Refusal.Invalid("profile", "required", "Say how the table is written: orders, shipments, or a stored profile's code.").AsException();
        Guid? merchant = EntityId.TryParse(IdPrefix.Merchant, upload.Options.Merchant, out Guid named) ? named : null;
        TableFormat format = await profiles.FormatAsync(code, merchant, cancellation);
        return otherwise is null || format.Profile.Name == otherwise
            ? format
            : throw Refusal.Invalid("profile", "not_allowed", $"This call reads {otherwise}.").AsException();
    }

    private async Task<IAsyncEnumerable<ReadLine>> LinesOfAsync(Upload upload, TableFormat? format, AccessGrant grant, CancellationToken cancellation)
    {
        JsonLineForm form = new(operations, grant);
        if (format is null)
        {
            return TextLines.ReadAsync(upload.Content, cancellation).Select(line => form.Read(line.Number, line.Line));
        }

        Encoding encoding = await TableRows.EncodingAsync(upload, format, cancellation);
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(tenant.Tenant.TimeZone);
        return new TableLines(format, form, upload.Options.Merchant, zone).ReadAsync(TableRows.ReadAsync(upload.Content, encoding, format, upload.Options.Columns, cancellation), cancellation);
    }

    // What the file means depends on how it is to be read, so that counts for its sameness as well.
    private static async Task<byte[]> HashAsync(Upload upload, string profile, TableFormat? format, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{profile}\0{upload.Options.Charset}\0{upload.Options.Merchant}\0"));
        foreach ((string heading, string? column) in upload.Options.Columns.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{heading}\0{column}\0"));
        }

        if (format?.Stored is { } stored)
        {
            // What it says, not its version: one that was changed and changed back reads the same.
            hash.AppendData(Encoding.UTF8.GetBytes($"{stored.Code}\0{stored.Document.ToJson()}\0"));
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

    private Task InsertAsync(Guid id, string profile, BatchCsvProfile? csv, byte[] hash, Guid? continues, CancellationToken cancellation) => session.ExecuteAsync(
        new Sql(
            """
            INSERT INTO infra.batches (
                tenant_id, id, version, event_seq, merchant_id, reach, client_id, scopes, profile, status, sha256, lines, ok, declined, failed, created_at,
                continues, csv_profile)
            VALUES ($1, $2, 1, 0, $3, $4, $5, $6, $7, 'processing', $8, 0, 0, 0, 0, $9, $10, $11::jsonb)
            """,
            tenant.TenantId, id, caller.MerchantId, BatchStore.Reach(caller.MerchantId), caller.Subject, caller.Scopes.ToArray(), profile, hash, clock.Now,
            continues, csv is null ? null : JsonSerializer.Serialize(csv, JsonConventions.Options)),
        cancellation);
}
