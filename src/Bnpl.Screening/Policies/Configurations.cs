using System.Collections.Concurrent;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Models;

namespace Bnpl.Screening.Policies;

/// <summary>
/// This host's compiled configurations. A screening asks with the revision it holds and is sent the documents, in the same
/// statement, only when the tenant's is another: always the newest, never a round trip more.
/// </summary>
internal sealed class Configurations(ActiveModels models)
{
    private const int MostTenants = 2000;
    private readonly ConcurrentDictionary<Guid, Configuration> _known = [];

    /// <summary>The other half of what verdicts are made by.</summary>
    public ActiveModels Models => models;

    public Configuration Known(Guid tenantId) => _known.GetValueOrDefault(tenantId, Configuration.Starter);

    public void AddRead(IReadBatch batch, Guid tenantId, Action<Configuration> done)
    {
        Configuration known = Known(tenantId);
        batch.Add(
            new Sql(
                """
                SELECT c.revision, (SELECT jsonb_agg(jsonb_build_object('code', p.code, 'version', p.version, 'stage', p.stage, 'document', p.document) ORDER BY p.code)
                    FROM screening.policies p WHERE p.tenant_id = $1 AND p.stage IN ('active', 'shadow'))
                FROM screening.configurations c WHERE c.tenant_id = $1 AND c.revision <> $2
                """,
                tenantId, known.Revision),
            async (reader, token) =>
            {
                if (!await reader.ReadAsync(token))
                {
                    done(known);
                    return;
                }

                Configuration fresh = Compile(reader.GetInt64(0), reader.IsDBNull(1) ? [] : JsonSerializer.Deserialize<StoredPolicy[]>(reader.GetString(1), JsonConventions.Options)!);
                Keep(tenantId, fresh);
                done(fresh);
            });
    }

    /// <exception cref="JsonException">An active policy cannot be read: nothing can be judged by it.</exception>
    internal static Configuration Compile(long revision, IReadOnlyList<StoredPolicy> stored) => new(
        revision,
        [.. stored.Where(policy => policy.Stage == PolicyLife.Active).Select(Compile)],
        [.. stored.Where(policy => policy.Stage == PolicyLife.Shadow).Select(CompileShadow).OfType<CompiledPolicy>()]);

    private static CompiledPolicy Compile(StoredPolicy policy) => new(policy.Code, policy.Version, policy.Document.Deserialize<PolicyDocument>(JsonConventions.Options)!);

    // A shadow that cannot be read is no part of any answer.
    private static CompiledPolicy? CompileShadow(StoredPolicy policy)
    {
        try
        {
            return Compile(policy);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Keep(Guid tenantId, Configuration fresh)
    {
        if (_known.Count >= MostTenants)
        {
            _known.Clear();
        }

        _known.AddOrUpdate(tenantId, fresh, (_, present) => present.Revision > fresh.Revision ? present : fresh);
    }

    internal sealed record StoredPolicy(string Code, int Version, string Stage, JsonElement Document);
}
