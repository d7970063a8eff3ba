using System.Text.Json;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Policies;
using Bnpl.Infrastructure.Web;
using CsCheck;

namespace Bnpl.Credit.Tests.Policies;

public sealed class PolicyDocumentTests
{
    private static readonly PolicySettings s_settings = PolicySettings.Of(new TenantSettings());

    [Theory]
    [InlineData(0, 0, 0, 55_000)]
    [InlineData(2, 0, 0, 55_000)]
    [InlineData(3, 0, 0, 80_000)]
    [InlineData(9, 0, 0, 80_000)]
    [InlineData(10, 0, 0, 150_000)]
    [InlineData(10, 1, 0, 55_000)]
    [InlineData(10, 0, 1, 55_000)]
    public void A_limit_grows_with_paid_orders_while_the_history_is_good(int paid, int overdue, int chargeOffs, long limit)
    {
        PolicyDocument document = new() { Growth = [new GrowthTier(3, 80_000), new GrowthTier(10, 150_000)] };

        Assert.Equal(limit, new AppliedPolicy(2, document, s_settings).CumulativeFor(paid, overdue, chargeOffs).Yen);
    }

    [Fact]
    public void A_tier_below_the_settings_limit_lowers_nothing() =>
        Assert.Equal("settings.buyer_limits.cumulative", new AppliedPolicy(2, new PolicyDocument { Growth = [new GrowthTier(1, 10_000)] }, s_settings).CumulativeFor(5, 0, 0).Source);

    [Fact]
    public void More_paid_orders_never_lower_the_limit() =>
        Gen.Select(Gen.Int[1, 50].List[0, 8], Gen.Int[0, 60]).Sample((steps, paid) =>
        {
            List<GrowthTier> growth = [];
            foreach (int step in steps)
            {
                growth.Add(new GrowthTier((growth.LastOrDefault()?.OrdersPaid ?? 0) + step, (growth.LastOrDefault()?.Cumulative ?? 0) + (step * 1_000L)));
            }

            AppliedPolicy policy = new(2, new PolicyDocument { Growth = growth }, s_settings);
            Assert.True(policy.CumulativeFor(paid + 1, 0, 0).Yen >= policy.CumulativeFor(paid, 0, 0).Yen);
            Assert.InRange(policy.CumulativeFor(paid, 0, 0).Yen, s_settings.BuyerLimits.Cumulative, policy.HighestCumulative);
        });

    [Theory]
    [InlineData("gift_card", false)]
    [InlineData(" Gift_Card ", false)]
    [InlineData("gift", true)]
    [InlineData(null, true)]
    public void Knows_a_category_however_it_is_written(string? category, bool allowed) =>
        Assert.Equal(allowed, new AppliedPolicy(1, new PolicyDocument { Goods = new GoodsPolicy { NotAllowed = ["GIFT_CARD"] } }, s_settings).Allows(category));

    [Fact]
    public void A_document_of_a_later_release_is_read_by_what_is_known_of_it()
    {
        PolicyDocument read = PolicyDocument.Read<PolicyDocument>("""{"age": {"minimum": 20, "of_the_future": 1}, "of_the_future": {}}""");

        Assert.Equal((20, "hold"), (read.Age.Minimum, read.Screening.Review));
    }

    [Fact]
    public void The_standard_policy_breaks_none_of_its_own_rules()
    {
        FieldErrors errors = new();
        PolicyRules.Check(JsonSerializer.Deserialize<PolicyDocument>(PolicyDocument.Standard.ToJson(), JsonConventions.Options)!, errors);

        Assert.False(errors.Any);
    }
}
