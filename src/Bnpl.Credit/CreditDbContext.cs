using Bnpl.Credit.Buyers;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Limits;
using Bnpl.Credit.Merchants;
using Bnpl.Credit.Orders;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bnpl.Credit;

internal sealed class CreditDbContext(DbContextOptions<CreditDbContext> options, TenantContext tenant, Caller caller, TenantSession session, TenantClock clock)
    : TenantDbContext(options, tenant, caller)
{
    public DbSet<Merchant> Merchants => Set<Merchant>();

    public DbSet<Buyer> Buyers => Set<Buyer>();

    public DbSet<BuyerKey> BuyerKeys => Set<BuyerKey>();

    public DbSet<OverdueInvoice> OverdueInvoices => Set<OverdueInvoice>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<Review> Reviews => Set<Review>();

    /// <summary>Whatever changed what an order holds, the counters follow in the same commit; no use case has to think of them.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        List<EntityEntry<Order>> moved =
            [.. ChangeTracker.Entries<Order>().Where(entry => entry.State is EntityState.Modified && entry.Property(order => order.LimitHeld).IsModified)];
        if (moved.Count > 0)
        {
            ExposureCounters.Add(
                session,
                moved[0].Entity.TenantId,
                [.. moved.Select(entry => ExposureChange.Of(entry.Entity, clock.DateOf(entry.Entity.CreatedAt), entry.Property(order => order.LimitHeld).OriginalValue))],
                clock.Today);
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void BuildModel(ModelBuilder model)
    {
        model.HasDefaultSchema("credit");
        model.ApplyConfigurationsFromAssembly(typeof(CreditDbContext).Assembly);
    }
}
