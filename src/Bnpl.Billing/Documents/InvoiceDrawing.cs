using System.Globalization;
using Bnpl.Billing.Invoices;
using Bnpl.Billing.Receivables;

namespace Bnpl.Billing.Documents;

/// <summary>From what an invoice says, as it was kept, to the page.</summary>
internal sealed class InvoiceDrawing(InvoicePdf pdf) : IInvoiceDrawing
{
    public byte[] Draw(InvoiceContent content) => pdf.Render(DocumentOf(content)).Pdf;

    public static InvoiceDocument DocumentOf(InvoiceContent content) => new()
    {
        Kind = KindOf(content.Kind),
        InvoiceNumber = content.Number,
        IssuedOn = content.IssuedOn,
        DueOn = content.DueOn,
        Operator = new DocumentOperator(
            content.Operator.Name,
            content.Operator.Address is { } address ? new PostalAddress(null, address) : null,
            content.Operator.Phone,
            content.Operator.RegistrationNumber),
        Merchant = new DocumentMerchant(content.Merchant.Name, content.Merchant.RegistrationNumber),
        Addressee = new DocumentAddressee(content.Addressee.Name, new PostalAddress(content.Addressee.PostalCode, content.Addressee.Address)),
        OrderNumber = content.MerchantOrderNo,
        OrderedOn = content.OrderedOn,
        SuppliedOn = content.SuppliedOn,
        Instalment = content.InstalmentCount > 1 ? new PrintedInstalment(content.InstalmentNumber, content.InstalmentCount) : null,
        LaterInstalments = [.. content.LaterInstalments.Select(later => new PrintedLaterInstalment(later.Number, later.DueOn, later.Amount))],
        Lines = [.. content.Lines.Select(line => new PrintedLine(line.Description, line.Quantity, line.UnitPrice, line.Amount, TaxOf(line.TaxRate)))],
        TaxTotals = [.. content.TaxByRate.Select(total => new PrintedTaxTotal(TaxOf(total.Rate), total.Amount, total.Tax))],
        Adjustments = [.. content.Adjustments.Select(adjustment => new PrintedAdjustment(adjustment.Description, adjustment.Amount))],
        Charges = [.. content.Charges.Select(charge => new PrintedCharge(charge.Description, charge.Amount, charge.Tax is { } tax ? TaxOf(tax) : null))],
        AmountDue = content.AmountDue,
        KonbiniSlip = content.PaymentSlip is { } slip ? new PrintedKonbiniSlip(slip.BarcodeNumber, slip.PayableUntil, slip.StampDuty) : null,
        VirtualAccount = content.VirtualAccount is { } account ? AccountOf(account) : null,
        PayUrl = content.PayUrl,
        Support = content.SupportPhone is { } phone ? new DocumentSupport(phone, content.SupportHours, null) : null,
        LateChargeRate = decimal.Parse(content.LateChargeRate, CultureInfo.InvariantCulture) is > 0 and var rate ? rate : null,
        LateChargeBoundRate = content.LateChargeBoundRate is { } bound ? decimal.Parse(bound, CultureInfo.InvariantCulture) : null,
    };

    private static PrintedVirtualAccount AccountOf(VirtualAccount account) => new(
        account.BankName, account.BankCode, account.BranchName, account.BranchCode, AccountTypeOf(account.AccountType), account.AccountNumber, account.HolderKana);

    private static InvoiceKind KindOf(string kind) => kind switch
    {
        "first_notice" => InvoiceKind.FirstNotice,
        "due_soon" or "reminder" => InvoiceKind.Reminder,
        "second_notice" => InvoiceKind.SecondNotice,
        "credit_note_reissue" => InvoiceKind.CreditNoteReissue,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of invoice."),
    };

    internal static PrintedTax TaxOf(string rate) => rate switch
    {
        "0.10" => PrintedTax.Standard10,
        "0.08" => PrintedTax.Reduced8,
        "0" => PrintedTax.Exempt,
        ContentAmount.OutOfScope => PrintedTax.OutOfScope,
        _ => throw new ArgumentOutOfRangeException(nameof(rate), rate, "No such tax rate."),
    };

    // 全銀 預金種目.
    internal static string AccountTypeOf(string type) => type switch
    {
        "1" => "普通",
        "2" => "当座",
        "4" => "貯蓄",
        _ => type,
    };
}
