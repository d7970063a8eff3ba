using Bnpl.Billing.Documents;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Settings;

namespace Bnpl.Billing.CreditNotes;

/// <summary>From a credit note and those it concerns to what its document says. Pure.</summary>
internal static class CreditNoteContents
{
    public static CreditNoteDocument Of(
        CreditNoteResponse note, BillableOrder order, MerchantProfile merchant, TenantSettings settings, DateOnly? suppliedOn, long refunded)
    {
        bool byMerchant = merchant.InvoiceIssuer == "merchant";
        return new CreditNoteDocument
        {
            Number = note.Number,
            ReturnedOn = note.CreditedOn,
            SuppliedOn = suppliedOn,
            Operator = new DocumentOperator(
                settings.CompanyName ?? "",
                settings.Address is { } address ? new PostalAddress(null, address) : null,
                settings.Phone,
                byMerchant ? null : settings.QualifiedInvoiceNumber),
            Merchant = new DocumentMerchant(merchant.Name, byMerchant ? merchant.QualifiedInvoiceNumber : null),
            Addressee = new DocumentAddressee(
                order.Buyer.Name ?? "",
                new PostalAddress(
                    order.Buyer.Address?.PostalCode,
                    string.Concat(order.Buyer.Address?.Prefecture, order.Buyer.Address?.City, order.Buyer.Address?.Line1)
                        + (string.IsNullOrEmpty(order.Buyer.Address?.Line2) ? "" : $"\n{order.Buyer.Address.Line2}"))),
            OrderNumber = order.MerchantOrderNo,
            Reason = ReasonOf(note.Reason),
            Lines = [.. note.Lines.Select(credited => LineOf(credited.Quantity, order.Lines.First(line => line.Line == credited.Line)))],
            TaxTotals = [.. note.TaxByRate.Select(share => new PrintedTaxTotal(InvoiceDrawing.TaxOf(share.Rate), share.Amount, share.Tax))],
            Amount = note.Amount,
            RefundAmount = refunded,
            Support = settings.Support is { } support ? new DocumentSupport(support.Phone, support.Hours, null) : null,
        };
    }

    private static PrintedLine LineOf(int quantity, BillableLine line) =>
        new(line.Name, quantity, line.UnitPrice, line.UnitPrice * quantity, InvoiceDrawing.TaxOf(Shipments.ShipmentContent.RateText(line.TaxRate)));

    private static string ReasonOf(string reason) => reason switch
    {
        "return" => "ご返品",
        "discount" => "お値引き",
        "not_delivered" => "商品未着",
        "other" => "ご請求額の訂正",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };
}
