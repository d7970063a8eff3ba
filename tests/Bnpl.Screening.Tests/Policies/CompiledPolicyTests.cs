using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Policies;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.Tests.Policies;

public sealed class CompiledPolicyTests
{
    private static readonly PurchaseLine s_line = new() { Name = "腕時計", Sku = "W-1", Quantity = 2, UnitPrice = 30_000 };

    [Fact]
    public void A_rule_that_fails_is_skipped_and_reported_and_the_others_decide()
    {
        Judgement judgement = Judge(
            Rule("ratio", "order.amount / (order.quantity - 2) > 10", "ng", 100),
            Rule("large", "order.amount >= 60000", "review", 60));
        Assert.Equal((Verdict.Review, "large"), (judgement.Verdict, judgement.Rules.Single()));
        Assert.Equal(["rule:ratio"], judgement.Degraded);
    }

    [Fact]
    public void A_stored_rule_that_this_release_cannot_read_costs_the_rule_and_not_the_verdict()
    {
        Judgement judgement = Judge(Rule("gone", "signals.no_such_signal", "ng", 100), Rule("large", "order.amount >= 60000", "review", 60));
        Assert.Equal(Verdict.Review, judgement.Verdict);
        Assert.Equal(["rule:gone"], judgement.Degraded);
    }

    [Fact]
    public void A_long_list_is_asked_letter_by_letter_from_either_side()
    {
        PolicyDocument document = Document(Rule("city", "buyer.city in lists.cities and lists.cities contains \"町4999\" and length(lists.cities) == 5001", "ng", 100)) with
        {
            Lists = new Dictionary<string, IReadOnlyList<string>> { ["cities"] = [.. Enumerable.Range(0, 5000).Select(number => $"町{number}"), "港区"] },
        };
        Assert.Equal(Verdict.Ng, Judge(document).Verdict);
        Assert.Equal(Verdict.Ok, Judge(document with { Lists = new Dictionary<string, IReadOnlyList<string>> { ["cities"] = [.. document.Lists["cities"].Take(5000), "港区 "] } }).Verdict);
    }

    [Fact]
    public void A_list_of_the_policy_is_looked_up_by_its_name()
    {
        PolicyDocument document = Document(Rule("watches", "order.skus contains \"W-1\" and buyer.city in lists.cities", "ng", 100)) with
        {
            Lists = new Dictionary<string, IReadOnlyList<string>> { ["cities"] = ["札幌市", "港区"] },
        };
        Assert.Equal(Verdict.Ng, Judge(document).Verdict);
        Assert.Equal(Verdict.Ok, Judge(document with { Lists = new Dictionary<string, IReadOnlyList<string>> { ["cities"] = ["札幌市"] } }).Verdict);
    }

    [Fact]
    public void A_reason_tells_field_and_message_of_the_first_signal_in_its_condition_unless_the_rule_says_otherwise()
    {
        Judgement judgement = Judge(
            Rule("no_device", "order.amount > 0 and signals.device_missing", "review", 5),
            Rule("said", "signals.device_missing", "review", 5) with { Reason = "unknown_device", Field = "device.ip", Message = "端末を確認してください。" },
            Rule("amount", "order.amount > 1", "review", 5));
        Assert.Equal(
            [
                new ScreeningReason("no_device", "device", 5, "端末情報がありません。", "review", "no_device"),
                new ScreeningReason("unknown_device", "device.ip", 5, "端末を確認してください。", "review", "said"),
                new ScreeningReason("amount", null, 5, "審査ルール「amount」に該当します。", "review", "amount"),
            ],
            judgement.Reasons);
    }

    [Fact]
    public void A_hard_stop_decides_in_its_direction_whatever_the_points()
    {
        Assert.Equal(Verdict.Ng, Judge(Rule("stop", "order.amount > 1", "ng", 1) with { Stop = true }).Verdict);
        Assert.Equal(Verdict.Ok, Judge(Rule("pass", "order.amount > 1", "ok", 1) with { Stop = true }, Rule("ng", "order.amount > 1", "ng", 500)).Verdict);
        Assert.Equal(Verdict.Ok, Judge(Rule("off", "order.amount > 1", "ng", 500) with { Enabled = false }).Verdict);
    }

    [Fact]
    public void The_models_risk_can_be_asked_for_and_its_reasons_follow_those_of_the_rules()
    {
        AssessedRisk risk = new(940, "trees-3", Trained: true, [new ScreeningReason("model_velocity", "buyer.phone", 0, "", "review")]);
        PolicyDocument document = Document(Rule("risky", "model.trained and model.risk >= 900", "review", 60));
        Judgement judgement = Judge(document, risk);
        Assert.Equal((Verdict.Review, 940), (judgement.Verdict, judgement.Risk));
        Assert.Equal(["risky", "model_velocity"], judgement.Reasons.Select(reason => reason.Code));
        Assert.Equal(Verdict.Ok, Judge(document, risk with { Trained = false }).Verdict);
        Assert.Equal(Verdict.Ok, Judge(document).Verdict);
    }

    [Theory]
    [InlineData("mer_a", "card", "merchant_card")]
    [InlineData("mer_a", "bnpl", "merchant")]
    [InlineData("mer_b", "card", "method")]
    [InlineData("mer_b", "bnpl", "all")]
    public void The_policy_that_names_the_purchase_most_closely_judges_it(string merchant, string method, string expected)
    {
        Configuration configuration = new(
            1,
            [Of("all"), Of("method", methods: ["card"]), Of("merchant", ["mer_a"]), Of("merchant_card", ["mer_a"], ["card"])],
            [Of("method", methods: ["card"], version: 2), Of("new", ["mer_b"], version: 3)]);
        Assert.Equal(expected, configuration.For(merchant, method).Code);
        Assert.Equal(
            expected == "method" ? ["method", "new"] : merchant == "mer_b" ? ["new"] : [],
            configuration.ShadowsFor(merchant, method).Select(shadow => shadow.Code));

        static CompiledPolicy Of(string code, string[]? merchants = null, string[]? methods = null, int version = 1) =>
            new(code, version, new PolicyDocument { AppliesTo = new PolicyScope { Merchants = merchants ?? [], PaymentMethods = methods ?? [] } });
    }

    [Fact]
    public void A_shadow_that_cannot_be_read_is_left_out()
    {
        Configuration configuration = Configurations.Compile(7, [new Configurations.StoredPolicy("bnpl", 4, "shadow", System.Text.Json.JsonSerializer.SerializeToElement(new { shape = 2 }))]);
        Assert.Empty(configuration.ShadowsFor("mer_a", "bnpl"));
        Assert.True(configuration.For("mer_a", "bnpl").IsStarter);
    }

    private static PolicyRule Rule(string code, string when, string toward, int points) => new() { Code = code, When = when, Toward = toward, Points = points };

    private static PolicyDocument Document(params PolicyRule[] rules) => new() { Rules = rules };

    private static Judgement Judge(params PolicyRule[] rules) => Judge(Document(rules));

    private static Judgement Judge(PolicyDocument document, AssessedRisk? risk = null)
    {
        BuyerDetails buyer = new() { Name = "山田 太郎", Address = new PostalAddress { Prefecture = "東京都", City = "港区", Line1 = "元赤坂一丁目5番31号" } };
        ScreeningRequest request = new(Guid.Empty, "bnpl", 60_000, new DateTimeOffset(2026, 4, 2, 2, 20, 0, TimeSpan.Zero), buyer, [s_line], [], null, TestMode: false);
        return new ScreeningCase(request, NormalizedPurchase.Of(request), ScreeningFacts.None, request.OrderedAt, "Asia/Tokyo").Judge(new CompiledPolicy("own", 1, document), risk);
    }
}
