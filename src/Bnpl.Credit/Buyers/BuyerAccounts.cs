using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Policies;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Buyers;

internal sealed record RestrictBuyerRequest
{
    /// <summary>True: no more contact by mail, post or telephone beyond what the law demands.</summary>
    public bool? Contact { get; init; }

    /// <summary>True: nothing more is sold to this buyer on credit.</summary>
    public bool? Use { get; init; }
    public string? Reason { get; init; }
}

/// <summary>One buyer as the whole tenant knows it. A merged buyer answers as the one that took it over.</summary>
internal sealed class BuyerAccounts(TenantSession session, TenantContext tenant, ITenantSettings settings, PolicyInForce policy, AuditTrail audit)
{
    public async Task<Ok<BuyerResponse>> GetAsync(string id, HttpContext context, CancellationToken cancellation)
    {
        return await AnswerAsync(await FindAsync(Resources.ParseId(IdPrefix.Buyer, id), cancellation), context, cancellation);
    }

    /// <summary>The buyer for another answer.</summary>
    public async Task<BuyerResponse> ReadAsync(Guid buyerId, CancellationToken cancellation) =>
        await ResponseAsync(await FindAsync(buyerId, cancellation), cancellation);

    public async Task<Ok<BuyerResponse>> RestrictAsync(string id, RestrictBuyerRequest request, HttpContext context, CancellationToken cancellation)
    {
        Guid buyerId = Resources.ParseId(IdPrefix.Buyer, id);
        FieldErrors errors = new();
        errors.Text(request.Reason, "reason", 500, required: true, multiline: true);
        if (request is { Contact: null, Use: null })
        {
            errors.Add("use", "required", "Name what is restricted: use, contact or both.");
        }

        errors.ThrowIfAny();
        Buyer buyer = await LockAsync(buyerId, cancellation);
        context.CheckIfMatch(buyer.Version);
        buyer.Restrict(request.Use, request.Contact, tenant.Keys.Seal(request.Reason!, Buyer.RestrictionPlace(buyer.Id)));
        audit.Record("buyer.restricted", IdPrefix.Buyer, buyer.Id, "restrictions");
        return await AnswerAsync(buyer, context, cancellation);
    }

    /// <summary>The row that stands for the person, locked.</summary>
    /// <exception cref="RefusalException">404; 409 once the person was erased.</exception>
    public async Task<Buyer> LockAsync(Guid id, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Buyer found = await FindAsync(id, cancellation);
        Buyer buyer = await db.Buyers
            .FromSql($"SELECT * FROM credit.buyers WHERE tenant_id = {tenant.TenantId} AND id = {found.Id} FOR UPDATE")
            .FirstAsync(cancellation);
        if (buyer.MergedInto is not null)
        {
            throw new RetryException("The buyer was merged into another one.");
        }

        return buyer.ErasedAt is null ? buyer : throw Refusal.StateConflict("erased", [], "change").AsException();
    }

    /// <summary>The row that stands for the person: the one that a merged row points at.</summary>
    public async Task<Buyer> FindAsync(Guid id, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        Buyer buyer = await db.Buyers.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, cancellation) ?? throw Refusal.NotFound().AsException();
        return buyer.MergedInto is { } target ? await db.Buyers.AsNoTracking().FirstAsync(b => b.Id == target, cancellation) : buyer;
    }

    public async Task<Ok<BuyerResponse>> AnswerAsync(Buyer buyer, HttpContext context, CancellationToken cancellation)
    {
        context.SetETag(buyer.Version);
        return TypedResults.Ok(await ResponseAsync(buyer, cancellation));
    }

    private async Task<BuyerResponse> ResponseAsync(Buyer buyer, CancellationToken cancellation)
    {
        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        int overdue = await db.OverdueInvoices.CountAsync(o => o.BuyerId == buyer.Id, cancellation);
        return BuyerResponse.Of(buyer, overdue, await LimitAsync(buyer, overdue, cancellation), tenant.Keys);
    }

    private async Task<long> LimitAsync(Buyer buyer, int overdue, CancellationToken cancellation)
    {
        try
        {
            return (await policy.ReadAsync(cancellation)).CumulativeFor(buyer.OrdersPaid, overdue, buyer.ChargeOffs).Yen;
        }
        catch (JsonException)
        {
            // A policy that cannot be read must not hide a person's data from whoever has to disclose them.
            return (await settings.GetAsync(cancellation)).BuyerLimits.Cumulative;
        }
    }
}
