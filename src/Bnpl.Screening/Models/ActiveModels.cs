using System.Collections.Concurrent;
using Bnpl.Contracts;

namespace Bnpl.Screening.Models;

/// <summary>What scores a tenant's purchases now.</summary>
/// <param name="Version">0 for the baseline.</param>
/// <param name="Degraded">A model is active but cannot be used: its bytes are damaged or it knows other features. The baseline steps in.</param>
internal sealed record ModelInUse(IRiskModel Model, int Version, bool Degraded)
{
    public static readonly ModelInUse Baseline = new(SignalFeatures.Baseline, 0, Degraded: false);
}

/// <summary>
/// This host's parsed models. A screening names the one it holds and is sent bytes, in the batch it sends anyway, only when the
/// tenant's active model is another one; so a roll-back takes effect with the next screening, on every host.
/// </summary>
internal sealed class ActiveModels
{
    private const int MostTenants = 200;

    private readonly ConcurrentDictionary<Guid, Held> _held = [];

    public void AddRead(IReadBatch batch, Guid tenantId, Action<ModelInUse> done)
    {
        Held? held = _held.GetValueOrDefault(tenantId);
        batch.Add(
            new Sql(
                """
                SELECT version, blob_hash, CASE WHEN version = $2 AND blob_hash = $3 THEN NULL ELSE blob END
                FROM screening.models WHERE tenant_id = $1 AND stage = 'active'
                """,
                tenantId, held?.InUse.Version ?? 0, held?.Hash ?? []),
            async (reader, token) =>
            {
                if (!await reader.ReadAsync(token))
                {
                    done(ModelInUse.Baseline);
                    return;
                }

                int version = reader.GetInt32(0);
                byte[] hash = reader.GetFieldValue<byte[]>(1);
                if (held is not null && held.InUse.Version == version && held.Hash.AsSpan().SequenceEqual(hash))
                {
                    done(held.InUse);
                    return;
                }

                ModelInUse fresh = Use(version, reader.IsDBNull(2) ? [] : reader.GetFieldValue<byte[]>(2));
                Keep(tenantId, new Held(fresh, hash));
                done(fresh);
            });
    }

    /// <summary>The model that a stored screening was scored with, for replay: by the version in its name.</summary>
    public static void AddReadOf(IReadBatch batch, Guid tenantId, int version, Action<ModelInUse> done) => batch.Add(
        new Sql("SELECT blob FROM screening.models WHERE tenant_id = $1 AND version = $2", tenantId, version),
        async (reader, token) => done(
            await reader.ReadAsync(token) ? Use(version, await reader.IsDBNullAsync(0, token) ? [] : reader.GetFieldValue<byte[]>(0)) : ModelInUse.Baseline));

    /// <returns>Null when the bytes are no model, or one of other features than this program reads.</returns>
    public static TreeEnsemble? Parse(int version, ReadOnlySpan<byte> blob)
    {
        try
        {
            TreeEnsemble model = TreeEnsemble.Parse(version, blob);
            return model.Fits(SignalFeatures.Schema) ? model : null;
        }
        catch (ModelFormatException)
        {
            return null;
        }
    }

    private static ModelInUse Use(int version, ReadOnlySpan<byte> blob) => Parse(version, blob) is { } model
        ? new ModelInUse(model, version, Degraded: false)
        : new ModelInUse(SignalFeatures.Baseline, version, Degraded: true);

    private void Keep(Guid tenantId, Held held)
    {
        // Few models are in use on one host; when there are many, parsing some again is cheaper than keeping a queue.
        if (_held.Count >= MostTenants && !_held.ContainsKey(tenantId))
        {
            _held.Clear();
        }

        _held[tenantId] = held;
    }

    private sealed record Held(ModelInUse InUse, byte[] Hash);
}
