using System.Globalization;
using System.Text.Json.Nodes;

namespace Bnpl.Demo;

/// <summary>Who and what the chapters hand on to each other.</summary>
internal sealed class Stage(Server server, Story story, string dataFolder)
{
    public Server Server => server;

    public Story Story => story;

    public string DataFolder => dataFolder;

    public HttpClient Http { get; } = new() { BaseAddress = new Uri(server.Url), Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>The tenant whose story this is.</summary>
    public Client Aozora { get; set; } = null!;

    public string AozoraSlug { get; set; } = "";

    /// <summary>A reviewer of that tenant, with a client of its own.</summary>
    public Client Reviewer { get; set; } = null!;

    /// <summary>Another tenant on the same platform.</summary>
    public Client Midori { get; set; } = null!;

    public string Florist { get; set; } = "";

    public string Bookshop { get; set; } = "";

    public string Yamada { get; set; } = "";

    public string Sato { get; set; } = "";

    public string Takahashi { get; set; } = "";

    public string Suzuki { get; set; } = "";

    /// <summary>Paths of everything that was made for the first tenant, to be asked for by the second.</summary>
    public List<string> Paths { get; } = [];

    public Client As(string slug, string id, string secret) => new(Http, slug, id, secret, server.Interrupted);

    public async Task<DateTimeOffset> NowAsync() =>
        DateTimeOffset.Parse(Client.Text(await Aozora.GetAsync("/v1/test_clock"), "now"), CultureInfo.InvariantCulture);

    /// <summary>Moves the tenant's clock to noon in Tokyo, running every daily job of the days between.</summary>
    public async Task MoveToAsync(DateOnly day)
    {
        DateTimeOffset noon = new(day, new TimeOnly(12, 0), TimeSpan.FromHours(9));
        await Aozora.PostAsync("/v1/test_clock/advance", new { to = noon.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) }, 200);
        story.Tell($"… the tenant's clock moves to {Story.Day(noon)}; every daily job of the days between has run");
    }

    /// <summary>The only invoice of an order.</summary>
    public async Task<JsonNode> InvoiceOfAsync(string order)
    {
        JsonNode list = await Aozora.GetAsync($"/v1/invoices?order={order}");
        return list["data"]?[0] ?? throw new UnexpectedAnswer($"Order {order} has no invoice.");
    }

    /// <summary>Asks until the answer is as told: some things follow a moment after the call that causes them.</summary>
    public async Task<JsonNode> UntilAsync(string path, string member, params string[] wanted)
    {
        JsonNode answer = await Aozora.GetAsync(path);
        for (int attempt = 0; !wanted.Contains(Client.Text(answer, member)); attempt++)
        {
            if (attempt == 300)
            {
                throw new UnexpectedAnswer($"GET {path}: {member} stayed {Client.Text(answer, member)}, expected {string.Join(" or ", wanted)}.");
            }

            await Task.Delay(100, server.Interrupted);
            answer = await Aozora.GetAsync(path);
        }

        return answer;
    }
}
