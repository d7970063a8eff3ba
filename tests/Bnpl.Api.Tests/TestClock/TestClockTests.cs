using System.Globalization;
using Bnpl.TestKit;

namespace Bnpl.Api.Tests.TestClock;

public sealed class TestClockTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task The_clock_stands_still_until_it_is_moved()
    {
        TenantActor tenant = await host.OnboardAsync();
        string first = (await tenant.GetAsync("/v1/test_clock")).Expect(200).Member("now");
        string second = (await tenant.GetAsync("/v1/test_clock")).Expect(200).Member("now");
        Assert.Equal(first, second);

        DateTimeOffset to = DateTimeOffset.Parse(first, CultureInfo.InvariantCulture).AddDays(30);
        Answer advanced = await tenant.AdvanceToAsync(to);

        Assert.Equal(to.ToUnixTimeSeconds(), DateTimeOffset.Parse(advanced.Member("now"), CultureInfo.InvariantCulture).ToUnixTimeSeconds());
        Assert.Equal(advanced.Member("now"), (await tenant.GetAsync("/v1/test_clock")).Expect(200).Member("now"));
        await host.DrainAsync(tenant);
    }

    [Theory]
    [InlineData("""{"to": "2001-01-01T00:00:00Z"}""", 422, "clock_backwards")]
    [InlineData("""{"to": "2199-01-01T00:00:00Z"}""", 422, "advance_too_far")]
    [InlineData("""{"to": "2026-04-01"}""", 422, "invalid_instant")]
    [InlineData("""{"to": null}""", 422, "required")]
    [InlineData("""{"to": 12}""", 422, "invalid_instant")]
    [InlineData("{}", 422, "required")]
    [InlineData("""{"to": "2199-01-01T00:00:00Z", "by": 1}""", 422, "unknown_field")]
    [InlineData("{", 400, "malformed_json")]
    [InlineData("", 400, "body_required")]
    public async Task Refuses_what_is_not_an_instant_ahead(string body, int status, string code)
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PostAsync("/v1/test_clock/advance", body, key: "")).Expect(status, code);
    }

    [Fact]
    public async Task A_live_tenant_has_no_clock_of_its_own()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        (await tenant.GetAsync("/v1/test_clock")).Expect(409, "not_a_test_tenant");
        (await tenant.PostAsync("/v1/test_clock/advance", new { to = "2100-01-01T00:00:00Z" }, key: "")).Expect(409, "not_a_test_tenant");
    }

    [Fact]
    public async Task Needs_the_settings_scope()
    {
        TenantActor tenant = await host.OnboardAsync();
        ApiClient reader = await tenant.ClientAsync("orders:read");
        (await reader.GetAsync("/v1/test_clock")).Expect(403, "insufficient_scope");
        (await reader.PostAsync("/v1/test_clock/advance", new { to = "2100-01-01T00:00:00Z" }, key: "")).Expect(403, "insufficient_scope");
    }
}
