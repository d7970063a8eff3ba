using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using CsCheck;

namespace Bnpl.Billing.Tests.Receivables;

public sealed class SettlementTests
{
    private static readonly DateOnly Due = new(2026, 4, 15);
    private static readonly LateTerms Terms = new(0.146m, 0);
    private static readonly Guid Instalment = EntityId.New();

    [Theory]
    [InlineData(10_000, 0, 0)]
    [InlineData(10_000, 1, 4)]
    [InlineData(10_000, 30, 120)]
    [InlineData(4_980, 45, 89)]
    public void Late_charge_runs_from_the_day_after_the_due_date(long principal, int days, long charge)
    {
        SettledClaim settled = Replay([], principal, Due.AddDays(days)).Claims.Single();
        Assert.Equal(charge, settled.LateCharge);
    }

    [Fact]
    public void A_payment_pays_costs_then_late_charge_then_principal()
    {
        SettlementOutcome outcome = Replay(
            [new Receipt(EntityId.New(), Due.AddDays(30), 1_000, null, null)], 10_000, Due.AddDays(30), new FeeFact(Instalment, 297, Due.AddDays(10)));
        Assert.Equal(["fee 297", "late_charge 120", "principal 583"], outcome.Parts.Select(p => $"{p.Component} {p.Amount}"));
    }

    [Fact]
    public void What_was_raised_after_the_buyer_had_paid_is_not_owed()
    {
        SettlementOutcome outcome = Replay(
            [new Receipt(EntityId.New(), Due, 10_000, null, null)], 10_000, Due.AddDays(20), new FeeFact(Instalment, 297, Due.AddDays(7)));
        Assert.Equal(new SettledClaim(Instalment, 10_000, 0, 0, 0, 0), outcome.Claims.Single());
    }

    [Fact]
    public void A_slip_paid_in_full_by_its_due_date_ends_the_late_charge_on_its_issue()
    {
        SettlementOutcome outcome = Replay(
            [new Receipt(EntityId.New(), Due.AddDays(40), 10_120, Instalment, Due.AddDays(30))], 10_000, Due.AddDays(45));
        Assert.Equal(new SettledClaim(Instalment, 10_000, 0, 0, 120, 120), outcome.Claims.Single());
    }

    [Fact]
    public void Within_the_grace_nothing_is_charged_and_after_it_everything_is()
    {
        LateTerms terms = new(0.146m, 5);
        Claim[] claims = [new Claim(Instalment, Due, 10_000)];
        Assert.Equal(0, Settlement.Replay(terms, claims, [], [], Due.AddDays(5)).Claims[0].LateCharge);
        Assert.Equal(24, Settlement.Replay(terms, claims, [], [], Due.AddDays(6)).Claims[0].LateCharge);
    }

    [Fact]
    public void Whatever_comes_in_no_yen_is_lost_and_nothing_is_overpaid() => Gen
        .Select(
            Gen.Long[1, 60_000].Array[1, 4],
            Gen.Select(Gen.Int[-20, 90], Gen.Long[1, 50_000]).Array[0, 6],
            Gen.Select(Gen.Int[0, 3], Gen.Int[0, 60], Gen.Long[1, 500]).Array[0, 3])
        .Sample((principals, payments, raised) =>
        {
            Claim[] claims = [.. principals.Select((p, i) => new Claim(EntityId.New(), Due.AddMonths(i), p))];
            FeeFact[] fees = [.. raised.Select(f => new FeeFact(claims[f.Item1 % claims.Length].Id, f.Item3, Due.AddDays(f.Item2)))];
            Receipt[] receipts = [.. payments.Select(p => new Receipt(EntityId.New(), Due.AddDays(p.Item1), p.Item2, null, null))];
            SettlementOutcome outcome = Settlement.Replay(Terms, claims, fees, receipts, Due.AddDays(95));
            SettlementOutcome shuffled = Settlement.Replay(Terms, claims, fees, [.. receipts.Reverse()], Due.AddDays(95));

            Assert.Equal(outcome.Claims, shuffled.Claims);
            Assert.All(outcome.Claims, c =>
            {
                Assert.InRange(c.FeePaid, 0, c.Fee);
                Assert.InRange(c.LateChargePaid, 0, c.LateCharge);
                Assert.InRange(c.PrincipalPaid, 0, claims.First(x => x.Id == c.Id).Principal);
            });
            Assert.Equal(outcome.Parts.Sum(p => p.Amount), outcome.Claims.Sum(c => c.FeePaid + c.LateChargePaid + c.PrincipalPaid));
            Assert.All(receipts, r => Assert.InRange(outcome.Parts.Where(p => p.ReceiptId == r.Id).Sum(p => p.Amount), 0, r.Amount));

            // Money is left over only where nothing was left to pay as of its day: paying all and more settles all principal.
            if (payments.Sum(p => p.Item2) > principals.Sum() + outcome.Claims.Sum(c => c.Fee + c.LateCharge))
            {
                Assert.Equal(principals.Sum(), outcome.Claims.Sum(c => c.PrincipalPaid));
            }
        });

    [Fact]
    public void A_registered_plan_is_bounded_by_the_statutory_rate_on_all_that_is_unpaid()
    {
        // 60,000 yen in three, the first paid, the second 30 days late: 240 yen by contract, 40,000 × 3 % × 30 / 365 = 98.63 at most.
        Claim[] claims = [.. Enumerable.Range(0, 3).Select(i => new Claim(EntityId.New(), Due.AddDays(60 * i), 20_000))];
        Receipt first = new(EntityId.New(), Due, 20_000, null, null);
        SettlementOutcome outcome = Settlement.Replay(Terms with { StatutoryRate = 0.03m }, claims, [], [first], claims[1].DueOn.AddDays(30));

        Assert.Equal([0, 98, 0], outcome.Claims.Select(c => c.LateCharge));
        Assert.Equal([0, 240, 0], Settlement.Replay(Terms, claims, [], [first], claims[1].DueOn.AddDays(30)).Claims.Select(c => c.LateCharge));
    }

    [Fact]
    public void All_overdue_instalments_of_a_registered_plan_together_stay_within_the_bound() => Gen
        .Select(Gen.Long[1, 60_000].Array[1, 4], Gen.Select(Gen.Int[-20, 90], Gen.Long[1, 50_000]).Array[0, 6], Gen.Int[0, 150])
        .Sample((principals, payments, days) =>
        {
            LateTerms registered = Terms with { StatutoryRate = 0.03m };
            Claim[] claims = [.. principals.Select((p, i) => new Claim(EntityId.New(), Due.AddMonths(i), p))];
            Receipt[] receipts = [.. payments.Select(p => new Receipt(EntityId.New(), Due.AddDays(p.Item1), p.Item2, null, null))];
            DateOnly through = Due.AddDays(days);
            SettlementOutcome bounded = Settlement.Replay(registered, claims, [], receipts, through);
            SettlementOutcome free = Settlement.Replay(Terms, claims, [], receipts, through);

            // Nothing is paid sooner than it is: at most the whole principal is unpaid from the first due date on.
            DateOnly end = receipts.Select(r => r.ReceivedOn).Append(through).Max();
            long most = Bnpl.Billing.LateCharges.LateCharge.Compute(principals.Sum(), 0.03m, Math.Max(0, end.DayNumber - Due.DayNumber));
            Assert.InRange(bounded.Claims.Sum(c => c.LateCharge), 0, most);
            Assert.True(bounded.Claims.Sum(c => c.LateCharge) <= free.Claims.Sum(c => c.LateCharge) || receipts.Length > 0);
            Assert.All(bounded.Claims, c => Assert.InRange(c.LateChargePaid, 0, c.LateCharge));
            Assert.Equal(bounded.Claims, Settlement.Replay(registered, claims, [], [.. receipts.Reverse()], through).Claims);
        });

    private static SettlementOutcome Replay(Receipt[] receipts, long principal, DateOnly through, params FeeFact[] fees) =>
        Settlement.Replay(Terms, [new Claim(Instalment, Due, principal)], fees, receipts, through);
}
