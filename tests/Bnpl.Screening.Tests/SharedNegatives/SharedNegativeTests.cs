using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Screening.Tests.SharedNegatives;

public sealed class SharedNegativeTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_bad_debt_at_one_tenant_is_known_to_another_that_asks_and_to_no_other()
    {
        string phone = NewPhone();
        (TenantActor giver, TenantActor asker, TenantActor stranger) = (await ActorAsync(contribute: true), await ActorAsync(consult: true), await ActorAsync());
        string screening = await EndAsync(giver, phone, "bad_debt");

        JsonNode met = await SharedAsync(asker, phone);
        Assert.Equal(("strong", """["card","email","name_address","name_town","phone"]"""), ((string?)met["grade"], met["kinds"]!.ToJsonString()));
        Assert.Null((await PlaceAsync(stranger, phone))["matched"]!["shared"]);

        // What the tenant sees later is what it saw then.
        Answer placed = await PlaceAsync(asker, phone);
        Assert.Contains("shared_negative", placed["reasons"]!.AsArray().Select(reason => (string?)reason!["code"]));
        Assert.True(JsonNode.DeepEquals(placed.Body, (await asker.GetAsync($"/v1/screenings/{placed.Id}")).Expect(200).Body));

        (await giver.PostAsync($"/v1/screenings/{screening}/outcome", new { status = "paid" })).Expect(200);
        Assert.Null((await PlaceAsync(asker, phone))["matched"]!["shared"]);
    }

    [Fact]
    public async Task An_order_asks_as_well_in_its_credit_check()
    {
        string phone = NewPhone();
        (TenantActor giver, TenantActor asker) = (await ActorAsync(contribute: true), await ActorAsync(consult: true));
        await EndAsync(giver, phone, "fraud");
        JsonObject order = Purchase(await Purchases.MerchantAsync(asker), phone);
        order.Remove("payment_method");
        order.Remove("card");
        order["payment_plan"] = "lump_sum";
        order["merchant_order_no"] = "A-1";
        order["currency"] = "JPY";
        order["deliveries"] = new JsonArray(new JsonObject { ["same_as_buyer"] = true });
        order["invoice"] = new JsonObject { ["delivery"] = "email" };
        Answer placed = (await asker.PostAsync("/v1/orders", order)).Expect(201);
        Answer screening = (await asker.GetAsync($"/v1/screenings/{placed.Member("decision.screening")}")).Expect(200);
        Assert.Equal("strong", (string?)screening["matched"]!["shared"]!["grade"]);
    }

    [Theory]
    [InlineData("phone", "medium")]
    [InlineData("email", "medium")]
    [InlineData("card", "medium")]
    [InlineData("town", "weak")]
    [InlineData("door", "strong")]
    [InlineData("phone email", "strong")]
    [InlineData("nothing", null)]
    public async Task Partial_matches_are_graded(string same, string? grade)
    {
        string phone = NewPhone();
        (TenantActor giver, TenantActor asker) = (await ActorAsync(contribute: true), await ActorAsync(consult: true));
        await EndAsync(giver, phone, "chargeback");

        JsonObject purchase = Purchase(await Purchases.MerchantAsync(asker), NewPhone());
        JsonNode buyer = purchase["buyer"]!, first = Purchase("", phone)["buyer"]!;
        purchase["card"]!["fingerprint"] = same.Contains("card", StringComparison.Ordinal) ? $"fp{phone}" : "fp";
        buyer["name"] = same is "town" or "door" ? (string?)first["name"] : "鈴木 花子";
        buyer["name_kana"] = same is "town" or "door" ? "ヤマダ タロウ" : "スズキ ハナコ";
        buyer["address"]!["line1"] = same is "door" ? "元赤坂１－５－３１" : "元赤坂二丁目9番9号";
        if (same.Contains("phone", StringComparison.Ordinal))
        {
            buyer["phone"] = phone;
        }

        if (same.Contains("email", StringComparison.Ordinal))
        {
            buyer["email"] = (string?)first["email"];
        }

        // The name belongs to this contribution alone, so that other tests of this database do not meet it.
        Assert.Equal(grade, (string?)(await asker.PostAsync("/v1/screenings", purchase)).Expect(201)["matched"]!["shared"]?["grade"]);
    }

    [Fact]
    public async Task Who_asks_learns_neither_who_nor_how_many_nor_when()
    {
        string phone = NewPhone();
        (TenantActor one, TenantActor two, TenantActor asker) = (await ActorAsync(contribute: true), await ActorAsync(contribute: true), await ActorAsync(consult: true));
        await EndAsync(one, phone, "bad_debt");
        JsonNode afterOne = await SharedAsync(asker, phone);
        await EndAsync(two, phone, "fraud");
        await EndAsync(two, phone, "fraud");
        JsonNode afterThree = await SharedAsync(asker, phone);
        Assert.Equal(afterOne.ToJsonString(), afterThree.ToJsonString());
        Assert.Equal(["grade", "kinds"], afterThree.AsObject().Select(member => member.Key));

        Answer placed = await PlaceAsync(asker, phone);
        foreach (TenantActor giver in (TenantActor[])[one, two])
        {
            Assert.DoesNotContain(giver.Id, placed.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(giver.TenantId.ToString(), placed.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ones_own_contribution_is_no_evidence_for_oneself()
    {
        string phone = NewPhone();
        TenantActor both = await ActorAsync(contribute: true, consult: true), other = await ActorAsync(contribute: true, consult: true);
        await EndAsync(both, phone, "bad_debt");
        Assert.Null((await PlaceAsync(both, phone))["matched"]!["shared"]);
        await EndAsync(other, phone, "bad_debt");
        Assert.Equal("strong", (string?)(await SharedAsync(both, phone))["grade"]);
    }

    [Fact]
    public async Task Opting_out_takes_everything_back_and_leaves_what_others_said()
    {
        string phone = NewPhone(), second = NewPhone();
        TenantActor leaver = await ActorAsync(contribute: true), stayer = await ActorAsync(contribute: true), asker = await ActorAsync(consult: true);
        await EndAsync(leaver, phone, "bad_debt");
        await EndAsync(leaver, second, "fraud");
        await EndAsync(stayer, second, "fraud");
        await SettingsAsync(leaver, contribute: false, consult: false);

        Assert.Null((await PlaceAsync(asker, phone))["matched"]!["shared"]);
        Assert.Equal("strong", (string?)(await SharedAsync(asker, second))["grade"]);
        Assert.Equal(0, await new TenantTables(host.Database, leaver.TenantId).CountAsync("screening.shared_contributions"));
        await EndAsync(leaver, phone, "bad_debt");
        Assert.Null((await PlaceAsync(asker, phone))["matched"]!["shared"]);
    }

    [Fact]
    public async Task A_debt_that_stands_elsewhere_outlives_the_correction_of_another_of_the_same_person()
    {
        string phone = NewPhone();
        TenantActor giver = await ActorAsync(contribute: true), asker = await ActorAsync(consult: true);
        string paid = await EndAsync(giver, phone, "bad_debt");
        await EndAsync(giver, phone, "bad_debt");
        (await giver.PostAsync($"/v1/screenings/{paid}/outcome", new { status = "legitimate" })).Expect(200);
        Assert.Equal("strong", (string?)(await SharedAsync(asker, phone))["grade"]);
    }

    [Fact]
    public async Task Test_and_live_tenants_never_meet()
    {
        string phone = NewPhone();
        TenantActor test = await ActorAsync(contribute: true), live = await ActorAsync(consult: true, mode: "live"), liveGiver = await ActorAsync(contribute: true, mode: "live");
        await EndAsync(test, phone, "fraud");
        Assert.Null((await PlaceAsync(live, phone))["matched"]!["shared"]);
        await EndAsync(liveGiver, phone, "fraud");
        Assert.Equal("strong", (string?)(await SharedAsync(live, phone))["grade"]);
    }

    [Fact]
    public async Task The_applications_role_can_neither_read_nor_write_the_table()
    {
        await using NpgsqlConnection connection = new(host.Database.AppConnectionString);
        await connection.OpenAsync();
        foreach (string sql in (string[])["SELECT count(*) FROM shared.negatives", "DELETE FROM shared.negatives", "UPDATE shared.negatives SET category = 'fraud'", "COPY shared.negatives TO STDOUT"])
        {
            await using NpgsqlCommand command = new(sql, connection);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }
    }

    [Fact]
    public async Task Not_even_the_database_tells_whose_rows_belong_together()
    {
        TenantActor giver = await ActorAsync(contribute: true);
        string[] before = await AdminAsync("SELECT encode(key_hash, 'hex') FROM shared.negatives");
        await EndAsync(giver, NewPhone(), "fraud");
        await EndAsync(giver, NewPhone(), "fraud");
        string[][] rows =
        [
            .. (await AdminAsync("SELECT encode(key_hash, 'hex') || ' ' || encode(contributor, 'hex') || ' ' || encode(source, 'hex') || ' ' || kind FROM shared.negatives"))
                .Select(row => row.Split(' ')).Where(row => !before.Contains(row[0])),
        ];
        Assert.NotEmpty(rows);

        // One person's name in a town may stand twice; beyond that, no tag is met again in any other row.
        Assert.Equal(rows.Length, rows.Select(row => row[2]).Distinct().Count());
        Assert.Equal(rows.Select(row => row[3] + row[0]).Distinct().Count(), rows.Select(row => row[1]).Distinct().Count());

        // The tenant's own search hashes are another key's: neither is a part of the other.
        string[] own = await new TenantTables(host.Database, giver.TenantId).RowsAsync("SELECT encode(key_hash, 'hex') FROM screening.screening_keys");
        Assert.All(rows, row => Assert.DoesNotContain(own, hash => row[0].Contains(hash, StringComparison.Ordinal) || hash.Contains(row[0], StringComparison.Ordinal)));

        // Months, not instants.
        Assert.Equal(["1"], await AdminAsync("SELECT DISTINCT extract(day FROM month)::text FROM shared.negatives"));
    }

    private async Task<TenantActor> ActorAsync(bool contribute = false, bool consult = false, string mode = "test")
    {
        TenantActor actor = await host.OnboardAsync(mode);
        await SettingsAsync(actor, contribute, consult);
        return actor;
    }

    private static async Task SettingsAsync(TenantActor actor, bool contribute, bool consult) =>
        (await actor.PatchAsync("/v1/settings", new { screening = new { shared_negatives = new { contribute, consult } } })).Expect(200);

    private static async Task<string> EndAsync(TenantActor actor, string phone, string outcome)
    {
        string screening = (await PlaceAsync(actor, phone)).Id;
        (await actor.PostAsync($"/v1/screenings/{screening}/outcome", new { status = outcome })).Expect(200);
        return screening;
    }

    private static async Task<Answer> PlaceAsync(TenantActor actor, string phone) =>
        (await actor.PostAsync("/v1/screenings", Purchase(await Purchases.MerchantAsync(actor), phone))).Expect(201);

    private static async Task<JsonNode> SharedAsync(TenantActor actor, string phone) => (await PlaceAsync(actor, phone))["matched"]!["shared"]!;

    /// <summary>The number makes the person: the tests of a class share one database.</summary>
    private static JsonObject Purchase(string merchant, string phone)
    {
        JsonObject purchase = Purchases.Of(merchant);
        purchase["buyer"]!["name"] = $"山田 {string.Concat(phone[^6..].Select(digit => "甲乙丙丁戊己庚辛壬癸"[digit - '0']))}";
        purchase["buyer"]!.AsObject().Remove("name_kana");
        purchase["buyer"]!["phone"] = phone;
        purchase["buyer"]!["email"] = $"a{phone}z@example.jp";
        purchase["card"] = new JsonObject { ["fingerprint"] = $"fp{phone}" };
        return purchase;
    }

    private static int s_number = 200_000;

    private static string NewPhone() => $"0901{(Interlocked.Increment(ref s_number) * 7) + 1_000_000}";

    private async Task<string[]> AdminAsync(string sql)
    {
        await using NpgsqlConnection connection = new(
            new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("BNPL_ADMIN_DATABASE")) { Database = host.Database.Name, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return [.. rows];
    }
}
