using Bnpl.Contracts.Screening;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Signals;

namespace Bnpl.Screening.Policy;

/// <summary>
/// The policy every tenant begins with: points toward ok, review and ng from identity, lists and velocity; no I/O, no
/// clock, so that the same facts always give the same verdict.
/// </summary>
internal static class BaselinePolicy
{
    public const string Model = "baseline-1";
    public const int Version = 1;

    private const int ReviewThreshold = 50;
    private const int NgThreshold = 100;
    private const int HighestRisk = 1000;

    public static Judgement Judge(NormalizedBuyer buyer, string address, ScreeningFacts facts)
    {
        List<ScreeningReason> reasons = [.. Identity(buyer, address), .. Lists(facts), .. Velocity(facts)];
        int ok = Points(reasons, Toward.Ok), review = Points(reasons, Toward.Review), ng = Points(reasons, Toward.Ng);
        Verdict verdict = ng >= NgThreshold ? Verdict.Ng : review >= ReviewThreshold && ok < ReviewThreshold ? Verdict.Review : Verdict.Ok;
        int risk = Math.Clamp(100 + (8 * ng) + (3 * review) - (2 * ok), 0, HighestRisk);
        return new Judgement(verdict, new ScreeningScores(ok, review, ng), risk, reasons);
    }

    private static IEnumerable<ScreeningReason> Identity(NormalizedBuyer buyer, string address)
    {
        if (buyer.Address is not { } found || found.Level == "none")
        {
            yield return new ScreeningReason("address_unknown", address, 50, "住所を確認できません。");
        }
        else if (found.Issues.Contains("town_unknown") || found.Issues.Contains("city_unknown"))
        {
            yield return new ScreeningReason("address_unknown", $"{address}.line1", 50, "実在しない町名・市区町村名の可能性があります。");
        }
        else if (found.Issues.Contains("block_missing"))
        {
            yield return new ScreeningReason("address_incomplete", $"{address}.line1", 50, "番地が入力されていません。");
        }

        if (buyer.Address?.Issues.Contains("postal_code_mismatch") == true)
        {
            yield return new ScreeningReason("postal_code_mismatch", $"{address}.postal_code", 20, "郵便番号と住所が一致しません。");
        }

        if (buyer.Name.Issues.Contains("single_field") || buyer.Name.Issues.Contains("repeated_characters") || buyer.Name.Issues.Contains("test_word"))
        {
            yield return new ScreeningReason("name_incomplete", "buyer.name", 50, "お名前が不完全な可能性があります。");
        }

        if (buyer.Phone is not { Valid: true } || buyer.Phone.Issues.Contains("not_a_contact_number") || buyer.Phone.Issues.Contains("repeated_digits"))
        {
            yield return new ScreeningReason("phone_invalid", "buyer.phone", 50, "電話番号を確認できません。");
        }

        if (buyer.Email is { Disposable: true })
        {
            yield return new ScreeningReason("disposable_email", "buyer.email", 60, "使い捨てメールアドレスです。");
        }
    }

    private static IEnumerable<ScreeningReason> Lists(ScreeningFacts facts)
    {
        foreach (ListHit hit in facts.Lists.DistinctBy(h => (h.List, h.Kind)))
        {
            yield return hit.List == "negative"
                ? new ScreeningReason("negative_list", FieldOf(hit.Kind), hit.Kind is "ip" ? 60 : 100, "ネガティブリストに該当します。")
                : new ScreeningReason("positive_list", FieldOf(hit.Kind), 60, "ポジティブリストに該当します。");
        }
    }

    private static IEnumerable<ScreeningReason> Velocity(ScreeningFacts facts)
    {
        foreach (VelocityCount count in facts.Velocity)
        {
            (int tenMinutes, int oneDay, int excessive) = Limits(count.Kind);
            if (count.OneDay >= excessive)
            {
                yield return new ScreeningReason("velocity_excessive", FieldOf(count.Kind), 100, "短期間の注文回数が極めて多い状態です。");
            }
            else if (count.TenMinutes >= tenMinutes || count.OneDay >= oneDay)
            {
                yield return new ScreeningReason("velocity_high", FieldOf(count.Kind), 50, "短期間に注文が集中しています。");
            }
        }
    }

    // Flats and offices share a block and an address on the net; a phone, a mailbox and a device hardly.
    private static (int TenMinutes, int OneDay, int Excessive) Limits(string kind) => kind switch
    {
        "address_k2" or "ip" => (50, 100, 150),
        _ => (10, 20, 40),
    };

    private static int Points(List<ScreeningReason> reasons, Toward toward) => reasons.Where(r => Direction(r.Code) == toward).Sum(r => r.Points);

    private static Toward Direction(string code) => code switch
    {
        "positive_list" => Toward.Ok,
        "negative_list" or "velocity_excessive" => Toward.Ng,
        _ => Toward.Review,
    };

    private static string? FieldOf(string kind) => kind switch
    {
        "phone" => "buyer.phone",
        "email" => "buyer.email",
        "address_k2" or "address_k3" => "buyer.address",
        "name_address" => "buyer.name",
        "device" => "device.cookie_id",
        "ip" => "device.ip",
        _ => null,
    };

    private enum Toward
    {
        Ok,
        Review,
        Ng,
    }
}

internal sealed record Judgement(Verdict Verdict, ScreeningScores Scores, int Risk, IReadOnlyList<ScreeningReason> Reasons);
