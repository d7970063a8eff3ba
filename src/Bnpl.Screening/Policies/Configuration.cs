using System.Collections.Concurrent;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Policies;

/// <summary>What a tenant's verdicts are made by at one revision: its policies, compiled.</summary>
internal sealed class Configuration
{
    public static readonly Configuration Starter = new(0, []);

    private readonly IReadOnlyList<CompiledPolicy> _own;

    public Configuration(long revision, IReadOnlyList<CompiledPolicy> own) => (Revision, _own) = (revision, own);

    public long Revision { get; }

    /// <summary>The policy for a purchase: the tenant's own by merchant, then by payment method, then without a scope; else the starter.</summary>
    public CompiledPolicy For(string merchant, string paymentMethod)
    {
        CompiledPolicy? own = _own
            .Where(policy => Names(policy.AppliesTo?.Merchants, merchant) && Names(policy.AppliesTo?.PaymentMethods, paymentMethod))
            .OrderByDescending(policy => policy.AppliesTo is { Merchants.Count: > 0 })
            .ThenByDescending(policy => policy.AppliesTo is { PaymentMethods.Count: > 0 })
            .ThenBy(policy => policy.Code, StringComparer.Ordinal)
            .FirstOrDefault();
        return own ?? StarterOf(paymentMethod);
    }

    public static CompiledPolicy StarterOf(string paymentMethod) => paymentMethod == StarterPolicies.Bnpl ? s_bnpl : s_card;

    private static readonly CompiledPolicy s_bnpl = new(StarterPolicies.Bnpl, StarterPolicies.Version, StarterPolicies.All[StarterPolicies.Bnpl]);
    private static readonly CompiledPolicy s_card = new(StarterPolicies.Card, StarterPolicies.Version, StarterPolicies.All[StarterPolicies.Card]);

    private static bool Names(IReadOnlyList<string>? scope, string value) => scope is null or { Count: 0 } || scope.Contains(value);
}

/// <summary>
/// This host's compiled configurations. A screening asks with the revision it holds and is sent the documents, in the same
/// statement, only when the tenant's is another: always the newest, never a round trip more.
/// </summary>
internal sealed class Configurations
{
    private const int MostTenants = 2000;
    private readonly ConcurrentDictionary<Guid, Configuration> _known = [];

    public Configuration Known(Guid tenantId) => _known.GetValueOrDefault(tenantId, Configuration.Starter);

    public void AddRead(IReadBatch batch, Guid tenantId, Action<Configuration> done)
    {
        Configuration known = Known(tenantId);
        batch.Add(
            new Sql(
                """
                SELECT c.revision, (SELECT jsonb_agg(jsonb_build_object('code', p.code, 'version', p.version, 'document', p.document) ORDER BY p.code)
                    FROM screening.policies p WHERE p.tenant_id = $1 AND p.stage = 'active')
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

                Stored[] stored = reader.IsDBNull(1) ? [] : JsonSerializer.Deserialize<Stored[]>(reader.GetString(1), JsonConventions.Options)!;
                Configuration fresh = new(reader.GetInt64(0), [.. stored.Select(policy => new CompiledPolicy(policy.Code, policy.Version, policy.Document))]);
                Keep(tenantId, fresh);
                done(fresh);
            });
    }

    private void Keep(Guid tenantId, Configuration fresh)
    {
        if (_known.Count >= MostTenants)
        {
            _known.Clear();
        }

        _known.AddOrUpdate(tenantId, fresh, (_, present) => present.Revision > fresh.Revision ? present : fresh);
    }

    private sealed record Stored(string Code, int Version, PolicyDocument Document);
}
