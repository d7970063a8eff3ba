using System.Globalization;
using System.Text.Json.Nodes;
using Bnpl.Api.CsvProfiles;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Api.Batches;

/// <summary>
/// <c>GET /v1/orders/export</c> and <c>GET /v1/shipments/export</c>: what the lists show, page by page, as the tables that an
/// import reads. Who took it is on record before the first row leaves.
/// </summary>
internal sealed class ExportTable(
    LocalCalls calls, BatchOperations routes, TenantTransactions transactions, TenantContext tenant, Caller caller)
{
    public static readonly string[] Filters = ["from", "to", "status", "merchant", "charset", "heading", "profile"];
    private const int PageSize = 200;

    public static async Task<EmptyHttpResult> OrdersAsync(ExportTable useCase, HttpContext http, CancellationToken cancellation)
    {
        await useCase.RunAsync(TableProfile.Orders, "/v1/orders", http, cancellation);
        return TypedResults.Empty;
    }

    public static async Task<EmptyHttpResult> ShipmentsAsync(ExportTable useCase, HttpContext http, CancellationToken cancellation)
    {
        await useCase.RunAsync(TableProfile.Shipments, "/v1/shipments", http, cancellation);
        return TypedResults.Empty;
    }

    private async Task RunAsync(TableProfile profile, string path, HttpContext http, CancellationToken cancellation)
    {
        Query query = new(http.Request);
        string? charset = query.OneOf("charset", "utf-8", "shift_jis");
        string? heading = query.OneOf("heading", "ja", "en");
        Guid? merchant = query.Id("merchant", IdPrefix.Merchant);
        string? code = query.Text("profile");
        string filter = FilterOf(profile, query);
        query.ThrowIfInvalid();
        TableFormat format = code is null ? new TableFormat(profile, null) : await FormatAsync(profile, code, heading, merchant, cancellation);
        bool shiftJis = (charset ?? format.Charset) == "shift_jis";
        RouteEndpoint list = routes.RouteOf(HttpMethods.Get, path) ?? throw new InvalidOperationException($"{path} is not mapped.");
        AccessGrant grant = http.Features.Get<AccessGrant>()!;
        TableText text = new(format, heading != "en", shiftJis, TimeZoneInfo.FindSystemTimeZoneById(tenant.Tenant.TimeZone));
        string? after = null;
        do
        {
            StoredAnswer answer = await calls.SendAsync(
                new LocalCall(list, path, Query: $"?limit={PageSize}{filter}{(after is null ? "" : $"&starting_after={after}")}"), grant, http.RequestServices, null, cancellation);
            JsonNode page = JsonNode.Parse(answer.Body)!;
            if (answer.Status >= 400)
            {
                await RefuseAsync(answer, http, cancellation);
                return;
            }

            List<JsonObject> resources = [.. page["data"]!.AsArray().Select(item => item!.AsObject())];
            if (profile == TableProfile.Shipments)
            {
                await NameAsync(resources, cancellation);
            }

            if (after is null)
            {
                await RecordAsync(profile, cancellation);
                http.Response.ContentType = $"text/csv; charset={(shiftJis ? "shift_jis" : "utf-8")}";
                http.Response.Headers.ContentDisposition = $"attachment; filename=\"{profile.Name}.csv\"";
                await http.Response.Body.WriteAsync(text.Heading(), cancellation);
            }

            await http.Response.Body.WriteAsync(text.Rows(resources), cancellation);
            after = (string?)page["next"];
        }
        while (after is not null);
    }

    private async Task<TableFormat> FormatAsync(TableProfile profile, string code, string? heading, Guid? merchant, CancellationToken cancellation)
    {
        TableFormat format = await AsCallerAsync(services => services.GetRequiredService<CsvProfileStore>().FormatAsync(code, merchant, cancellation), cancellation);
        return format.Profile != profile ? throw Refusal.Invalid("profile", "not_allowed", $"This call writes {profile.Name}.").AsException()
            : format.Stored is not null && heading is not null ? throw Refusal.Invalid("heading", "not_allowed", "The stored profile has its own headings.").AsException()
            : format;
    }

    // Days in the tenant's time zone, both ends included: of the receipt of an order, of the shipment itself.
    private string FilterOf(TableProfile profile, Query query)
    {
        (string? from, string? to) = (Day(query, "from"), Day(query, "to"));
        bool orders = profile == TableProfile.Orders;
        (string Name, string? Value)[] filters =
        [
            ("status", query.Text("status")),
            ("merchant", query.Text("merchant")),
            (orders ? "created_from" : "shipped_from", from),
            (orders ? "created_to" : "shipped_to", to),
        ];
        return string.Concat(filters.Where(f => f.Value is not null).Select(f => string.Create(CultureInfo.InvariantCulture, $"&{f.Name}={Uri.EscapeDataString(f.Value!)}")));
    }

    private static string? Day(Query query, string name) => query.Date(name) switch
    {
        null => null,
        { Year: < 1900 or > 2199 } => throw Refusal.Invalid(name, "out_of_range", "Must lie between 1900 and 2199.").AsException(),
        { } day => TableCell.Text(day),
    };

    // The page's own refusal is ours: it names a filter that both have.
    private static async Task RefuseAsync(StoredAnswer answer, HttpContext http, CancellationToken cancellation)
    {
        if (http.Response.HasStarted)
        {
            // Half a table must not look like a whole one.
            http.Abort();
            return;
        }

        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = Problems.ContentType;
        await http.Response.Body.WriteAsync(answer.Body, cancellation);
    }

    // A shipment is imported by its lines or by an amount, and a shop knows its orders by their numbers.
    private async Task NameAsync(List<JsonObject> shipments, CancellationToken cancellation)
    {
        Dictionary<string, Guid> orders = shipments.Select(s => (string)s["order"]!).Distinct().ToDictionary(id => id, id => Resources.ParseId(IdPrefix.Order, id));
        IReadOnlyDictionary<Guid, string> numbers = await AsCallerAsync(
            services => services.GetRequiredService<IOrderNumbers>().OfAsync([.. orders.Values], cancellation), cancellation);
        foreach (JsonObject shipment in shipments)
        {
            shipment["merchant_order_no"] = numbers.GetValueOrDefault(orders[(string)shipment["order"]!]);
            shipment["shipped_amount"] = shipment["amount"]?.DeepClone();
            if (shipment["lines"] is JsonArray { Count: > 0 })
            {
                shipment.Remove("amount");
            }
        }
    }

    private Task<bool> RecordAsync(TableProfile profile, CancellationToken cancellation) => AsCallerAsync(
        services =>
        {
            services.GetRequiredService<AuditTrail>().Record($"{profile.Name}.exported", profile.Name, EntityId.Format(IdPrefix.Tenant, tenant.TenantId));
            return Task.FromResult(true);
        },
        cancellation);

    private Task<T> AsCallerAsync<T>(Func<IServiceProvider, Task<T>> work, CancellationToken cancellation) => transactions.RunAsync(
        tenant.Tenant,
        (services, _) =>
        {
            services.GetRequiredService<Caller>().Set(caller.Subject, caller.MerchantId, caller.Scopes, caller.IpAddress, caller.RequestId);
            return work(services);
        },
        cancellation);
}
