using Bnpl.Api;
using Bnpl.Api.Tenants;
using Bnpl.Infrastructure;

if (args is ["migrate", ..])
{
    await DatabaseMigration.RunAsync(args, CancellationToken.None);
    return;
}

PlatformOptions options = PlatformOptions.FromEnvironment(Environment.GetEnvironmentVariable);
if (args is ["platform-client"])
{
    await using WebApplication idle = Platform.Create(options, []);
    Console.WriteLine(await idle.Services.GetRequiredService<PlatformOperator>().ReplaceClientAsync(CancellationToken.None));
    return;
}

await using WebApplication app = Platform.Create(options, args);
if (app.Configuration["urls"] is null)
{
    app.Urls.Add($"http://localhost:{Environment.GetEnvironmentVariable("BNPL_HTTP_PORT") ?? "5080"}");
}

await app.StartAsync();

// Scripts wait for this line.
Console.WriteLine($"ready {options.PublicUrl.ToString().TrimEnd('/')}");
await app.WaitForShutdownAsync();
