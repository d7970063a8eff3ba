using Bnpl.Billing.LateCharges;

namespace Bnpl.Billing.Receivables;

/// <summary>An instalment as owed: what was agreed, less what was credited.</summary>
internal sealed record Claim(Guid Id, DateOnly DueOn, long Principal);

/// <summary>A fee raised on an instalment.</summary>
internal sealed record FeeFact(Guid InstalmentId, long Amount, DateOnly ChargedOn);

/// <summary>Money put towards the receivable, by the day on which the buyer paid.</summary>
/// <param name="HeldInstalmentId">The instalment whose slip was paid in full in time: its late charge ends on <paramref name="HeldOn"/>.</param>
internal sealed record Receipt(Guid Id, DateOnly ReceivedOn, long Amount, Guid? HeldInstalmentId, DateOnly? HeldOn);

internal sealed record SettledPart(Guid ReceiptId, Guid InstalmentId, string Component, long Amount);

internal sealed record SettledClaim(Guid Id, long PrincipalPaid, long Fee, long FeePaid, long LateCharge, long LateChargePaid);

internal sealed record SettlementOutcome(IReadOnlyList<SettledClaim> Claims, IReadOnlyList<SettledPart> Parts);

/// <summary>
/// What a receivable looks like, computed from its facts alone, so that it does not matter in which order they became
/// known: a payment reported late, a reversal and a credit note all end in the state that the days themselves give.
/// Receipts pay in due order, within an instalment costs, then late charge, then principal (民法489条).
/// </summary>
internal static class Settlement
{
    /// <param name="through">The day up to which late charge has been accrued, if any.</param>
    public static SettlementOutcome Replay(
        LateTerms terms, IReadOnlyList<Claim> claims, IReadOnlyList<FeeFact> fees, IReadOnlyList<Receipt> receipts, DateOnly? through)
    {
        List<Course> courses = [.. claims.OrderBy(c => c.DueOn).Select(claim => new Course(
            claim,
            terms,
            [.. fees.Where(fee => fee.InstalmentId == claim.Id)],
            receipts.Where(r => r.HeldInstalmentId == claim.Id).Min(r => r.HeldOn)))];
        List<SettledPart> parts = [];
        foreach (Receipt receipt in receipts.OrderBy(r => r.ReceivedOn).ThenBy(r => r.Id))
        {
            long rest = receipt.Amount;
            foreach (Course course in courses)
            {
                rest = course.Pay(receipt, rest, parts);
            }
        }

        DateOnly end = receipts.Select(r => r.ReceivedOn).Append(through ?? DateOnly.MinValue).Max();
        return new SettlementOutcome([.. courses.Select(course => course.End(end))], parts);
    }

    private sealed class Course(Claim claim, LateTerms terms, IReadOnlyList<FeeFact> fees, DateOnly? heldOn)
    {
        private long _unpaid = claim.Principal;
        private long _yenDays;
        private DateOnly _counted = claim.DueOn;
        private DateOnly? _settledOn;
        private long _principalPaid;
        private long _feePaid;
        private long _latePaid;

        public long Pay(Receipt receipt, long rest, List<SettledPart> parts)
        {
            long late = LateCharge(receipt.ReceivedOn);
            long fee = FeesOn(receipt.ReceivedOn);
            rest = Take(receipt, "fee", fee - _feePaid, ref _feePaid, rest, parts);
            rest = Take(receipt, "late_charge", late - _latePaid, ref _latePaid, rest, parts);
            long before = _principalPaid;
            rest = Take(receipt, "principal", _unpaid, ref _principalPaid, rest, parts);
            _unpaid -= _principalPaid - before;
            if (_unpaid == 0 && _latePaid == late && _feePaid == fee)
            {
                _settledOn ??= receipt.ReceivedOn;
            }

            return rest;
        }

        public SettledClaim End(DateOnly end)
        {
            long late = LateCharge(end);
            return new SettledClaim(claim.Id, _principalPaid, FeesOn(DateOnly.MaxValue), _feePaid, late, _latePaid);
        }

        private long Take(Receipt receipt, string component, long open, ref long paid, long rest, List<SettledPart> parts)
        {
            long taken = Math.Min(open, rest);
            if (taken <= 0)
            {
                return rest;
            }

            paid += taken;
            parts.Add(new SettledPart(receipt.Id, claim.Id, component, taken));
            return rest - taken;
        }

        // A fee raised after the buyer had paid everything was raised in ignorance of the payment; nothing bought, no fee.
        private long FeesOn(DateOnly date) => claim.Principal == 0
            ? 0
            : fees.Where(fee => fee.ChargedOn <= date && (_settledOn is not { } settled || fee.ChargedOn <= settled)).Sum(fee => fee.Amount);

        private long LateCharge(DateOnly date)
        {
            DateOnly until = heldOn is { } held && held < date ? held : date;
            if (until > _counted)
            {
                _yenDays += _unpaid * (until.DayNumber - _counted.DayNumber);
                _counted = until;
            }

            bool inGrace = until.DayNumber <= claim.DueOn.DayNumber + terms.GraceDays;
            return inGrace ? 0 : LateCharges.LateCharge.Compute(_yenDays, terms.AnnualRate, 1);
        }
    }
}

/// <param name="AnnualRate">A year, as a fraction: 0.146 is 14.6 %.</param>
/// <param name="GraceDays">Who pays within so many days of the due date pays no late charge; who pays later pays from the due date.</param>
internal sealed record LateTerms(decimal AnnualRate, int GraceDays);
