using Bnpl.Billing.CreditNotes;
using Bnpl.Billing.Documents;
using Bnpl.Billing.Dunning;
using Bnpl.Billing.Invoices;
using Bnpl.Billing.Ledger;
using Bnpl.Billing.Mails;
using Bnpl.Billing.Payments;
using Bnpl.Billing.PayPages;
using Bnpl.Billing.Privacy;
using Bnpl.Billing.Receivables;
using Bnpl.Billing.Reconciliation;
using Bnpl.Billing.Shipments;
using Bnpl.Billing.TestHelpers;
using Bnpl.Contracts.Billing;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Privacy;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Runs;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Billing;

/// <summary>The module's two public doors.</summary>
public static class BillingModule
{
    public static IServiceCollection AddBillingModule(this IServiceCollection services)
    {
        services.AddSingleton<NumberBlocks>();
        services.AddSingleton<MailSignal>();
        services.AddSingleton<FileMailSender>();
        services.AddSingleton<MailDeliveries>();
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection(SmtpOptions.Section).Get<SmtpOptions>() ?? new SmtpOptions());
        services.AddHostedService<MailWorker>();
        services.AddScoped<IReceivables, ReceivableQuestions>();
        services.AddScoped<BillingBook>();
        services.AddScoped<BillingEvents>();
        services.AddScoped<Journal>();
        services.AddScoped<MailQueue>();
        services.AddScoped<ReadMails>();
        services.AddScoped<ResendMail>();
        services.AddScoped<PayLinks>();
        services.AddScoped<VirtualAccountPool>();
        services.AddScoped<InvoiceIssue>();
        services.AddScoped<InvoiceBases>();
        services.AddDocuments();
        services.AddScoped<InvoiceFiles>();
        services.AddScoped<ReadInvoices>();
        services.AddScoped<RepeatInvoice>();
        services.AddScoped<OpenPayPage>();
        services.AddScoped<ReceivableReader>();
        services.AddScoped<ReadReceivables>();
        services.AddScoped<ReportShipment>();
        services.AddScoped<ShipmentWriter>();
        services.AddScoped<ReadShipments>();
        services.AddScoped<MoveShipment>();
        services.AddScoped<Cashier>();
        services.AddScoped<RecordPayment>();
        services.AddScoped<ReadPayments>();
        services.AddScoped<RefundWriter>()
        .AddScoped<IOrderFacts, RefundFacts>()
        .AddScoped<IPersonalRecords, BillingRecords>();
        services.AddScoped<Refunds>();
        services.AddScoped<AdvanceRefund>();
        services.AddScoped<IssueCreditNote>();
        services.AddScoped<ReadCreditNotes>();
        services.AddScoped<CreditNoteFiles>();
        services.AddScoped<ReadLedger>();
        services.AddScoped<Periods>();
        services.AddEventHandler<SettleOrders>();
        services.AddBusinessDateStep<AccrueLateCharges>();
        services.AddReconciliation();
        services.AddTestHelpers();
        services.AddDunning();
        services.AddBusinessDateStep<IssueLaterInvoices>();
        return services;
    }

    public static IEndpointRouteBuilder MapBillingEndpoints(this IEndpointRouteBuilder routes)
    {
        MapShipments(routes);
        MapInvoices(routes);
        MapPayments(routes);
        MapReturns(routes);
        MapLedger(routes);
        MapMails(routes);
        routes.MapReconciliation();
        routes.MapTestHelpers();
        routes.MapDunning();
        OpenPayPage.Map(routes);
        return routes;
    }

    private static void MapShipments(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/orders/{id}/shipments", ReportShipment.HandleAsync).RequireScope("orders:write").WithParentVersion();
        routes.MapGet("/v1/shipments", ReadShipments.ListAsync).RequireScope("orders:read").WithFilters("order", "status", "merchant", "shipped_from", "shipped_to");
        routes.MapGet("/v1/shipments/{id}", ReadShipments.GetAsync).RequireScope("orders:read");
        routes.MapPost("/v1/shipments/{id}/void", MoveShipment.VoidAsync).RequireScope("orders:write");
        routes.MapPost("/v1/shipments/{id}/delivered", MoveShipment.DeliveredAsync).RequireScope("orders:write");
    }

    private static void MapInvoices(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/invoices", ReadInvoices.ListAsync).RequireScope("invoices:read")
            .WithFilters("order", "status", "due_from", "due_to", "merchant", "receivable");
        routes.MapGet("/v1/invoices/{id}", ReadInvoices.GetAsync).RequireScope("invoices:read");
        routes.MapGet("/v1/invoices/{id}/pdf", InvoiceFiles.PdfAsync).RequireScope("invoices:read");
        routes.MapGet("/v1/invoices/{id}/print_data", InvoiceFiles.PrintDataAsync).RequireScope("invoices:read");
        routes.MapPost("/v1/invoices/{id}/reissue", RepeatInvoice.ReissueAsync).RequireScope("invoices:write");
        routes.MapPost("/v1/invoices/{id}/send", RepeatInvoice.SendAsync).RequireScope("invoices:write");
        routes.MapGet("/v1/receivables", ReadReceivables.ListAsync).RequireScope("invoices:read")
            .WithFilters("order", "merchant", "buyer", "status", "overdue");
        routes.MapGet("/v1/receivables/{id}", ReadReceivables.GetAsync).RequireScope("invoices:read");
    }

    private static void MapPayments(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/payments", ReadPayments.ListAsync).RequireScope("payments:read")
            .WithFilters("unapplied", "status", "channel", "receivable");
        routes.MapPost("/v1/payments", RecordPayment.HandleAsync).RequireScope("payments:write").ForWholeTenant();
        routes.MapGet("/v1/payments/{id}", ReadPayments.GetAsync).RequireScope("payments:read");
        routes.MapPost("/v1/payments/{id}/reverse", RecordPayment.ReverseAsync).RequireScope("payments:write").ForWholeTenant();
        routes.MapPost("/v1/payments/{id}/allocations", RecordPayment.AllocateAsync).RequireScope("payments:write").ForWholeTenant();
        routes.MapDelete("/v1/payments/{id}/allocations/{allocation}", RecordPayment.WithdrawAsync).RequireScope("payments:write").ForWholeTenant();
    }

    private static void MapReturns(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/orders/{id}/credit_notes", IssueCreditNote.HandleAsync).RequireScope("orders:write").WithParentVersion();
        routes.MapGet("/v1/credit_notes/{id}", ReadCreditNotes.GetAsync).RequireScope("orders:read");
        routes.MapGet("/v1/credit_notes/{id}/pdf", CreditNoteFiles.PdfAsync).RequireScope("orders:read");
        routes.MapPost("/v1/refunds", Refunds.RequestAsync).RequireScope("payments:write").ForWholeTenant();
        routes.MapGet("/v1/refunds", Refunds.ListAsync).RequireScope("payments:read").WithFilters("status");
        routes.MapGet("/v1/refunds/{id}", Refunds.GetAsync).RequireScope("payments:read");
        routes.MapPost("/v1/refunds/{id}/bank_account", AdvanceRefund.TakeAccountAsync).RequireScope("payments:write").ForWholeTenant();
        routes.MapPost("/v1/refunds/{id}/approve", AdvanceRefund.ApproveAsync).RequireScope("payments:write").ForWholeTenant();
        routes.MapPost("/v1/refunds/{id}/cancel", Refunds.CancelAsync).RequireScope("payments:write").ForWholeTenant();
    }

    private static void MapMails(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/mails", ReadMails.ListAsync).RequireScope("invoices:read").ForWholeTenant().WithFilters("state");
        routes.MapGet("/v1/mails/{id}", ReadMails.GetAsync).RequireScope("invoices:read").ForWholeTenant();
        routes.MapPost("/v1/mails/{id}/resend", ResendMail.HandleAsync).RequireScope("invoices:write").ForWholeTenant();
    }

    private static void MapLedger(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/ledger/accounts", ReadLedger.Accounts).RequireScope("ledger:read").ForWholeTenant();
        routes.MapGet("/v1/ledger/entries", ReadLedger.EntriesAsync).RequireScope("ledger:read").ForWholeTenant()
            .WithFilters("account", "from", "to", "receivable", "merchant");
        routes.MapGet("/v1/ledger/trial_balance", ReadLedger.TrialBalanceAsync).RequireScope("ledger:read").ForWholeTenant().WithFilters("as_of");
        routes.MapGet("/v1/ledger/export", ReadLedger.ExportAsync).RequireScope("ledger:read").ForWholeTenant().WithFilters("from", "to", "format");
        routes.MapGet("/v1/ledger/periods/{month}", Periods.GetAsync).RequireScope("ledger:write").ForWholeTenant();
        routes.MapPost("/v1/ledger/periods/{month}/close", Periods.CloseAsync).RequireScope("ledger:write").ForWholeTenant();
        routes.MapPost("/v1/ledger/periods/{month}/reopen", Periods.ReopenAsync).RequireScope("ledger:write").ForWholeTenant();
    }
}
