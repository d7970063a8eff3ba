using System.Net.Http.Headers;
using System.Text;
using Bnpl.TestKit;

namespace Bnpl.Screening.Tests.Lists;

/// <summary>Sends files as the body of a request.</summary>
internal static class CsvFiles
{
    public static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    public static Task<Answer> ImportAsync(this TenantActor tenant, string path, string csv, string? key = null, Encoding? encoding = null) =>
        tenant.ImportAsync(path, (encoding ?? new UTF8Encoding(false)).GetBytes(csv), key);

    public static Task<Answer> ImportAsync(this TenantActor tenant, string path, byte[] content, string? key = null, string mediaType = "text/csv")
    {
        ByteArrayContent body = new(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return tenant.PostAsync(path, body, key);
    }

    public static string[] Errors(this Answer answer) => [.. answer["errors"]!.AsArray().Select(error => $"{error!["field"]} {error["code"]}")];

    public static (int Rows, int Imported, int Skipped) Counts(this Answer answer) =>
        ((int)answer["rows"]!, (int)answer["imported"]!, (int)answer["skipped"]!);
}
