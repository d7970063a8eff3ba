using Bnpl.TestKit;
using Bnpl.TestKit.Databases;

namespace Bnpl.Api.Tests.Tenants;

/// <summary>Two hosts of one platform that start at the same moment on an empty database.</summary>
internal sealed class TwoStarts : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("bnpl-test-");
    private TestDatabase? _database;
    private PlatformHost? _one;
    private PlatformHost? _two;

    public async Task<(PlatformHost One, PlatformHost Two)> StartAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _one = PlatformHost.On(_database, _data.FullName);
        _two = PlatformHost.On(_database, _data.FullName);
        await Task.WhenAll(_one.StartOnAsync(publicUrl: new Uri("http://platform.test")), _two.StartOnAsync(publicUrl: new Uri("http://platform.test")));
        return (_one, _two);
    }

    public async ValueTask DisposeAsync()
    {
        await (_one?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_two?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
        _data.Delete(recursive: true);
    }
}
