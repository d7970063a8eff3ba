using Bnpl.Billing.Documents.Layout;
using Bnpl.Billing.Invoices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Billing.Documents;

internal static class DocumentServices
{
    /// <summary>Fonts are looked for when the first document is drawn, so that a host without them starts and says what is missing.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton(provider => new DocumentFonts(
            provider.GetRequiredService<IConfiguration>().GetSection(DocumentFontOptions.Section).Get<DocumentFontOptions>() ?? new DocumentFontOptions()))
        .AddSingleton<IDocumentEngine, SkiaDocumentEngine>()
        .AddSingleton<InvoicePdf>()
        .AddSingleton<CreditNotePdf>()
        .AddSingleton<IInvoiceDrawing, InvoiceDrawing>();
}
