using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Screening.Tests.Outcomes;

public sealed class OutcomeApiTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Each_word_is_kept_and_the_last_one_stands_under_every_key_that_means_somebody()
    {
        (TenantActor tenant, string id) = await PlacedAsync();
        foreach (string status in new[] { "overdue", "overdue", "paid", "chargeback" })
        {
            (await TellAsync(tenant, id, status)).Expect(200);
        }

        Answer read = (await tenant.GetAsync($"/v1/screenings/{id}")).Expect(200);
        Assert.Equal("chargeback", read.Member("outcome"));
        Assert.Equal(["overdue api", "paid api", "chargeback api"], read["outcomes"]!.AsArray().Select(o => $"{o!["status"]} {o["source"]}"));
        TenantTables tables = new(host.Database, tenant.TenantId);
        Assert.Equal(["chargeback"], await tables.RowsAsync("SELECT DISTINCT outcome FROM screening.key_outcomes"));
        Assert.Equal(
            await tables.RowsAsync("SELECT kind FROM screening.screening_keys WHERE kind IN ('phone', 'email', 'device', 'address_k3', 'name_address', 'card') ORDER BY kind, key_hash"),
            await tables.RowsAsync("SELECT kind FROM screening.key_outcomes ORDER BY kind, key_hash"));
    }

    [Fact]
    public async Task A_late_word_carries_its_own_date_and_does_not_replace_what_came_after_it()
    {
        (TenantActor tenant, string id) = await PlacedAsync();
        DateTimeOffset placed = DateTimeOffset.Parse((await tenant.GetAsync("/v1/test_clock")).Member("now"));
        await tenant.AdvanceToAsync(placed.AddDays(3));
        (await TellAsync(tenant, id, "paid", placed.AddDays(2))).Expect(200);

        Answer late = (await TellAsync(tenant, id, "overdue", placed.AddDays(1))).Expect(200);

        Assert.Equal("paid", late.Member("outcome"));
        Assert.Equal(["paid", "overdue"], late["outcomes"]!.AsArray().Select(o => (string?)o!["status"]));
        Assert.Equal(placed.AddDays(2), DateTimeOffset.Parse(late.Member("outcome_at")), TimeSpan.FromSeconds(1));
        (await TellAsync(tenant, id, "fraud", placed.AddDays(3).AddMinutes(1))).Expect(422, "out_of_range");
        (await TellAsync(tenant, id, "fraud", placed.AddDays(-2))).Expect(422, "out_of_range");
        (await TellAsync(tenant, id, "fraud", DateTimeOffset.MinValue)).Expect(422);
        (await TellAsync(tenant, id, "open")).Expect(422, "not_allowed");
        (await TellAsync(tenant, "scr_01JD0000000000000000000000", "paid")).Expect(404, "not_found");
    }

    [Fact]
    public async Task Words_at_the_same_moment_are_settled_by_the_row_and_none_is_lost()
    {
        (TenantActor tenant, string id) = await PlacedAsync();
        string[] words = ["paid", "overdue", "bad_debt", "chargeback", "returned", "fraud", "legitimate"];

        Answer[] answers = await Task.WhenAll(words.Select(word => TellAsync(tenant, id, word)));

        Assert.All(answers, answer => answer.Expect(200));
        Answer read = (await tenant.GetAsync($"/v1/screenings/{id}")).Expect(200);
        Assert.Equal(words.Order(), read["outcomes"]!.AsArray().Select(o => (string)o!["status"]!).Order());
        Assert.Equal((string?)read["outcomes"]!.AsArray()[^1]!["status"], read.Member("outcome"));
        TenantTables tables = new(host.Database, tenant.TenantId);
        Assert.Equal([read.Member("outcome")], await tables.RowsAsync("SELECT DISTINCT outcome FROM screening.key_outcomes"));
        Assert.Equal(["1 2 3 4 5 6 7"], await tables.RowsAsync("SELECT string_agg(seq::text, ' ' ORDER BY seq) FROM screening.outcomes"));
    }

    private async Task<(TenantActor Tenant, string Id)> PlacedAsync()
    {
        TenantActor tenant = await host.OnboardAsync();
        JsonObject purchase = Purchases.Of(await Purchases.MerchantAsync(tenant));
        return (tenant, (await tenant.PostAsync("/v1/screenings", purchase)).Expect(201).Id);
    }

    private static Task<Answer> TellAsync(TenantActor tenant, string id, string status, DateTimeOffset? at = null) => tenant.PostAsync(
        $"/v1/screenings/{id}/outcome",
        at is { } instant ? new { status, occurred_at = instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'") } : new { status });
}
