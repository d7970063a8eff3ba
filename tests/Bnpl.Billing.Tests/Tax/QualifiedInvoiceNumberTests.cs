using Bnpl.Billing.Tax;
using CsCheck;

namespace Bnpl.Billing.Tests.Tax;

public sealed class QualifiedInvoiceNumberTests
{
    [Theory]
    [InlineData("000012050002", 7)]
    [InlineData("123456789012", 7)]
    [InlineData("011001098993", 4)]
    public void Computes_the_published_check_digits(string base12, int digit) => Assert.Equal(digit, QualifiedInvoiceNumber.CheckDigit(base12));

    [Theory]
    [InlineData("T7000012050002", "Good")]
    [InlineData("T4011001098993", "Good")]
    [InlineData("T8000012050002", "NoCorporateNumber")]
    [InlineData("T0000000000000", "NoCorporateNumber")]
    [InlineData("7000012050002", "Malformed")]
    [InlineData("t7000012050002", "Malformed")]
    [InlineData("T700001205000", "Malformed")]
    [InlineData("T70000120500023", "Malformed")]
    [InlineData("T７000012050002", "Malformed")]
    [InlineData("", "Malformed")]
    public void Tells_a_wrong_check_digit_from_a_malformed_number(string number, string check) =>
        Assert.Equal(check, QualifiedInvoiceNumber.Check(number).ToString());

    [Fact]
    public void Answers_to_any_text() => Gen.String.Sample(text => Assert.True(Enum.IsDefined(QualifiedInvoiceNumber.Check(text))));
}
