using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Contracts.Privacy;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Buyers;

/// <summary>Everything stored about one person, part by part, in plain words and opened.</summary>
/// <param name="Sections">What each part of the platform keeps: <c>orders</c>, <c>screenings</c>, <c>billing</c>.</param>
internal sealed record BuyerExport(string Object, string Buyer, DateTimeOffset ExportedAt, BuyerResponse Profile, JsonObject Sections);

internal sealed record EraseBuyerRequest
{
    /// <summary>True: only orders that never became a sale, which may go while a retention date stands for others.</summary>
    public bool? UnsoldOnly { get; init; }

    public string? Reason { get; init; }
}

internal sealed record EraseBuyerResponse(string Id, string Object, bool Erased, int Orders, DateTimeOffset ErasedAt);

/// <summary>Disclosure and erasure (個人情報保護法33条, 35条): each module answers for its own tables.</summary>
internal sealed class BuyerPrivacy(
    TenantSession session, TenantContext tenant, TenantClock clock, BuyerAccounts accounts, IEnumerable<IPersonalRecords> parts, AuditTrail audit)
{
    private const int MostOrders = 5_000;

    public async Task<Ok<BuyerExport>> ExportAsync(string id, HttpContext context, CancellationToken cancellation)
    {
        BuyerResponse profile = await accounts.ReadAsync(Resources.ParseId(IdPrefix.Buyer, id), cancellation);
        Guid buyerId = Resources.ParseId(IdPrefix.Buyer, profile.Id);
        PersonRecords person = await RecordsAsync(buyerId, unsoldOnly: false, cancellation);
        JsonObject sections = [];
        foreach (IPersonalRecords part in parts.OrderBy(part => part.Section, StringComparer.Ordinal))
        {
            sections[part.Section] = await part.DiscloseAsync(person, cancellation);
        }

        // Whoever reads a whole person leaves a trace.
        audit.Record("buyer.exported", IdPrefix.Buyer, buyerId);
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{profile.Id}.json\"";
        return TypedResults.Ok(new BuyerExport("buyer_export", profile.Id, clock.Now, profile, sections));
    }

    public async Task<Ok<EraseBuyerResponse>> EraseAsync(string id, EraseBuyerRequest? request, HttpContext context, CancellationToken cancellation)
    {
        bool unsoldOnly = request?.UnsoldOnly is true;
        FieldErrors errors = new();
        errors.Text(request?.Reason, "reason", 500, multiline: true);
        errors.ThrowIfAny();
        Buyer buyer = await accounts.LockAsync(Resources.ParseId(IdPrefix.Buyer, id), cancellation);
        context.CheckIfMatch(buyer.Version);
        PersonRecords person = await RecordsAsync(buyer.Id, unsoldOnly, cancellation);
        if (!unsoldOnly)
        {
            await EnsureNothingStandsAsync(buyer, person, cancellation);
            await EraseProfilesAsync(buyer, person, cancellation);
        }

        foreach (IPersonalRecords part in parts)
        {
            await part.EraseAsync(person, cancellation);
        }

        audit.Record(unsoldOnly ? "buyer.unsold_erased" : "buyer.erased", IdPrefix.Buyer, buyer.Id);
        context.SetETag(buyer.Version);
        return TypedResults.Ok(new EraseBuyerResponse(EntityId.Format(IdPrefix.Buyer, buyer.Id), "buyer", !unsoldOnly, person.Orders.Count, clock.Now));
    }

    /// <summary>Orders that ended without a sale: nothing was shipped, nothing can be.</summary>
    internal static Sql SelectOrders(Guid tenantId, Guid[] buyers, bool unsoldOnly) => new(
        $"""
        SELECT id FROM credit.orders WHERE tenant_id = $1 AND buyer_id = ANY ($2)
        {(unsoldOnly ? "AND status IN ('declined', 'expired', 'canceled')" : "")}
        ORDER BY id LIMIT {MostOrders}
        """,
        tenantId,
        buyers);

    private async Task<PersonRecords> RecordsAsync(Guid buyerId, bool unsoldOnly, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        List<Guid> rows = await db.Buyers.Where(b => b.Id == buyerId || b.MergedInto == buyerId).Select(b => b.Id).ToListAsync(cancellation);
        PersonRecords person = new(
            rows, await session.ReadListAsync(SelectOrders(tenant.TenantId, [.. rows], unsoldOnly), row => row.GetGuid(0), cancellation));
        foreach (IPersonalRecords part in unsoldOnly ? parts : [])
        {
            // Goods that were shipped and taken back have left documents, which are kept.
            IReadOnlyCollection<Guid> sold = await part.SoldAsync(person, cancellation);
            person = person with { Orders = [.. person.Orders.Where(order => !sold.Contains(order))] };
        }

        return person;
    }

    private async Task EnsureNothingStandsAsync(Buyer buyer, PersonRecords person, CancellationToken cancellation)
    {
        List<ErasureBlocker> blockers = [];
        if (buyer.OpenAmount > 0)
        {
            blockers.Add(new ErasureBlocker("open_balance", EntityId.Format(IdPrefix.Buyer, buyer.Id), buyer.OpenAmount));
        }

        foreach (IPersonalRecords part in parts)
        {
            blockers.AddRange(await part.BlockersAsync(person, clock.Today, cancellation));
        }

        if (blockers.Count > 0)
        {
            throw Refusal.Conflict(
                "erasure_blocked",
                "Money is open, or the law asks to keep records until the date told. Orders that never became a sale can be erased with unsold_only.",
                new Dictionary<string, object?> { ["blockers"] = blockers, ["allowed_actions"] = new[] { "restrict", "correct" } }).AsException();
        }
    }

    private async Task EraseProfilesAsync(Buyer buyer, PersonRecords person, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        foreach (Buyer row in await db.Buyers.Where(b => person.Buyers.Contains(b.Id)).ToListAsync(cancellation))
        {
            row.Erase(BuyerProfiles.Nobody(tenant.Keys, row.Id), clock.Now);
        }

        // Whoever comes again under the same name is somebody new.
        db.BuyerKeys.RemoveRange(await db.BuyerKeys.Where(k => person.Buyers.Contains(k.BuyerId)).ToListAsync(cancellation));
    }
}
