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
        DateOnly counted = DateOnly.MinValue;
        foreach (Receipt receipt in receipts.OrderBy(r => r.ReceivedOn).ThenBy(r => r.Id))
        {
            Count(terms, courses, ref counted, receipt.ReceivedOn);
            long rest = receipt.Amount;
            foreach (Course course in courses)
            {
                rest = course.Pay(receipt, rest, parts);
            }
        }

        DateOnly end = receipts.Select(r => r.ReceivedOn).Append(through ?? DateOnly.MinValue).Max();
        Count(terms, courses, ref counted, end);
        return new SettlementOutcome([.. courses.Select(course => course.End(end))], parts);
    }

    /// <summary>
    /// Counts the days up to one on which something happens. Under a registered plan the charges of all overdue instalments together never
    /// exceed the statutory rate on everything unpaid (割賦販売法35条の3の18第2項): where they would, each counts in proportion.
    /// </summary>
    private static void Count(LateTerms terms, List<Course> courses, ref DateOnly from, DateOnly to)
    {
        if (terms.StatutoryRate is not { } statutory)
        {
            courses.ForEach(course => course.Count(DateOnly.MinValue, to, 1));
            return;
        }

        DateOnly begin = from;
        foreach (DateOnly until in courses.SelectMany(course => course.Turns).Where(day => day > begin && day < to).Append(to).Distinct().Order())
        {
            DateOnly start = from;
            long overdue = courses.Sum(course => course.Runs(start, until) ? course.Unpaid : 0);
            decimal asked = terms.AnnualRate * overdue;
            decimal most = statutory * courses.Sum(course => course.Unpaid);
            courses.ForEach(course => course.Count(start, until, asked > most ? most / asked : 1));
            from = until > from ? until : from;
        }
    }

    private sealed class Course(Claim claim, LateTerms terms, IReadOnlyList<FeeFact> fees, DateOnly? heldOn)
    {
        private long _unpaid = claim.Principal;
        private decimal _yenDays;
        private DateOnly _counted = claim.DueOn;
        private DateOnly? _settledOn;
        private long _principalPaid;
        private long _feePaid;
        private long _latePaid;

        public long Unpaid => _unpaid;

        /// <summary>The days on which the counting begins and ends.</summary>
        public IEnumerable<DateOnly> Turns => heldOn is { } held ? [claim.DueOn, held] : [claim.DueOn];

        /// <summary>Whether days between the two are counted.</summary>
        public bool Runs(DateOnly from, DateOnly to) => _unpaid > 0 && to > _counted && from >= _counted && Until(to) > from;

        public void Count(DateOnly from, DateOnly to, decimal share)
        {
            DateOnly until = Until(to);
            if (until > _counted && to > from)
            {
                _yenDays += _unpaid * (until.DayNumber - _counted.DayNumber) * share;
                _counted = until;
            }
        }

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

        private long LateCharge(DateOnly date) =>
            Until(date).DayNumber <= claim.DueOn.DayNumber + terms.GraceDays ? 0 : LateCharges.LateCharge.Of(_yenDays, terms.AnnualRate);

        private DateOnly Until(DateOnly date) => heldOn is { } held && held < date ? held : date;
    }
}

/// <param name="AnnualRate">A year, as a fraction: 0.146 is 14.6 %.</param>
/// <param name="GraceDays">Who pays within so many days of the due date pays no late charge; who pays later pays from the due date.</param>
/// <param name="StatutoryRate">法定利率, which bounds what a registered plan may charge; null for plans that need no registration.</param>
internal sealed record LateTerms(decimal AnnualRate, int GraceDays, decimal? StatutoryRate = null);
