using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Crashes;

/// <summary>A database and a data folder that outlive the processes which die on them.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("bnpl-test-");
    private readonly List<PlatformProcess> _hosts = [];

    private Stage(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public string DataDirectory => _data.FullName;

    public static async Task<Stage> SetAsync() => new(await TestDatabase.CreateAsync());

    /// <summary>A host; each further one serves the same platform as the first.</summary>
    public async Task<PlatformProcess> StartHostAsync(params IReadOnlyList<string> arguments)
    {
        PlatformProcess host = await PlatformProcess.StartAsync(Database, DataDirectory, _hosts.FirstOrDefault(), arguments);
        _hosts.Add(host);
        return host;
    }

    public TenantTables TablesOf(TenantActor tenant) => new(Database, tenant.TenantId);

    /// <summary>The names and contents of the mails that have left.</summary>
    public Dictionary<string, string> Outbox(TenantActor tenant)
    {
        string folder = Path.Combine(DataDirectory, "outbox", tenant.Slug);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.eml").ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText)
            : [];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (PlatformProcess host in _hosts)
        {
            await host.DisposeAsync();
        }

        await Database.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
