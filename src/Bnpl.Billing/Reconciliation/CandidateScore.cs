using Bnpl.Billing.Zengin;

namespace Bnpl.Billing.Reconciliation;

/// <summary>An open receivable that a line might be for.</summary>
/// <param name="Names">The buyer's names as the order gave them.</param>
/// <param name="Named">The payer wrote this receivable's invoice number.</param>
/// <param name="Learned">Somebody matched this payer's money to this buyer before.</param>
internal sealed record OpenClaim(Guid ReceivableId, long Outstanding, IReadOnlyList<string> Names, bool Named, bool Learned);

internal sealed record Candidate(Guid ReceivableId, long Amount, IReadOnlyList<string> Evidence, int Confidence);

/// <summary>
/// How well an open receivable fits a line that names nothing. Names are shared by families and amounts by many: this
/// ranks for a person and never books. Confidence is a percentage. Pure.
/// </summary>
internal static class CandidateScore
{
    private const int Most = 5;

    public static IReadOnlyList<Candidate> Rank(long amount, string? payer, IReadOnlyList<OpenClaim> claims)
    {
        PayerNameKey? key = payer is null ? null : PayerNameKey.Of(payer);
        bool unique = claims.Count(c => c.Outstanding == amount) == 1;
        return
        [
            .. claims
                .Select(claim => Of(amount, key, claim, unique))
                .Where(c => c.Confidence > 0)
                .OrderByDescending(c => c.Confidence)
                .ThenBy(c => c.ReceivableId)
                .Take(Most),
        ];
    }

    private static Candidate Of(long amount, PayerNameKey? payer, OpenClaim claim, bool unique)
    {
        List<string> evidence = [];
        bool exact = claim.Outstanding == amount;
        Add(exact, "amount_exact");
        Add(exact && unique, "amount_unique");
        Add(claim.Named, "reference");
        List<PayerNameKey> names = [.. claim.Names.Select(PayerNameKey.Of).Where(n => n.Key.Length > 0)];
        bool strong = payer is { Key.Length: > 0 } && names.Exists(n => n.Key == payer.Key);
        bool weak = !strong && payer is { WeakKey.Length: > 0 } && names.Exists(n => n.WeakKey == payer.WeakKey);
        Add(strong, "payer_name");
        Add(weak, "payer_name_weak");
        Add(claim.Learned, "payer_learned");
        int confidence = (claim.Named, strong, claim.Learned, weak, exact) switch
        {
            (true, _, _, _, true) => 95,
            (_, true, _, _, true) => unique ? 90 : 80,
            (_, _, true, _, true) => 85,
            (true, _, _, _, false) => 70,
            (_, _, _, true, true) => 60,
            (_, true, _, _, false) => 50,
            (_, _, true, _, false) => 45,
            (_, _, _, _, true) => unique ? 40 : 15,
            (_, _, _, true, false) => 20,
            _ => 0,
        };
        return new Candidate(claim.ReceivableId, Math.Min(amount, claim.Outstanding), evidence, confidence);

        void Add(bool holds, string what)
        {
            if (holds)
            {
                evidence.Add(what);
            }
        }
    }
}
