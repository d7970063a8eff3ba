using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Billing.Reconciliation;

/// <summary>Files of banks and agents: tenant-wide, refused to merchant-bound clients.</summary>
internal static class ReconciliationModule
{
    private const long FormOverhead = 64 * 1024;

    public static IServiceCollection AddReconciliation(this IServiceCollection services) => services
        .AddSingleton<ImportSignal>()
        .AddHostedService<ImportWorker>()
        .AddScoped<ReconciliationTurn>()
        .AddScoped<LineStore>()
        .AddScoped<LineTargets>()
        .AddScoped<CanceledLines>()
        .AddScoped<LineMatches>()
        .AddScoped<BookLines>()
        .AddScoped<ReadImports>()
        .AddScoped<ContinueImport>()
        .AddScoped<ReceiveFile>()
        .AddScoped<ImportFile>()
        .AddScoped<LineCandidates>()
        .AddScoped<ReadLines>()
        .AddScoped<DecideLine>()
        .AddScoped<DailySummary>();

    public static IEndpointRouteBuilder MapReconciliation(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/reconciliation").WithTags("Reconciliation").ForWholeTenant();
        group.MapPost("/imports", ImportFile.HandleAsync).RequireScope("reconciliation:write").WithName("ImportFile")
            .WithMetadata(new RequestSizeLimitAttribute(ImportFile.LargestFile + FormOverhead), new ImportForm())
            .Accepts<ImportRequest>("multipart/form-data");
        group.MapGet("/imports", ReadImports.ListAsync).RequireScope("reconciliation:read").WithName("ListImports").WithFilters("status");
        group.MapGet("/imports/{id}", ReadImports.GetAsync).RequireScope("reconciliation:read").WithName("GetImport");
        group.MapGet("/lines", ReadLines.ListAsync).RequireScope("reconciliation:read").WithName("ListLines").WithFilters("status", "import");
        group.MapGet("/lines/{id}", ReadLines.GetAsync).RequireScope("reconciliation:read").WithName("GetLine");
        group.MapPost("/lines/{id}/match", DecideLine.MatchAsync).RequireScope("reconciliation:write").WithName("MatchLine");
        group.MapPost("/lines/{id}/unmatch", DecideLine.UnmatchAsync).RequireScope("reconciliation:write").WithName("UnmatchLine");
        group.MapPost("/lines/{id}/ignore", DecideLine.IgnoreAsync).RequireScope("reconciliation:write").WithName("IgnoreLine");
        group.MapPost("/lines/{id}/refund", DecideLine.RefundAsync).RequireScope("reconciliation:write").WithName("RefundLine");
        group.MapGet("/summary", DailySummary.HandleAsync).RequireScope("reconciliation:read").WithName("GetReconciliationSummary").WithFilters("date");
        return routes;
    }

    /// <summary>The form's parts, for the published contract.</summary>
    internal sealed record ImportRequest(IFormFile File, string Format, bool? Preview);

    /// <summary>Lets this one form carry a file of the contract's size.</summary>
    private sealed class ImportForm : IFormOptionsMetadata
    {
        public bool? BufferBody => null;
        public int? MemoryBufferThreshold => null;
        public long? BufferBodyLengthLimit => null;
        public int? ValueCountLimit => 10;
        public int? KeyLengthLimit => 200;
        public int? ValueLengthLimit => 1000;
        public int? MultipartBoundaryLengthLimit => null;
        public int? MultipartHeadersCountLimit => null;
        public int? MultipartHeadersLengthLimit => null;
        public long? MultipartBodyLengthLimit => ImportFile.LargestFile;
    }
}
