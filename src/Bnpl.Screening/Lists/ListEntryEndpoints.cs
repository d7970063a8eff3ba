using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Bnpl.Screening.Lists;

/// <summary><c>/v1/negatives</c> and <c>/v1/positives</c>: the same resource, one list each; <c>/v1/delivery_places</c> beside them.</summary>
internal static class ListEntryEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach ((string path, string list) in new[] { ("/v1/negatives", "negative"), ("/v1/positives", "positive") })
        {
            string name = char.ToUpperInvariant(list[0]) + list[1..];
            RouteGroupBuilder group = routes.MapGroup(path).WithTags("Screening").ForWholeTenant();
            group.MapPost("", (AddListEntry.Request request, AddListEntry useCase, CancellationToken token) => useCase.RunAsync(list, request, token))
                .RequireScope("screening:write").WithName($"Add{name}");
            group.MapGet("", (ReadListEntries useCase, HttpContext context, CancellationToken token) => useCase.ListAsync(list, context, token))
                .RequireScope("screening:read").WithName($"List{name}s").WithFilters("kind");
            MapImport(group, (ImportEntries useCase, HttpContext context, CancellationToken token) => useCase.RunAsync(list, context, token)).WithName($"Import{name}s");
            MapExport(group, (ExportEntries useCase, HttpContext context, CancellationToken token) => useCase.RunAsync(list, context, token)).WithName($"Export{name}s");
            group.MapGet("/{id}", (string id, ReadListEntries useCase, CancellationToken token) => useCase.GetAsync(list, id, token))
                .RequireScope("screening:read").WithName($"Get{name}");
            group.MapDelete("/{id}", (string id, DeleteListEntry useCase, CancellationToken token) => useCase.RunAsync(list, Contracts.IdPrefix.Negative, id, token))
                .RequireScope("screening:write").WithoutVersion().WithName($"Delete{name}");
        }

        MapPlaces(routes.MapGroup("/v1/delivery_places").WithTags("Screening").ForWholeTenant());
    }

    private static void MapPlaces(RouteGroupBuilder group)
    {
        group.MapPost("", (AddPlace.Request request, AddPlace useCase) => useCase.Run(request)).RequireScope("screening:write").WithName("AddDeliveryPlace");
        group.MapGet("", (ReadPlaces useCase, HttpContext context, CancellationToken token) => useCase.ListAsync(context, token))
            .RequireScope("screening:read").WithName("ListDeliveryPlaces").WithFilters("category");
        MapImport(group, (ImportPlaces useCase, HttpContext context, CancellationToken token) => useCase.RunAsync(context, token)).WithName("ImportDeliveryPlaces");
        MapExport(group, (ReadPlaces useCase, HttpContext context, CancellationToken token) => useCase.ExportAsync(context, token)).WithName("ExportDeliveryPlaces");
        group.MapGet("/{id}", (string id, ReadPlaces useCase, CancellationToken token) => useCase.GetAsync(id, token))
            .RequireScope("screening:read").WithName("GetDeliveryPlace");
        group.MapDelete("/{id}", (string id, DeleteListEntry useCase, CancellationToken token) => useCase.RunAsync("place", Contracts.IdPrefix.Place, id, token))
            .RequireScope("screening:write").WithoutVersion().WithName("DeleteDeliveryPlace");
    }

    private static RouteHandlerBuilder MapImport(RouteGroupBuilder group, Delegate handler) => group.MapPost("/import", handler)
        .RequireScope("screening:write").WithFilters("preview").WithMetadata(new RequestSizeLimitAttribute(CsvRows.LargestFile)).Accepts<Stream>("text/csv");

    private static RouteHandlerBuilder MapExport(RouteGroupBuilder group, Delegate handler) => group.MapGet("/export", handler)
        .RequireScope("screening:read").Produces<Stream>(StatusCodes.Status200OK, "text/csv");
}
