using Bnpl.Billing.Ledger;
using Bnpl.Contracts;

namespace Bnpl.Billing.Receivables;

/// <summary>Brings a receivable in line with its facts and notes every difference as rows and postings.</summary>
internal sealed partial class BillingBook
{
    private readonly List<Posting> _postings = [];
    private readonly List<(Receivable Receivable, Allocation Allocation)> _newAllocations = [];
    private readonly List<Guid> _reversedAllocations = [];
    private readonly List<(Receivable Receivable, Guid AllocationId, AllocationPart Part)> _newParts = [];
    private readonly List<Guid> _reversedParts = [];
    private readonly List<ChargeRow> _charges = [];
    private readonly List<(Receivable Receivable, Invoice Invoice)> _paidInvoices = [];
    private readonly List<Guid> _reopenedInvoices = [];

    /// <summary>Invoices that became paid in this session; an event tells of each.</summary>
    public IReadOnlyList<(Receivable Receivable, Invoice Invoice)> PaidInvoices => _paidInvoices;

    /// <summary>Puts money of a payment towards a receivable. What it does not take stays unapplied.</summary>
    public void Allocate(Payment payment, Receivable receivable, long amount, (Guid InstalmentId, DateOnly On)? hold, string cause)
    {
        payment.Unapplied -= amount;
        payment.MerchantId ??= receivable.MerchantId;
        payment.Changed = true;
        receivable.Allocations.Add(new Allocation
        {
            Id = EntityId.New(),
            PaymentId = payment.Id,
            Amount = amount,
            ReceivedOn = payment.ReceivedOn,
            HeldInstalmentId = hold?.InstalmentId,
            HeldOn = hold?.On,
            CreatedAt = clock.Now,
        });
        Settle(receivable, cause);
    }

    /// <summary>Takes allocations back; the money is unapplied again, and what else is in force settles anew.</summary>
    public void Withdraw(Receivable receivable, Predicate<Allocation> which, string cause)
    {
        foreach (Allocation allocation in receivable.Allocations.FindAll(which))
        {
            receivable.Allocations.Remove(allocation);
            Payment payment = Payment(allocation.PaymentId);
            payment.Unapplied += allocation.Amount;
            payment.Changed = true;
            Reverse(receivable, allocation);
        }

        Settle(receivable, cause);
    }

    /// <summary>Raises a fee on an instalment.</summary>
    /// <param name="kind"><c>plan_fee</c> or <c>notice_fee</c>.</param>
    public void Raise(Receivable receivable, Instalment instalment, string kind, long amount, string cause)
    {
        instalment.Fee += amount;
        receivable.Fees.Add(new FeeFact(instalment.Id, amount, clock.Today));
        Charge(receivable, instalment, kind, amount, cause);
        Settle(receivable, cause);
    }

    /// <summary>Recomputes the receivable from its facts.</summary>
    public void Settle(Receivable receivable, string cause)
    {
        SettlementOutcome outcome = Settlement.Replay(
            receivable.LateTerms,
            [.. receivable.Instalments.Select(i => new Claim(i.Id, i.DueOn, i.Principal - i.Credited))],
            receivable.Fees,
            [.. receivable.Allocations.Select(a => new Receipt(a.Id, a.ReceivedOn, a.Amount, a.HeldInstalmentId, a.HeldOn))],
            receivable.AccruedThrough);
        ILookup<Guid, SettledPart> parts = outcome.Parts.ToLookup(p => p.ReceiptId);
        foreach (Allocation allocation in receivable.Allocations.ToList())
        {
            Follow(receivable, allocation, [.. parts[allocation.Id]]);
        }

        foreach (SettledClaim claim in outcome.Claims)
        {
            Follow(receivable, receivable.Instalments.Find(i => i.Id == claim.Id)!, claim, cause);
        }

        if (receivable.Status is ReceivableStatus.Open or ReceivableStatus.Paid)
        {
            receivable.Status = receivable.Outstanding == 0 ? ReceivableStatus.Paid : ReceivableStatus.Open;
        }

        receivable.Changed = true;
        receivable.Invoices.ForEach(invoice => Follow(receivable, invoice));
    }

    private void Follow(Receivable receivable, Allocation allocation, List<SettledPart> wanted)
    {
        long consumed = wanted.Sum(p => p.Amount);
        if (consumed == allocation.Amount)
        {
            FollowParts(receivable, allocation, wanted);
            return;
        }

        Payment payment = Payment(allocation.PaymentId);
        payment.Unapplied += allocation.Amount - consumed;
        payment.Changed = true;
        receivable.Allocations.Remove(allocation);
        if (allocation.Parts.Count > 0)
        {
            Reverse(receivable, allocation);
        }

        if (consumed > 0)
        {
            Allocation smaller = new()
            {
                Id = EntityId.New(),
                PaymentId = allocation.PaymentId,
                Amount = consumed,
                ReceivedOn = allocation.ReceivedOn,
                HeldInstalmentId = allocation.HeldInstalmentId,
                HeldOn = allocation.HeldOn,
                CreatedAt = clock.Now,
            };
            receivable.Allocations.Add(smaller);
            FollowParts(receivable, smaller, wanted);
        }
    }

    private void FollowParts(Receivable receivable, Allocation allocation, List<SettledPart> wanted)
    {
        if (allocation.Parts.Count == 0)
        {
            _newAllocations.Add((receivable, allocation));
        }

        foreach (AllocationPart part in allocation.Parts.ToList())
        {
            int same = wanted.FindIndex(w => w.InstalmentId == part.InstalmentId && w.Component == part.Component && w.Amount == part.Amount);
            if (same >= 0)
            {
                wanted.RemoveAt(same);
                continue;
            }

            allocation.Parts.Remove(part);
            ReversePart(receivable, part);
        }

        foreach (SettledPart settled in wanted)
        {
            AllocationPart part = new(EntityId.New(), settled.InstalmentId, settled.Component, settled.Amount);
            allocation.Parts.Add(part);
            _newParts.Add((receivable, allocation.Id, part));
            Post(receivable, "allocation_part", part.Id, "applied", Account.UnappliedCash, Account.OfComponent(part.Component), part.Amount, allocation.ReceivedOn);
        }
    }

    private void Follow(Receivable receivable, Instalment instalment, SettledClaim claim, string cause)
    {
        if (claim.Fee != instalment.Fee)
        {
            Charge(receivable, instalment, "fee_correction", claim.Fee - instalment.Fee, cause);
        }

        if (claim.LateCharge != instalment.LateCharge)
        {
            Charge(receivable, instalment, "late_charge", claim.LateCharge - instalment.LateCharge, cause);
        }

        instalment.Fee = claim.Fee;
        instalment.FeePaid = claim.FeePaid;
        instalment.LateCharge = claim.LateCharge;
        instalment.LateChargePaid = claim.LateChargePaid;
        instalment.PrincipalPaid = claim.PrincipalPaid;
    }

    private void Follow(Receivable receivable, Invoice invoice)
    {
        Instalment instalment = receivable.Instalments.Find(i => i.Id == invoice.InstalmentId)!;
        string status = instalment.Principal == instalment.Credited ? InvoiceStatus.Void
            : instalment.Outstanding == 0 ? InvoiceStatus.Paid
            : instalment.HasPayments ? InvoiceStatus.PartiallyPaid
            : invoice.SentAt is not null ? InvoiceStatus.Sent
            : InvoiceStatus.Issued;
        if (status == invoice.Status)
        {
            return;
        }

        if (invoice.Status == InvoiceStatus.Paid)
        {
            _reopenedInvoices.Add(invoice.Id);
        }

        invoice.Status = status;
        invoice.Changed = true;
        if (status == InvoiceStatus.Paid)
        {
            _paidInvoices.Add((receivable, invoice));
        }
    }

    private void Reverse(Receivable receivable, Allocation allocation)
    {
        _reversedAllocations.Add(allocation.Id);
        allocation.Parts.ForEach(part => ReversePart(receivable, part));
    }

    private void ReversePart(Receivable receivable, AllocationPart part)
    {
        _reversedParts.Add(part.Id);
        Post(receivable, "allocation_part", part.Id, "reversed", Account.OfComponent(part.Component), Account.UnappliedCash, part.Amount, clock.Today);
    }

    private void Charge(Receivable receivable, Instalment instalment, string kind, long amount, string cause)
    {
        ChargeRow row = new(EntityId.New(), receivable, instalment.Id, kind, amount, clock.Today, cause);
        _charges.Add(row);
        (Account claim, Account revenue) = kind == "late_charge" ? (Account.LateCharges, Account.LateChargeRevenue) : (Account.Fees, Account.FeeRevenue);
        (Account debit, Account credit) = amount > 0 ? (claim, revenue) : (revenue, claim);
        Post(receivable, "charge", row.Id, kind, debit, credit, Math.Abs(amount), clock.Today);
    }

    public void Post(Receivable receivable, string source, Guid id, string rule, Account debit, Account credit, long amount, DateOnly valueOn)
    {
        if (amount > 0)
        {
            _postings.Add(new Posting(source, id, rule, debit, credit, amount, valueOn, receivable.Id, receivable.MerchantId));
        }
    }

    private sealed record ChargeRow(Guid Id, Receivable Receivable, Guid InstalmentId, string Kind, long Amount, DateOnly ChargedOn, string Cause);
}
