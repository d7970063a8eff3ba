using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Models;
using Bnpl.Screening.Policies;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.Backtests;

/// <summary>A screening as it was given. What it rested on is opened only where it is asked for.</summary>
internal sealed record StoredScreening(
    Guid Id,
    DateTimeOffset At,
    string Merchant,
    string PaymentMethod,
    Verdict Verdict,
    ScreeningScores Scores,
    int Risk,
    IReadOnlyList<ScreeningReason> Reasons,
    IReadOnlyList<string> Degraded,
    string? Outcome,
    string Policy,
    int PolicyVersion,
    string Model,
    string Core,
    Func<OpenedScreening?> Open)
{
    public const string Columns =
        "id, created_at, verdict, points_ok, points_review, points_ng, risk, reasons, degraded, outcome, policy, policy_version, model, core, merchant_id, payment_method, "
        + "input, evidence";

    /// <summary>How many columns <see cref="Columns"/> are.</summary>
    public const int ColumnCount = 18;

    public IReadOnlyList<string> Rules => [.. Reasons.Select(reason => reason.Rule).OfType<string>()];

    /// <summary>The model's word as it was then.</summary>
    public AssessedRisk AssessedRisk => new(Risk, Model, TrainedVersion is not null, [.. Reasons.Where(reason => reason.Rule is null)]);

    /// <summary>The number of the trained model that scored it; null for the baseline.</summary>
    public int? TrainedVersion => Model.StartsWith(TreeEnsemble.NamePrefix, StringComparison.Ordinal) ? int.Parse(Model.AsSpan(TreeEnsemble.NamePrefix.Length), CultureInfo.InvariantCulture) : null;

    public static StoredScreening From(DbDataReader row, TenantKeys keys)
    {
        Guid id = row.GetGuid(0);
        DateTimeOffset at = row.GetFieldValue<DateTimeOffset>(1);
        string policy = row.GetString(10);
        bool judged = !row.IsDBNull(17) && policy != SafeVerdict.Policy;
        (byte[] input, byte[] evidence) = judged ? (row.GetFieldValue<byte[]>(16), row.GetFieldValue<byte[]>(17)) : ([], []);
        return new StoredScreening(
            id,
            at,
            EntityId.Format(IdPrefix.Merchant, row.GetGuid(14)),
            row.GetString(15),
            Enum.Parse<Verdict>(row.GetString(2), ignoreCase: true),
            new ScreeningScores(row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)),
            row.GetInt32(6),
            JsonSerializer.Deserialize<List<ScreeningReason>>(row.GetString(7), JsonConventions.Options)!,
            row.GetFieldValue<string[]>(8),
            row.IsDBNull(9) ? null : row.GetString(9),
            policy,
            row.GetInt32(11),
            row.GetString(12),
            row.GetString(13),
            () => judged ? OpenedScreening.Of(id, at, input, evidence, keys) : null);
    }
}

/// <summary>What a judgement rested on. There is none where the evidence was not kept, or the merchant's fallback stood in for a judgement.</summary>
/// <param name="Starter">Judged by a bundled policy.</param>
internal sealed record OpenedScreening(ScreeningCase Case, bool Starter)
{
    public static OpenedScreening Of(Guid id, DateTimeOffset at, byte[] input, byte[] evidence, TenantKeys keys)
    {
        ScreeningRequest request = ScreeningResponse.Open<ScreeningRequest>(input, "input", id, keys);
        StoredEvidence known = ScreeningResponse.Open<StoredEvidence>(evidence, "evidence", id, keys);
        return new OpenedScreening(new ScreeningCase(request, NormalizedPurchase.Of(request), known.Facts, at, known.TimeZone), known.Starter);
    }
}
