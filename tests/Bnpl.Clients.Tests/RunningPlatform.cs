using Bnpl.Clients.Tests;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

[assembly: AssemblyFixture(typeof(RunningPlatform))]

namespace Bnpl.Clients.Tests;

/// <summary>The platform as its users meet it: a process, on a database of its own, for all tests of this project.</summary>
public sealed class RunningPlatform : IAsyncLifetime
{
    private readonly string _dataDirectory = Directory.CreateTempSubdirectory("bnpl-clients-").FullName;
    private TestDatabase? _database;
    private PlatformProcess? _process;

    public PlatformProcess Process => _process ?? throw new InvalidOperationException("The platform is not started yet.");

    public string Contract { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _process = await PlatformProcess.StartAsync(_database, _dataDirectory);

        // Wherever it is served, the committed copy names the address of ./bnpl up.
        string published = await _process.Http.GetStringAsync("/openapi/v1.json");
        Contract = published.Replace(_process.Http.BaseAddress!.ToString().TrimEnd('/'), "http://localhost:5080", StringComparison.Ordinal) + "\n";
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        Directory.Delete(_dataDirectory, recursive: true);
    }
}
