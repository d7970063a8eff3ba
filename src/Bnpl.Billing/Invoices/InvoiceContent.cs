using Bnpl.Billing.Receivables;

namespace Bnpl.Billing.Invoices;

/// <summary>
/// Everything an invoice says, as it was issued; sealed with the invoice and answered as print data. The PDF is drawn
/// from this alone, so that settings changed later do not change a document that somebody holds.
/// </summary>
internal sealed record InvoiceContent
{
    /// <summary><c>first_notice</c>, <c>reminder</c>, <c>second_notice</c> or <c>credit_note_reissue</c>.</summary>
    public required string Kind { get; init; }
    public required string Number { get; init; }
    public required DateOnly IssuedOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required ContentParty Operator { get; init; }
    public required ContentParty Merchant { get; init; }
    public required ContentAddressee Addressee { get; init; }
    public required string MerchantOrderNo { get; init; }
    public required DateOnly OrderedOn { get; init; }
    public required DateOnly? SuppliedOn { get; init; }
    public required int InstalmentNumber { get; init; }
    public required int InstalmentCount { get; init; }
    public required IReadOnlyList<ContentLine> Lines { get; init; }
    public required IReadOnlyList<TaxShare> TaxByRate { get; init; }
    public required IReadOnlyList<ContentAmount> Adjustments { get; init; }
    public required IReadOnlyList<ContentAmount> Charges { get; init; }
    public required long AmountDue { get; init; }
    public required ContentSlip? PaymentSlip { get; init; }
    public required VirtualAccount? VirtualAccount { get; init; }
    public required string PayUrl { get; init; }
    public required string? SupportPhone { get; init; }
    public required string? SupportHours { get; init; }
    public required string LateChargeRate { get; init; }

    /// <summary>法定利率 that bounds the late charge of a registered plan; null elsewhere.</summary>
    public string? LateChargeBoundRate { get; init; }

    /// <summary>The instalments after this one that are still to be paid.</summary>
    public IReadOnlyList<ContentInstalment> LaterInstalments { get; init; } = [];
}

internal sealed record ContentParty(string Name, string? Address, string? Phone, string? RegistrationNumber);

internal sealed record ContentAddressee(string Name, string PostalCode, string Address, string? Email);

/// <param name="UnitPrice">Yen, tax included.</param>
internal sealed record ContentLine(string Description, int Quantity, long UnitPrice, long Amount, string TaxRate);

/// <param name="Tax">A charge's rate (0.10, 0.08, 0) or <c>out_of_scope</c>, which the invoice names beside it.</param>
internal sealed record ContentAmount(string Description, long Amount, string? Tax = null)
{
    public const string OutOfScope = "out_of_scope";
}

/// <param name="Amount">What it will ask as things stand, fee included.</param>
internal sealed record ContentInstalment(int Number, DateOnly DueOn, long Amount);

internal sealed record ContentSlip(string BarcodeNumber, DateOnly? PayableUntil, bool StampDuty);
