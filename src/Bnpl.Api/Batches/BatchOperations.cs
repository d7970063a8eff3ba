namespace Bnpl.Api.Batches;

/// <summary>How a line names what it is about.</summary>
internal enum LineSubject
{
    /// <summary>The body says all: a new order.</summary>
    Body = 1,

    /// <summary><c>order</c>, or <c>merchant</c> and <c>merchant_order_no</c>.</summary>
    Order = 2,

    /// <summary><c>shipment</c>.</summary>
    Shipment = 3,
}

/// <param name="Pattern">The route as it is mapped.</param>
/// <param name="TakesBody">Without it a <c>body</c> would be lost without a word, so it is refused.</param>
internal sealed record BatchOperation(string Name, LineSubject Subject, string Pattern, RouteEndpoint Route, bool TakesBody)
{
    public string PathOf(string? id) => id is null ? Pattern : Pattern.Replace("{id}", id, StringComparison.Ordinal);
}

/// <summary>What a line may ask for: routes of this host, found in its route table, so that nothing is said twice.</summary>
internal sealed class BatchOperations
{
    private static readonly (string Name, LineSubject Subject, string Pattern, bool TakesBody)[] s_operations =
    [
        ("orders.create", LineSubject.Body, "/v1/orders", true),
        ("orders.cancel", LineSubject.Order, "/v1/orders/{id}/cancel", true),
        ("orders.amend", LineSubject.Order, "/v1/orders/{id}/amend", true),
        ("orders.close", LineSubject.Order, "/v1/orders/{id}/close", true),
        ("shipments.create", LineSubject.Order, "/v1/orders/{id}/shipments", true),
        ("shipments.void", LineSubject.Shipment, "/v1/shipments/{id}/void", false),
        ("credit_notes.create", LineSubject.Order, "/v1/orders/{id}/credit_notes", true),
    ];

    private readonly EndpointDataSource _routes;
    private readonly Lazy<Dictionary<string, BatchOperation>> _byName;

    public BatchOperations(EndpointDataSource routes)
    {
        _routes = routes;
        _byName = new(() => s_operations
            .Select(o => RouteOf(HttpMethods.Post, o.Pattern) is { } route ? new BatchOperation(o.Name, o.Subject, o.Pattern, route, o.TakesBody) : null)
            .OfType<BatchOperation>()
            .ToDictionary(o => o.Name));
    }

    public IEnumerable<string> Names => _byName.Value.Keys;

    public BatchOperation? Find(string? name) => name is null ? null : _byName.Value.GetValueOrDefault(name);

    public RouteEndpoint? RouteOf(string method, string pattern) => _routes.Endpoints.OfType<RouteEndpoint>().FirstOrDefault(e =>
        $"/{e.RoutePattern.RawText?.Trim('/')}" == pattern && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) == true);
}
