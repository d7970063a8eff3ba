using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bnpl.Credit.Reviews;

internal static class ReviewEndpoints
{
    private const string Scope = "reviews:write";

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapReviews(routes.MapGroup("/v1/reviews").WithTags("Reviews").RequireScope(Scope).ForWholeTenant());
        routes.MapGet("/v1/review_stats", (ReviewStats useCase, HttpRequest request, CancellationToken token) => useCase.RunAsync(request, token))
            .WithTags("Reviews").RequireScope(Scope).ForWholeTenant().WithName("GetReviewStats").WithFilters("from", "to");
    }

    private static void MapReviews(RouteGroupBuilder reviews)
    {
        reviews.MapGet("", (ReadReviews useCase, HttpRequest request, CancellationToken token) => useCase.ListAsync(request, token))
            .WithName("ListReviews").WithFilters(ReadReviews.Filters);
        reviews.MapGet("/{order}", (string order, ReadReview useCase, HttpContext context, CancellationToken token) => useCase.RunAsync(order, context, token))
            .WithName("GetReview");
        reviews.MapPost("/{order}/claim", (string order, ClaimReviewRequest? request, ClaimReview useCase, HttpContext context, CancellationToken token) =>
            useCase.ClaimAsync(order, request, context, token)).WithName("ClaimReview");
        reviews.MapPost("/{order}/release", (string order, ClaimReview useCase, HttpContext context, CancellationToken token) =>
            useCase.ReleaseAsync(order, context, token)).WithName("ReleaseReview");
        reviews.MapPost("/{order}/decide", (string order, DecideReviewRequest request, DecideReview useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(order, request, context, token)).WithName("DecideReview");
        reviews.MapPost("/{order}/notes", (string order, AddReviewNoteRequest request, AddReviewNote useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(order, request, context, token)).WithName("AddReviewNote").WithParentVersion();
    }
}
