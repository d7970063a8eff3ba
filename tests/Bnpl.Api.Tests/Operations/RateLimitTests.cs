using Bnpl.TestKit;

namespace Bnpl.Api.Tests.Operations;

public sealed class RateLimitTests(RateLimitTests.OneASecond host) : IClassFixture<RateLimitTests.OneASecond>
{
    [Fact]
    public async Task A_client_over_its_limit_is_told_when_to_come_again()
    {
        TenantActor tenant = await host.OnboardAsync();
        await tenant.Api.TokenAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => tenant.GetAsync("/v1/settings")));

        Assert.Contains(answers, answer => answer.Status == 200);
        Answer refused = Assert.IsType<Answer>(answers.FirstOrDefault(answer => answer.Status == 429));
        Assert.Equal("rate_limited", refused.Code);
        Assert.Equal("1", refused.Header("Retry-After"));
        Assert.Contains("\"client\";r=0", refused.Header("RateLimit"), StringComparison.Ordinal);
        Assert.Contains("\"client\";q=1;w=1", refused.Header("RateLimit-Policy"), StringComparison.Ordinal);
    }

    public sealed class OneASecond : PlatformHost
    {
        protected override IReadOnlyList<string> Arguments => ["--RateLimits:PerClient=1"];
    }
}
