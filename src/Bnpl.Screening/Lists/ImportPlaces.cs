using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Lists;

/// <summary><c>POST /v1/delivery_places/import</c>: like the lists' import, with a place's columns.</summary>
internal sealed class ImportPlaces(ImportEntries import)
{
    public static readonly string[] Columns = ["category", "name", "address", "note"];

    public Task<Ok<ListImportResponse>> RunAsync(HttpContext context, CancellationToken cancellation) => import.RunAsync(
        "place",
        context.Request,
        ["category"],
        Columns,
        (row, errors) => PlaceRules.EntryOf(row["category"], row["name"], row["address"], row["note"], row.Prefix, errors),
        cancellation);
}
