namespace Bnpl.Billing.Documents;

internal enum InvoiceKind
{
    FirstNotice,
    Reminder,
    SecondNotice,
    CreditNoteReissue,
}

internal enum PrintedTax
{
    Standard10,
    Reduced8,

    /// <summary>非課税: within the law's list of exempt supplies.</summary>
    Exempt,

    /// <summary>不課税: no supply at all, such as damages for delay.</summary>
    OutOfScope,
}

internal sealed record PostalAddress(string? PostalCode, string Lines);

/// <summary>The payment company in whose name the invoice goes out.</summary>
internal sealed record DocumentOperator(string Name, PostalAddress? Address, string? Phone, string? RegistrationNumber);

/// <summary>The shop; its registration number only where the shop, not the operator, issues the qualified invoice.</summary>
internal sealed record DocumentMerchant(string Name, string? RegistrationNumber);

internal sealed record DocumentAddressee(string Name, PostalAddress Address);

internal sealed record DocumentSupport(string Phone, string? Hours, string? Email);

/// <summary>A line of goods or services. Prices include tax. Returns and discounts are negative.</summary>
internal sealed record PrintedLine(string Description, int Quantity, long UnitPrice, long Amount, PrintedTax Tax);

/// <summary>What was bought at one rate: the sum with tax and the tax in it, rounded once by the caller.</summary>
internal sealed record PrintedTaxTotal(PrintedTax Tax, long AmountIncludingTax, long TaxAmount);

/// <summary>Late charge, notice fee and the like.</summary>
internal sealed record PrintedCharge(string Description, long Amount, PrintedTax? Tax);

/// <summary>What leads from the order's total to what is asked now: other instalments, money already paid, credit.</summary>
internal sealed record PrintedAdjustment(string Description, long Amount);

internal sealed record PrintedInstalment(int Number, int Of);

/// <summary>An instalment that a later invoice will ask for.</summary>
internal sealed record PrintedLaterInstalment(int Number, DateOnly DueOn, long Amount);

/// <summary>The slip as it was issued. Its 44 digits are evidence and are printed as stored, never computed here.</summary>
internal sealed record PrintedKonbiniSlip(string BarcodeNumber, DateOnly? PayableUntil, bool StampDuty);

internal sealed record PrintedVirtualAccount(
    string? BankName, string BankCode, string? BranchName, string BranchCode, string AccountType, string AccountNumber, string HolderKana);

internal sealed record InvoiceDocument
{
    public required InvoiceKind Kind { get; init; }

    public required string InvoiceNumber { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public required DocumentOperator Operator { get; init; }

    public required DocumentMerchant Merchant { get; init; }

    public required DocumentAddressee Addressee { get; init; }

    public required string OrderNumber { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public required DateOnly? SuppliedOn { get; init; }

    public PrintedInstalment? Instalment { get; init; }

    public IReadOnlyList<PrintedLaterInstalment> LaterInstalments { get; init; } = [];

    public IReadOnlyList<PrintedLine> Lines { get; init; } = [];

    public IReadOnlyList<PrintedTaxTotal> TaxTotals { get; init; } = [];

    public IReadOnlyList<PrintedAdjustment> Adjustments { get; init; } = [];

    public IReadOnlyList<PrintedCharge> Charges { get; init; } = [];

    public required long AmountDue { get; init; }

    /// <summary>Null where the amount is over the stores' limit, or the tenant has no contract.</summary>
    public PrintedKonbiniSlip? KonbiniSlip { get; init; }

    public PrintedVirtualAccount? VirtualAccount { get; init; }

    public string? PayUrl { get; init; }

    public DocumentSupport? Support { get; init; }

    /// <summary>A year, as a fraction: 0.146 is 14.6 %. Null where no late charge is agreed.</summary>
    public decimal? LateChargeRate { get; init; }

    /// <summary>What bounds it, of everything unpaid; null where the law sets no such bound.</summary>
    public decimal? LateChargeBoundRate { get; init; }
}

/// <summary>The file, and what the caller should know: characters no font has (〓 is printed), and texts that had to be cut.</summary>
internal sealed record RenderedDocument(byte[] Pdf, int Pages, IReadOnlyCollection<string> MissingCharacters, IReadOnlyCollection<string> ShortenedTexts);
