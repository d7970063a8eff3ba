using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>The second wall: what every table of the migrated database must be like, whoever adds it.</summary>
public sealed class DatabaseRulesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Policy = "(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)";

    private string AppRole => new NpgsqlConnectionStringBuilder(database.AppConnectionString).Username!;

    [Fact]
    public async Task Every_table_outside_the_shared_schemas_has_row_level_security_enabled_and_forced()
    {
        Assert.Equal([], await OwnerAsync($"SELECT name FROM ({Catalog.TenantTables}) t WHERE NOT (enabled AND forced)"));
    }

    [Fact]
    public async Task Every_tenant_table_has_the_one_policy_and_no_other()
    {
        List<string> deviating = await OwnerAsync(
            $"""
            SELECT t.name, p.polname, p.polpermissive, p.polcmd, p.polroles, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
            FROM ({Catalog.TenantTables}) t LEFT JOIN pg_policy p ON p.polrelid = t.oid
            WHERE p.polname IS DISTINCT FROM 'tenant' OR p.polcmd <> '*' OR p.polroles <> ARRAY[0::oid] OR NOT p.polpermissive
               OR p.polwithcheck IS NOT NULL OR pg_get_expr(p.polqual, p.polrelid) <> '{Policy.Replace("'", "''", StringComparison.Ordinal)}'
            """);

        Assert.Equal([], deviating);
    }

    [Fact]
    public async Task Every_tenant_table_begins_with_a_tenant_id_that_is_never_null()
    {
        Assert.Equal([], await OwnerAsync(
            $"""
            SELECT t.name FROM ({Catalog.TenantTables}) t
            WHERE NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'tenant_id' AND a.attnum = 1 AND a.atttypid = 'uuid'::regtype AND a.attnotnull)
            """));
    }

    [Fact]
    public async Task Every_tenant_table_has_a_primary_key()
    {
        Assert.Equal([], await OwnerAsync(
            $"SELECT t.name FROM ({Catalog.TenantTables}) t WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)"));
    }

    [Fact]
    public async Task Every_index_of_a_tenant_table_begins_with_tenant_id()
    {
        Assert.Equal([], await OwnerAsync(
            $"""
            SELECT t.name, i.indexrelid::regclass FROM ({Catalog.TenantTables}) t JOIN pg_index i ON i.indrelid = t.oid
            WHERE NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = i.indkey[0] AND a.attname = 'tenant_id')
            """));
    }

    [Fact]
    public async Task Every_foreign_key_of_a_tenant_table_leads_from_tenant_id_to_tenant_id()
    {
        Assert.Equal([], await OwnerAsync(
            $"""
            SELECT t.name, k.conname FROM ({Catalog.TenantTables}) t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
            WHERE NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[1] AND a.attname = 'tenant_id')
               OR NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.confrelid AND a.attnum = k.confkey[1] AND a.attname = 'tenant_id')
            """));
    }

    [Fact]
    public async Task No_foreign_key_sets_null_or_defaults_on_a_tenant_key()
    {
        Assert.Equal([], await OwnerAsync(
            $"SELECT t.name, k.conname FROM ({Catalog.TenantTables}) t JOIN pg_constraint k ON k.conrelid = t.oid WHERE k.contype = 'f' AND (k.confdeltype IN ('n', 'd') OR k.confupdtype IN ('n', 'd'))"));
    }

    [Fact]
    public async Task No_table_has_a_trigger_because_Citus_takes_none()
    {
        Assert.Equal([], await OwnerAsync($"SELECT t.name, g.tgname FROM ({Catalog.TenantTables}) t JOIN pg_trigger g ON g.tgrelid = t.oid WHERE NOT g.tgisinternal"));
    }

    [Fact]
    public async Task Only_the_directory_and_the_scheduler_hold_tables_without_a_tenant()
    {
        List<string> tables = await OwnerAsync(
            """
            SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'directory' AND c.relkind IN ('r', 'p', 'v', 'm') ORDER BY c.relname
            """);

        // No personal data may ever stand in one of these: think before you add one.
        Assert.Equal(["migrations", "revoked_clients", "signing_keys", "tenants"], tables);
    }

    [Fact]
    public async Task The_shared_database_holds_hashes_alone_and_opens_by_its_functions_only()
    {
        List<string> columns = await OwnerAsync(
            "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 WHERE c.relnamespace = 'shared'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') ORDER BY a.attnum");

        // Neither a tenant nor an instant may ever stand here: think before you add a column.
        Assert.Equal(
            ["negatives kind", "negatives key_hash", "negatives contributor", "negatives source", "negatives category", "negatives month", "negatives expires_on"], columns);
        Assert.Equal([], await OwnerAsync(
            """
            SELECT c.relname, privilege FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
            WHERE c.relnamespace = 'shared'::regnamespace AND c.relkind IN ('r', 'p') AND has_table_privilege($1, c.oid, privilege)
            """,
            AppRole));
        Assert.Equal(["contribute", "forget_expired", "look_up", "withdraw"], await OwnerAsync("SELECT proname FROM pg_proc WHERE pronamespace = 'shared'::regnamespace AND prosecdef ORDER BY 1"));
    }

    [Fact]
    public async Task The_serving_role_is_no_superuser_owns_nothing_and_belongs_to_no_other_role()
    {
        Assert.Equal(
            ["False False False False False"],
            await OwnerAsync("SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication FROM pg_roles WHERE rolname = $1", AppRole));
        Assert.Equal([], await OwnerAsync("SELECT relname FROM pg_class WHERE relowner = $1::regrole AND relnamespace <> 'pg_toast'::regnamespace AND relpersistence <> 't'", AppRole));
        Assert.Equal([], await OwnerAsync("SELECT proname FROM pg_proc WHERE proowner = $1::regrole", AppRole));
        Assert.Equal([], await OwnerAsync("SELECT nspname FROM pg_namespace WHERE nspowner = $1::regrole AND nspname NOT LIKE 'pg_t%'", AppRole));
        Assert.Equal([], await OwnerAsync("SELECT datname FROM pg_database WHERE datdba = $1::regrole", AppRole));
        Assert.Equal([], await OwnerAsync("SELECT roleid::regrole FROM pg_auth_members WHERE member = $1::regrole", AppRole));
    }

    [Fact]
    public async Task The_owning_role_is_under_row_level_security_as_well()
    {
        string owner = new NpgsqlConnectionStringBuilder(database.OwnerConnectionString).Username!;

        Assert.Equal(["False False"], await OwnerAsync("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = $1", owner));
    }

    [Fact]
    public async Task The_serving_role_may_create_nothing_that_stays()
    {
        Assert.Equal(["False"], await OwnerAsync("SELECT has_database_privilege($1, current_database(), 'CREATE')", AppRole));
        Assert.Equal([], await OwnerAsync(
            "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg_%' AND nspname <> 'quartz' AND has_schema_privilege($1, oid, 'CREATE')", AppRole));
    }

    [Fact]
    public async Task The_serving_role_may_at_most_read_and_change_rows()
    {
        Assert.Equal([], await OwnerAsync(
            $"""
            SELECT t.name, privilege FROM ({Catalog.TenantTables}) t, unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
            WHERE has_table_privilege($1, t.oid, privilege)
            """,
            AppRole));
        Assert.Equal([], await OwnerAsync(
            """
            SELECT c.relname, privilege FROM pg_class c, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
            WHERE c.relnamespace = 'directory'::regnamespace AND c.relkind IN ('r', 'p') AND has_table_privilege($1, c.oid, privilege)
            """,
            AppRole));
    }

    [Theory]
    [InlineData("infra.audit_events", "SELECT,INSERT")]
    [InlineData("infra.audit_seals", "SELECT,INSERT")]
    [InlineData("credit.decisions", "SELECT,INSERT")]
    [InlineData("screening.screening_keys", "SELECT,INSERT")]
    public async Task What_is_append_only_stays_so(string table, string privileges)
    {
        Assert.Equal(privileges.Split(','), await PrivilegesAsync(table));
    }

    [Fact]
    public async Task The_ledger_can_only_be_read()
    {
        List<string> writable = await OwnerAsync(
            """
            SELECT c.relname, privilege FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) AS privilege
            WHERE n.nspname = 'ledger' AND c.relkind IN ('r', 'p') AND has_table_privilege($1, c.oid, privilege)
            """,
            AppRole);

        Assert.Equal([], writable);
    }

    [Fact]
    public async Task The_public_may_do_nothing()
    {
        Assert.Equal([], await OwnerAsync(
            """
            SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
            WHERE a.grantee = 0 AND n.nspname NOT IN ('pg_catalog', 'information_schema')
            """));
    }

    [Fact]
    public async Task Functions_that_run_as_the_owner_have_a_fixed_search_path_and_are_not_for_everybody()
    {
        Assert.Equal([], await OwnerAsync(
            """
            SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND (NOT coalesce(p.proconfig, '{}') && ARRAY['search_path=pg_catalog, pg_temp']
                   OR p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0))
            """));
    }

    private async Task<List<string>> PrivilegesAsync(string table) => await OwnerAsync(
        "SELECT privilege FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS privilege WHERE has_table_privilege($1, $2, privilege)", AppRole, table);

    private Task<List<string>> OwnerAsync(string sql, params object[] values) => Catalog.RowsAsync(database.OwnerConnectionString, sql, values);
}
