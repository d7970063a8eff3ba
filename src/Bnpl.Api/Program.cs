using Bnpl.Api;
using Bnpl.Api.Operations;
using Bnpl.Api.Tenants;
using Bnpl.Infrastructure;
using Npgsql;

if (args is ["migrate", ..])
{
    await DatabaseMigration.RunAsync(args, CancellationToken.None);
    return 0;
}

if (Environment.GetEnvironmentVariable("BNPL_APP_DATABASE") is null)
{
    Console.Error.WriteLine("BNPL_APP_DATABASE is not set. Start the platform with ./bnpl up.");
    return 1;
}

PlatformOptions options = PlatformOptions.FromEnvironment(Environment.GetEnvironmentVariable);
bool serves = args is not ["platform-client"];
await using WebApplication app = Platform.Create(options, serves ? args : []);
if (await StartCheck.FindObstacleAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), CancellationToken.None) is { } obstacle)
{
    Console.Error.WriteLine(obstacle);
    return 1;
}

if (!serves)
{
    Console.WriteLine(await app.Services.GetRequiredService<PlatformOperator>().ReplaceClientAsync(CancellationToken.None));
    return 0;
}

if (app.Configuration["urls"] is null)
{
    app.Urls.Add($"http://localhost:{Environment.GetEnvironmentVariable("BNPL_HTTP_PORT") ?? "5080"}");
}

await app.StartAsync();

// Scripts wait for this line.
Console.WriteLine($"ready {options.PublicUrl.ToString().TrimEnd('/')}");
await app.WaitForShutdownAsync();
return 0;
