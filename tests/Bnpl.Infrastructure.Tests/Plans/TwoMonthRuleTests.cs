using Bnpl.Contracts.Plans;

namespace Bnpl.Infrastructure.Tests.Plans;

public sealed class TwoMonthRuleTests
{
    [Theory]
    [InlineData("2026-12-31", "2027-02-28")]
    [InlineData("2026-11-30", "2027-01-30")]
    [InlineData("2027-12-31", "2028-02-29")]
    [InlineData("2026-06-15", "2026-08-15")]
    public void Credit_beyond_two_months_from_the_contract_needs_registration(string contractOn, string lastExempt)
    {
        var contract = DateOnly.Parse(contractOn);
        var last = DateOnly.Parse(lastExempt);

        Assert.Equal(last, TwoMonthRule.LastExemptDueDate(contract));
        Assert.False(TwoMonthRule.NeedsRegistration(contract, last));
        Assert.True(TwoMonthRule.NeedsRegistration(contract, last.AddDays(1)));
    }
}
