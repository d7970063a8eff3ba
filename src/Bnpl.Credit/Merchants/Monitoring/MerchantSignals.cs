using System.Globalization;

namespace Bnpl.Credit.Merchants.Monitoring;

/// <summary>Ascending: the worst is the greatest.</summary>
internal enum SignalLevel
{
    None = 0,

    /// <summary>Somebody should look.</summary>
    Attention = 1,

    /// <summary>Somebody should act.</summary>
    Alarm = 2,
}

/// <param name="Bound">What the true rate is at least, with 97.5 % confidence: little evidence, low bound.</param>
/// <param name="Norm">Null: too few peers, measured by the reference.</param>
/// <param name="Excess">By how many spreads the bound lies above the middle.</param>
internal sealed record RateStanding(WatchedRate Rate, long Count, long Of, double Value, double Bound, PeerNorm? Norm, SignalLevel Level, double Excess);

internal sealed record Signal(string Code, SignalLevel Level, string Japanese, string English);

/// <param name="EnoughOrders">False: too little was sold to say anything.</param>
/// <param name="Score">For the order among merchants of one level.</param>
internal sealed record Assessment(SignalLevel Level, double Score, bool EnoughOrders, IReadOnlyList<RateStanding> Rates, IReadOnlyList<Signal> Signals);

/// <summary>
/// What a merchant's figures say beside its peers' (途上モニタリング). It is the bound that is compared and never the bare share:
/// one bad order of two says nothing, fifty of a hundred a lot. Pure.
/// </summary>
internal static class MerchantSignals
{
    private const double Z = 1.96;
    private const int LeastPeers = 3;
    private const int LeastBadOrders = 3;
    private const int RecentDays = 7;
    private const int LeastDaysBefore = 21;

    public static Assessment Assess(WatchedMerchant merchant, PeerNorms norms, int minimumOrders, int days)
    {
        bool enough = merchant.Figures.Orders >= minimumOrders;
        List<RateStanding> rates = [.. WatchedRate.All.Select(rate => Stand(rate, merchant, norms, enough))];
        List<Signal> signals = [.. rates.Where(rate => rate.Level > SignalLevel.None).Select(Describe)];
        if (enough)
        {
            AddJumps(signals, merchant, minimumOrders, days);
        }

        if (merchant.CheckFailed)
        {
            signals.Add(new Signal("check_failed", SignalLevel.Alarm, "直近の審査で不合格となった項目があります。", "The latest check of something failed."));
        }

        if (merchant.CheckDue)
        {
            signals.Add(new Signal("check_due", SignalLevel.Attention, "途上審査の期日を迎えています。", "The periodic review is due."));
        }

        return new Assessment(
            signals.Select(signal => signal.Level).DefaultIfEmpty(SignalLevel.None).Max(),
            rates.Where(rate => rate.Level > SignalLevel.None).Select(rate => rate.Excess).DefaultIfEmpty(0).Max(),
            enough,
            rates,
            [.. signals.OrderByDescending(signal => signal.Level)]);
    }

    /// <summary>Wilson's lower bound of a share.</summary>
    internal static double LowerBound(long count, long of)
    {
        if (of <= 0)
        {
            return 0;
        }

        double n = of, p = Math.Clamp((double)count / n, 0, 1), z2 = Z * Z;
        return Math.Max(0, (p + (z2 / (2 * n)) - (Z * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n))))) / (1 + (z2 / n)));
    }

    private static RateStanding Stand(WatchedRate rate, WatchedMerchant merchant, PeerNorms norms, bool enough)
    {
        long of = rate.Of(merchant.Figures), count = Math.Min(rate.Count(merchant.Figures), of);
        double value = of > 0 ? (double)count / of : 0, bound = LowerBound(count, of);
        PeerNorm norm = norms.For(rate, merchant.Id);
        bool peers = norm.Peers >= LeastPeers;
        double middle = peers ? norm.Median : rate.Reference, spread = peers ? Math.Max(norm.Spread, rate.Floor) : rate.Reference;
        double excess = (bound - middle) / spread;
        SignalLevel level = !enough || count < LeastBadOrders ? SignalLevel.None
            : excess > (peers ? 4 : 1) ? SignalLevel.Alarm
            : excess > (peers ? 2 : 0) ? SignalLevel.Attention
            : SignalLevel.None;
        return new RateStanding(rate, count, of, value, bound, peers ? norm : null, level, excess);
    }

    private static Signal Describe(RateStanding standing) => standing.Norm is { } norm
        ? new Signal(
            standing.Rate.Code,
            standing.Level,
            $"{standing.Rate.Japanese}が{Percent(standing.Value)}（{standing.Of:N0}件中{standing.Count:N0}件）で、他の加盟店{norm.Peers:N0}店の中央値{Percent(norm.Median)}を大きく上回っています。",
            $"{standing.Rate.English} is {Percent(standing.Value)} ({standing.Count:N0} of {standing.Of:N0}), far above the median {Percent(norm.Median)} of {norm.Peers:N0} other merchants.")
        : new Signal(
            standing.Rate.Code,
            standing.Level,
            $"{standing.Rate.Japanese}が{Percent(standing.Value)}（{standing.Of:N0}件中{standing.Count:N0}件）で、目安の{Percent(standing.Rate.Reference)}を上回っています。",
            $"{standing.Rate.English} is {Percent(standing.Value)} ({standing.Count:N0} of {standing.Of:N0}), above the rule of thumb of {Percent(standing.Rate.Reference)}.");

    // A week against the weeks before it. The week's count is taken at its lower bound as well.
    private static void AddJumps(List<Signal> signals, WatchedMerchant merchant, int minimumOrders, int days)
    {
        MerchantFigures f = merchant.Figures;
        long earlier = f.Orders - f.RecentOrders, earlierAmount = f.Amount - f.RecentAmount;
        if (f.RecentOrders < minimumOrders)
        {
            return;
        }

        if (days - RecentDays >= LeastDaysBefore && earlier >= minimumOrders)
        {
            double usual = (double)earlier / (days - RecentDays) * RecentDays;
            double times = (f.RecentOrders - (Z * Math.Sqrt(f.RecentOrders))) / Math.Max(1, usual);
            Add("volume_jump", times, 2.5, 5, FormattableString.Invariant(
                $"直近7日の注文が{f.RecentOrders:N0}件で、それまでの週平均{usual:#,0.#}件から急増しています。"), FormattableString.Invariant(
                $"{f.RecentOrders:N0} orders in the last seven days, where {usual:#,0.#} a week were usual."));

            double before = (double)earlierAmount / earlier, now = (double)f.RecentAmount / f.RecentOrders;
            Add("average_order_jump", now / Math.Max(1, before), 2, 4, FormattableString.Invariant(
                $"直近7日の平均注文額が{now:N0}円で、それまでの{before:N0}円から大きく上がっています。"), FormattableString.Invariant(
                $"The average order of the last seven days is {now:N0} yen, where {before:N0} yen was usual."));
        }

        if (merchant.ExpectedMonthly is { } told)
        {
            double month = f.RecentAmount * 30.0 / RecentDays;
            Add("above_expected_volume", month / told, 2, 5, FormattableString.Invariant(
                $"直近7日の取扱高が月換算で{month:N0}円となり、申込時の見込み{told:N0}円を超えています。"), FormattableString.Invariant(
                $"At the pace of the last seven days it sells {month:N0} yen a month; {told:N0} yen were expected when it applied."));
        }

        void Add(string code, double times, double attention, double alarm, string japanese, string english)
        {
            if (times >= attention)
            {
                signals.Add(new Signal(code, times >= alarm ? SignalLevel.Alarm : SignalLevel.Attention, japanese, english));
            }
        }
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0}%");
}
