using System.Data.Common;
using System.Text.Json;
using Bnpl.Api.Batches;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.CsvProfiles;

/// <summary>What a profile says of a shop's tables. Stored as it is, and kept with each batch that was read by it.</summary>
/// <param name="Kind">What a row is about: <c>orders</c> or <c>shipments</c>.</param>
/// <param name="Encoding"><c>utf-8</c>, <c>utf-8-bom</c> or <c>shift_jis</c>.</param>
/// <param name="DateFormat">How dates are written; an import reads the usual forms besides. Null: <c>yyyy-MM-dd</c>.</param>
/// <param name="Values">Whether an export writes <c>japanese</c> words or <c>codes</c> where a value has both; an import reads both.</param>
/// <param name="OtherColumns">What an import does with headings that are not in the profile: <c>refuse</c> the file, or <c>ignore</c> them.</param>
/// <param name="Columns">The headings, in the order in which an export writes them.</param>
/// <param name="Fixed">What every row says in columns that the table does not have.</param>
internal sealed record CsvProfileDocument(
    string Kind,
    string? Name,
    string Encoding,
    string Delimiter,
    string? DateFormat,
    string Values,
    string OtherColumns,
    IReadOnlyList<CsvProfileColumn> Columns,
    IReadOnlyDictionary<string, string> Fixed)
{
    public static readonly string[] Kinds = ["orders", "shipments"];
    public static readonly string[] Encodings = ["utf-8", "utf-8-bom", "shift_jis"];
    public static readonly string[] Delimiters = [",", "\t", ";", "|"];
    public static readonly string[] DateFormats =
        ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy/M/d", "yyyyMMdd", "yyyy.MM.dd", "yyyy年M月d日", "MM/dd/yyyy", "dd/MM/yyyy"];

    public string ToJson() => JsonSerializer.Serialize(this, JsonConventions.Options);

    public static CsvProfileDocument Parse(string json) => JsonSerializer.Deserialize<CsvProfileDocument>(json, JsonConventions.Options)!;
}

/// <param name="Header">What the shop's table calls the column.</param>
/// <param name="Column">What it means, by the English name; null: passed over by an import, left empty by an export.</param>
internal sealed record CsvProfileColumn(string Header, string? Column);

/// <summary>A profile under its code.</summary>
/// <param name="CreatedAt">Null: it comes with the platform.</param>
internal sealed record CsvProfile(string Code, Guid? MerchantId, int Version, CsvProfileDocument Document, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt)
{
    public const string SqlColumns = "code, merchant_id, version, document::text, created_at, updated_at";
    public const int LongestCode = 64;

    public static CsvProfile Read(DbDataReader row) => new(
        row.GetString(0),
        row.IsDBNull(1) ? null : row.GetGuid(1),
        row.GetInt32(2),
        CsvProfileDocument.Parse(row.GetString(3)),
        row.GetFieldValue<DateTimeOffset>(4),
        row.GetFieldValue<DateTimeOffset>(5));

    public static bool IsCode(string? text) =>
        text is { Length: > 0 and <= LongestCode } && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}

/// <summary>What a batch keeps of the profile that it was read by.</summary>
internal sealed record BatchCsvProfile(string Code, int Version, CsvProfileDocument? Document)
{
    public static BatchCsvProfile? Of(TableFormat? format) => format?.Stored is { } stored ? new(stored.Code, stored.Version, stored.Document) : null;

    public static BatchCsvProfile Parse(string json) => JsonSerializer.Deserialize<BatchCsvProfile>(json, JsonConventions.Options)!;
}

/// <param name="BuiltIn">It comes with the platform and cannot be changed.</param>
internal sealed record CsvProfileResponse(
    string Object,
    string Code,
    string? Merchant,
    bool BuiltIn,
    int Version,
    string Kind,
    string? Name,
    string Encoding,
    string Delimiter,
    string? DateFormat,
    string Values,
    string OtherColumns,
    IReadOnlyList<CsvProfileColumn> Columns,
    IReadOnlyDictionary<string, string> Fixed,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt)
{
    public static CsvProfileResponse Of(CsvProfile profile)
    {
        CsvProfileDocument document = profile.Document;
        return new CsvProfileResponse(
            "csv_profile",
            profile.Code,
            profile.MerchantId is { } merchant ? EntityId.Format(IdPrefix.Merchant, merchant) : null,
            profile.CreatedAt is null,
            profile.Version,
            document.Kind,
            document.Name,
            document.Encoding,
            document.Delimiter,
            document.DateFormat,
            document.Values,
            document.OtherColumns,
            document.Columns,
            document.Fixed,
            profile.CreatedAt,
            profile.UpdatedAt);
    }
}
