using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Merchants;

public sealed class MerchantInputTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Theory]
    [InlineData("T1234567890123\n")]
    [InlineData("\nT1234567890123")]
    [InlineData("T1234567890123 ")]
    [InlineData("T123456789012３")]
    public async Task A_registration_number_is_T_and_thirteen_digits_and_nothing_around(string number)
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());

        Answer refused = (await shop.Tenant.PatchAsync(shop.Path, new { qualified_invoice_number = number })).Expect(422, "invalid_registration_number");

        Assert.Equal("qualified_invoice_number", (string)refused.Body["errors"]![0]!["field"]!);
        (await shop.Tenant.PatchAsync(shop.Path, new { qualified_invoice_number = "T1234567890123" })).Expect(200);
    }
}
