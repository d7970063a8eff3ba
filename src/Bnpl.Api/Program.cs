using Bnpl.Api;
using Bnpl.Infrastructure;

if (args is ["migrate", ..])
{
    await DatabaseMigration.RunAsync(args, CancellationToken.None);
    return;
}

await using WebApplication app = Platform.Create(PlatformOptions.FromEnvironment(Environment.GetEnvironmentVariable), args);
await app.RunAsync();
