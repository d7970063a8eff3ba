using Microsoft.AspNetCore.Builder;

namespace Bnpl.Infrastructure.Web;

/// <summary>The scope a route needs; the host checks it before the use case runs.</summary>
public sealed record RequiredScope(string Scope);

/// <summary>The route concerns the whole tenant: a merchant-bound client is refused as if it did not exist.</summary>
public sealed record TenantWide;

/// <summary>A POST that needs no <c>Idempotency-Key</c> because it changes nothing, or is safe by itself.</summary>
public sealed record NoIdempotencyKey;

/// <summary>The use case commits its own steps; the pipeline opens no transaction around it.</summary>
public sealed record OwnTransaction;

/// <summary>Members of the answer that are one-time secrets: omitted from the stored answer, null in a replay.</summary>
public sealed record OneTimeSecrets(params IReadOnlyList<string> Members);

/// <summary>The use case compares <c>If-Match</c> with the version of the resource whose id stands in the path, though it answers with another one.</summary>
public sealed record ParentVersion;

/// <summary>The resource has no version of its own that <c>If-Match</c> could be compared with.</summary>
public sealed record Unversioned;

/// <summary>Query parameters that the use case reads by itself, for the published contract.</summary>
public sealed record QueryFilters(params IReadOnlyList<string> Names);

public static class AccessExtensions
{
    /// <summary>Publishes query parameters beside those of every list (<c>limit</c>, <c>starting_after</c>).</summary>
    public static TBuilder WithFilters<TBuilder>(this TBuilder builder, params IReadOnlyList<string> names)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new QueryFilters(names));

    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, string scope)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequiredScope(scope));

    public static TBuilder ForWholeTenant<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new TenantWide());

    public static TBuilder WithoutIdempotencyKey<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new NoIdempotencyKey());

    public static TBuilder WithParentVersion<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ParentVersion());

    public static TBuilder WithoutVersion<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Unversioned());

    public static TBuilder WithOwnTransaction<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new OwnTransaction());

    /// <summary>Dotted paths of the answer's one-time secrets, such as <c>client.client_secret</c>.</summary>
    public static TBuilder WithOneTimeSecrets<TBuilder>(this TBuilder builder, params IReadOnlyList<string> members)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new OneTimeSecrets(members));
}
