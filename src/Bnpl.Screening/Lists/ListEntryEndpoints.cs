using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bnpl.Screening.Lists;

/// <summary><c>/v1/negatives</c> and <c>/v1/positives</c>: the same resource, one list each.</summary>
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
            group.MapGet("/{id}", (string id, ReadListEntries useCase, CancellationToken token) => useCase.GetAsync(list, id, token))
                .RequireScope("screening:read").WithName($"Get{name}");
            group.MapDelete("/{id}", (string id, DeleteListEntry useCase, CancellationToken token) => useCase.RunAsync(list, id, token))
                .RequireScope("screening:write").WithName($"Delete{name}");
        }
    }
}
