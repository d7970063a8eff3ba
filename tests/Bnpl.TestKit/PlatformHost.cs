using Bnpl.Api;
using Bnpl.Infrastructure;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.TestKit.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bnpl.TestKit;

/// <summary>
/// The whole platform in this process, served by Kestrel on a port of its own, on a database of its own:
/// <c>IClassFixture&lt;PlatformHost&gt;</c>. Tests of a class share it, so each onboards the tenants it needs.
/// </summary>
public class PlatformHost : IAsyncLifetime
{
    // A cart waits longer on a busy build machine: a test that is not about the time limit never meets it.
    internal const string Patience = "--Orders:DecisionBudget=00:01:00";

    private readonly bool _ownsDatabase = true;
    private readonly IReadOnlyList<string> _arguments = [];
    private WebApplication? _app;
    private HttpClient? _http;
    private TestDatabase? _database;
    private string? _dataDirectory;

    public PlatformHost()
    {
    }

    private PlatformHost(TestDatabase database, string dataDirectory, IReadOnlyList<string> arguments) =>
        (_ownsDatabase, _database, _dataDirectory, _arguments) = (false, database, dataDirectory, arguments);

    public TestDatabase Database => _database ?? throw NotStarted();

    public string DataDirectory => _dataDirectory ?? throw NotStarted();

    public HttpClient Http => _http ?? throw NotStarted();

    public IServiceProvider Services => (_app ?? throw NotStarted()).Services;

    public PlatformOptions Options { get; private set; } = null!;

    /// <summary>Further configuration, such as <c>--RateLimits:PerClient=5</c>; a derived fixture says what it needs.</summary>
    protected virtual IReadOnlyList<string> Arguments => _arguments;

    /// <summary>What the platform's own connection string says beyond the test database's, such as the size of its pool.</summary>
    protected virtual string ConnectionSettings => "";

    /// <summary>The platform operator, with the secret that the first start left in the data directory.</summary>
    public ApiClient Operator => Onboarding.OperatorOf(Http, DataDirectory);

    public async ValueTask InitializeAsync()
    {
        _database ??= await TestDatabase.CreateAsync();
        _dataDirectory ??= Directory.CreateTempSubdirectory("bnpl-test-").FullName;
        await StartAsync(Onboarding.FreeAddress(), publicUrl: null);
    }

    /// <summary>A second host of the same platform: same database, same data, same issuers, another port.</summary>
    public async Task<PlatformHost> StartSecondAsync()
    {
        PlatformHost second = On(Database, DataDirectory, Arguments);
        await second.StartOnAsync(Options.PublicUrl);
        return second;
    }

    /// <summary>A host on a database and data directory that the test owns; start it with <see cref="StartOnAsync"/>.</summary>
    public static PlatformHost On(TestDatabase database, string dataDirectory, params IReadOnlyList<string> arguments) => new(database, dataDirectory, arguments);

    /// <summary>Starts on a free port, under the public URL that several hosts share.</summary>
    public Task StartOnAsync(Uri publicUrl) => StartAsync(Onboarding.FreeAddress(), publicUrl);

    /// <summary>Onboards a tenant. Slugs are new each time unless one is named.</summary>
    public Task<TenantActor> OnboardAsync(string mode = "test", string? slug = null, string name = "テスト") =>
        Onboarding.OnboardAsync(Operator, mode, slug, name);

    /// <summary>Brings every event of the tenant to its handlers before it returns; fails when one of them does.</summary>
    public async Task DrainAsync(TenantActor tenant)
    {
        DirectorySnapshot directory = await Services.GetRequiredService<TenantDirectory>().RefreshAsync(CancellationToken.None);
        DrainResult drained = await Services.GetRequiredService<RelayDrain>().DrainAsync(directory.ById[tenant.TenantId], CancellationToken.None);
        if (drained.Failures.Count > 0)
        {
            throw new AggregateException(drained.Failures.Select(failure => failure.Reason));
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _http?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_ownsDatabase && _database is not null)
        {
            await _database.DisposeAsync();
            Directory.Delete(DataDirectory, recursive: true);
        }
    }

    private async Task StartAsync(Uri address, Uri? publicUrl)
    {
        Options = new PlatformOptions($"{Database.AppConnectionString};Timeout=120;Command Timeout=120;{ConnectionSettings}", DataDirectory, publicUrl ?? address, MasterKey: null, LoopbackWebhooks: true);
        _app = Platform.Create(Options, ["--environment=Production", $"--urls={address}", "--Logging:LogLevel:Default=Warning", Patience, .. Arguments]);
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    private static InvalidOperationException NotStarted() => new("The host is not started yet.");
}
