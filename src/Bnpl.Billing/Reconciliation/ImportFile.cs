using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Reconciliation;

/// <summary><c>POST /v1/reconciliation/imports</c>: the form around <see cref="ReceiveFile"/>.</summary>
internal sealed class ImportFile(TenantSession session, ReceiveFile receive)
{
    public const long LargestFile = 256L * 1024 * 1024;

    private static readonly string[] s_fields = ["format", "preview"];

    public static Task<Results<Ok<ImportResponse>, Accepted<ImportResponse>>> HandleAsync(ImportFile useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.RunAsync(http.Request, cancellation);

    private async Task<Results<Ok<ImportResponse>, Accepted<ImportResponse>>> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType || request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new Refusal(415, "unsupported_media_type", "Send the file as multipart/form-data.").AsException();
        }

        IFormCollection form = await request.ReadFormAsync(cancellation);
        FieldErrors errors = new();
        foreach (string name in form.Keys.Where(k => !s_fields.Contains(k)).Concat(form.Files.Where(f => f.Name != "file").Select(f => f.Name)))
        {
            errors.Add(name, "unknown_field", "This field does not exist.");
        }

        if (form.Files.GetFile("file") is not { } file)
        {
            errors.Add("file", "required", "This field is required.");
        }
        else if (form.Files.Count(f => f.Name == "file") > 1)
        {
            errors.Add("file", "duplicate_field", "One file at a time.");
        }
        else if (file.Length > LargestFile)
        {
            throw new Refusal(413, "too_large", "A file may have 256 MiB.").AsException();
        }

        // In the query too: who asks for a preview there must not find the file booked.
        string preview = form.TryGetValue("preview", out var given) || request.Query.TryGetValue("preview", out given) ? given.ToString() : "false";
        errors.OneOf(preview, "preview", "true", "false");
        errors.ThrowIfAny();
        ImportFormat format = ImportFormat.Named(form["format"]);
        byte[] content = new byte[form.Files["file"]!.Length];
        await using (Stream stream = form.Files["file"]!.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, cancellation);
        }

        return await RunAsync(format, content, preview == "true", cancellation);
    }

    private async Task<Results<Ok<ImportResponse>, Accepted<ImportResponse>>> RunAsync(
        ImportFormat format, byte[] content, bool preview, CancellationToken cancellation)
    {
        (StoredImport import, ImportCounts counts, bool isDuplicate) = await receive.RunAsync(format, content, preview, cancellation);
        ImportResponse answer = import.Answer(counts, isDuplicate);
        if (preview)
        {
            // Everything was done and counted for real; now none of it happened.
            await session.RollbackAsync();
            return TypedResults.Ok(answer with { Id = isDuplicate ? answer.Id : null, Preview = true, CreatedAt = null, FinishedAt = null });
        }

        return isDuplicate ? TypedResults.Ok(answer) : TypedResults.Accepted($"/v1/reconciliation/imports/{answer.Id}", answer);
    }
}
