using System.Reflection;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>The schema is written by hand, the entities as well: each mapped column must exist as it is mapped.</summary>
public sealed class ModelAgreementTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task Every_mapped_column_exists_with_its_type_and_nullability()
    {
        HashSet<string> columns =
        [
            .. await Catalog.RowsAsync(
                host.Database.OwnerConnectionString,
                """
                SELECT n.nspname || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
                """),
        ];

        List<string> mapped = [];
        foreach (Type context in Contexts())
        {
            mapped.AddRange(await MappedAsync(context));
        }

        Assert.NotEmpty(mapped);
        Assert.Equal([], mapped.Where(column => !columns.Contains(column)));
    }

    private static IEnumerable<Type> Contexts() => Directory.EnumerateFiles(AppContext.BaseDirectory, "Bnpl.*.dll")
        .Select(Path.GetFileNameWithoutExtension)
        .Where(name => !name!.EndsWith(".Tests", StringComparison.Ordinal))
        .SelectMany(name => Assembly.Load(name!).GetTypes())
        .Where(type => !type.IsAbstract && typeof(TenantDbContext).IsAssignableFrom(type));

    private async Task<List<string>> MappedAsync(Type context)
    {
        TenantActor tenant = await host.OnboardAsync();
        DirectorySnapshot snapshot = await host.Services.GetRequiredService<TenantDirectory>().RefreshAsync(default);
        await using AsyncServiceScope scope = await host.Services.GetRequiredService<TenantScopes>().OpenAsync(snapshot.BySlug[tenant.Slug], default);
        TenantSession session = scope.ServiceProvider.GetRequiredService<TenantSession>();
        MethodInfo open = typeof(TenantSession).GetMethod(nameof(TenantSession.DbAsync))!.MakeGenericMethod(context);
        Task opening = (Task)open.Invoke(session, [CancellationToken.None])!;
        await opening;
        DbContext db = (DbContext)opening.GetType().GetProperty("Result")!.GetValue(opening)!;
        return
        [
            .. from entity in db.Model.GetEntityTypes()
               let table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)
               where table is not null
               from property in entity.GetProperties()
               select $"{table.Value.Schema}.{table.Value.Name}.{property.GetColumnName(table.Value)} {property.GetColumnType(table.Value)}{(property.IsColumnNullable(table.Value) ? "" : " not null")}",
        ];
    }
}
