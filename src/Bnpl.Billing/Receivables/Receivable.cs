namespace Bnpl.Billing.Receivables;

/// <summary>What a buyer owes for one shipment, with everything that bears on it. Loaded under its row's lock by <see cref="BillingBook"/>.</summary>
internal sealed class Receivable
{
    public required Guid Id { get; init; }
    public required Guid MerchantId { get; init; }
    public required Guid OrderId { get; init; }
    public required Guid BuyerId { get; init; }
    public required Guid ShipmentId { get; init; }
    public required string PlanCode { get; init; }
    public required long Principal { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required DateOnly LastAgreedDueOn { get; init; }
    public required LateTerms LateTerms { get; init; }
    public required decimal CommissionRate { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; }
    public long EventSequence { get; set; }
    public string Status { get; set; } = ReceivableStatus.Open;
    public long Commission { get; set; }
    public DateOnly? AccruedThrough { get; set; }
    public Guid? VirtualAccountId { get; set; }
    public VirtualAccount? VirtualAccount { get; set; }
    public bool IsNew { get; init; }
    public bool Changed { get; set; }

    public List<Instalment> Instalments { get; } = [];
    public List<Invoice> Invoices { get; } = [];

    /// <summary>Fees as they were raised; corrections follow from the settlement.</summary>
    public List<FeeFact> Fees { get; } = [];

    /// <summary>The allocations in force.</summary>
    public List<Allocation> Allocations { get; } = [];

    public long Credited => Instalments.Sum(i => i.Credited);

    public long Outstanding => Instalments.Sum(i => i.Outstanding);

    /// <summary>The oldest due date with principal unpaid; of nothing but charges, the oldest of those.</summary>
    public DateOnly? OldestDueOn => Instalments.Where(i => i.Outstanding > 0).Select(i => (DateOnly?)i.DueOn).Min();
}

/// <summary>A transfer-only account number of the tenant's bank, this receivable's own.</summary>
internal sealed record VirtualAccount(
    Guid Id, string BankCode, string? BankName, string BranchCode, string? BranchName, string AccountType, string AccountNumber, string HolderKana);

internal static class ReceivableStatus
{
    public const string Open = "open";
    public const string Paid = "paid";
    public const string Assigned = "assigned";
    public const string ChargedOff = "charged_off";
    public const string Void = "void";
}

internal sealed class Instalment
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required DateOnly DueOn { get; init; }
    public required long Principal { get; init; }
    public long Credited { get; set; }
    public long PrincipalPaid { get; set; }
    public long Fee { get; set; }
    public long FeePaid { get; set; }
    public long LateCharge { get; set; }
    public long LateChargePaid { get; set; }

    public long OpenPrincipal => Principal - Credited - PrincipalPaid;
    public long OpenFee => Fee - FeePaid;
    public long OpenLateCharge => LateCharge - LateChargePaid;
    public long Outstanding => OpenPrincipal + OpenFee + OpenLateCharge;
    public bool HasPayments => PrincipalPaid + FeePaid + LateChargePaid > 0;
}

internal sealed class Invoice
{
    public required Guid Id { get; init; }
    public required Guid MerchantId { get; init; }
    public required Guid OrderId { get; init; }
    public required Guid BuyerId { get; init; }
    public required string Number { get; init; }
    public required string Delivery { get; init; }
    public required DateOnly IssuedOn { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required IReadOnlyList<TaxShare> Tax { get; set; }
    public Guid? ReceivableId { get; set; }
    public Guid? InstalmentId { get; set; }
    public int Version { get; set; }
    public long EventSequence { get; set; }
    public required string Status { get; set; }
    public required DateOnly DueOn { get; set; }
    public required long Amount { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public bool IsNew { get; init; }
    public bool Changed { get; set; }

    /// <summary>Every slip ever issued, oldest first; the last one is current.</summary>
    public List<PaymentSlip> Slips { get; } = [];

    public PaymentSlip? CurrentSlip => Slips.Count > 0 ? Slips[^1] : null;
}

internal static class InvoiceStatus
{
    public const string Draft = "draft";
    public const string Issued = "issued";
    public const string Sent = "sent";
    public const string PartiallyPaid = "partially_paid";
    public const string Paid = "paid";
    public const string Void = "void";
}

/// <summary>What was bought at one rate, tax included, and the tax in it, rounded once per invoice.</summary>
internal sealed record TaxShare(string Rate, long Amount, long Tax);

/// <summary>A slip as printed. Null digits: over the stores' limit, or no contract with an agent.</summary>
internal sealed record PaymentSlip(
    Guid Id,
    int Version,
    string? BarcodeNumber,
    string? SlipKey,
    int? Reissue,
    DateOnly DueOn,
    DateOnly? PayableUntil,
    long Amount,
    bool StampDuty,
    DateOnly IssuedOn);

internal sealed class Allocation
{
    public required Guid Id { get; init; }
    public required Guid PaymentId { get; init; }
    public required long Amount { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public Guid? HeldInstalmentId { get; init; }
    public DateOnly? HeldOn { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public List<AllocationPart> Parts { get; } = [];
}

internal sealed record AllocationPart(Guid Id, Guid InstalmentId, string Component, long Amount);

internal sealed class Payment
{
    public required Guid Id { get; init; }
    public required string Channel { get; init; }
    public required long Amount { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required string Source { get; init; }
    public required string SourceKey { get; init; }
    public string? Reference { get; init; }
    public Guid? SlipId { get; init; }
    public byte[]? Payer { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Guid? MerchantId { get; set; }
    public Guid? ReceivableId { get; set; }
    public int Version { get; set; }
    public long EventSequence { get; set; }
    public required string Status { get; set; }
    public long Unapplied { get; set; }
    public DateTimeOffset? PreliminaryAt { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public DateTimeOffset? ReversedAt { get; set; }
    public bool IsNew { get; init; }
    public bool Changed { get; set; }
}

internal static class PaymentStatus
{
    public const string Preliminary = "preliminary";
    public const string Confirmed = "confirmed";
    public const string Reversed = "reversed";
}
