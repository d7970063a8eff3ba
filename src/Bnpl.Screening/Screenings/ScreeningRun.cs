using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Devices;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Models;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Policies;
using Bnpl.Screening.SharedNegatives;
using Bnpl.Screening.Signals;
using Microsoft.Extensions.Logging;

namespace Bnpl.Screening.Screenings;

/// <summary>One screening: normalised when made, read in the caller's first round trip, judged in memory, written in its last.</summary>
internal sealed class ScreeningRun : IScreeningRun
{
    internal const string Table = "screening.screenings";

    /// <summary>
    /// Code and bundled data that read the evidence. The number is raised with every change of signals or measures that lets
    /// stored evidence read differently; the rest follows the data files.
    /// </summary>
    internal static readonly string Core = $"core-6/{BundledData.Fingerprint}";

    private readonly TenantContext _tenant;
    private readonly TimeProvider _time;
    private readonly Configurations _configurations;
    private readonly ScreeningRequest _request;
    private readonly DateTimeOffset _now;
    private readonly long _started;
    private readonly KeySet _keys;
    private readonly SharedLookup? _shared;
    private readonly Guid? _again;
    private Configuration _configuration = Configuration.Starter;
    private ModelInUse _model = ModelInUse.Baseline;
    private readonly ILogger<ScreeningRun> _logger;
    private ScreeningFacts _facts = ScreeningFacts.None;
    private Exception? _unreadable;
    private Screened? _screened;

    /// <param name="tenant">Whose screening it is.</param>
    /// <param name="time">The system's clock, for how long it took.</param>
    /// <param name="configurations">The compiled policies.</param>
    /// <param name="request">A validated purchase.</param>
    /// <param name="now">Business time.</param>
    /// <param name="logger">Told when a verdict cannot be had.</param>
    /// <param name="shared">Set where the tenant asks the shared database.</param>
    /// <param name="again">The order that is screened once more; null for a new purchase.</param>
    public ScreeningRun(
        TenantContext tenant, TimeProvider time, Configurations configurations, ScreeningRequest request, DateTimeOffset now, ILogger<ScreeningRun> logger,
        SharedHashes? shared = null, Guid? again = null)
    {
        (_tenant, _time, _configurations, _request, _now, _logger, _again) = (tenant, time, configurations, request, now, logger, again);
        _started = time.GetTimestamp();
        Purchase = NormalizedPurchase.Of(request);
        _keys = KeySet.Of(tenant.Keys, PurchaseKeys.Of(Purchase), PlaceKeys.Of(request, Purchase), PurchaseKeys.Household(Purchase.Buyer.Name), request.Device?.Session);
        _shared = shared?.LookupOf(tenant.Tenant, Purchase);
        BuyerKeys =
        [
            .. KeyHashes.AllVersions(tenant.Keys, MatchKeys.Identity(Purchase.Buyer))
                .OrderBy(key => key.Kind, StringComparer.Ordinal)
                .ThenBy(key => Convert.ToHexString(key.Hash), StringComparer.Ordinal),
        ];
    }

    public Guid ScreeningId { get; } = EntityId.New();

    public IReadOnlyList<IdentityKey> BuyerKeys { get; }

    public NormalizedPurchase Purchase { get; }

    public void AddReads(IReadBatch batch)
    {
        GuardedReads guarded = new(batch, failure => _unreadable ??= failure);
        FactReads.Add(guarded, _tenant.TenantId, _request.MerchantId, _tenant.Keys, _keys, _shared, _now, _again, change => _facts = change(_facts));
        DeviceSessions.AddRead(guarded, _tenant.TenantId, _request.Device?.Session, _tenant.Keys, _now, session => _facts = _facts with
        {
            Session = SessionFacts.Of(session, DeviceSessions.SameCookie(_tenant.Keys, session, _request.Device?.CookieId)),
        });
        _configurations.AddRead(guarded, _tenant.TenantId, configuration => _configuration = configuration);
        _configurations.Models.AddRead(guarded, _tenant.TenantId, model => _model = model);
    }

    public ScreeningResult Decide(Verdict fallback)
    {
        try
        {
            _screened = _unreadable is null ? Judge() : Unavailable(fallback, _unreadable);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The one place where any exception is an answer: a purchase waits for it, and the merchant has said what it then wants.
            _screened = Unavailable(fallback, exception);
        }

        return _screened.Result;
    }

    private Screened Judge()
    {
        ScreeningCase screened = new(_request, Purchase, _facts, _now, _tenant.Tenant.TimeZone);
        CompiledPolicy policy = _configuration.For(screened.Merchant, _request.PaymentMethod);
        float[] features = Features.Of(screened.Readings);
        AssessedRisk risk = AssessedRisk.Of(_model.Model, features);
        Judgement judgement = screened.Judge(policy, risk);
        ScreeningResult result = new(
            ScreeningId,
            judgement.Verdict,
            judgement.Scores,
            judgement.Risk,
            judgement.Reasons,
            risk.Model,
            policy.Version,
            screened.IsForced);
        return new Screened(
            result,
            policy.Code,
            policy.IsStarter,
            features,
            [.. judgement.Degraded, .. _model.Degraded ? ["model"] : Array.Empty<string>()],
            [.. _configuration.ShadowsFor(screened.Merchant, _request.PaymentMethod).Select(shadow => ShadowJudgement.Of(shadow, screened.Judge(shadow, risk)))],
            _time.GetElapsedTime(_started));
    }

    private Screened Unavailable(Verdict fallback, Exception failure)
    {
        // A message may quote what the buyer typed: the kind of failure and where it came from tell enough.
        _logger.LogError(
            "Screening {Screening} of {Tenant} fell back to {Verdict}: {Failure} {Where}",
            ScreeningId, _tenant.TenantId, fallback, failure.GetType().Name, failure.StackTrace);
        ScreeningResult result = SafeVerdict.Of(ScreeningId, fallback);
        return new Screened(result, SafeVerdict.Policy, Starter: false, null, [SafeVerdict.Degraded], [], _time.GetElapsedTime(_started));
    }

    public void AddWrites(IWriteBatch batch, Guid? orderId)
    {
        (ScreeningResult result, string policy, bool starter, float[]? features, string[] degraded, IReadOnlyList<ShadowJudgement> shadows, TimeSpan elapsed) = Decided;
        KeySet keys = _keys.Seen(_facts.Session?.Session);
        Guid cluster = Clusters.Of(_facts.Cluster, ScreeningId);
        batch.Add(new Sql(
            """
            INSERT INTO screening.screenings (tenant_id, id, merchant_id, order_id, payment_method, amount, verdict, points_ok, points_review, points_ng,
                risk, reasons, input, evidence, core, model, policy, policy_version, features, feature_version, cluster_id, key_kinds, key_hashes,
                elapsed_us, created_at, degraded, shadows)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27::jsonb)
            """,
            _tenant.TenantId,
            ScreeningId,
            _request.MerchantId,
            orderId,
            _request.PaymentMethod,
            _request.Amount,
            result.Verdict.ToString().ToLowerInvariant(),
            result.Scores.Ok,
            result.Scores.Review,
            result.Scores.Ng,
            result.Risk,
            JsonSerializer.Serialize(result.Reasons, JsonConventions.Options),
            Seal(_request, "input"),
            Seal(new StoredEvidence(_facts, _tenant.Tenant.TimeZone, starter), "evidence"),
            Core,
            result.Model,
            policy,
            result.PolicyVersion,
            features,
            features is null ? null : Features.Version,
            cluster,
            KeySet.Kinds(keys.Own),
            KeySet.Hashes(keys.Own),
            (long)elapsed.TotalMicroseconds,
            _now,
            degraded,
            JsonSerializer.Serialize(shadows, JsonConventions.Options)));
        if (_again is { } same)
        {
            Clusters.AddLeave(batch, _tenant.TenantId, same, ScreeningId, _facts.Cluster.Ids);
        }

        // One purchase leaves each of its keys once, however often it is screened: who buys again later is no busier for it.
        batch.Add(new Sql(
            $"""
            INSERT INTO screening.screening_keys (tenant_id, kind, key_hash, at, screening_id, merchant_id, name_hash, amount, key_version, normalizer_version)
            SELECT $1, k.kind, k.hash, $2, $3, $4, $5, $6, $7, $8 FROM unnest($9::text[], $10::bytea[]) AS k(kind, hash)
            {(_again is null ? "" : $"WHERE NOT EXISTS (SELECT FROM screening.screening_keys s WHERE s.tenant_id = $1 AND s.kind = k.kind AND s.key_hash = k.hash AND {OwnScreenings.Are(11)})")}
            """,
            [_tenant.TenantId,
            _now,
            ScreeningId,
            _request.MerchantId,
            keys.NameHash,
            _request.Amount,
            _tenant.Keys.CurrentVersion,
            MatchKeys.Version,
            KeySet.Kinds(keys.Own),
            KeySet.Hashes(keys.Own),
            .. OwnScreenings.Arguments(_again)]));
        Clusters.AddWrites(batch, _tenant.TenantId, cluster, keys, _facts.Activity);
    }

    /// <summary>The answer of <c>POST /v1/screenings</c>, as the row will read.</summary>
    public ScreeningResponse ToResponse()
    {
        (ScreeningResult result, string policy, _, _, string[] degraded, _, TimeSpan elapsed) = Decided;
        return new ScreeningResponse(
            EntityId.Format(IdPrefix.Screening, ScreeningId),
            "screening",
            EntityId.Format(IdPrefix.Merchant, _request.MerchantId),
            Order: null,
            _request.PaymentMethod,
            _request.Amount,
            result.Verdict.ToString().ToLowerInvariant(),
            result.Scores,
            result.Risk,
            result.Reasons,
            MatchedEntries.From(_facts),
            NormalizedInput.From(Purchase.Buyer, DeviceEvidence.Of(_request.Device, _facts.Session, _now)),
            ScreenedInput.From(_request),
            result.Model,
            policy,
            result.PolicyVersion,
            degraded,
            (long)elapsed.TotalMicroseconds / 1000.0,
            Outcome: null,
            OutcomeAt: null,
            Outcomes: [],
            _now);
    }

    private Screened Decided => _screened ?? throw new InvalidOperationException("The screening has not been decided.");

    /// <summary>The purchase as it came, from a stored row.</summary>
    public static ScreeningRequest OpenInput(Guid screening, byte[] input, TenantKeys keys) =>
        JsonSerializer.Deserialize<ScreeningRequest>(keys.Open(input, new SealedPlace(Table, "input", screening)), JsonConventions.Options)!;

    private byte[] Seal<T>(T value, string column) =>
        _tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(value, JsonConventions.Options), new SealedPlace(Table, column, ScreeningId));

    private sealed record Screened(
        ScreeningResult Result, string Policy, bool Starter, float[]? Features, string[] Degraded, IReadOnlyList<ShadowJudgement> Shadows, TimeSpan Elapsed);
}

/// <summary>What was read besides the input; with it the same policy gives the same verdict again.</summary>
/// <param name="Starter">Judged by a bundled policy: a tenant may later have a version of that number of its own.</param>
internal sealed record StoredEvidence(ScreeningFacts Facts, string TimeZone, bool Starter = false);
