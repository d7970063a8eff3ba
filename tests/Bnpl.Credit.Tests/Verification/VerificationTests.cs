using System.Text.Json.Nodes;
using Bnpl.Credit.Tests.Orders;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Credit.Tests.Verification;

public sealed class VerificationTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task The_right_code_has_the_order_decided_again()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        Answer held = await shop.HeldAsync();
        Assert.Equal("verification_required", (string?)held["decision.reasons"]![0]!["code"]);
        Assert.Equal(["corrections", "verification", "resend", "cancel"], held.AllowedActions());
        Answer state = (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}/verification")).Expect(200);
        Assert.Equal(("*******5678", 5, 3), (state.Member("sent_to"), state.Number("tries_left"), state.Number("resends_left")));

        Answer verified = (await shop.VerifyAsync(held.Id, await shop.CodeAsync(held.Id))).Expect(200);

        Assert.Equal(("authorized", "approved"), (verified.Member("status"), verified.Member("decision.result")));
        Assert.Equal(12_000, await shop.OpenBalanceAsync(held));
        Answer decisions = (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}/decisions")).Expect(200);
        Assert.Equal([true, false], decisions["data"]!.AsArray().Select(decision => (bool)decision!["facts"]!["buyer"]!["verified"]!));
        Assert.Equal(["order.on_hold", "order.authorized"], await shop.EventsAsync(held.Id));
        Assert.Empty((await shop.Tenant.GetAsync("/v1/reviews")).Expect(200)["data"]!.AsArray());
        (await shop.VerifyAsync(held.Id, "123456")).Expect(409, "state_conflict");
        (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}/verification")).Expect(404, "not_found");
    }

    [Fact]
    public async Task The_message_is_written_once_and_names_shop_and_code_first()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        Answer held = await shop.HeldAsync();
        JsonNode message = Assert.Single(await shop.MessagesAsync(held.Id));

        string folder = Path.Combine(host.DataDirectory, "sms", shop.Tenant.Slug);
        await Until.TrueAsync("the message", () => Task.FromResult(Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.csv").Any()), everyMilliseconds: 50);

        string file = Assert.Single(Directory.EnumerateFiles(folder, "*.csv"));
        string code = await shop.CodeAsync(held.Id);
        string text = $"元赤坂商店の確認コードは{code}です。10分以内にご入力ください。他の方には教えないでください。";
        Assert.Equal((text, "+819012345678"), ((string?)message["text"], (string?)message["to"]));
        string id = Path.GetFileNameWithoutExtension(file);
        Assert.Equal($"delivery_id,to,text\r\n{id},\"+819012345678\",\"{text}\"\r\n", await File.ReadAllTextAsync(file));
        await Until.TrueAsync("the record", async () => (string?)(await shop.MessagesAsync(held.Id))[0]["state"] == "sent", everyMilliseconds: 50);
    }

    [Fact]
    public async Task A_message_whose_sender_died_is_sent_again_under_its_name()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        Answer held = await shop.HeldAsync();
        string folder = Path.Combine(host.DataDirectory, "sms", shop.Tenant.Slug);
        await Until.TrueAsync("the record", async () => (string?)(await shop.MessagesAsync(held.Id))[0]["state"] == "sent", everyMilliseconds: 50);
        string[] before = Directory.GetFiles(folder);
        File.Delete(before.Single());
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        await tables.RowsAsync($"UPDATE infra.sms_messages SET state = 'claimed', claimed_at = now() - interval '2 minutes' WHERE tenant_id = '{shop.Tenant.TenantId}'");

        await Until.TrueAsync("the sweep", async () => (string?)(await shop.MessagesAsync(held.Id))[0]["state"] == "sent", everyMilliseconds: 100);

        Assert.Equal(before, Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_wrong_code_is_counted_and_the_fifth_is_the_last()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        Answer held = await shop.HeldAsync();
        string wrong = await shop.WrongCodeAsync(held.Id);

        Answer first = (await shop.VerifyAsync(held.Id, wrong, "try")).Expect(422, "code_wrong");
        Assert.Equal(4, first.Number("tries_left"));
        Answer replayed = await shop.VerifyAsync(held.Id, wrong, "try");
        Assert.Equal(("true", first.Text), (replayed.Header("Idempotent-Replayed"), replayed.Text));
        for (int left = 3; left >= 0; left--)
        {
            Assert.Equal(left, (await shop.VerifyAsync(held.Id, wrong)).Expect(422, "code_wrong").Number("tries_left"));
        }

        Answer spent = (await shop.VerifyAsync(held.Id, await shop.CodeAsync(held.Id))).Expect(409, "code_expired");
        Assert.Equal(["corrections", "verification", "resend", "cancel"], spent.AllowedActions());
        Assert.Equal("on_hold", (await shop.OrderAsync(held.Id)).Member("status"));
    }

    [Fact]
    public async Task Parallel_guesses_are_five_at_most()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        Answer held = await shop.HeldAsync();
        string wrong = await shop.WrongCodeAsync(held.Id);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => shop.VerifyAsync(held.Id, wrong)));

        Assert.Equal([0, 1, 2, 3, 4], answers.Where(answer => answer.Status == 422).Select(answer => answer.Number("tries_left")).Order());
        Assert.All(answers.Where(answer => answer.Status != 422), answer => answer.Expect(409, "code_expired"));
        (await shop.VerifyAsync(held.Id, await shop.CodeAsync(held.Id))).Expect(409, "code_expired");
    }

    [Fact]
    public async Task A_code_is_good_for_ten_minutes_and_a_new_one_ends_the_old()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        Answer held = await shop.HeldAsync();
        string old = await shop.CodeAsync(held.Id);
        Answer early = (await shop.ResendAsync(held.Id)).Expect(429, "resend_too_soon");
        Assert.Equal("60", early.Header("Retry-After"));

        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddMinutes(10).AddSeconds(1));
        (await shop.VerifyAsync(held.Id, old)).Expect(409, "code_expired");
        Answer resent = (await shop.ResendAsync(held.Id)).Expect(200);

        Assert.Equal((5, 2), (resent.Number("tries_left"), resent.Number("resends_left")));
        string next = await shop.CodeAsync(held.Id);
        Assert.Equal(2, (await shop.MessagesAsync(held.Id)).Length);
        if (next != old)
        {
            (await shop.VerifyAsync(held.Id, old)).Expect(422, "code_wrong");
        }

        (await shop.VerifyAsync(held.Id, $" {string.Concat(next.Select(digit => (char)(digit - '0' + '０')))} ")).Expect(200);
    }

    [Fact]
    public async Task After_three_further_codes_a_person_decides()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        Answer held = await shop.HeldAsync();
        for (int left = 2; left >= 0; left--)
        {
            await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddSeconds(61));
            Assert.Equal(left, (await shop.ResendAsync(held.Id)).Expect(200).Number("resends_left"));
        }

        Assert.Equal(["corrections", "verification", "cancel"], (await shop.OrderAsync(held.Id)).AllowedActions());
        await shop.Tenant.AdvanceToAsync((await shop.NowAsync()).AddSeconds(61));
        (await shop.ResendAsync(held.Id)).Expect(409, "state_conflict");
        string wrong = await shop.WrongCodeAsync(held.Id);
        for (int tries = 1; tries < 5; tries++)
        {
            (await shop.VerifyAsync(held.Id, wrong)).Expect(422, "code_wrong");
        }

        Assert.Equal(["corrections", "cancel"], (await shop.VerifyAsync(held.Id, wrong)).Expect(422, "code_wrong").AllowedActions());
        (await shop.VerifyAsync(held.Id, await shop.CodeAsync(held.Id))).Expect(409, "state_conflict");
        Assert.Equal("authorized", (await shop.DecideAsync(held.Id, "approved")).Expect(200).Member("status"));
    }

    [Fact]
    public async Task A_second_doubt_is_left_to_a_person_though_the_code_was_right()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        Answer held = await shop.HeldAsync(45_000);

        Answer verified = (await shop.VerifyAsync(held.Id, await shop.CodeAsync(held.Id))).Expect(200);

        Assert.Equal(("on_hold", "manual_review"), (verified.Member("status"), (string?)verified["decision.reasons"]![0]!["code"]));
        Assert.Equal(["corrections", "cancel"], verified.AllowedActions());
        Assert.Single(await shop.MessagesAsync(held.Id));
    }

    [Fact]
    public async Task Another_telephone_number_is_verified_anew_and_the_same_one_is_not()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        Answer held = await shop.HeldAsync(45_000);
        (await shop.VerifyAsync(held.Id, await shop.CodeAsync(held.Id))).Expect(200);

        Answer named = (await shop.ActAsync(held.Id, "corrections", new { buyer = new { name = "山田 次郎" } })).Expect(200);
        Assert.Equal(["corrections", "cancel"], named.AllowedActions());
        Answer called = (await shop.ActAsync(held.Id, "corrections", new { buyer = new { phone = "080-7654-3210" } })).Expect(200);

        Assert.Equal(["corrections", "verification", "resend", "cancel"], called.AllowedActions());
        Assert.Equal("+818076543210", (string?)(await shop.MessagesAsync(held.Id))[0]["to"]);
        Assert.Equal(2, (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}/verification")).Expect(200).Number("resends_left"));
    }

    [Fact]
    public async Task Whoever_has_no_mobile_telephone_is_left_to_a_person()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        JsonObject order = shop.Order(kana: "ヤマダ タロウ");
        order["buyer"]!["phone"] = "03-3584-1234";

        Answer held = await shop.PlacedAsync(order, "on_hold");

        Assert.Equal(["corrections", "cancel"], held.AllowedActions());
        Assert.Equal("manual_review", (string?)held["decision.reasons"]![0]!["code"]);
        Assert.DoesNotContain("確認コード", held.Member("decision.buyer_message"), StringComparison.Ordinal);
        Assert.Empty(await shop.MessagesAsync(held.Id));
        (await shop.VerifyAsync(held.Id, "123456")).Expect(409, "state_conflict");
    }

    [Fact]
    public async Task A_larger_content_that_is_doubted_asks_for_no_code_that_nobody_could_enter()
    {
        Shop shop = await Shop.OpenAsync(host);
        (await shop.Tenant.Api.PutAsync("/v1/credit_policy", new { verification = new { over = 20_000 } })).Expect(200);
        Answer order = await shop.PlacedAsync(shop.Order(12_000, "ヤマダ タロウ"), "authorized");

        Answer amended = (await shop.AmendAsync(order.Id, (25_000, 1))).Expect(200);

        Assert.Equal("manual_review", (string?)amended["pending_amend.decision.reasons"]![0]!["code"]);
        Assert.Empty(await shop.MessagesAsync(order.Id));
    }

    [Fact]
    public async Task What_is_no_code_is_not_counted_and_strangers_are_told_nothing()
    {
        Shop shop = await CodeShop.OpenAsync(host);
        Answer held = await shop.HeldAsync();
        TenantActor stranger = await host.OnboardAsync();

        (await shop.VerifyAsync(held.Id, "12345")).Expect(422, "invalid_code");
        (await shop.VerifyAsync(held.Id, "")).Expect(422, "required");
        (await stranger.PostAsync($"/v1/orders/{held.Id}/verification", new { code = await shop.CodeAsync(held.Id) })).Expect(404, "not_found");
        (await stranger.PostAsync($"/v1/orders/{held.Id}/verification/resend")).Expect(404, "not_found");
        (await stranger.GetAsync($"/v1/test_helpers/sms?order={held.Id}")).Expect(404, "not_found");
        (await shop.Tenant.Api.SendAsync(HttpMethod.Post, $"/v1/orders/{held.Id}/verification", new { code = "123456" }, ifMatch: "\"9\"")).Expect(412, "stale_version");

        Assert.Equal(5, (await shop.Tenant.GetAsync($"/v1/orders/{held.Id}/verification")).Expect(200).Number("tries_left"));
    }

    [Fact]
    public async Task The_right_code_and_a_cancellation_race_and_the_limit_fits_what_came_of_it()
    {
        for (int round = 0; round < 4; round++)
        {
            Shop shop = await CodeShop.OpenAsync(host);
            Answer held = await shop.HeldAsync();
            string code = await shop.CodeAsync(held.Id);

            Answer[] answers = await Task.WhenAll(
                shop.VerifyAsync(held.Id, code), shop.VerifyAsync(held.Id, code), shop.ActAsync(held.Id, "cancel"), shop.DecideAsync(held.Id, "declined"));

            string status = (await shop.OrderAsync(held.Id)).Member("status");
            Assert.True(answers.Take(2).Count(answer => answer.Status == 200) <= 1);
            Assert.Contains(status, new[] { "authorized", "canceled", "declined" });
            Assert.Equal(status == "authorized" ? 12_000 : 0, await shop.OpenBalanceAsync(held));
        }
    }
}
