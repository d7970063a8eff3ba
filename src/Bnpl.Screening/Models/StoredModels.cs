using System.Security.Cryptography;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Models;

/// <param name="Active">0 for the baseline.</param>
internal sealed record ModelHistory(int Next, int Active, DateTimeOffset? LastTrainedAt);

/// <summary>The tenant's models in the database. Whoever changes which one is active takes its turn first.</summary>
internal sealed class StoredModels(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller)
{
    // Of those that never served, the newest keep their bytes, so that a person can still look into and activate one.
    private const int UnservedKept = 10;

    /// <summary>One at a time per tenant, until the transaction ends: versions are counted up and one model is active.</summary>
    public Task TakeTurnAsync(CancellationToken cancellation) => session.ReadOneAsync(
        new Sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text", $"screening-models|{tenant.TenantId:N}"), _ => true, cancellation);

    public async Task<ModelHistory> HistoryAsync(CancellationToken cancellation) => (await session.ReadOneAsync(
        new Sql(
            """
            SELECT coalesce(max(version), 0) + 1, coalesce(max(version) FILTER (WHERE stage = 'active'), 0), max(trained_at)
            FROM screening.models WHERE tenant_id = $1
            """,
            tenant.TenantId),
        row => new ModelHistory(row.GetInt32(0), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2)),
        cancellation))!;

    /// <summary>The active model; the baseline when there is none, or none that this program's features fit.</summary>
    public async Task<IRiskModel> RunningAsync(CancellationToken cancellation)
    {
        (int version, byte[] blob) = await session.ReadOneAsync(
            new Sql("SELECT version, blob FROM screening.models WHERE tenant_id = $1 AND stage = 'active' AND blob IS NOT NULL", tenant.TenantId),
            row => (row.GetInt32(0), row.GetFieldValue<byte[]>(1)),
            cancellation);
        return version == 0 ? SignalFeatures.Baseline : ActiveModels.Parse(version, blob) ?? (IRiskModel)SignalFeatures.Baseline;
    }

    /// <summary>Keeps a trained model: active when it was promoted and may be, a candidate when it only may not, else rejected.</summary>
    /// <param name="comparedWith">The version that was active when it was compared.</param>
    /// <returns>Its version.</returns>
    public async Task<int> KeepAsync(TrainingResult.Trained trained, int comparedWith, bool activate, CancellationToken cancellation)
    {
        await TakeTurnAsync(cancellation);
        ModelHistory history = await HistoryAsync(cancellation);

        // Somebody activated another model while this one was trained: what it was compared with no longer holds.
        string stage = !trained.Promoted ? "rejected" : activate && history.Active == comparedWith ? "active" : "candidate";
        if (stage == "active")
        {
            await RetireAsync(cancellation);
        }

        await InsertAsync(trained, history.Next, stage, cancellation);
        await session.ExecuteAsync(
            new Sql(
                """
                UPDATE screening.models SET blob = NULL
                WHERE tenant_id = $1 AND activated_at IS NULL AND blob IS NOT NULL AND version < (
                    SELECT min(version) FROM (SELECT version FROM screening.models WHERE tenant_id = $1 AND activated_at IS NULL ORDER BY version DESC LIMIT $2) kept)
                """,
                tenant.TenantId, UnservedKept),
            cancellation);
        if (stage == "active")
        {
            await RaiseRevisionAsync(cancellation);
        }

        return history.Next;
    }

    /// <summary>Makes a kept model, or with 0 the baseline, the one that scores. Call in turn.</summary>
    public async Task ActivateAsync(int version, CancellationToken cancellation)
    {
        await RetireAsync(cancellation);
        if (version > 0)
        {
            await session.ExecuteAsync(
                new Sql(
                    "UPDATE screening.models SET stage = 'active', activated_at = $3, activated_by = $4 WHERE tenant_id = $1 AND version = $2",
                    tenant.TenantId, version, clock.Now, caller.Subject),
                cancellation);
        }

        await RaiseRevisionAsync(cancellation);
    }

    private Task InsertAsync(TrainingResult.Trained trained, int version, string stage, CancellationToken cancellation)
    {
        Provenance provenance = trained.Model.Shapes.Provenance;
        byte[] blob = TreeEnsembleFormat.Write(trained.Model.Shapes);
        return session.ExecuteAsync(
            new Sql(
                """
                INSERT INTO screening.models (tenant_id, version, stage, reason, trained_at, trained_by, learned_through, rows, bads, feature_version, report,
                    population, blob, blob_hash, bytes, activated_at, activated_by)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12::jsonb, $13, $14, $15, $16, $17)
                """,
                tenant.TenantId,
                version,
                stage,
                trained.Reason,
                clock.Now,
                caller.Subject,
                provenance.LearnedThrough,
                provenance.Rows,
                provenance.Bads,
                trained.Model.FeatureVersion,
                JsonSerializer.Serialize(ModelReport.Of(trained), JsonConventions.Options),
                JsonSerializer.Serialize(trained.Population, JsonConventions.Options),
                blob,
                SHA256.HashData(blob),
                blob.Length,
                stage == "active" ? clock.Now : (DateTimeOffset?)null,
                stage == "active" ? caller.Subject : null),
            cancellation);
    }

    private Task RetireAsync(CancellationToken cancellation) => session.ExecuteAsync(
        new Sql("UPDATE screening.models SET stage = 'retired' WHERE tenant_id = $1 AND stage = 'active'", tenant.TenantId), cancellation);

    // Hosts that hold the old one learn of the new one with their next screening.
    private Task RaiseRevisionAsync(CancellationToken cancellation) => session.ExecuteAsync(
        new Sql(
            """
            INSERT INTO screening.configurations AS c (tenant_id, revision) VALUES ($1, 1)
            ON CONFLICT (tenant_id) DO UPDATE SET revision = c.revision + 1
            """,
            tenant.TenantId),
        cancellation);
}
