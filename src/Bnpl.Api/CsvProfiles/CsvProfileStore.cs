using Bnpl.Api.Batches;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.CsvProfiles;

/// <summary>The profiles within the caller's reach. A client bound to a merchant sees that merchant's and no others.</summary>
internal sealed class CsvProfileStore(TenantSession session, TenantContext tenant, Caller caller, IMerchants merchants)
{
    /// <summary>The merchant that a request is about; null: the tenant as a whole.</summary>
    /// <exception cref="RefusalException">404 for a merchant beyond the caller's reach.</exception>
    public async Task<Guid?> OwnerAsync(HttpRequest request, CancellationToken cancellation)
    {
        Query query = new(request);
        Guid? merchant = query.Id("merchant", IdPrefix.Merchant);
        query.ThrowIfInvalid();
        if (merchant is { } named)
        {
            await merchants.GetAsync(named, cancellation);
        }

        return merchant ?? caller.MerchantId;
    }

    public async Task<CsvProfile?> FindAsync(Guid? owner, string code, CancellationToken cancellation) =>
        (await ReadAsync("reach = $3 AND code = $4", [BatchStore.Reach(owner), code], cancellation)).SingleOrDefault();

    public Task<List<CsvProfile>> OfAsync(Guid? owner, CancellationToken cancellation) =>
        ReadAsync("reach = $3 ORDER BY code", [BatchStore.Reach(owner)], cancellation);

    /// <summary>What a file or an export names: a profile that comes with the platform, the merchant's, or else the tenant's.</summary>
    /// <param name="merchant">Whose file it is, if it is one merchant's.</param>
    /// <exception cref="RefusalException">422.</exception>
    public async Task<TableFormat> FormatAsync(string code, Guid? merchant, CancellationToken cancellation)
    {
        if (code == TableProfile.Orders.Name || code == TableProfile.Shipments.Name)
        {
            return new TableFormat(TableProfile.Of(code), null);
        }

        CsvProfile? found = !CsvProfile.IsCode(code) ? null
            : BuiltInProfiles.Find(code)
                ?? await FindAsync(caller.MerchantId ?? merchant, code, cancellation)
                ?? (merchant is null ? null : await FindAsync(caller.MerchantId, code, cancellation));
        return found is null
            ? throw Refusal.Invalid("profile", "not_allowed", "Must be orders, shipments, or the code of a stored profile.").AsException()
            : new TableFormat(TableProfile.Of(found.Document.Kind), found);
    }

    // Whoever stores or deletes takes turns, so that versions and the most that there may be are exact.
    public Task LockAsync(Guid? owner, CancellationToken cancellation) => session.ReadAsync(
        batch => batch.Add(
            new Sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text", $"csv_profiles|{tenant.TenantId:N}|{BatchStore.Reach(owner):N}"),
            (_, _) => Task.CompletedTask),
        cancellation);

    private Task<List<CsvProfile>> ReadAsync(string condition, IReadOnlyList<object?> arguments, CancellationToken cancellation) => session.ReadListAsync(
        new Sql(
            $"SELECT {CsvProfile.SqlColumns} FROM infra.csv_profiles WHERE tenant_id = $1 AND ($2::uuid IS NULL OR merchant_id = $2) AND {condition}",
            [tenant.TenantId, caller.MerchantId, .. arguments]),
        CsvProfile.Read,
        cancellation);
}
