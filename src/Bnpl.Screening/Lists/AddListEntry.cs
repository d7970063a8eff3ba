using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Normalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Lists;

/// <summary>Puts one value on the tenant's negative or positive list. The value must normalise to a key, or it could never match.</summary>
internal sealed class AddListEntry(EntryWriter writer, TenantClock clock, Caller caller, AuditTrail audit, IMerchants merchants)
{
    internal sealed record Request
    {
        /// <summary><c>name_address phone email device ip card</c>.</summary>
        public string? Kind { get; init; }
        public ListValue? Value { get; init; }
        public string? Reason { get; init; }

        /// <summary>For the tenant's own staff; no verdict shows it.</summary>
        public string? Note { get; init; }

        /// <summary>Only for this merchant; otherwise for the whole tenant.</summary>
        public string? Merchant { get; init; }
        public DateTimeOffset? ExpiresAt { get; init; }
    }

    public async Task<Created<ListEntryResponse>> RunAsync(string list, Request request, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Required(request.Kind, "kind");
        errors.OneOf(request.Kind, "kind", ListEntryResponse.Kinds);
        errors.Text(request.Reason, "reason", EntryRules.LongestReason, multiline: true);
        errors.Text(request.Note, "note", EntryRules.LongestReason, multiline: true);
        Guid? merchant = errors.Id(request.Merchant, IdPrefix.Merchant, "merchant", out Guid merchantId) ? merchantId : null;
        if (request.ExpiresAt <= clock.Now)
        {
            errors.Add("expires_at", "out_of_range", "Must lie in the future.");
        }

        IReadOnlyList<MatchKey> keys = errors.Required(request.Value, "value") && !errors.Any ? EntryRules.Check(request.Kind!, request.Value!, "value.", errors) : [];
        errors.ThrowIfAny();
        if (merchant is { } named)
        {
            await merchants.GetAsync(named, cancellation);
        }

        NewEntry entry = new(request.Kind!, new SealedEntry(request.Value!, request.Reason ?? "", request.Note), keys, merchant, request.ExpiresAt);
        Add(list, "manual", entry);
        ListEntryResponse answer = new(
            EntityId.Format(IdPrefix.Negative, entry.Id), list, entry.Kind, entry.Content.Value, EntityId.Format(IdPrefix.Merchant, merchant),
            entry.Content.Reason, entry.Content.Note, "manual", caller.Subject, clock.Now, entry.ExpiresAt);
        return TypedResults.Created($"/v1/{list}s/{answer.Id}", answer);
    }

    /// <summary>Queues the entry and the record of who added it.</summary>
    internal void Add(string list, string source, NewEntry entry)
    {
        writer.Add(list, source, [entry]);
        audit.Record($"{list}.added", IdPrefix.Negative, entry.Id, "kind", "reason");
    }
}
