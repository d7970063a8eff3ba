using System.Text.Json;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bnpl.Credit.Merchants;

/// <summary>A shop selling through the tenant (加盟店).</summary>
internal sealed class Merchant : ITenantOwned
{
    public Guid TenantId { get; private init; }
    public required Guid Id { get; init; }
    public int Version { get; private set; } = 1;
    public long EventSeq { get; private set; }
    public required string Status { get; set; }
    public string Name { get; set; } = "";

    /// <summary>Sealed <see cref="MerchantParticulars"/>.</summary>
    public byte[]? Particulars { get; private set; }

    /// <summary>Why it stands where it stands, sealed: reasons name people.</summary>
    public byte[]? Reason { get; private set; }
    public string? ReasonCode { get; private set; }

    /// <summary>法人番号, beside the sealed profile so that a shop that comes back under another name is found.</summary>
    public string? CorporateNumber { get; private set; }
    public string? QualifiedInvoiceNumber { get; set; }
    public string InvoiceIssuer { get; set; } = "merchant";
    public string TaxRounding { get; set; } = "floor";
    public decimal FeeRate { get; set; }
    public string SettlementCycle { get; set; } = "monthly";
    public byte[]? BankAccount { get; set; }
    public long? OrderMinimum { get; set; }
    public long? OrderMaximum { get; set; }
    public string FallbackVerdict { get; set; } = "hold";

    /// <summary>When it must be looked at again; null before it was active and after its end.</summary>
    public DateOnly? CheckDueOn { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    // What rows hold from before it was sealed; the step seal_merchants empties it.
    public string? Address { get; private set; }
    public string? Phone { get; private set; }
    public string? ContactEmail { get; private set; }
    public string? StatusReason { get; private set; }

    public SealedPlace BankAccountPlace => new("credit.merchants", "bank_account", Id);

    private SealedPlace ParticularsPlace => new("credit.merchants", "particulars", Id);

    private SealedPlace ReasonPlace => new("credit.merchants", "reason", Id);

    public void Changed() => Version++;

    /// <returns>The number of the event that is now published.</returns>
    public long NextEvent() => ++EventSeq;

    public MerchantParticulars Open(TenantKeys keys) => Particulars is null
        ? new MerchantParticulars { Address = Address, Phone = Phone, ContactEmail = ContactEmail }
        : JsonSerializer.Deserialize<MerchantParticulars>(keys.Open(Particulars, ParticularsPlace), JsonConventions.Options)!;

    public void Seal(MerchantParticulars particulars, TenantKeys keys)
    {
        Particulars = keys.Seal(JsonSerializer.SerializeToUtf8Bytes(particulars, JsonConventions.Options), ParticularsPlace);
        CorporateNumber = particulars.Profile.CorporateNumber;
        (Address, Phone, ContactEmail) = (null, null, null);
    }

    public string? OpenReason(TenantKeys keys) => Reason is null ? StatusReason : keys.OpenText(Reason, ReasonPlace);

    public void SealReason(string? reason, TenantKeys keys)
    {
        Reason = reason is null ? null : keys.Seal(reason, ReasonPlace);
        StatusReason = null;
    }

    /// <returns>The status it left.</returns>
    /// <exception cref="Bnpl.Contracts.RefusalException">409 where the table has no such move.</exception>
    public string Move(string action, string? reason, string? reasonCode, TenantKeys keys)
    {
        string from = Status;
        Status = MerchantLifecycle.Table.Next(Status, action, MerchantLifecycle.Table.ActionsOf(Status));
        SealReason(reason, keys);
        ReasonCode = reasonCode;
        Version++;
        return from;
    }

    internal sealed class Map : IEntityTypeConfiguration<Merchant>
    {
        public void Configure(EntityTypeBuilder<Merchant> builder)
        {
            builder.ToTable("merchants");
            builder.HasKey(m => new { m.TenantId, m.Id });
            builder.Property(m => m.FeeRate).HasPrecision(9, 6);
            builder.Ignore(m => m.BankAccountPlace);
        }
    }
}
