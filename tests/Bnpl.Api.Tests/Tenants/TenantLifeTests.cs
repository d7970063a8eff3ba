using System.Security.Cryptography;
using Bnpl.Api.Settings;
using Bnpl.Api.Tenants;
using Bnpl.Api.Tokens;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bnpl.Api.Tests.Tenants;

public sealed class TenantLifeTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Onboarding_that_was_cut_short_is_finished_by_the_next_call()
    {
        TenantPlan plan = new("cut-short", "店", TenantMode.Test, "standard", Scopes.Tenant);
        (TenantEntry begun, string clientId, string lost) = await host.Services.GetRequiredService<TenantProvisioning>()
            .ProvisionAsync(plan, TestContext.Current.CancellationToken);

        (await host.Operator.PostAsync("/v1/platform/tenants", new { slug = "cut-short", name = "他店", mode = "test" })).Expect(409, "slug_taken");
        TenantActor tenant = await host.OnboardAsync("test", "cut-short", "店");

        Assert.Equal((begun.Id, clientId), (tenant.TenantId, tenant.Api.ClientId));
        Assert.Single((await tenant.GetAsync("/v1/api_clients")).Expect(200).Body["data"]!.AsArray());
        Assert.Single((await new HttpClientOf(host).GetAsync($"/t/{tenant.Slug}/.well-known/jwks.json")).Body["keys"]!.AsArray());
        (await new ApiClient(host.Http, tenant.Issuer, clientId, lost).RequestTokenAsync()).Expect(401);
    }

    [Fact]
    public async Task One_of_several_calls_for_a_slug_gets_it()
    {
        ApiClient platform = host.Operator;
        await platform.TokenAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => platform.PostAsync(
            "/v1/platform/tenants", new { slug = "wanted", name = "店", mode = "test" })));

        Answer won = Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer != won), answer => answer.Expect(409, "slug_taken"));
        (await new ApiClient(host.Http, won.Member("issuer"), won.Member("client.client_id"), won.Member("client.client_secret")).RequestTokenAsync()).Expect(200);
    }

    [Fact]
    public async Task The_operator_sees_tenants_and_what_may_be_done_with_them()
    {
        TenantActor tenant = await host.OnboardAsync();

        Answer one = (await host.Operator.GetAsync($"/v1/platform/tenants/{tenant.Id}")).Expect(200);
        Answer found = (await host.Operator.GetAsync($"/v1/platform/tenants?slug={tenant.Slug}")).Expect(200);

        Assert.Equal(("active", "\"2\""), (one.Member("status"), one.ETag));
        Assert.Equal(["suspend"], one.Body["allowed_actions"]!.AsArray().Select(action => (string)action!));
        Assert.Equal(tenant.Id, (string)found.Body["data"]![0]!["id"]!);
        (await host.Operator.GetAsync("/v1/platform/tenants/ten_0000000000000000000000000A")).Expect(404);
        Assert.Empty((await host.Operator.GetAsync("/v1/platform/tenants?slug=platform")).Body["data"]!.AsArray());
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("2026-13", "invalid_month")]
    [InlineData("2026-04-01", "invalid_month")]
    public async Task Usage_is_counted_by_month(string month, string code)
    {
        TenantActor tenant = await host.OnboardAsync();

        (await host.Operator.GetAsync($"/v1/platform/usage?month={month}")).Expect(422, code);
        Answer usage = (await host.Operator.GetAsync("/v1/platform/usage?month=2026-04")).Expect(200);

        Assert.Contains(usage.Body["data"]!.AsArray(), row => (string)row!["tenant"]! == tenant.Id && (long)row["orders"]! == 0);
        (await tenant.GetAsync("/v1/platform/usage?month=2026-04")).Expect(403);
    }

    [Fact]
    public async Task Every_other_move_is_refused_with_what_would_be_possible()
    {
        TenantActor tenant = await host.OnboardAsync();
        string path = $"/v1/platform/tenants/{tenant.Id}";

        (await host.Operator.PostAsync($"{path}/resume")).Expect(409, "state_conflict");
        (await host.Operator.PostAsync($"{path}/erase")).Expect(409, "state_conflict");
        (await host.Operator.PostAsync($"{path}/suspend")).Expect(200);
        Answer refused = (await host.Operator.PostAsync($"{path}/suspend")).Expect(409, "state_conflict");
        Assert.Equal(["resume", "erase"], refused.Body["allowed_actions"]!.AsArray().Select(action => (string)action!));
        (await host.Operator.PostAsync($"{path}/erase")).Expect(200);
        (await host.Operator.PostAsync($"{path}/resume")).Expect(409, "state_conflict");
    }

    [Fact]
    public async Task An_erased_tenants_data_cannot_be_read_any_more()
    {
        TenantActor tenant = await host.OnboardAsync();
        TenantDirectory directory = host.Services.GetRequiredService<TenantDirectory>();
        TenantKeys before = await host.Services.GetRequiredService<TenantKeyStore>().GetAsync(tenant.TenantId, TestContext.Current.CancellationToken);
        Assert.NotEmpty(before.Versions);
        (await tenant.GetAsync("/v1/settings")).Expect(200);
        (await host.Operator.PostAsync($"/v1/platform/tenants/{tenant.Id}/suspend")).Expect(200);

        (await host.Operator.PostAsync($"/v1/platform/tenants/{tenant.Id}/erase")).Expect(200);

        (await tenant.GetAsync("/v1/settings")).Expect(401);
        (await tenant.Api.RequestTokenAsync()).Expect(404);
        Assert.Equal((0L, 1L), await CountKeysAndSettingsAsync(tenant.TenantId));
        await using AsyncServiceScope scope = await host.Services.GetRequiredService<TenantScopes>()
            .OpenAsync(directory.Current!.ById[tenant.TenantId], TestContext.Current.CancellationToken);
        TenantContext context = scope.ServiceProvider.GetRequiredService<TenantContext>();
        await Assert.ThrowsAsync<CryptographicException>(() => scope.ServiceProvider.GetRequiredService<TenantSession>().ReadOneAsync(
            StoredSettings.Select(context), row => StoredSettings.Read(row, context), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_suspension_reaches_other_hosts()
    {
        await using PlatformHost second = await host.StartSecondAsync();
        TenantActor tenant = await host.OnboardAsync();
        await second.Services.GetRequiredService<TenantDirectory>().RefreshAsync(TestContext.Current.CancellationToken);
        ApiClient there = tenant.Api.At(second.Http);
        (await there.GetAsync("/v1/settings")).Expect(200);

        (await host.Operator.PostAsync($"/v1/platform/tenants/{tenant.Id}/suspend")).Expect(200);

        using CancellationTokenSource deadline = new(TimeSpan.FromSeconds(30));
        while ((await there.GetAsync("/v1/settings")).Status != 401)
        {
            await Task.Delay(50, deadline.Token);
        }
    }

    [Fact]
    public async Task Two_hosts_starting_at_once_agree_on_the_operator()
    {
        await using TwoStarts starts = new();
        (PlatformHost one, PlatformHost two) = await starts.StartAsync();

        (await one.Operator.RequestTokenAsync()).Expect(200);
        (await one.Operator.At(two.Http).GetAsync("/v1/platform/tenants")).Expect(200);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(one.DataDirectory, "platform-client.json")));
        }
    }

    [Fact]
    public async Task A_lost_operator_file_is_replaced_and_the_old_client_revoked()
    {
        await using PlatformHost own = new();
        await own.InitializeAsync();
        ApiClient before = own.Operator;
        (await before.RequestTokenAsync()).Expect(200);

        await own.Services.GetRequiredService<PlatformOperator>().ReplaceClientAsync(TestContext.Current.CancellationToken);
        await own.Services.GetRequiredService<TenantDirectory>().RefreshAsync(TestContext.Current.CancellationToken);

        (await before.RequestTokenAsync()).Expect(401);
        (await own.Operator.GetAsync("/v1/platform/tenants")).Expect(200);
    }

    private async Task<(long Keys, long Settings)> CountKeysAndSettingsAsync(Guid tenantId)
    {
        await using NpgsqlConnection connection = new(host.Database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(
            $"BEGIN; SET LOCAL app.tenant_id = '{tenantId}'; SELECT (SELECT count(*) FROM infra.tenant_keys), (SELECT count(*) FROM access.settings); COMMIT", connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private sealed class HttpClientOf(PlatformHost host)
    {
        public async Task<Answer> GetAsync(string path)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, path);
            return await ApiClient.ReadAsync(host.Http, request);
        }
    }
}
