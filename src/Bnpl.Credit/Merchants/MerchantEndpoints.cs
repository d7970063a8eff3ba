using Bnpl.Credit.Merchants.Checks;
using Bnpl.Credit.Merchants.Complaints;
using Bnpl.Credit.Merchants.Documents;
using Bnpl.Credit.Merchants.Exchange;
using Bnpl.Credit.Merchants.Fees;
using Bnpl.Credit.Merchants.Monitoring;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Bnpl.Credit.Merchants;

/// <summary>Everything about merchants is the tenant's alone: a client bound to a merchant may not see what is thought of it.</summary>
internal static class MerchantEndpoints
{
    private const long FormOverhead = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder merchants = routes.MapGroup("/v1/merchants").WithTags("Merchants").RequireScope("settings:write").ForWholeTenant();
        MapMerchants(merchants);
        MapMoves(merchants);
        MapDocuments(merchants);
        MapChecks(merchants);
        MapComplaints(merchants);
        MapMonitoring(merchants, routes.MapGroup("/v1/merchant_monitoring").WithTags("Merchants").RequireScope("settings:write").ForWholeTenant());
        MapFees(merchants, routes.MapGroup("/v1/fee_plans").WithTags("Merchants").RequireScope("settings:write").ForWholeTenant());
    }

    private static void MapMerchants(RouteGroupBuilder merchants)
    {
        merchants.MapPost("", (MerchantInput input, CreateMerchant useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(input, context, token)).WithName("CreateMerchant");
        merchants.MapGet("", (ReadMerchants useCase, HttpRequest request, CancellationToken token) =>
            useCase.ListAsync(request, token)).WithName("ListMerchants").WithFilters("status", "check_due", "corporate_number");
        merchants.MapGet("/{id}", (string id, ReadMerchants useCase, HttpContext context, CancellationToken token) =>
            useCase.GetAsync(id, context, token)).WithName("GetMerchant");
        merchants.MapPatch("/{id}", (string id, MerchantInput input, ChangeMerchant useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(id, input, context, token)).WithName("ChangeMerchant");
    }

    private static void MapMoves(RouteGroupBuilder merchants)
    {
        foreach ((string action, string name) in new[]
        {
            (MerchantLifecycle.Submit, "SubmitMerchant"),
            (MerchantLifecycle.Return, "ReturnMerchant"),
            (MerchantLifecycle.Activate, "ActivateMerchant"),
            (MerchantLifecycle.Restrict, "RestrictMerchant"),
            (MerchantLifecycle.Close, "CloseMerchant"),
        })
        {
            merchants.MapPost("/{id}/" + action, (string id, MerchantMoveInput? input, MoveMerchant useCase, HttpContext context, CancellationToken token) =>
                useCase.RunAsync(id, action, input, context, token)).WithName(name);
        }

        merchants.MapGet("/{id}/history", (string id, ReadHistory useCase, HttpRequest request, CancellationToken token) =>
            useCase.RunAsync(id, request, token)).WithName("ListMerchantMoves");
    }

    private static void MapDocuments(RouteGroupBuilder merchants)
    {
        merchants.MapPost("/{id}/documents", (string id, UploadDocument useCase, HttpRequest request, CancellationToken token) =>
            useCase.RunAsync(id, request, token)).WithName("UploadMerchantDocument")
            .WithMetadata(new RequestSizeLimitAttribute(UploadDocument.LargestFile + FormOverhead), new DocumentForm())
            .Accepts<MerchantDocumentForm>("multipart/form-data");
        merchants.MapGet("/{id}/documents", (string id, ReadDocuments useCase, HttpRequest request, CancellationToken token) =>
            useCase.ListAsync(id, request, token)).WithName("ListMerchantDocuments").WithFilters("status");
        merchants.MapGet("/{id}/documents/{document}", (string id, string document, ReadDocuments useCase, CancellationToken token) =>
            useCase.GetAsync(id, document, token)).WithName("GetMerchantDocument");
        merchants.MapGet("/{id}/documents/{document}/file", (string id, string document, ReadDocuments useCase, HttpContext context, CancellationToken token) =>
            useCase.FileAsync(id, document, context, token)).WithName("DownloadMerchantDocument");
        merchants.MapPost(
            "/{id}/documents/{document}/withdraw",
            (string id, string document, WithdrawDocumentRequest request, WithdrawDocument useCase, CancellationToken token) =>
                useCase.RunAsync(id, document, request, token)).WithName("WithdrawMerchantDocument");
    }

    private static void MapChecks(RouteGroupBuilder merchants)
    {
        merchants.MapPost("/{id}/checks", (string id, MerchantCheckRequest request, RecordCheck useCase, CancellationToken token) =>
            useCase.RunAsync(id, request, token)).WithName("RecordMerchantCheck");
        merchants.MapGet("/{id}/checks", (string id, ReadChecks useCase, HttpRequest request, CancellationToken token) =>
            useCase.ListAsync(id, request, token)).WithName("ListMerchantChecks").WithFilters("kind");
        merchants.MapGet("/{id}/checks/{check}", (string id, string check, ReadChecks useCase, CancellationToken token) =>
            useCase.GetAsync(id, check, token)).WithName("GetMerchantCheck");
    }

    private static void MapComplaints(RouteGroupBuilder merchants)
    {
        merchants.MapPost("/{id}/complaints", (string id, ComplaintRequest request, RecordComplaint useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(id, request, context, token)).WithName("RecordMerchantComplaint");
        merchants.MapGet("/{id}/complaints", (string id, ReadComplaints useCase, HttpRequest request, CancellationToken token) =>
            useCase.ListAsync(id, request, token)).WithName("ListMerchantComplaints").WithFilters("status", "category");
        merchants.MapGet("/{id}/complaints/{complaint}", (string id, string complaint, ReadComplaints useCase, HttpContext context, CancellationToken token) =>
            useCase.GetAsync(id, complaint, context, token)).WithName("GetMerchantComplaint");
        merchants.MapPost(
            "/{id}/complaints/{complaint}/close",
            (string id, string complaint, CloseComplaintRequest request, CloseComplaint useCase, HttpContext context, CancellationToken token) =>
                useCase.RunAsync(id, complaint, request, context, token)).WithName("CloseMerchantComplaint");
    }

    private static void MapMonitoring(RouteGroupBuilder merchants, RouteGroupBuilder all)
    {
        merchants.MapGet("/{id}/monitoring", (string id, ReadMonitoring useCase, HttpRequest request, CancellationToken token) =>
            useCase.GetAsync(id, request, token)).WithName("GetMerchantMonitoring").WithFilters("from", "to");
        all.MapGet("", (ReadMonitoring useCase, HttpRequest request, CancellationToken token) =>
            useCase.ListAsync(request, token)).WithName("ListMerchantMonitoring").WithFilters("from", "to", "level", "limit", "starting_after");
        merchants.MapGet("/{id}/exchange_record", (string id, ExportExchangeRecord useCase, HttpContext context, CancellationToken token) =>
            useCase.RunAsync(id, context, token)).WithName("ExportExchangeRecord").WithFilters("format");
    }

    private static void MapFees(RouteGroupBuilder merchants, RouteGroupBuilder plans)
    {
        plans.MapPost("", (FeePlanRequest request, CreateFeePlan useCase, CancellationToken token) => useCase.RunAsync(request, token)).WithName("CreateFeePlan");
        plans.MapGet("", (ReadFeePlans useCase, HttpRequest request, CancellationToken token) =>
            useCase.ListAsync(request, token)).WithName("ListFeePlans").WithFilters("code");
        plans.MapGet("/{id}", (string id, ReadFeePlans useCase, CancellationToken token) => useCase.GetAsync(id, token)).WithName("GetFeePlan");
        merchants.MapPost("/{id}/fee_plans", (string id, FeeAssignmentRequest request, AssignFeePlan useCase, CancellationToken token) =>
            useCase.RunAsync(id, request, token)).WithName("AssignFeePlan");
        merchants.MapGet("/{id}/fee_plans", (string id, AssignFeePlan useCase, HttpRequest request, CancellationToken token) =>
            useCase.GetAsync(id, request, token)).WithName("GetMerchantFees").WithFilters("on");
    }

    /// <summary>Lets this one form carry a document of the largest size.</summary>
    private sealed class DocumentForm : IFormOptionsMetadata
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
        public long? MultipartBodyLengthLimit => UploadDocument.LargestFile + FormOverhead;
    }
}
