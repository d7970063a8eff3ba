using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Normalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Lists;

/// <param name="Rows">Rows with content, the heading not counted.</param>
/// <param name="Imported">New entries.</param>
/// <param name="Skipped">Rows that say what a live entry or an earlier row says.</param>
internal sealed record ListImportResponse(string Id, string Object, string List, int Rows, int Imported, int Skipped, bool Preview);

/// <summary>
/// <c>POST …/import</c>: a file of entries, all or nothing. Rows are checked like entries that are typed; what is wrong is
/// told by row and column and nothing is stored.
/// </summary>
internal sealed class ImportEntries(EntryWriter writer, KnownEntries known, AuditTrail audit, TenantClock clock, IMerchants merchants)
{
    public static readonly string[] Columns =
        ["kind", "name", "name_kana", "address", "phone", "email", "device", "ip", "card", "reason", "merchant", "expires_at", "note"];

    /// <summary>What an exported file says of its entries besides; so that it can be imported as it is.</summary>
    public static readonly string[] Exported = ["id", "source", "created_by", "created_at"];

    private const int MostMerchants = 200;

    public Task<Ok<ListImportResponse>> RunAsync(string list, HttpContext context, CancellationToken cancellation) =>
        RunAsync(list, context.Request, ["kind"], Columns, EntryOf, cancellation);

    /// <param name="list">The list that is added to.</param>
    /// <param name="request">The file.</param>
    /// <param name="required">Columns that the heading must name.</param>
    /// <param name="columns">All columns that are read.</param>
    /// <param name="entryOf">Makes an entry of a row, or tells what is wrong with it.</param>
    /// <param name="cancellation">Ends the import.</param>
    internal async Task<Ok<ListImportResponse>> RunAsync(
        string list, HttpRequest request, IReadOnlyList<string> required, IReadOnlyList<string> columns, Func<CsvRow, FieldErrors, NewEntry?> entryOf,
        CancellationToken cancellation)
    {
        bool preview = IsPreview(request);
        FieldErrors errors = new();
        List<NewEntry> entries = [];
        Dictionary<Guid, string> named = [];
        await foreach (CsvRow row in CsvRows.ReadAsync(request, required, columns, Exported, errors, cancellation))
        {
            if (row.HasBrokenText)
            {
                errors.Add(row.Prefix.TrimEnd('.'), "invalid_text", "Control characters are not allowed.");
            }
            else if (entryOf(row, errors) is { } entry)
            {
                entries.Add(entry);
                if (entry.Merchant is { } merchant)
                {
                    named.TryAdd(merchant, row.Prefix + "merchant");
                }
            }
        }

        await CheckMerchantsAsync(named, errors, cancellation);
        errors.ThrowIfAny();
        List<NewEntry> added = await known.NewOnesAsync(list, entries, cancellation);
        string id = EntityId.Format(IdPrefix.Import, EntityId.New());
        if (!preview && added.Count > 0)
        {
            await writer.AddManyAsync(list, "import", added, cancellation);
            audit.Record($"{list}.imported", list, id);
        }

        return TypedResults.Ok(new ListImportResponse(id, "list_import", list, entries.Count, added.Count, entries.Count - added.Count, preview));
    }

    // A misspelt parameter must not turn a rehearsal into the real thing.
    private static bool IsPreview(HttpRequest request)
    {
        FieldErrors errors = new();
        foreach (string name in request.Query.Keys.Where(name => name != "preview"))
        {
            errors.Add(name, "unknown_field", "This parameter does not exist.");
        }

        errors.ThrowIfAny();
        Query query = new(request);
        bool preview = query.Flag("preview") ?? false;
        query.ThrowIfInvalid();
        return preview;
    }

    private NewEntry? EntryOf(CsvRow row, FieldErrors errors)
    {
        int before = errors.Count;
        string prefix = row.Prefix;
        string? kind = row["kind"];
        errors.Required(kind, prefix + "kind");
        errors.OneOf(kind, prefix + "kind", ListEntryResponse.Kinds);
        errors.Text(row["reason"], prefix + "reason", EntryRules.LongestReason, multiline: true);
        errors.Text(row["note"], prefix + "note", EntryRules.LongestReason, multiline: true);
        Guid? merchant = errors.Id(row["merchant"], IdPrefix.Merchant, prefix + "merchant", out Guid id) ? id : null;
        DateTimeOffset? expires = ExpiryOf(row["expires_at"], prefix + "expires_at", errors);
        if (errors.Count > before)
        {
            return null;
        }

        ListValue value = new()
        {
            Name = row["name"],
            NameKana = row["name_kana"],
            Address = row["address"],
            Phone = row["phone"],
            Email = row["email"],
            Device = row["device"],
            Ip = row["ip"],
            Card = row["card"],
        };
        IReadOnlyList<MatchKey> keys = EntryRules.Check(kind!, value, prefix, errors);
        return errors.Count > before ? null : new NewEntry(kind!, new SealedEntry(value, row["reason"] ?? "", row["note"]), keys, merchant, expires);
    }

    /// <summary>An instant, or a date: then the entry counts to the end of that day.</summary>
    private DateTimeOffset? ExpiryOf(string? text, string field, FieldErrors errors)
    {
        if (text is null)
        {
            return null;
        }

        if (!Instants.TryParse(text, out DateTimeOffset instant))
        {
            if (!DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/M/d"], null, System.Globalization.DateTimeStyles.None, out DateOnly date) || date.Year is < 1900 or > 2200)
            {
                errors.Add(field, "invalid_instant", "Must be an instant, 2026-04-01T00:00:00Z, or a date, 2026-04-01.");
                return null;
            }

            instant = clock.StartOf(date.AddDays(1));
        }

        if (instant <= clock.Now)
        {
            errors.Add(field, "out_of_range", "Must lie in the future.");
        }

        return instant;
    }

    private async Task CheckMerchantsAsync(Dictionary<Guid, string> named, FieldErrors errors, CancellationToken cancellation)
    {
        if (named.Count > MostMerchants)
        {
            errors.Add("file", "too_many_merchants", "At most 200 merchants a call.");
            return;
        }

        foreach ((Guid merchant, string field) in named)
        {
            try
            {
                await merchants.GetAsync(merchant, cancellation);
            }
            catch (RefusalException refused) when (refused.Refusal.Status == 404)
            {
                errors.Add(field, "not_found", "There is no such merchant.");
            }
        }
    }
}
