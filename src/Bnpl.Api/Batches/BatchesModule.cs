using Bnpl.Api.CsvProfiles;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Bnpl.Api.Batches;

/// <summary>Files of operations, for shops that work at night.</summary>
internal static class BatchesModule
{
    private const long FormOverhead = 64 * 1024;
    private const string Write = "orders:write";
    private const string Read = "orders:read";

    public static IServiceCollection AddBatches(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Batches").Get<BatchOptions>() ?? new BatchOptions());
        services.AddSingleton<InteractiveLoad>();
        services.AddSingleton<BatchPace>();
        services.AddSingleton<BatchOperations>();
        services.AddSingleton<LocalCalls>();
        services.AddSingleton<RunLine>();
        services.AddSingleton<RunBatch>();
        services.AddSingleton<BatchWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<BatchWorker>());
        services.AddScoped<BatchStore>();
        services.AddScoped<LineStore>();
        services.AddScoped<ReceiveBatch>();
        services.AddScoped<StreamResults>();
        services.AddScoped<ExportTable>();
        services.AddScoped<CsvProfileStore>();
        services.AddScoped<PutCsvProfile>();
        return services;
    }

    public static void MapBatchEndpoints(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder batches = routes.MapGroup("/v1/batches").WithTags("Batches");
        batches.MapPost("", ReceiveBatch.HandleAsync).RequireScope(Write).WithName("CreateBatch").WithFilters(UploadOptions.Names).TakesFile();
        batches.MapGet("", ReadBatches.ListAsync).RequireScope(Read).WithName("ListBatches").WithFilters("status");
        batches.MapGet("/{id}", ReadBatches.GetAsync).RequireScope(Read).WithName("GetBatch");
        batches.MapGet("/{id}/results", StreamResults.HandleAsync).RequireScope(Read).WithName("GetBatchResults").WithFilters("failed")
            .WithOwnTransaction().Produces<BatchLineResponse>(StatusCodes.Status200OK, "application/x-ndjson");
        batches.MapPost("/{id}/cancel", CancelBatch.HandleAsync).RequireScope(Write).WithName("CancelBatch");
        MapTables(routes);
        MapProfiles(routes.MapGroup("/v1/csv_profiles").WithTags("Batches"));
    }

    private static void MapProfiles(RouteGroupBuilder profiles)
    {
        profiles.MapGet("", ReadCsvProfiles.ListAsync).RequireScope(Read).WithName("ListCsvProfiles").WithFilters("merchant");
        profiles.MapGet("/{code}", ReadCsvProfiles.GetAsync).RequireScope(Read).WithName("GetCsvProfile").WithFilters("merchant");
        profiles.MapPut("/{code}", PutCsvProfile.HandleAsync).RequireScope(Write).WithName("PutCsvProfile").WithFilters("merchant");
        profiles.MapDelete("/{code}", DeleteCsvProfile.HandleAsync).RequireScope(Write).WithName("DeleteCsvProfile").WithFilters("merchant");
    }

    private static void MapTables(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/shipments/import", ReceiveBatch.ShipmentsAsync).RequireScope(Write).WithName("ImportShipments").WithFilters(UploadOptions.Names)
            .WithMetadata(new RequestSizeLimitAttribute(Upload.LargestFile + FormOverhead), new UploadForm()).Accepts<Stream>("text/csv", "multipart/form-data");
        routes.MapGet("/v1/orders/export", ExportTable.OrdersAsync).RequireScope(Read).WithName("ExportOrders").WithFilters(ExportTable.Filters)
            .WithOwnTransaction().Produces<string>(StatusCodes.Status200OK, "text/csv");
        routes.MapGet("/v1/shipments/export", ExportTable.ShipmentsAsync).RequireScope(Read).WithName("ExportShipments").WithFilters(ExportTable.Filters)
            .WithOwnTransaction().Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static void TakesFile(this RouteHandlerBuilder route) => route
        .WithMetadata(new RequestSizeLimitAttribute(Upload.LargestFile + FormOverhead), new UploadForm())
        .Accepts<Stream>("application/x-ndjson", "application/jsonl", "text/csv", "multipart/form-data");

    /// <summary>Lets the form carry a file of the contract's size.</summary>
    private sealed class UploadForm : IFormOptionsMetadata
    {
        public bool? BufferBody => null;
        public int? MemoryBufferThreshold => null;
        public long? BufferBodyLengthLimit => null;
        public int? ValueCountLimit => 10;
        public int? KeyLengthLimit => 200;
        public int? ValueLengthLimit => 16 * 1024;
        public int? MultipartBoundaryLengthLimit => null;
        public int? MultipartHeadersCountLimit => null;
        public int? MultipartHeadersLengthLimit => null;
        public long? MultipartBodyLengthLimit => Upload.LargestFile;
    }
}
