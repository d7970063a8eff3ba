using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Infrastructure.Events;

/// <summary>The resource that an event is about. <paramref name="Sequence"/> is its row's <c>event_seq</c>, raised by the same UPDATE.</summary>
public sealed record EventSubject(string Resource, Guid Id, long Sequence, Guid? MerchantId)
{
    /// <summary>Further resources in whose history the event stands.</summary>
    public IReadOnlyCollection<Guid> Threads { get; init; } = [];
}

/// <summary>Saves events in the transaction of the state they tell of, with the commit's round trip.</summary>
public sealed class Outbox(TenantSession session, TenantContext tenant, TenantClock clock, TimeProvider time, RelaySignal signal)
{
    /// <summary>Personal data and content that webhook receivers must fetch with a token (contract, section 9).</summary>
    public static readonly IReadOnlyList<string> Withheld = ["buyer", "deliveries", "device", "pay_url", "payer_name", "payer_kana", "metadata", "reference", "end_reason"];

    /// <summary>All that does not leave with an event of <paramref name="resource"/>: a shop's particulars and its dossier, and what people noted.</summary>
    public static IReadOnlyList<string> WithheldFrom(string resource) => resource switch
    {
        "merchant" =>
        [
            .. Withheld, "address", "phone", "contact_email", "bank_account", "profile", "specified_contract", "fee_rate", "settlement_cycle",
            "status_reason", "reason_code", "missing", "checks", "check_due_on", "check_due",
        ],
        "complaint" => [.. Withheld, "note", "closing_note"],
        _ => Withheld,
    };

    /// <param name="type">A type of the contract's list, for example <c>order.authorized</c>.</param>
    /// <param name="answer">The resource's GET answer; what must not leave by webhook is taken out here.</param>
    /// <param name="internalData">Further facts for handlers inside the platform, never sent out. Ids and amounts only.</param>
    public void Publish(string type, EventSubject subject, object answer, object? internalData = null)
    {
        JsonObject published = JsonSerializer.SerializeToNode(answer, JsonConventions.Options)!.AsObject();
        foreach (string name in WithheldFrom(subject.Resource))
        {
            published.Remove(name);
        }

        foreach (JsonObject line in (published["lines"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            line.Remove("name");
        }

        Guid eventId = EntityId.New();
        session.Add(new Sql(
            """
            INSERT INTO infra.events (tenant_id, id, type, resource, resource_id, sequence, merchant_id, object, internal, created_at, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11)
            """,
            tenant.TenantId,
            eventId,
            type,
            subject.Resource,
            subject.Id,
            subject.Sequence,
            subject.MerchantId,
            published.ToJsonString(JsonConventions.Options),
            internalData is null ? null : JsonSerializer.Serialize(internalData, JsonConventions.Options),
            clock.Now,
            time.GetUtcNow()));
        if (subject.Threads.Count > 0)
        {
            session.Add(new Sql(
                "INSERT INTO infra.event_threads (tenant_id, thread_id, event_id) SELECT $1, thread, $3 FROM unnest($2::uuid[]) AS thread ON CONFLICT DO NOTHING",
                tenant.TenantId, subject.Threads.ToArray(), eventId));
        }

        session.AfterCommit(() => signal.Wake(tenant.TenantId));
    }
}
