using Bnpl.Api.Audit;
using Bnpl.Api.Batches;
using Bnpl.Api.OpenApi;
using Bnpl.Api.Operations;
using Bnpl.Api.TestClock;
using Bnpl.Api.Tokens;
using Bnpl.Api.Webhooks;
using Bnpl.Billing;
using Bnpl.Credit;
using Bnpl.Infrastructure;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening;

namespace Bnpl.Api;

/// <summary>The composition root: every module, in the order in which a request passes them.</summary>
public static class Platform
{
    private const long LargestBody = 1024 * 1024;

    /// <param name="options">What the process is told from outside.</param>
    /// <param name="args">Standard ASP.NET Core configuration.</param>
    public static WebApplication Create(PlatformOptions options, string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services
            .AddInfrastructure(options)
            .AddAccess()
            .AddScreeningModule()
            .AddCreditModule()
            .AddBillingModule()
            .AddBatches(builder.Configuration)
            .AddContractDocument()
            .AddOperations(builder.Configuration);

        WebApplication app = builder.Build();
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ProblemResponses>();
        app.UseRouting();
        app.UseMiddleware<AccessControl>();
        app.UseMiddleware<RateLimits>();
        app.UseMiddleware<CountInteractiveLoad>();
        app.UseMiddleware<UseCasePipeline>();
        app.MapOperations();
        app.MapContractDocument();
        app.MapAccessEndpoints();
        app.MapAuditEndpoints();
        app.MapTestClockEndpoints();
        app.MapWebhookEndpoints();
        app.MapScreeningEndpoints();
        app.MapCreditEndpoints();
        app.MapBillingEndpoints();
        app.MapBatchEndpoints();
        AccessControl.EnsureEveryRouteIsGuarded(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
        return app;
    }
}
