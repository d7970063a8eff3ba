using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bnpl.Credit.Buyers;

/// <summary>
/// One person within the tenant, with what it owes and may owe. <see cref="OpenAmount"/> is reserved at authorization,
/// kept through shipment, and released by payment, credit, cancellation and expiry.
/// </summary>
internal sealed class Buyer : ITenantOwned
{
    public Guid TenantId { get; private init; }
    public required Guid Id { get; init; }
    public int Version { get; private set; }
    public required byte[] Profile { get; set; }
    public long OpenAmount { get; private set; }
    public int Orders { get; private set; }
    public int OrdersAuthorized { get; private set; }
    public int OrdersPaid { get; private set; }
    public int ChargeOffs { get; private set; }
    public bool UseRestricted { get; private set; }
    public bool ContactRestricted { get; private set; }
    /// <summary>In the clear, as it was kept once; <see cref="RestrictionNote"/> is the sealed one.</summary>
    public string? RestrictionReason { get; private set; }
    public byte[]? RestrictionNote { get; private set; }
    public DateTimeOffset? ErasedAt { get; private set; }
    public Guid? MergedInto { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastOrderAt { get; private set; }

    public static SealedPlace ProfilePlace(Guid id) => new("credit.buyers", "profile", id);

    public static SealedPlace RestrictionPlace(Guid id) => new("credit.buyers", "restriction_note", id);

    public void Authorized(long amount)
    {
        OpenAmount = checked(OpenAmount + amount);
        OrdersAuthorized++;
        Version++;
    }

    public void Reserve(long amount)
    {
        OpenAmount = checked(OpenAmount + amount);
        Version++;
    }

    public void Release(long amount)
    {
        // Each order gives back only what it holds, so the sum cannot fall below zero.
        OpenAmount = checked(OpenAmount - amount);
        Version++;
    }

    public void OrderPaid(bool paid)
    {
        OrdersPaid += paid ? 1 : -1;
        Version++;
    }

    public void ChargedOff()
    {
        ChargeOffs++;
        Version++;
    }

    public void Restrict(bool? use, bool? contact, byte[] reason)
    {
        UseRestricted = use ?? UseRestricted;
        ContactRestricted = contact ?? ContactRestricted;
        (RestrictionReason, RestrictionNote) = (null, reason);
        Version++;
    }

    public void Correct(byte[] profile)
    {
        Profile = profile;
        Version++;
    }

    /// <summary>What the person owed and paid stays as figures of nobody.</summary>
    public void Erase(byte[] nobody, DateTimeOffset now)
    {
        (Profile, RestrictionReason, RestrictionNote, ErasedAt) = (nobody, null, null, now);
        Version++;
    }

    internal sealed class Map : IEntityTypeConfiguration<Buyer>
    {
        public void Configure(EntityTypeBuilder<Buyer> builder)
        {
            builder.ToTable("buyers");
            builder.HasKey(b => new { b.TenantId, b.Id });
        }
    }
}

/// <summary>A keyed hash by which a buyer is found.</summary>
internal sealed class BuyerKey : ITenantOwned
{
    public Guid TenantId { get; private init; }
    public required string Kind { get; init; }
    public required byte[] KeyHash { get; init; }
    public required Guid BuyerId { get; init; }
    public int KeyVersion { get; init; }
    public int NormalizerVersion { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    internal sealed class Map : IEntityTypeConfiguration<BuyerKey>
    {
        public void Configure(EntityTypeBuilder<BuyerKey> builder)
        {
            builder.ToTable("buyer_keys");
            builder.HasKey(k => new { k.TenantId, k.Kind, k.KeyHash });
        }
    }
}

/// <summary>An invoice past its due date and not yet paid.</summary>
internal sealed class OverdueInvoice : IMerchantOwned
{
    public Guid TenantId { get; private init; }
    public required Guid InvoiceId { get; init; }
    public required Guid OrderId { get; init; }
    public required Guid BuyerId { get; init; }
    public required Guid MerchantId { get; init; }
    public required DateTimeOffset Since { get; init; }

    internal sealed class Map : IEntityTypeConfiguration<OverdueInvoice>
    {
        public void Configure(EntityTypeBuilder<OverdueInvoice> builder)
        {
            builder.ToTable("overdue_invoices");
            builder.HasKey(o => new { o.TenantId, o.InvoiceId });
        }
    }
}
