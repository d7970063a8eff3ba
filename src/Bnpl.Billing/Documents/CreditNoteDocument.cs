namespace Bnpl.Billing.Documents;

/// <summary>
/// 適格返還請求書. The law asks for issuer and number, the date of the return and of the supply it takes back, what was
/// returned, and amount and tax by rate. Amounts are positive: they are what goes back to the buyer.
/// </summary>
internal sealed record CreditNoteDocument
{
    public required string Number { get; init; }

    public required DateOnly ReturnedOn { get; init; }

    public required DateOnly? SuppliedOn { get; init; }

    public required DocumentOperator Operator { get; init; }

    public required DocumentMerchant Merchant { get; init; }

    public required DocumentAddressee Addressee { get; init; }

    public required string OrderNumber { get; init; }

    /// <summary>返品, 値引き …, as the buyer reads it.</summary>
    public required string Reason { get; init; }

    public IReadOnlyList<PrintedLine> Lines { get; init; } = [];

    public required IReadOnlyList<PrintedTaxTotal> TaxTotals { get; init; }

    public required long Amount { get; init; }

    /// <summary>What of it is paid back; the rest lowers what is still to be paid.</summary>
    public required long RefundAmount { get; init; }

    public DocumentSupport? Support { get; init; }
}
