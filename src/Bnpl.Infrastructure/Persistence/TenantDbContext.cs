using System.Linq.Expressions;
using System.Reflection;
using Bnpl.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bnpl.Infrastructure.Persistence;

/// <summary>A row that belongs to a tenant. <see cref="TenantId"/> is stamped on insert and never changes.</summary>
public interface ITenantOwned
{
    Guid TenantId { get; }
}

/// <summary>A row that lies below a merchant: invisible to clients bound to another one.</summary>
public interface IMerchantOwned : ITenantOwned
{
    Guid MerchantId { get; }
}

/// <summary>
/// The base of each module's context: the first wall between tenants (row-level security is the second). Every entity
/// must be <see cref="ITenantOwned"/>; filters are named <c>tenant</c> and <c>merchant</c>, so that a query may lift the
/// second without losing the first.
/// </summary>
public abstract class TenantDbContext(DbContextOptions options, TenantContext tenant, Caller caller) : DbContext(options)
{
    public const string TenantFilter = "tenant";
    public const string MerchantFilter = "merchant";

    private static readonly MethodInfo s_filterMerchant =
        typeof(TenantDbContext).GetMethod(nameof(FilterMerchant), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static readonly MethodInfo s_filterTenant =
        typeof(TenantDbContext).GetMethod(nameof(FilterTenant), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private Guid CurrentTenantId => tenant.TenantId;

    private Guid? CurrentMerchantId => caller.MerchantId;

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Stamp();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous.");

    protected abstract void BuildModel(ModelBuilder model);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        BuildModel(modelBuilder);
        foreach (IMutableEntityType entity in modelBuilder.Model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            if (!typeof(ITenantOwned).IsAssignableFrom(entity.ClrType))
            {
                throw new InvalidOperationException($"{entity.ClrType.Name} must be {nameof(ITenantOwned)}.");
            }

            s_filterTenant.MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
            if (typeof(IMerchantOwned).IsAssignableFrom(entity.ClrType))
            {
                s_filterMerchant.MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
            }
        }
    }

    private void FilterTenant<TEntity>(ModelBuilder model)
        where TEntity : class, ITenantOwned
    {
        Expression<Func<TEntity, bool>> filter = entity => entity.TenantId == CurrentTenantId;
        model.Entity<TEntity>().HasQueryFilter(TenantFilter, filter);
    }

    private void FilterMerchant<TEntity>(ModelBuilder model)
        where TEntity : class, IMerchantOwned
    {
        Expression<Func<TEntity, bool>> filter = entity => CurrentMerchantId == null || entity.MerchantId == CurrentMerchantId;
        model.Entity<TEntity>().HasQueryFilter(MerchantFilter, filter);
    }

    private void Stamp()
    {
        foreach (EntityEntry<ITenantOwned> entry in ChangeTracker.Entries<ITenantOwned>())
        {
            if (entry.State == EntityState.Added)
            {
                entry.Property(nameof(ITenantOwned.TenantId)).CurrentValue = CurrentTenantId;
            }
            else if (entry.State is EntityState.Modified or EntityState.Deleted && entry.Entity.TenantId != CurrentTenantId)
            {
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another tenant cannot be changed.");
            }
        }
    }
}
