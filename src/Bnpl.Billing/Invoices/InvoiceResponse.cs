using Bnpl.Billing.Receivables;
using Bnpl.Contracts;

namespace Bnpl.Billing.Invoices;

/// <summary>An invoice as the API shows it.</summary>
internal sealed record InvoiceResponse(
    string Id,
    string Object,
    int Version,
    string Status,
    string Number,
    string Merchant,
    string Order,
    string? Receivable,
    InvoiceInstalmentResponse? Instalment,
    long Amount,
    string Currency,
    BalanceResponse Balance,
    IReadOnlyList<TaxShare> TaxByRate,
    DateOnly IssuedOn,
    DateOnly DueOn,
    string Delivery,
    DateTimeOffset? SentAt,
    PaymentSlipResponse? PaymentSlip,
    IReadOnlyList<PaymentSlipResponse> PaymentSlips,
    VirtualAccountResponse? VirtualAccount,
    string PayUrl,
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset CreatedAt)
{
    public static InvoiceResponse From(Invoice invoice, Receivable? receivable, PayLinks links)
    {
        Instalment? instalment = receivable?.Instalments.Find(i => i.Id == invoice.InstalmentId);
        List<PaymentSlipResponse> slips = [.. invoice.Slips.Select(PaymentSlipResponse.From)];
        return new InvoiceResponse(
            EntityId.Format(IdPrefix.Invoice, invoice.Id),
            "invoice",
            invoice.Version,
            invoice.Status,
            invoice.Number,
            EntityId.Format(IdPrefix.Merchant, invoice.MerchantId),
            EntityId.Format(IdPrefix.Order, invoice.OrderId),
            EntityId.Format(IdPrefix.Receivable, invoice.ReceivableId),
            instalment is null ? null : new InvoiceInstalmentResponse(EntityId.Format(IdPrefix.Instalment, instalment.Id), instalment.Number, receivable!.Instalments.Count),
            invoice.Amount,
            Contracts.Currency.Jpy.Code,
            instalment is null ? new BalanceResponse(invoice.Amount, 0, 0, invoice.Amount) : BalanceResponse.From([instalment]),
            invoice.Tax,
            invoice.IssuedOn,
            invoice.DueOn,
            invoice.Delivery,
            invoice.SentAt,
            slips.LastOrDefault(),
            slips,
            receivable?.VirtualAccount is { } account ? VirtualAccountResponse.From(account) : null,
            links.UrlOf(invoice.Id),
            InvoiceLifeCycle.Moves.Allowed(invoice.Status),
            invoice.CreatedAt);
    }
}

internal sealed record InvoiceInstalmentResponse(string Id, int Number, int Of);

/// <summary>What is still owed, by component.</summary>
internal sealed record BalanceResponse(long Principal, long Fee, long LateCharge, long Total)
{
    public static BalanceResponse From(IReadOnlyList<Instalment> instalments) => new(
        instalments.Sum(i => i.OpenPrincipal),
        instalments.Sum(i => i.OpenFee),
        instalments.Sum(i => i.OpenLateCharge),
        instalments.Sum(i => i.Outstanding));
}

internal sealed record PaymentSlipResponse(
    string? BarcodeNumber, DateOnly DueOn, long Amount, int Version, DateOnly? PayableUntil, bool StampDuty, DateOnly IssuedOn)
{
    public static PaymentSlipResponse From(PaymentSlip slip) =>
        new(slip.BarcodeNumber, slip.DueOn, slip.Amount, slip.Version, slip.PayableUntil, slip.StampDuty, slip.IssuedOn);
}

internal sealed record VirtualAccountResponse(
    string BankCode, string? BankName, string BranchCode, string? BranchName, string AccountType, string AccountNumber, string HolderKana)
{
    public static VirtualAccountResponse From(VirtualAccount account) => new(
        account.BankCode, account.BankName, account.BranchCode, account.BranchName, account.AccountType, account.AccountNumber, account.HolderKana);
}

/// <summary>What a client may do with an invoice. Payments and credit notes move the status by themselves.</summary>
internal static class InvoiceLifeCycle
{
    public static LifeCycle Moves { get; } = new(
        (InvoiceStatus.Issued, "send", InvoiceStatus.Issued),
        (InvoiceStatus.Issued, "reissue", InvoiceStatus.Issued),
        (InvoiceStatus.Sent, "send", InvoiceStatus.Sent),
        (InvoiceStatus.Sent, "reissue", InvoiceStatus.Sent),
        (InvoiceStatus.PartiallyPaid, "send", InvoiceStatus.PartiallyPaid),
        (InvoiceStatus.PartiallyPaid, "reissue", InvoiceStatus.PartiallyPaid),
        (InvoiceStatus.Paid, "send", InvoiceStatus.Paid));
}
