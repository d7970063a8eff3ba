using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Policy;
using Bnpl.Screening.Signals;

namespace Bnpl.Screening.Screenings;

/// <summary>One screening: normalised when made, read in the caller's first round trip, judged in memory, written in its last.</summary>
internal sealed class ScreeningRun : IScreeningRun
{
    internal const string Table = "screening.screenings";

    private readonly TenantContext _tenant;
    private readonly TimeProvider _time;
    private readonly ScreeningRequest _request;
    private readonly DateTimeOffset _now;
    private readonly long _started;
    private readonly IReadOnlyList<MatchKey> _signals;
    private ScreeningFacts? _facts;
    private ScreeningResult? _result;

    public ScreeningRun(TenantContext tenant, TimeProvider time, ScreeningRequest request, DateTimeOffset now)
    {
        (_tenant, _time, _request, _now) = (tenant, time, request, now);
        _started = time.GetTimestamp();
        Buyer = BuyerNormalization.Normalize(request.Buyer, request.Device);
        _signals = MatchKeys.Signals(Buyer);
        BuyerKeys =
        [
            .. KeyHashes.AllVersions(tenant.Keys, MatchKeys.Identity(Buyer))
                .OrderBy(key => key.Kind, StringComparer.Ordinal)
                .ThenBy(key => Convert.ToHexString(key.Hash), StringComparer.Ordinal),
        ];
    }

    public Guid ScreeningId { get; } = EntityId.New();

    public IReadOnlyList<IdentityKey> BuyerKeys { get; }

    public NormalizedBuyer Buyer { get; }

    public ScreeningFacts Facts => _facts ?? throw new InvalidOperationException("The facts have not been read.");

    public TimeSpan Elapsed { get; private set; }

    public void AddReads(IReadBatch batch) => ScreeningFacts.AddReads(
        batch, _tenant.TenantId, MerchantId, KeyHashes.AllVersions(_tenant.Keys, _signals), _now, facts => _facts = facts);

    public ScreeningResult Decide()
    {
        Judgement? forced = ForcedVerdict.Of(_request);
        Judgement judgement = forced ?? BaselinePolicy.Judge(Buyer, "buyer.address", Facts);
        Elapsed = _time.GetElapsedTime(_started);
        return _result = new ScreeningResult(
            ScreeningId,
            judgement.Verdict,
            judgement.Scores,
            judgement.Risk,
            judgement.Reasons,
            BaselinePolicy.Model,
            BaselinePolicy.Version,
            forced is not null);
    }

    public void AddWrites(IWriteBatch batch, Guid? orderId)
    {
        ScreeningResult result = _result ?? throw new InvalidOperationException("The screening has not been decided.");
        batch.Add(new Sql(
            """
            INSERT INTO screening.screenings (tenant_id, id, merchant_id, order_id, payment_method, amount, verdict, points_ok, points_review, points_ng,
                risk, reasons, facts, input, model, policy_version, elapsed_us, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13::jsonb, $14, $15, $16, $17, $18)
            """,
            _tenant.TenantId,
            ScreeningId,
            MerchantId,
            orderId,
            _request.PaymentMethod,
            _request.Amount,
            result.Verdict.ToString().ToLowerInvariant(),
            result.Scores.Ok,
            result.Scores.Review,
            result.Scores.Ng,
            result.Risk,
            JsonSerializer.Serialize(result.Reasons, JsonConventions.Options),
            JsonSerializer.Serialize(Facts, JsonConventions.Options),
            _tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(_request, JsonConventions.Options), new SealedPlace(Table, "input", ScreeningId)),
            result.Model,
            result.PolicyVersion,
            (long)Elapsed.TotalMicroseconds,
            _now));

        List<IdentityKey> keys = KeyHashes.Current(_tenant.Keys, _signals);
        batch.Add(new Sql(
            """
            INSERT INTO screening.screening_keys (tenant_id, kind, key_hash, at, screening_id, merchant_id, key_version, normalizer_version)
            SELECT $1, k.kind, k.hash, $2, $3, $4, $5, $6 FROM unnest($7::text[], $8::bytea[]) AS k(kind, hash)
            """,
            _tenant.TenantId,
            _now,
            ScreeningId,
            MerchantId,
            _tenant.Keys.CurrentVersion,
            MatchKeys.Version,
            keys.Select(key => key.Kind).ToArray(),
            keys.Select(key => key.Hash).ToArray()));
    }

    /// <summary>The answer of <c>POST /v1/screenings</c>, as the row will read.</summary>
    public ScreeningResponse ToResponse()
    {
        ScreeningResult result = _result ?? throw new InvalidOperationException("The screening has not been decided.");
        return new ScreeningResponse(
            EntityId.Format(IdPrefix.Screening, ScreeningId),
            "screening",
            EntityId.Format(IdPrefix.Merchant, MerchantId),
            Order: null,
            _request.PaymentMethod,
            _request.Amount,
            result.Verdict.ToString().ToLowerInvariant(),
            result.Scores,
            result.Risk,
            result.Reasons,
            MatchedEntries.From(Facts),
            NormalizedInput.From(Buyer),
            new ScreenedInput(_request.OrderedAt, _request.Buyer, _request.Lines, _request.Deliveries, _request.Device),
            result.Model,
            result.PolicyVersion,
            (long)Elapsed.TotalMicroseconds / 1000.0,
            Outcome: null,
            OutcomeAt: null,
            _now);
    }

    private Guid MerchantId => _request.MerchantId;
}
