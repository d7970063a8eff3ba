using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Infrastructure.Web;

/// <summary>One request's idempotency key: whose, on which path, and what was sent.</summary>
public sealed record IdempotencyKey(string ClientId, string Method, string Path, string Key, byte[] BodyHash);

public sealed record StoredAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>Leaves the use case with the answer given to the same request before.</summary>
internal sealed class ReplayException(StoredAnswer answer) : Exception("A stored answer exists.")
{
    public StoredAnswer Answer { get; } = answer;
}

/// <summary>
/// Stored answers (contract, section 1). The look-up rides on the session's first statement: a lock on the key, without
/// waiting, tells a running twin; the answer itself is written with the commit. So a key costs no round trip of its own.
/// </summary>
public sealed class IdempotentAnswers(TenantSession session, TenantContext tenant, TimeProvider time)
{
    /// <summary>Has the transaction's lock on the key been obtained? For statements that would wait for a twin.</summary>
    public const string LockedSetting = "app.idempotency_locked";

    private const string Table = "infra.idempotent_answers";

    /// <summary>Makes the session's first batch look for the key.</summary>
    public void Guard(IdempotencyKey key)
    {
        bool locked = false;
        session.Prelude.Add(
            new Sql(
                $"SELECT set_config('{LockedSetting}', pg_try_advisory_xact_lock(hashtextextended($1, 0))::text, true) = 'true'",
                $"{tenant.TenantId:N}|{key.ClientId}|{key.Method}|{key.Path}|{key.Key}"),
            async (reader, token) => locked = await reader.ReadAsync(token) && reader.GetBoolean(0));
        session.Prelude.Add(
            new Sql(
                "SELECT id, body_hash, answer FROM infra.idempotent_answers WHERE tenant_id = $1 AND client_id = $2 AND method = $3 AND path = $4 AND key = $5",
                tenant.TenantId, key.ClientId, key.Method, key.Path, key.Key),
            async (reader, token) =>
            {
                if (await reader.ReadAsync(token))
                {
                    Replay(key, reader);
                }

                if (!locked)
                {
                    throw Refusal.Conflict("idempotency_in_progress", "A request with this Idempotency-Key is still running.").AsException();
                }
            });
    }

    /// <summary>Queues the answer for the commit.</summary>
    public void Store(IdempotencyKey key, StoredAnswer answer, IReadOnlyList<string> oneTimeSecrets)
    {
        Guid id = EntityId.New();
        StoredAnswer stored = oneTimeSecrets.Count == 0 ? answer : answer with { Body = Omit(answer.Body, oneTimeSecrets) };
        byte[] value = tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(stored), new SealedPlace(Table, "answer", id));
        session.Add(new Sql(
            """
            INSERT INTO infra.idempotent_answers (tenant_id, client_id, method, path, key, id, body_hash, status, answer, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING
            """,
            tenant.TenantId, key.ClientId, key.Method, key.Path, key.Key, id, key.BodyHash, (short)answer.Status, value, time.GetUtcNow()));
    }

    private void Replay(IdempotencyKey key, DbDataReader reader)
    {
        if (!reader.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(key.BodyHash))
        {
            throw new Refusal(422, "idempotency_mismatch", "This Idempotency-Key was used with another body.").AsException();
        }

        byte[] plain = tenant.Keys.Open(reader.GetFieldValue<byte[]>(2), new SealedPlace(Table, "answer", reader.GetGuid(0)));
        throw new ReplayException(JsonSerializer.Deserialize<StoredAnswer>(plain)!);
    }

    private static byte[] Omit(byte[] body, IReadOnlyList<string> paths)
    {
        JsonNode? root = JsonNode.Parse(body);
        foreach (string[] path in paths.Select(p => p.Split('.')))
        {
            JsonObject? parent = path[..^1].Aggregate(root as JsonObject, (node, name) => node?[name] as JsonObject);
            if (parent?.ContainsKey(path[^1]) == true)
            {
                parent[path[^1]] = null;
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(root, JsonConventions.Options);
    }
}
