using Bnpl.Billing.Invoices;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Billing.PayPages;

/// <summary>
/// <c>GET /pay/{token}</c>: the page behind the link on an invoice. It asks for no login, so whatever does not lead to an
/// invoice of an active tenant gets the same answer and tells nothing of why.
/// </summary>
internal sealed class OpenPayPage(
    TenantSession session,
    TenantContext tenant,
    TenantClock clock,
    PayLinks links,
    ReceivableReader receivables,
    IOrders orders,
    IMerchants merchants,
    ITenantSettings settings)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/pay/{token}", HandleAsync).ExcludeFromDescription();

    private static async Task<ContentHttpResult> HandleAsync(
        string token, HttpContext http, TenantDirectory directory, TenantScopes scopes, CancellationToken cancellation)
    {
        if (directory.Current is not { } snapshot)
        {
            http.Response.Headers.RetryAfter = "1";
            return Answer(http, StatusCodes.Status503ServiceUnavailable, PayPageWords.Busy);
        }

        if (PayLinks.TenantOf(token) is not { } claimed
            || !snapshot.ById.TryGetValue(claimed, out TenantEntry? entry)
            || entry.Status != TenantStatus.Active)
        {
            return Answer(http, StatusCodes.Status404NotFound, PayPageWords.NotFound);
        }

        await using AsyncServiceScope scope = await scopes.OpenAsync(entry, cancellation);
        PayPage? page = await scope.ServiceProvider.GetRequiredService<OpenPayPage>().ReadAsync(token, cancellation);
        return page is null
            ? Answer(http, StatusCodes.Status404NotFound, PayPageWords.NotFound)
            : Answer(http, StatusCodes.Status200OK, PayPageWords.Of(page));
    }

    private async Task<PayPage?> ReadAsync(string token, CancellationToken cancellation)
    {
        // Without keys the tenant was erased a moment ago, later than the directory was read.
        if (!tenant.Keys.Versions.Any() || links.Verify(token) is not { } invoiceId)
        {
            return null;
        }

        await session.BeginAsync(cancellation);
        Guid? owner = await session.ReadOneAsync(
            new Sql("SELECT receivable_id FROM billing.invoices WHERE tenant_id = $1 AND id = $2", tenant.TenantId, invoiceId),
            row => BillingRows.Id(row, 0),
            cancellation);
        if (owner is not { } receivableId
            || !(await receivables.LoadAsync([receivableId], cancellation)).TryGetValue(receivableId, out Receivable? receivable)
            || receivable.Invoices.Find(i => i.Id == invoiceId) is not { } invoice
            || receivable.Instalments.Find(i => i.Id == invoice.InstalmentId) is not { } instalment)
        {
            return null;
        }

        BillableOrder order = await orders.GetAsync(receivable.OrderId, cancellation);
        MerchantProfile merchant = await merchants.GetAsync(receivable.MerchantId, cancellation);
        TenantSettings current = await settings.GetAsync(cancellation);
        return new PayPage
        {
            State = PayPage.StateOf(receivable, invoice, instalment),
            Salutation = PayPage.SalutationOf(order.Buyer.Name),
            ShopName = merchant.Name,
            CompanyName = current.CompanyName,
            InvoiceNumber = invoice.Number,
            Today = clock.Today,
            DueOn = invoice.DueOn,
            Principal = instalment.OpenPrincipal,
            Fee = instalment.OpenFee,
            LateCharge = instalment.OpenLateCharge,
            Barcode = PayPage.PayableSlip(invoice, instalment, clock.Today),
            Account = receivable.VirtualAccount,
            Support = current.Support,
        };
    }

    private static ContentHttpResult Answer(HttpContext http, int status, Markup page)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = PayPageStyle.Policy;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        return TypedResults.Content(page.Text, "text/html; charset=utf-8", statusCode: status);
    }
}
