using Bnpl.Credit.Merchants;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Credit.Tests.Merchants;

public sealed class MerchantLifeTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly string[] s_states = ["draft", "reviewing", "active", "restricted", "closed"];
    private static readonly string[] s_actions = ["submit", "return", "activate", "restrict", "close"];

    [Fact]
    public void Moves_as_its_table_says()
    {
        string walked = string.Join('\n', s_states.Select(state => string.Join(' ', s_actions.Select(action =>
            MerchantLifecycle.Table.Allows(state, action) ? MerchantLifecycle.Table.Next(state, action, []) : "-").Prepend(state))));

        Assert.Equal(
            """
            draft reviewing - - - closed
            reviewing - draft active - closed
            active - - - restricted closed
            restricted - - active - closed
            closed - - - - -
            """,
            walked);
    }

    [Fact]
    public async Task Every_state_and_action_over_HTTP_moves_or_tells_what_is_allowed_instead()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        Dictionary<string, string[]> ways = new()
        {
            ["draft"] = [],
            ["reviewing"] = ["submit"],
            ["active"] = ["submit", "activate"],
            ["restricted"] = ["submit", "activate", "restrict"],
            ["closed"] = ["close"],
        };
        foreach (string state in s_states)
        {
            foreach (string action in s_actions)
            {
                Applicant shop = await Applicant.OfAsync(tenant);
                foreach (string step in ways[state])
                {
                    (await shop.MoveAsync(step)).Expect(200);
                }

                Answer answer = await shop.MoveAsync(action);
                if (MerchantLifecycle.Table.Allows(state, action))
                {
                    Assert.Equal(MerchantLifecycle.Table.Next(state, action, []), answer.Expect(200).Member("status"));
                }
                else
                {
                    answer.Expect(409, "state_conflict");
                    Assert.Equal(state, answer.Member("current_status"));
                    Assert.Equal(MerchantLifecycle.Table.ActionsOf(state), Applicant.Strings(answer["allowed_actions"]));
                    Assert.Equal(state, (await shop.GetAsync()).Member("status"));
                }
            }
        }
    }

    [Fact]
    public async Task Keeps_who_moved_it_when_and_why()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        (await shop.MoveAsync("restrict", "商品が届かないとの苦情が続いたため", "complaints")).Expect(200);
        (await shop.MoveAsync("activate", "改善報告書を受領")).Expect(200);

        Answer history = (await shop.Tenant.GetAsync($"{shop.Path}/history")).Expect(200);

        Assert.Equal(
            ["activate restricted active 改善報告書を受領 ", "restrict active restricted 商品が届かないとの苦情が続いたため complaints", "create  active  "],
            history.Body["data"]!.AsArray().Select(m => $"{m!["action"]} {m["from"]} {m["to"]} {m["reason"]} {m["reason_code"]}"));
        Assert.All(history.Body["data"]!.AsArray(), move => Assert.Equal(shop.Tenant.Api.ClientId, (string)move!["by"]!));
        Answer second = (await shop.Tenant.GetAsync($"{shop.Path}/history?limit=1&starting_after={history.Body["data"]![0]!["id"]}")).Expect(200);
        Assert.Equal("restrict", (string)second.Body["data"]![0]!["action"]!);
    }

    [Fact]
    public async Task Reasons_and_particulars_stand_in_the_database_sealed_only()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        await shop.FillInAsync();
        (await shop.MoveAsync("restrict", "鈴木氏の申告に虚偽")).Expect(200);
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);

        string rows = string.Join('\n', await tables.RowsAsync("SELECT m::text FROM credit.merchants m UNION ALL SELECT v::text FROM credit.merchant_moves v"));

        Assert.DoesNotContain("鈴木", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("元赤坂1-5-31", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("1234-5678", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("shop@example.jp", rows, StringComparison.Ordinal);
        Answer shown = await shop.GetAsync();
        Assert.Equal("東京都港区元赤坂1-5-31", shown.Member("address"));
        Assert.Equal("鈴木 一郎", shown.Member("profile.representative.name"));
        Assert.Equal("鈴木氏の申告に虚偽", shown.Member("status_reason"));
    }

    [Fact]
    public async Task A_row_from_before_sealing_reads_as_ever_and_is_sealed_by_the_next_mornings_run()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        TenantTables tables = new(host.Database, shop.Tenant.TenantId);
        await tables.RowsAsync(
            "UPDATE credit.merchants SET particulars = NULL, address = '旧住所', phone = '03-0000-0000', contact_email = 'old@example.jp', status_reason = '旧理由' WHERE tenant_id = app_tenant() RETURNING id"
                .Replace("app_tenant()", $"'{shop.Tenant.TenantId}'", StringComparison.Ordinal));
        Assert.Equal("旧住所", (await shop.GetAsync()).Member("address"));

        await AdvanceAsync(shop.Tenant, days: 1);

        Assert.Equal(["- - - -"], await tables.RowsAsync("SELECT address, phone, contact_email, status_reason FROM credit.merchants"));
        Answer shown = await shop.GetAsync();
        Assert.Equal(
            ("旧住所", "03-0000-0000", "old@example.jp", "旧理由"),
            (shown.Member("address"), shown.Member("phone"), shown.Member("contact_email"), shown.Member("status_reason")));
    }

    [Fact]
    public async Task Parallel_moves_of_one_merchant_happen_once()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.MoveAsync("restrict")));

        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.Expect(409, "state_conflict"));
        Assert.Equal(2, (await shop.Tenant.GetAsync($"{shop.Path}/history")).Body["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Only_staff_of_the_tenant_sees_what_is_thought_of_a_shop()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        ApiClient bound = await shop.Tenant.ClientAsync("orders:read orders:write", shop.Id);
        ApiClient other = await shop.Tenant.ClientAsync("orders:read");

        foreach (string path in new[] { "", "/history", "/documents", "/checks", "/complaints", "/fee_plans" })
        {
            Assert.Contains((await bound.GetAsync(shop.Path + path)).Status, new[] { 403, 404 });
            (await other.GetAsync(shop.Path + path)).Expect(403, "insufficient_scope");
        }
    }

    [Fact]
    public async Task Restricting_returning_and_closing_want_a_reason_and_a_code_of_the_list()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());

        foreach (string action in new[] { "restrict", "return", "close" })
        {
            Assert.Equal("reason", (string)(await shop.MoveAsync(action, reason: null)).Expect(422, "required").Body["errors"]![0]!["field"]!);
        }

        (await shop.MoveAsync("restrict", "理由", "bored")).Expect(422, "not_allowed");
    }

    internal static async Task AdvanceAsync(TenantActor tenant, int days)
    {
        Answer clock = (await tenant.GetAsync("/v1/test_clock")).Expect(200);
        await tenant.AdvanceToAsync(DateTimeOffset.Parse(clock.Member("now"), System.Globalization.CultureInfo.InvariantCulture).AddDays(days));
    }
}
