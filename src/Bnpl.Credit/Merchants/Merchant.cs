using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bnpl.Credit.Merchants;

/// <summary>A shop selling through the tenant (加盟店).</summary>
internal sealed class Merchant : ITenantOwned
{
    public Guid TenantId { get; private init; }
    public required Guid Id { get; init; }
    public int Version { get; private set; } = 1;
    public required string Status { get; set; }
    public string? StatusReason { get; private set; }
    public string Name { get; set; } = "";
    public string? Address { get; set; }
    public string? Phone { get; set; }
    public string? ContactEmail { get; set; }
    public string? QualifiedInvoiceNumber { get; set; }
    public string InvoiceIssuer { get; set; } = "merchant";
    public string TaxRounding { get; set; } = "floor";
    public decimal FeeRate { get; set; }
    public string SettlementCycle { get; set; } = "monthly";
    public byte[]? BankAccount { get; set; }
    public long? OrderMinimum { get; set; }
    public long? OrderMaximum { get; set; }
    public string FallbackVerdict { get; set; } = "hold";
    public required DateTimeOffset CreatedAt { get; init; }

    public SealedPlace BankAccountPlace => new("credit.merchants", "bank_account", Id);

    public void Changed() => Version++;

    /// <exception cref="RefusalException">409 where the table has no such move.</exception>
    public void Move(string action, string? reason)
    {
        Status = MerchantLifecycle.Table.Next(Status, action, MerchantLifecycle.Table.ActionsOf(Status));
        StatusReason = reason;
        Version++;
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
