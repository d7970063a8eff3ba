using Bnpl.Credit.Buyers;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Merchants;
using Bnpl.Credit.Orders;
using Bnpl.Credit.Reviews;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit;

internal sealed class CreditDbContext(DbContextOptions<CreditDbContext> options, TenantContext tenant, Caller caller)
    : TenantDbContext(options, tenant, caller)
{
    public DbSet<Merchant> Merchants => Set<Merchant>();

    public DbSet<Buyer> Buyers => Set<Buyer>();

    public DbSet<BuyerKey> BuyerKeys => Set<BuyerKey>();

    public DbSet<OverdueInvoice> OverdueInvoices => Set<OverdueInvoice>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<Review> Reviews => Set<Review>();

    protected override void BuildModel(ModelBuilder model)
    {
        model.HasDefaultSchema("credit");
        model.ApplyConfigurationsFromAssembly(typeof(CreditDbContext).Assembly);
    }
}
