using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Buyers;

/// <summary>The profile's fields to be corrected; what is left out stays as it was.</summary>
internal sealed record CorrectBuyerRequest
{
    public string? Name { get; init; }
    public string? NameKana { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public DateOnly? BirthDate { get; init; }
    public PostalAddress? Address { get; init; }

    /// <summary>Why it was wrong; kept nowhere but in the audit trail's list of fields, which tells that there was one.</summary>
    public string? Reason { get; init; }
}

/// <summary>
/// Correction (個人情報保護法34条) of what the tenant knows the person by. Orders stay as shops sent them: they are what was
/// agreed then. The keys by which the person is found are made anew; those of the former spelling go.
/// </summary>
internal sealed class CorrectBuyer(TenantSession session, TenantContext tenant, TenantClock clock, BuyerAccounts accounts, IBuyerIdentity identity, AuditTrail audit)
{
    public async Task<Ok<BuyerResponse>> RunAsync(string id, CorrectBuyerRequest request, HttpContext context, CancellationToken cancellation)
    {
        Guid named = Resources.ParseId(IdPrefix.Buyer, id);
        string[] fields = [.. Fields(request)];
        BuyerDetails before = BuyerProfiles.Open(tenant.Keys, await accounts.FindAsync(named, cancellation));
        BuyerDetails after = Merge(before, request);
        Check(request, fields, after);

        // Everybody who works on either spelling waits, as orders do; then the rows, in their order.
        IReadOnlyList<IdentityKey> keys = identity.KeysOf(after);
        await session.ReadAsync(batch => batch.Add(BuyerLookup.Lock(tenant.TenantId, [.. keys, .. identity.KeysOf(before)]), static (_, _) => Task.CompletedTask), cancellation);
        Buyer buyer = await accounts.LockAsync(named, cancellation);
        context.CheckIfMatch(buyer.Version);
        if (BuyerProfiles.Open(tenant.Keys, buyer) != before)
        {
            throw new RetryException("The buyer was changed meanwhile.");
        }

        await RekeyAsync(buyer, keys, cancellation);
        buyer.Correct(BuyerProfiles.Seal(tenant.Keys, buyer.Id, after));
        audit.Record("buyer.corrected", IdPrefix.Buyer, buyer.Id, fields);
        return await accounts.AnswerAsync(buyer, context, cancellation);
    }

    private async Task RekeyAsync(Buyer buyer, IReadOnlyList<IdentityKey> keys, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        byte[][] hashes = [.. keys.Select(key => key.Hash)];
        List<BuyerKey> standing = await db.BuyerKeys.Where(k => k.BuyerId == buyer.Id || hashes.Contains(k.KeyHash)).ToListAsync(cancellation);
        if (standing.Find(k => k.BuyerId != buyer.Id && keys.Any(key => Same(k, key))) is { } taken)
        {
            throw Refusal.Conflict(
                "buyer_exists",
                "Another buyer is known by this already. The next order that names both merges them.",
                new Dictionary<string, object?> { ["buyer"] = EntityId.Format(IdPrefix.Buyer, taken.BuyerId) }).AsException();
        }

        db.BuyerKeys.RemoveRange(standing.Where(k => k.BuyerId == buyer.Id && !keys.Any(key => Same(k, key))));
        db.BuyerKeys.AddRange(keys.Where(key => !standing.Exists(k => Same(k, key))).Select(key => new BuyerKey
        {
            Kind = key.Kind,
            KeyHash = key.Hash,
            BuyerId = buyer.Id,
            KeyVersion = key.KeyVersion,
            NormalizerVersion = key.NormalizerVersion,
            CreatedAt = clock.Now,
        }));
    }

    private static bool Same(BuyerKey row, IdentityKey key) => row.Kind == key.Kind && row.KeyHash.AsSpan().SequenceEqual(key.Hash);

    private void Check(CorrectBuyerRequest request, string[] fields, BuyerDetails after)
    {
        FieldErrors errors = new();
        errors.Text(request.Reason, "reason", 500, multiline: true);
        if (fields.Length == 0)
        {
            errors.Add("name", "required", "Name at least one field to be corrected.");
        }

        errors.AddRange(PurchaseValidation.CheckBuyer(after, emailRequired: false, clock.Today)
            .Select(error => error with { Field = error.Field.StartsWith("buyer.", StringComparison.Ordinal) ? error.Field["buyer.".Length..] : error.Field }));
        errors.ThrowIfAny();
    }

    private static IEnumerable<string> Fields(CorrectBuyerRequest request)
    {
        if (request.Name is not null) { yield return "name"; }
        if (request.NameKana is not null) { yield return "name_kana"; }
        if (request.Phone is not null) { yield return "phone"; }
        if (request.Email is not null) { yield return "email"; }
        if (request.BirthDate is not null) { yield return "birth_date"; }
        if (request.Address is not null) { yield return "address"; }
    }

    private static BuyerDetails Merge(BuyerDetails old, CorrectBuyerRequest given) => old with
    {
        Name = given.Name ?? old.Name,
        NameKana = given.NameKana ?? old.NameKana,
        Phone = given.Phone ?? old.Phone,
        Email = given.Email ?? old.Email,
        BirthDate = given.BirthDate ?? old.BirthDate,
        Address = given.Address ?? old.Address,
    };
}
