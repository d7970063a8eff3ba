using System.Net;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Files;
using Bnpl.Infrastructure.Leases;
using Bnpl.Infrastructure.Messages;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Infrastructure.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bnpl.Infrastructure;

/// <summary>What the process is told from outside; see docs/operations.md.</summary>
public sealed record PlatformOptions(string AppDatabase, string DataDirectory, Uri PublicUrl, string? MasterKey, bool LoopbackWebhooks)
{
    public static PlatformOptions FromEnvironment(Func<string, string?> variable) => new(
        variable("BNPL_APP_DATABASE") ?? throw new InvalidOperationException("BNPL_APP_DATABASE is not set; start the platform with ./bnpl up."),
        variable("BNPL_DATA_DIR") ?? ".data",
        new Uri((variable("BNPL_PUBLIC_URL") ?? $"http://localhost:{variable("BNPL_HTTP_PORT") ?? "5080"}").TrimEnd('/')),
        variable("BNPL_MASTER_KEY"),
        variable("BNPL_WEBHOOK_LOOPBACK") is not "off");
}

public static class InfrastructureModule
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, PlatformOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => CreateDataSource(options.AppDatabase));
        services.AddSingleton(_ => MasterKey.Load(options.MasterKey, options.DataDirectory));
        services.AddSingleton(new FileStoreOptions(Path.Combine(options.DataDirectory, "files")));
        services.AddSingleton<TenantDirectory>();
        services.AddHostedService(provider => provider.GetRequiredService<TenantDirectory>());
        services.AddSingleton<TenantKeyStore>();
        services.AddSingleton<AuditChain>();
        services.AddSingleton<TenantScopes>();
        services.AddSingleton<RelaySignal>();
        services.AddScoped<TenantContext>();
        services.AddScoped<Caller>();
        services.AddScoped<TenantClock>();
        services.AddScoped<TenantSession>();
        services.AddScoped<IdempotentAnswers>();
        services.AddScoped<Outbox>()
            .AddScoped<EventHistory>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<SealedFiles>();
        services.AddScoped<SmsQueue>();
        services.AddBackgroundWork(options);
        services.ConfigureHttpJsonOptions(json => JsonConventions.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        return services;
    }

    private static void AddBackgroundWork(this IServiceCollection services, PlatformOptions options)
    {
        services.AddSingleton<TenantStatements>();
        services.AddSingleton<TenantTransactions>();
        services.AddSingleton<TenantLeases>();
        services.AddSingleton<EventHandlerCatalog>();
        services.AddSingleton<EventFanOut>();
        services.AddSingleton<HandlerDeliveries>();
        services.AddSingleton<RelayDrain>();
        services.AddSingleton<ResolveHost>(Dns.GetHostAddressesAsync);
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookDeliveries>();
        services.AddSingleton<WebhookRelay>();
        services.AddSingleton<EventRelay>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookRelay>());
        services.AddHostedService(provider => provider.GetRequiredService<EventRelay>());
        services.AddSingleton<AuditSealer>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditSealer>());
        services.AddScoped<AuditVerification>();
        services.AddSingleton<SmsSignal>();
        services.AddSingleton<ISmsSender, FileSmsSender>();
        services.AddSingleton<SmsDeliveries>();
        services.AddHostedService<SmsWorker>();
        services.AddSingleton<BusinessDateRun>();
        services.AddSingleton<TestClock>();
        services.AddScheduler(options.AppDatabase);
    }

    private static NpgsqlDataSource CreateDataSource(string connectionString)
    {
        NpgsqlDataSourceBuilder builder = new(connectionString);
        builder.ConnectionStringBuilder.WithDefaults().ApplicationName = "bnpl";
        builder.ConnectionStringBuilder.MaxAutoPrepare = 200;
        builder.ConnectionStringBuilder.AutoPrepareMinUsages = 3;
        builder.ConnectionStringBuilder.Options = "-c plan_cache_mode=force_generic_plan";
        return builder.Build();
    }
}
