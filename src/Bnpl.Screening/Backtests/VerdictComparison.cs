using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;

namespace Bnpl.Screening.Backtests;

/// <summary>Two verdicts of one purchase and the rules behind each.</summary>
internal sealed record ComparedScreening(Guid Id, Verdict Before, Verdict After, string? Outcome, IReadOnlyCollection<string> RulesBefore, IReadOnlyCollection<string> RulesAfter);

/// <summary>Adds up what another policy would have changed, purchase by purchase, in memory that does not grow with their number.</summary>
internal sealed class VerdictComparison(int mostSamples)
{
    private static readonly HashSet<string> s_good = ["paid", "legitimate"];
    private static readonly HashSet<string> s_bad = ["overdue", "bad_debt", "chargeback", "fraud"];

    private readonly SortedDictionary<(Verdict Before, Verdict After), Cell> _cells = [];
    private readonly SortedDictionary<string, Hits> _rules = new(StringComparer.Ordinal);
    private readonly List<ChangedScreening> _samples = [];

    public void Add(ComparedScreening screening)
    {
        Cell cell = Of(_cells, (screening.Before, screening.After));
        cell.Count++;
        cell.Paid += screening.Outcome is { } good && s_good.Contains(good) ? 1 : 0;
        cell.Bad += screening.Outcome is { } bad && s_bad.Contains(bad) ? 1 : 0;
        List<string> gained = [.. screening.RulesAfter.Except(screening.RulesBefore)], lost = [.. screening.RulesBefore.Except(screening.RulesAfter)];
        foreach (string rule in screening.RulesBefore.Distinct())
        {
            Of(_rules, rule).Before++;
        }

        foreach (string rule in screening.RulesAfter.Distinct())
        {
            Of(_rules, rule).After++;
        }

        if (screening.Before == screening.After)
        {
            return;
        }

        foreach (string rule in gained)
        {
            Of(_rules, rule).Gained++;
        }

        foreach (string rule in lost)
        {
            Of(_rules, rule).Lost++;
        }

        if (_samples.Count < mostSamples)
        {
            _samples.Add(new ChangedScreening(EntityId.Format(IdPrefix.Screening, screening.Id), screening.Before, screening.After, screening.Outcome, gained, lost));
        }
    }

    public VerdictTable ToTable()
    {
        int all = _cells.Values.Sum(cell => cell.Count);
        return new VerdictTable(
            all,
            _cells.Where(cell => cell.Key.Before != cell.Key.After).Sum(cell => cell.Value.Count),
            [.. _cells.Select(cell => new VerdictCell(cell.Key.Before, cell.Key.After, cell.Value.Count, cell.Value.Paid, cell.Value.Bad, cell.Value.Count - cell.Value.Paid - cell.Value.Bad))],
            new BeforeAfter(Ratio(Approved(before: true).Sum(cell => cell.Count), all), Ratio(Approved(before: false).Sum(cell => cell.Count), all)),
            new BeforeAfter(BadShare(before: true), BadShare(before: false)),
            [.. _rules.Select(rule => new RuleHits(rule.Key, rule.Value.Before, rule.Value.After, rule.Value.Gained, rule.Value.Lost))],
            _samples);
    }

    private string? BadShare(bool before) => Ratio(Approved(before).Sum(cell => cell.Bad), Approved(before).Sum(cell => cell.Bad + cell.Paid));

    private List<Cell> Approved(bool before) => [.. _cells.Where(cell => (before ? cell.Key.Before : cell.Key.After) == Verdict.Ok).Select(cell => cell.Value)];

    private static string? Ratio(int part, int whole) => whole == 0 ? null : decimal.Round((decimal)part / whole, 4).ToString("0.0000", CultureInfo.InvariantCulture);

    private static TValue Of<TKey, TValue>(SortedDictionary<TKey, TValue> known, TKey key)
        where TKey : notnull
        where TValue : new()
    {
        if (!known.TryGetValue(key, out TValue? value))
        {
            known.Add(key, value = new TValue());
        }

        return value;
    }

    private sealed class Cell
    {
        public int Count { get; set; }
        public int Paid { get; set; }
        public int Bad { get; set; }
    }

    private sealed class Hits
    {
        public int Before { get; set; }
        public int After { get; set; }
        public int Gained { get; set; }
        public int Lost { get; set; }
    }
}

/// <param name="ApprovalRate">Verdict <c>ok</c> of all.</param>
/// <param name="BadShare">Of the approved ones whose end is known, those that ended overdue, in bad debt, charged back or as fraud; null where none is known.</param>
internal sealed record VerdictTable(
    int Screenings,
    int Changed,
    IReadOnlyList<VerdictCell> Matrix,
    BeforeAfter ApprovalRate,
    BeforeAfter BadShare,
    IReadOnlyList<RuleHits> Rules,
    IReadOnlyList<ChangedScreening> ChangedScreenings);

internal sealed record VerdictCell(Verdict Before, Verdict After, int Count, int Paid, int Bad, int Unknown);

internal sealed record BeforeAfter(string? Before, string? After);

/// <param name="Gained">Purchases with another verdict in which the rule fires only now.</param>
/// <param name="Lost">Purchases with another verdict in which it fires no more.</param>
internal sealed record RuleHits(string Rule, int Before, int After, int Gained, int Lost);

internal sealed record ChangedScreening(string Screening, Verdict Before, Verdict After, string? Outcome, IReadOnlyList<string> RulesGained, IReadOnlyList<string> RulesLost);
