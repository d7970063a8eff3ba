using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Web;
using Microsoft.Net.Http.Headers;

namespace Bnpl.Api.Batches;

/// <summary>An uploaded file: the body itself, or the file of a form. The pipeline keeps it on disk while it is read.</summary>
internal sealed record Upload(string MediaType, Stream Content, UploadOptions Options) : IAsyncDisposable
{
    public const long LargestFile = 256L * 1024 * 1024;
    private const string Form = "multipart/form-data";
    private static readonly string[] s_lines = ["application/x-ndjson", "application/jsonl"];
    private static readonly string[] s_tables = ["text/csv", "application/csv"];

    /// <summary>One JSON object a line; else a table.</summary>
    public bool IsJsonLines => s_lines.Contains(MediaType, StringComparer.OrdinalIgnoreCase);

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    /// <exception cref="RefusalException">415, 413, or 422 naming the part.</exception>
    public static async Task<Upload> OpenAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.Headers.ContentEncoding.Count > 0)
        {
            throw new Refusal(415, "unsupported_media_type", "Send the file as it is, without Content-Encoding.").AsException();
        }

        Upload upload = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) && type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase)
            ? OfForm(await request.ReadFormAsync(cancellation), request.Query)
            : new Upload(type?.MediaType.Value ?? "", request.Body, UploadOptions.Read(name => Value(request.Query, name) ?? (name == "charset" ? type?.Charset.Value : null)));
        if (!upload.IsJsonLines && !s_tables.Contains(upload.MediaType, StringComparer.OrdinalIgnoreCase))
        {
            throw new Refusal(
                415, "unsupported_media_type", "Send application/x-ndjson, application/jsonl or text/csv, as the body or as the file of a multipart form.").AsException();
        }

        await upload.EnsurePlainAsync(cancellation);
        return upload;
    }

    private static Upload OfForm(IFormCollection form, IQueryCollection query)
    {
        FieldErrors errors = new();
        foreach (string name in form.Keys.Except(UploadOptions.Names).Concat(form.Files.Select(f => f.Name).Where(n => n != "file")))
        {
            errors.Add(name, "unknown_field", "This field does not exist.");
        }

        if (form.Files.GetFile("file") is not { } file)
        {
            errors.Add("file", "required", "This field is required.");
            errors.ThrowIfAny();
            throw new InvalidOperationException("Not reached: an error was added.");
        }

        if (form.Files.Count > 1)
        {
            errors.Add("file", "duplicate_field", "One file at a time.");
        }

        errors.ThrowIfAny();
        if (file.Length > LargestFile)
        {
            throw new Refusal(413, "too_large", "A file may have 256 MiB.").AsException();
        }

        // Browsers tell a file's type by its name, and know no JSON Lines.
        _ = MediaTypeHeaderValue.TryParse(file.ContentType, out MediaTypeHeaderValue? type);
        string extension = Path.GetExtension(file.FileName);
        string mediaType = extension.Equals(".csv", StringComparison.OrdinalIgnoreCase) ? s_tables[0]
            : extension is ".jsonl" or ".ndjson" ? s_lines[0]
            : type?.MediaType.Value ?? "";
        return new Upload(
            mediaType, file.OpenReadStream(), UploadOptions.Read(name => Value(query, name) ?? (form.TryGetValue(name, out var value) ? value.ToString() : null)));
    }

    private static string? Value(IQueryCollection query, string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;

    private async Task EnsurePlainAsync(CancellationToken cancellation)
    {
        byte[] start = new byte[2];
        int read = await Content.ReadAtLeastAsync(start, 2, throwOnEndOfStream: false, cancellation);
        Content.Position = 0;
        if (read == 2 && start is [0x1F, 0x8B] or [(byte)'P', (byte)'K'])
        {
            throw new Refusal(415, "unsupported_media_type", "The file is compressed. Send it as it is.").AsException();
        }
    }
}

/// <param name="Profile">How a table is written: <c>orders</c>, <c>shipments</c>, or the code of a stored profile.</param>
/// <param name="Charset"><c>utf-8</c> or <c>shift_jis</c>; null: found out.</param>
/// <param name="Merchant">The merchant of rows that name none.</param>
/// <param name="Columns">The profile's columns by the names that this shop's tables give them; null for those to pass over.</param>
internal sealed record UploadOptions(string? Profile, string? Charset, string? Merchant, IReadOnlyDictionary<string, string?> Columns)
{
    public static readonly string[] Names = ["profile", "charset", "merchant", "columns"];
    private const int MostColumns = 200;

    public static UploadOptions Read(Func<string, string?> value)
    {
        FieldErrors errors = new();
        (string? profile, string? charset, string? merchant) = (value("profile"), value("charset")?.Trim('"').ToLowerInvariant(), value("merchant"));
        string? known = charset switch
        {
            "utf-8" or "utf8" => "utf-8",
            "shift_jis" or "shift-jis" or "sjis" or "windows-31j" or "cp932" or "ms932" => "shift_jis",
            _ => null,
        };
        if (charset is not null && known is null)
        {
            errors.Add("charset", "not_allowed", "Must be utf-8 or shift_jis.");
        }

        errors.Id(merchant, IdPrefix.Merchant, "merchant", out _);
        Dictionary<string, string?>? columns = Renamed(value("columns"));
        if (columns is null)
        {
            errors.Add("columns", "invalid_type", "Must be a JSON object of at most 200 headings, each with a column's name, or null to pass it over.");
        }

        errors.ThrowIfAny();
        return new UploadOptions(profile, known, merchant, columns!);
    }

    private static Dictionary<string, string?>? Renamed(string? json)
    {
        try
        {
            Dictionary<string, string?>? columns = string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<Dictionary<string, string?>>(json, JsonConventions.Options);
            return columns?.Count <= MostColumns ? columns : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
