using Bnpl.Screening.Rules;

namespace Bnpl.Screening.Tests.Rules;

/// <summary>A catalogue such as a policy has, for the tests of the language.</summary>
internal static class SampleVariables
{
    public static readonly VariableSet Set = new(
    [
        ("order.amount", VariableType.Number, "The order's total in yen"),
        ("order.shipping", VariableType.Number, "Of which shipping"),
        ("order.items", VariableType.Number, "How many things are ordered"),
        ("order.country", VariableType.Text, "Where it goes"),
        ("order.merchant", VariableType.Text, "The shop's id"),
        ("order.coupon", VariableType.Text, "The coupon used"),
        ("order.categories", VariableType.TextList, "What is ordered"),
        ("order.tags", VariableType.TextList, "What the shop says of it"),
        ("buyer.age", VariableType.Number, "From the birth date"),
        ("buyer.email", VariableType.Text, "Canonical mail address"),
        ("buyer.phone", VariableType.Text, "E.164"),
        ("history.amount_max", VariableType.Number, "The buyer's largest paid order"),
        ("velocity.phone.d1", VariableType.Number, "Orders by this phone in 24 hours"),
        ("velocity.phone.10m", VariableType.Number, "Orders by this phone in 10 minutes"),
        ("velocity.device.d1", VariableType.Number, "Orders by this device in 24 hours"),
        ("signals.known_good_buyer", VariableType.Boolean, "Paid before"),
        ("signals.new_device", VariableType.Boolean, "Never seen"),
        ("signals.proxy_ip", VariableType.Boolean, "A hosting or proxy address"),
    ]);

    public static RuleInput Input(params (string Name, object? Value)[] values)
    {
        var input = new RuleInput(Set);
        foreach (var (name, value) in values)
        {
            Put(input, Set.Find(name)!, value);
        }

        return input;
    }

    public static void Put(RuleInput input, Variable variable, object? value)
    {
        switch (variable.Type)
        {
            case VariableType.Number:
                input.SetNumber(variable, value is null ? null : Convert.ToDouble(value));
                break;
            case VariableType.Text:
                input.SetText(variable, (string?)value);
                break;
            case VariableType.Boolean:
                input.SetBoolean(variable, (bool?)value);
                break;
            case VariableType.TextList:
                input.SetTextList(variable, (IReadOnlyList<string>?)value);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(variable));
        }
    }

    public static RuleOutcome Ask(string source, params (string Name, object? Value)[] values) => Compile(source).Evaluate(Input(values));

    public static CompiledCondition Compile(string source)
    {
        var result = Condition.Compile(source, Set);
        Assert.True(result.Ok, result.Ok ? "" : $"{source}: {string.Join("; ", result.Errors)}");
        return result.Condition;
    }
}
