using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Normalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Lists;

/// <summary>Puts one value on the tenant's negative or positive list. The value must normalise to a key, or it could never match.</summary>
internal sealed class AddListEntry(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, AuditTrail audit, IMerchants merchants)
{
    internal sealed record Request
    {
        /// <summary><c>name_address phone email device ip</c>.</summary>
        public string? Kind { get; init; }
        public ListValue? Value { get; init; }
        public string? Reason { get; init; }

        /// <summary>Only for this merchant; otherwise for the whole tenant.</summary>
        public string? Merchant { get; init; }
        public DateTimeOffset? ExpiresAt { get; init; }
    }

    public async Task<Created<ListEntryResponse>> RunAsync(string list, Request request, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Required(request.Kind, "kind");
        errors.OneOf(request.Kind, "kind", ListEntryResponse.Kinds);
        errors.Text(request.Reason, "reason", 500, multiline: true);
        Guid? merchant = errors.Id(request.Merchant, IdPrefix.Merchant, "merchant", out Guid merchantId) ? merchantId : null;
        if (request.ExpiresAt <= clock.Now)
        {
            errors.Add("expires_at", "out_of_range", "Must lie in the future.");
        }

        IReadOnlyList<MatchKey> keys = [];
        if (errors.Required(request.Value, "value"))
        {
            CheckLengths(request.Value!, errors);
            keys = errors.Any ? [] : KeysOf(request.Kind!, request.Value!);
            if (!errors.Any && keys.Count == 0)
            {
                errors.Add($"value.{(request.Kind == "name_address" ? "name" : request.Kind)}", "not_recognised", "This value cannot be recognised, so it could never match.");
            }
        }

        errors.ThrowIfAny();
        if (merchant is { } named)
        {
            await merchants.GetAsync(named, cancellation);
        }

        ListEntryResponse entry = Add(list, request.Kind!, request.Value!, keys, request.Reason ?? "", "manual", merchant, request.ExpiresAt);
        return TypedResults.Created($"/v1/{list}s/{entry.Id}", entry);
    }

    internal ListEntryResponse Add(
        string list, string kind, ListValue value, IReadOnlyList<MatchKey> keys, string reason, string source, Guid? merchant, DateTimeOffset? expiresAt)
    {
        Guid id = EntityId.New();
        session.Add(new Sql(
            """
            INSERT INTO screening.list_entries (tenant_id, id, list, kind, merchant_id, value, reason, source, created_by, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            tenant.TenantId, id, list, kind, merchant, tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(value, JsonConventions.Options), ListEntryResponse.Place(id)),
            reason, source, caller.Subject, clock.Now, expiresAt));
        foreach (IdentityKey key in KeyHashes.Current(tenant.Keys, keys))
        {
            session.Add(new Sql(
                """
                INSERT INTO screening.list_entry_keys (tenant_id, kind, key_hash, entry_id, key_version, normalizer_version)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                tenant.TenantId, key.Kind, key.Hash, id, key.KeyVersion, key.NormalizerVersion));
        }

        audit.Record($"{list}.added", IdPrefix.Negative, id, "kind", "reason");
        return new ListEntryResponse(
            EntityId.Format(IdPrefix.Negative, id), list, kind, value, EntityId.Format(IdPrefix.Merchant, merchant), reason, source, caller.Subject, clock.Now, expiresAt);
    }

    private static IReadOnlyList<MatchKey> KeysOf(string kind, ListValue value)
    {
        NormalizedBuyer buyer = new(
            NameNormalizer.Normalize(value.Name, value.NameKana),
            value.Address is { } address ? AddressNormalizer.Normalize(AddressInput.Free(address)) : null,
            value.Phone is { } phone ? PhoneNormalizer.Normalize(phone) : null,
            value.Email is { } email ? EmailNormalizer.Normalize(email) : null,
            value.Device,
            value.Ip);
        return [.. MatchKeys.Signals(buyer).Where(key => key.Kind == kind)];
    }

    private static void CheckLengths(ListValue value, FieldErrors errors)
    {
        errors.Text(value.Name, "value.name", 100);
        errors.Text(value.NameKana, "value.name_kana", 100);
        errors.Text(value.Address, "value.address", 300);
        errors.Text(value.Phone, "value.phone", 30);
        errors.Text(value.Email, "value.email", 254);
        errors.Text(value.Device, "value.device", 200);
        errors.Text(value.Ip, "value.ip", 64);
    }
}
