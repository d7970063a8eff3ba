using Bnpl.Screening.Rules;

namespace Bnpl.Screening.Tests.Rules;

public sealed class ConditionTests
{
    private static readonly (string, object?)[] Order =
    [
        ("order.amount", 36_000), ("order.shipping", 800), ("order.items", 3), ("order.country", "JP"), ("order.merchant", "mer_a"),
        ("order.categories", new[] { "books", "gift_card" }), ("buyer.email", "Hanako@Example.com"), ("buyer.phone", "+815012345678"),
        ("history.amount_max", 9_000), ("velocity.phone.d1", 12), ("velocity.phone.10m", 0), ("signals.new_device", true), ("signals.known_good_buyer", false),
    ];

    [Theory]
    [InlineData("velocity.phone.d1 >= 10 and not signals.known_good_buyer", true)]
    [InlineData("order.amount > 3 * history.amount_max", true)]
    [InlineData("order.merchant in [\"mer_a\", \"mer_b\"]", true)]
    [InlineData("order.merchant not in [\"mer_a\", \"mer_b\"]", false)]
    [InlineData("order.merchant in [\"1\", \"2\", \"3\", \"4\", \"5\", \"mer_a\"]", true)]
    [InlineData("\"gift_card\" in order.categories and order.amount >= 30000", true)]
    [InlineData("order.categories contains \"gift\"", false)]
    [InlineData("[\"JP\", \"US\"] contains order.country", true)]
    [InlineData("order.items in [1, 2, 3]", true)]
    [InlineData("-order.items in [-3]", true)]
    [InlineData("order.items not in [1, 2]", true)]
    [InlineData("buyer.email contains \"@Example\"", true)]
    [InlineData("buyer.email contains \"@example\"", false)]
    [InlineData("lower(buyer.email) ends with \"@example.com\"", true)]
    [InlineData("buyer.phone starts with \"+8150\" and buyer.phone not ends with \"9\"", true)]
    [InlineData("order.amount between 36000 and 36_000", true)]
    [InlineData("order.amount not between 1 and 10", true)]
    [InlineData("order.country between \"JA\" and \"JZ\"", true)]
    [InlineData("order.country < \"US\" and order.country >= \"JP\"", true)]
    [InlineData("order.amount == 36000.0", true)]
    [InlineData("1 + 2 * 3 == 7", true)]
    [InlineData("(1 + 2) * 3 == 9", true)]
    [InlineData("10 - 4 - 3 == 3", true)]
    [InlineData("100 / 10 / 5 == 2", true)]
    [InlineData("- - 2 == 2", true)]
    [InlineData("-2 * 3 == -6", true)]
    [InlineData("round(2.5) == 3 and round(-2.5) == -3 and floor(-1.5) == -2 and abs(-7) == 7", true)]
    [InlineData("min(3, 1, 2) == 1 and max(3, 1, 2) == 3", true)]
    [InlineData("length(order.categories) == 2 and length(\"𠮷野家\") == 3", true)]
    [InlineData("coalesce(buyer.age, 30) == 30", true)]
    [InlineData("coalesce(order.coupon, order.country, \"x\") == \"JP\"", true)]
    [InlineData("\"x\" in coalesce(order.tags, [\"x\"])", true)]
    [InlineData("coalesce(signals.proxy_ip, true)", true)]
    [InlineData("true or false and false", true)]
    [InlineData("not false and false", false)]
    [InlineData("not order.amount > 1", false)]
    [InlineData("signals.new_device == true", true)]
    [InlineData("signals.new_device != signals.known_good_buyer", true)]
    [InlineData("velocity.phone.10m == 0", true)]
    [InlineData("order.amount　>　1 # 全角の空白も区切り\n and true", true)]
    [InlineData("\"a\\\"b\\\\\" == \"a\\\"b\\\\\"", true)]
    public void A_rule_holds_or_not(string source, bool holds) =>
        Assert.Equal(holds ? RuleOutcome.True : RuleOutcome.False, SampleVariables.Ask(source, Order));

    [Theory]
    [InlineData("buyer.age < 20")]
    [InlineData("not (buyer.age < 20)")]
    [InlineData("buyer.age != 20")]
    [InlineData("not (buyer.age != 20)")]
    [InlineData("buyer.age == buyer.age")]
    [InlineData("buyer.age + 1 > 0")]
    [InlineData("-buyer.age < 0")]
    [InlineData("min(buyer.age, 1) <= 1")]
    [InlineData("buyer.age in [20]")]
    [InlineData("buyer.age not in [20]")]
    [InlineData("buyer.age between 1 and 200")]
    [InlineData("20 between buyer.age and 200")]
    [InlineData("order.coupon != \"A\"")]
    [InlineData("order.coupon not in [\"A\"]")]
    [InlineData("order.coupon not contains \"A\"")]
    [InlineData("length(order.coupon) >= 0")]
    [InlineData("lower(order.coupon) == lower(order.coupon)")]
    [InlineData("\"a\" not in order.tags")]
    [InlineData("signals.proxy_ip")]
    [InlineData("not signals.proxy_ip")]
    [InlineData("signals.proxy_ip or not signals.proxy_ip")]
    [InlineData("signals.proxy_ip == signals.proxy_ip")]
    [InlineData("true and buyer.age < 20")]
    [InlineData("false or buyer.age < 20")]
    [InlineData("0 * buyer.age == 0")]
    [InlineData("buyer.age / 0 == 0")]
    public void A_rule_never_fires_for_want_of_data(string source) => Assert.Equal(RuleOutcome.False, SampleVariables.Ask(source));

    [Theory]
    [InlineData("buyer.age is unknown")]
    [InlineData("not (buyer.age is known)")]
    [InlineData("buyer.age + 1 is unknown")]
    [InlineData("signals.proxy_ip is unknown and order.coupon is unknown and order.tags is unknown")]
    [InlineData("(buyer.age > 1) is unknown")]
    [InlineData("order.amount is known and order.country is known and order.categories is known and signals.new_device is known")]
    [InlineData("true or buyer.age < 20")]
    [InlineData("not (false and buyer.age < 20)")]
    [InlineData("not (5 between 6 and buyer.age)")]
    [InlineData("[1] is known")]
    public void What_is_unknown_can_be_asked_for(string source) => Assert.Equal(RuleOutcome.True, SampleVariables.Ask(source, Order));

    [Theory]
    [InlineData("order.amount / velocity.phone.10m > 1", "division_by_zero")]
    [InlineData("0 / 0 == 0", "division_by_zero")]
    [InlineData("1 / 0 > 1 or true", "division_by_zero")]
    [InlineData("coalesce(1 / 0, 1) == 1", "division_by_zero")]
    [InlineData("1 / 0 is unknown", "division_by_zero")]
    public void A_rule_that_cannot_be_worked_out_fails_with_a_reason(string source, string reason) =>
        Assert.Equal(reason, SampleVariables.Ask(source, Order).Reason);

    [Theory]
    [InlineData("order.amount * order.amount > 1")]
    [InlineData("order.amount + order.amount > 1")]
    [InlineData("-order.amount - order.amount > 1")]
    [InlineData("order.amount / 0.1 > 1")]
    public void A_number_beyond_all_bounds_fails_the_rule(string source) =>
        Assert.Equal(RuleOutcome.Failed(RuleFailure.NumberOverflow), SampleVariables.Ask(source, ("order.amount", double.MaxValue)));

    [Theory]
    [InlineData("true or 1 / 0 > 1", true)]
    [InlineData("velocity.phone.10m > 0 and order.amount / velocity.phone.10m > 1", false)]
    public void What_need_not_be_worked_out_does_not_fail(string source, bool holds) => Assert.Equal(holds, SampleVariables.Ask(source, Order).IsTrue);

    [Fact]
    public void A_condition_tells_the_variables_it_reads_once_each()
    {
        var condition = SampleVariables.Compile("order.amount > 1 and (buyer.age > 20 or order.amount in [1])");
        Assert.Equal(["order.amount", "buyer.age"], condition.Variables.Select(variable => variable.Name));
    }

    [Theory]
    [InlineData("((order.amount))>=30_000.50 and(not(signals.new_device))", "order.amount >= 30000.5 and not signals.new_device")]
    [InlineData("not(order.country in[\"JP\",\"US\"])", "order.country not in [\"JP\", \"US\"]")]
    [InlineData("1-(2-3)-4==0 # so", "1 - (2 - 3) - 4 == 0")]
    [InlineData("true and(false or true)or(true and true)", "true and (false or true) or true and true")]
    [InlineData("(true and false)==(order.amount is known)", "(true and false) == (order.amount is known)")]
    [InlineData("-(-(1))*(2/3)<007", "--1 * (2 / 3) < 7")]
    [InlineData("0.000000000000001<999999999999999", "0.000000000000001 < 999999999999999")]
    [InlineData("min( 1,-0 )in[-0,-1.50]", "min(1, -0) in [0, -1.5]")]
    public void A_condition_is_written_canonically(string source, string canonical) => Assert.Equal(canonical, SampleVariables.Compile(source).ToString());

    [Fact]
    public void A_cleared_input_knows_nothing()
    {
        var input = SampleVariables.Input(Order);
        input.Clear();
        var conditions = SampleVariables.Set.All.Select(variable => SampleVariables.Compile($"{variable.Name} is unknown"));
        Assert.All(conditions, condition => Assert.Equal(RuleOutcome.True, condition.Evaluate(input)));
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void A_value_that_is_no_number_is_unknown(double value) =>
        Assert.Equal(RuleOutcome.True, SampleVariables.Ask("order.amount is unknown", ("order.amount", value)));

    [Fact]
    public void An_input_takes_only_its_own_variables()
    {
        var other = new VariableSet([("order.amount", VariableType.Number, "")]);
        var input = new RuleInput(SampleVariables.Set);
        Assert.Throws<ArgumentException>(() => input.SetNumber(other.Find("order.amount")!, 1));
        Assert.Throws<ArgumentException>(() => input.SetText(SampleVariables.Set.Find("order.amount")!, "1"));
        Assert.Throws<ArgumentException>(() => SampleVariables.Compile("true").Evaluate(new RuleInput(other)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("and")]
    [InlineData("min")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("1a")]
    [InlineData("金額")]
    [InlineData("a b")]
    public void A_catalogue_refuses_a_name_no_rule_could_write(string name) =>
        Assert.Throws<ArgumentException>(() => new VariableSet([(name, VariableType.Number, "")]));

    [Fact]
    public void A_catalogue_refuses_one_name_twice() =>
        Assert.Throws<ArgumentException>(() => new VariableSet([("a", VariableType.Number, ""), ("a", VariableType.Text, "")]));
}
