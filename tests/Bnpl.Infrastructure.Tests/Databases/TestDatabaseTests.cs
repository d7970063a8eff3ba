using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Infrastructure.Tests.Databases;

public sealed class TestDatabaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Neither_role_is_a_superuser_or_passes_row_level_security()
    {
        List<string> roles = await ColumnAsync(
            database.OwnerConnectionString,
            "SELECT regexp_replace(rolname, '^.*_', '') || ' ' || rolsuper || ' ' || rolbypassrls || ' ' || rolcreaterole || ' ' || rolcreatedb FROM pg_roles "
            + "WHERE rolname = current_user OR rolname = regexp_replace(current_user, '_owner$', '_app') ORDER BY 1");

        Assert.Equal(["app false false false false", "owner false false false false"], roles);
    }

    [Fact]
    public async Task The_application_role_owns_nothing()
    {
        List<string> owned = await ColumnAsync(
            database.AppConnectionString,
            "SELECT oid::regclass::text FROM pg_class WHERE relowner = current_user::regrole "
            + "UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = current_user::regrole "
            + "UNION ALL SELECT oid::regprocedure::text FROM pg_proc WHERE proowner = current_user::regrole "
            + "UNION ALL SELECT datname FROM pg_database WHERE datdba = current_user::regrole");

        Assert.Empty(owned);
    }

    [Fact]
    public async Task The_application_role_may_not_create_tables_but_temporary_ones()
    {
        await ColumnAsync(database.AppConnectionString, "CREATE TEMPORARY TABLE load (line text)");

        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(
            () => ColumnAsync(database.AppConnectionString, "CREATE TABLE public.load (line text)"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_clone_starts_with_the_grants_and_without_the_rows_of_another()
    {
        TestDatabase first = await TestDatabase.CreateAsync();
        TestDatabase second = await TestDatabase.CreateAsync();
        try
        {
            await ColumnAsync(first.OwnerConnectionString, "CREATE TABLE public.only_here (line text)");

            List<string> tables = await ColumnAsync(second.AppConnectionString, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'");
            List<string> tenants = await ColumnAsync(second.AppConnectionString, "SELECT slug FROM directory.tenants");

            Assert.Empty(tables);
            Assert.Empty(tenants);
        }
        finally
        {
            await first.DisposeAsync();
            await second.DisposeAsync();
        }
    }

    private static async Task<List<string>> ColumnAsync(string connectionString, string sql)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using NpgsqlCommand command = new(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> values = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
