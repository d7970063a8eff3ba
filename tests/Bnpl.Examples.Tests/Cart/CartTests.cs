using System.Text.Json.Nodes;
using Bnpl.TestKit;
using Microsoft.Playwright;

namespace Bnpl.Examples.Tests.Cart;

/// <summary>The example shop in a real Chromium, selling on the real platform.</summary>
public sealed class CartTests(PlatformHost host, Chromium chromium) : IClassFixture<PlatformHost>, IClassFixture<Chromium>
{
    private const string Script = "\"><script>document.title='run'</script>";

    private readonly IBrowser _chromium = chromium.Browser;

    [Fact]
    public async Task Sells_to_whom_the_platform_approves_with_the_device_tags_session()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant);
        await using Customer customer = await Customer.EnterAsync(_chromium, shop);
        await customer.FillBasketAsync();
        await customer.TypeAsync(kana: "ヤマダ ハナコ");
        await customer.Page.EvaluateAsync("() => window.bnplDevice.ready");
        await customer.PressAsync("お支払い方法の選択へ");
        Assert.Contains("後払い（一括払い）", await customer.ReadAsync(), StringComparison.Ordinal);
        await customer.PressAsync("次へ進む");

        // 特定商取引法12条の6
        string confirmation = await customer.ReadAsync();
        Assert.All(
            ["粉引の湯のみ", "3,630円", "4,180円", "お支払いの時期・方法", "商品の引渡時期", "キャンセル・返品", "お申込みの期間", "〒107-0051", "お支払い金額：4,180円"],
            text => Assert.Contains(text, confirmation, StringComparison.Ordinal));
        await customer.PressAsync("注文を確定する");
        Assert.Equal("ご注文ありがとうございます", await customer.HeadingAsync());
        Assert.Contains("hanako@example.jp宛てに請求書", await customer.ReadAsync(), StringComparison.Ordinal);

        JsonNode order = await OneOrderAsync(tenant);
        Assert.Equal(("authorized", 4180L), ((string)order["status"]!, (long)order["amount"]!));
        Answer screening = (await tenant.GetAsync($"/v1/screenings/{(string)order["decision"]!["screening"]!}")).Expect(200);
        Assert.Equal("found", screening.Member("normalized.device.session"));
        Answer export = (await tenant.GetAsync($"/v1/buyers/{(string)order["buyer"]!["id"]!}/export")).Expect(200);
        Assert.Equal(["terms", "privacy"], export["sections"]!["orders"]![0]!["consents"]!.AsArray().Select(consent => (string)consent!["kind"]!));

        // Looked at again, it is the same order; and the basket is empty.
        await customer.Page.ReloadAsync();
        Assert.Equal("ご注文ありがとうございます", await customer.HeadingAsync());
        await customer.OpenAsync("/basket");
        Assert.Contains("まだ何も入っていません", await customer.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_what_the_law_wants_asked_before_instalments()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PatchAsync("/v1/settings", new
        {
            credit_registration = new { number = "関東（個）第1号", valid_to = "2099-12-31" },
            payment_plans = new[] { new { code = "three", kind = "instalments", count = 3, interval = "month", due = 14, fee_rate = "0", enabled = true } },
        })).Expect(200);
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant);
        await using Customer customer = await Customer.EnterAsync(_chromium, shop);
        await customer.FillBasketAsync();
        await customer.TypeAsync();
        await customer.PressAsync("お支払い方法の選択へ");
        Assert.Contains("後払い（3回払い）", await customer.ReadAsync(), StringComparison.Ordinal);
        await customer.PressAsync("次へ進む");
        Assert.Equal("ご収入などのご入力", await customer.HeadingAsync());

        await customer.Page.FillAsync("#income", "４５０万円");
        await customer.Page.FillAsync("#household", "2");
        await customer.Page.FillAsync("#debts", "0");
        await customer.PressAsync("ご注文内容の確認へ");
        Assert.Equal(["お住まいをお選びください。", "信用情報の照会への同意が必要です。"], await customer.Page.Locator("#errors a").AllInnerTextsAsync());
        await customer.Page.SelectOptionAsync("#housing", "rented");
        await customer.Page.CheckAsync("#bureau");
        await customer.PressAsync("ご注文内容の確認へ");
        await customer.PressAsync("注文を確定する");

        Assert.Equal("ご注文ありがとうございます", await customer.HeadingAsync());
        JsonNode order = await OneOrderAsync(tenant);
        Assert.Equal("authorized", (string)order["status"]!);
        Answer export = (await tenant.GetAsync($"/v1/buyers/{(string)order["buyer"]!["id"]!}/export")).Expect(200);
        JsonNode told = export["sections"]!["orders"]![0]!;
        Assert.Equal((4_500_000L, 2, "rented", 0L), ((long)told["finances"]!["annual_income"]!, (int)told["finances"]!["household_size"]!, (string)told["finances"]!["housing"]!, (long)told["finances"]!["debts"]!));
        Assert.Equal(["terms", "privacy", "credit_bureau"], told["consents"]!.AsArray().Select(consent => (string)consent!["kind"]!));
    }

    [Fact]
    public async Task Asks_for_the_house_number_that_was_forgotten_and_goes_on()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant);
        await using Customer customer = await Customer.EnterAsync(_chromium, shop, onPhone: true);
        await customer.ReachConfirmationAsync("サトウ ハナコ", "佐藤 花子", "元赤坂");
        await customer.PressAsync("注文を確定する");
        Assert.Equal("ご入力内容の確認をお願いいたします", await customer.HeadingAsync());
        Assert.Contains("ご住所の番地をご確認ください。", await customer.ReadAsync(), StringComparison.Ordinal);

        await customer.Page.FillAsync("#postal", "107");
        await customer.PressAsync("この内容で送信する");
        Assert.Equal("郵便番号を7桁の数字でご入力ください。", await customer.Page.Locator("#errors a").InnerTextAsync());

        await customer.Page.FillAsync("#postal", "１０７－００５１");
        await customer.Page.FillAsync("#line1", "元赤坂1丁目5番32号");
        await customer.PressAsync("この内容で送信する");
        Assert.Equal("ご注文ありがとうございます", await customer.HeadingAsync());
        Assert.Equal("authorized", (string)(await OneOrderAsync(tenant))["status"]!);
    }

    [Fact]
    public async Task Offers_another_way_to_pay_to_whom_the_platform_declines()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant);
        await using Customer customer = await Customer.EnterAsync(_chromium, shop, dark: true);
        await customer.ReachConfirmationAsync();

        // Offered a minute ago, no longer to be had.
        (await tenant.PostAsync($"/v1/merchants/{shop.Merchant}/restrict", new { reason = "途上審査" })).Expect(200);
        await customer.PressAsync("注文を確定する");
        Assert.Equal("別のお支払い方法をお選びください", await customer.HeadingAsync());
        Assert.Contains("誠に申し訳ございません", await customer.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("declined", (string)(await OneOrderAsync(tenant))["status"]!);
        await customer.PressAsync("お支払い方法を選ぶ");
        Assert.DoesNotContain("後払い（", await customer.ReadAsync(), StringComparison.Ordinal);
        await customer.PressAsync("次へ進む");
        await customer.PressAsync("注文を確定する");
        Assert.Equal("ご注文ありがとうございます", await customer.HeadingAsync());
        Assert.Contains("配達員にお支払いください", await customer.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_nothing_that_would_be_declined()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant);
        await using Customer customer = await Customer.EnterAsync(_chromium, shop, onPhone: true);
        await customer.FillBasketAsync();
        await customer.TypeAsync("テスト エヌジー");
        await customer.PressAsync("お支払い方法の選択へ");
        Assert.Contains("今回のご注文では、後払いをご利用いただけません。", await customer.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(["代金引換"], await customer.Page.Locator(".choice label").AllInnerTextsAsync());
        Assert.Empty(await OrdersAsync(tenant));
    }

    [Fact]
    public async Task Asks_for_the_code_that_was_sent_to_the_telephone()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.Api.PutAsync("/v1/screening_policies/bnpl", new
        {
            name = "後払い",
            rules = new[] { new { code = "all", when = "order.amount >= 1", toward = "review", points = 60, reason = "verification_required" } },
        })).Expect(200);
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant);
        await using Customer customer = await Customer.EnterAsync(_chromium, shop, onPhone: true);
        await customer.ReachConfirmationAsync("ヤマダ ハナコ");
        await customer.PressAsync("注文を確定する");
        Assert.Equal("ご本人確認のお願い", await customer.HeadingAsync());

        string order = (string)(await OneOrderAsync(tenant))["id"]!;
        string text = (string)(await tenant.GetAsync($"/v1/test_helpers/sms?order={order}")).Expect(200)["data"]![0]!["text"]!;
        string code = new([.. text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);
        await customer.Page.FillAsync("#code", code == "000000" ? "000001" : "000000");
        await customer.PressAsync("確認する");
        Assert.Contains("あと4回ご入力いただけます。", await customer.ReadAsync(), StringComparison.Ordinal);
        await customer.PressAsync("もう一度送る");
        Assert.Contains("1分ほどおいてから", await customer.ReadAsync(), StringComparison.Ordinal);

        await customer.Page.FillAsync("#code", code);
        await customer.PressAsync("確認する");
        Assert.Equal("ご注文ありがとうございます", await customer.HeadingAsync());
        Assert.Equal("authorized", (string)(await OneOrderAsync(tenant))["status"]!);
    }

    [Fact]
    public async Task Tells_who_must_wait_that_somebody_looks_and_then_what_came_of_it()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant);
        await using Customer customer = await Customer.EnterAsync(_chromium, shop);
        await customer.ReachConfirmationAsync("テスト ホリュウ");
        await customer.PressAsync("注文を確定する");
        Assert.Equal("ご注文内容を確認しております", await customer.HeadingAsync());

        string order = (string)(await OneOrderAsync(tenant))["id"]!;
        (await tenant.PostAsync($"/v1/reviews/{order}/claim", new { })).Expect(200);
        (await tenant.PostAsync($"/v1/reviews/{order}/decide", new { result = "approved", note = "電話で確認しました。" })).Expect(200);
        await customer.PressAsync("最新の状況を見る");
        Assert.Equal("ご注文ありがとうございます", await customer.HeadingAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Places_one_order_however_often_the_button_is_pressed(bool script)
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant);
        await using Customer customer = await Customer.EnterAsync(_chromium, shop, script: script);
        await customer.ReachConfirmationAsync();
        string number = await customer.Page.InputValueAsync("[name=number]");

        // The same form from two windows at once, and then a double click.
        IAPIRequestContext second = customer.Page.Context.APIRequest;
        IFormData form = second.CreateFormData().Set("token", await customer.Page.InputValueAsync("form.order [name=token]")).Set("number", number);
        Task<IAPIResponse>[] sent = [.. Enumerable.Range(0, 4).Select(_ => second.PostAsync($"{shop.Url}/order", new APIRequestContextOptions { Form = form }))];
        await customer.Page.DblClickAsync("button.final");
        foreach (IAPIResponse answer in await Task.WhenAll(sent))
        {
            Assert.Equal((200, $"{shop.Url}/orders/{number}"), (answer.Status, answer.Url));
        }

        await customer.Page.WaitForURLAsync($"**/orders/{number}");
        Assert.Equal("ご注文ありがとうございます", await customer.HeadingAsync());
        Assert.Equal(number, (string)(await OneOrderAsync(tenant))["merchant_order_no"]!);
    }

    [Fact]
    public async Task Can_be_used_with_the_keyboard_alone()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant);
        await using Customer customer = await Customer.EnterAsync(_chromium, shop);
        IKeyboard keys = customer.Page.Keyboard;
        await customer.OpenAsync("/");
        await GoToAsync("かごに入れる");
        await GoToAsync("ご購入手続きへ");

        // Sent empty, the page opens at the list of what is missing; each item leads to its field.
        await GoToAsync("お支払い方法の選択へ");
        Assert.Equal("errors", await customer.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        Assert.Equal("name", await customer.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        foreach (string text in (string[])["山田 花子", "テスト オーケー", "1070051", "東京都", "港区", "元赤坂1丁目5番31号", "", "090-1234-5678", "hanako@example.jp", "1988", "5", "1"])
        {
            // A list takes the first entry that begins with what is typed.
            await (text == "東京都" ? customer.Page.SelectOptionAsync(":focus", text) : keys.InsertTextAsync(text));
            await keys.PressAsync("Tab");
        }

        await GoToAsync("お支払い方法の選択へ");
        await GoToAsync("次へ進む");
        await GoToAsync("注文を確定する");
        Assert.Equal("ご注文ありがとうございます", await customer.HeadingAsync());

        async Task GoToAsync(string name)
        {
            for (int steps = 0; steps < 80; steps++)
            {
                if (await customer.Page.EvaluateAsync<bool>("name => document.activeElement?.textContent.trim() === name", name))
                {
                    await customer.LoadAsync(() => keys.PressAsync("Enter"));
                    return;
                }

                await keys.PressAsync("Tab");
            }

            Assert.Fail($"No way by Tab to {name}.");
        }
    }

    [Fact]
    public async Task Shows_what_is_wrong_at_the_field_and_never_runs_what_was_typed()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant);
        await using Customer customer = await Customer.EnterAsync(_chromium, shop, onPhone: true, dark: true);
        await customer.FillBasketAsync();
        await customer.TypeAsync(kana: "やまだ はなこ", name: Script);
        await customer.Page.FillAsync("#birth_day", "32");
        await customer.Page.FillAsync("#email", "hanako");
        await customer.PressAsync("お支払い方法の選択へ");
        Assert.Equal(["メールアドレスをご確認ください。", "生年月日をご確認ください。"], await customer.Page.Locator("#errors a").AllInnerTextsAsync());
        Assert.Equal("ヤマダ ハナコ", await customer.Page.InputValueAsync("#kana"));
        Assert.Equal(Script, await customer.Page.InputValueAsync("#name"));
        Assert.StartsWith("入力内容をご確認ください", await customer.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sells_on_delivery_while_the_platform_cannot_be_reached()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant, $"http://127.0.0.1:{FreePort.Find()}/t/{tenant.Slug}");
        await using Customer customer = await Customer.EnterAsync(_chromium, shop, script: false);
        await customer.FillBasketAsync();
        await customer.TypeAsync();
        await customer.PressAsync("お支払い方法の選択へ");
        Assert.Contains("ただいま後払いをご利用いただけません。", await customer.ReadAsync(), StringComparison.Ordinal);
        await customer.PressAsync("次へ進む");
        await customer.PressAsync("注文を確定する");
        Assert.Equal("ご注文ありがとうございます", await customer.HeadingAsync());
    }

    [Theory]
    [InlineData("presses again")]
    [InlineData("pays otherwise")]
    public async Task Neither_loses_nor_doubles_an_order_whose_answer_was_lost(string then)
    {
        TenantActor tenant = await host.OnboardAsync();
        await using LossyLine line = await LossyLine.StartAsync(host.Http.BaseAddress!);
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant, line.IssuerOf(tenant));
        await using Customer customer = await Customer.EnterAsync(_chromium, shop, onPhone: true);
        await customer.ReachConfirmationAsync();
        line.LosesAnswers = true;
        await customer.PressAsync("注文を確定する");
        Assert.Contains("ご注文の受付を確認できませんでした", await customer.ReadAsync(), StringComparison.Ordinal);
        string lost = (string)(await OneOrderAsync(tenant))["id"]!;

        line.LosesAnswers = false;
        if (then == "pays otherwise")
        {
            await customer.OpenAsync("/payment");
            await customer.Page.CheckAsync("#pay-cash_on_delivery");
            await customer.PressAsync("次へ進む");
        }

        await customer.PressAsync("注文を確定する");
        Assert.Equal("ご注文ありがとうございます", await customer.HeadingAsync());
        Assert.Equal(lost, (string)(await OneOrderAsync(tenant))["id"]!);
        string expected = then == "pays otherwise" ? "canceled" : "authorized";
        await Until.TrueAsync($"the order {expected}", async () => (string)(await OneOrderAsync(tenant))["status"]! == expected);
    }

    [Fact]
    public async Task Takes_no_form_that_another_site_made_and_shows_an_order_to_nobody_else()
    {
        TenantActor tenant = await host.OnboardAsync();
        await using ExampleShop shop = await ExampleShop.OpenAsync(tenant);
        await using Customer customer = await Customer.EnterAsync(_chromium, shop);
        await customer.ReachConfirmationAsync();
        IAPIRequestContext browser = customer.Page.Context.APIRequest;
        IAPIResponse forged = await browser.PostAsync(
            $"{shop.Url}/order", new APIRequestContextOptions { Form = browser.CreateFormData().Set("number", await customer.Page.InputValueAsync("[name=number]")) });
        Assert.Equal(403, forged.Status);
        Assert.Empty(await OrdersAsync(tenant));

        await customer.PressAsync("注文を確定する");
        await using Customer stranger = await Customer.EnterAsync(_chromium, shop);
        Assert.Equal(404, (await stranger.Page.GotoAsync(customer.Page.Url))!.Status);
    }

    private static async Task<JsonNode> OneOrderAsync(TenantActor tenant) => Assert.Single(await OrdersAsync(tenant))!;

    private static async Task<JsonArray> OrdersAsync(TenantActor tenant) => (await tenant.GetAsync("/v1/orders")).Expect(200).Body["data"]!.AsArray();
}
