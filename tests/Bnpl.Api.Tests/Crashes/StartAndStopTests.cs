using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Api.Tests.Crashes;

public sealed class StartAndStopTests
{
    [Fact]
    public async Task A_terminated_host_finishes_the_request_it_works_on_and_ends_with_zero()
    {
        await using Stage stage = await Stage.SetAsync();
        PlatformProcess host = await stage.StartHostAsync();
        Shop shop = await Shop.OpenAsync(host);
        byte[] file = await shop.DepositsAsync([], 5_000);
        TenantTables tables = stage.TablesOf(shop.Tenant);

        Task<Answer> running = Shop.ImportAsync(shop.Api, file, "import");
        await Until.TrueAsync("the import at work", async () => running.IsCompleted || await tables.WorkingOnAsync("recon.") > 0, everyMilliseconds: 2);
        Assert.False(running.IsCompleted);
        int exit = await host.TerminateAsync();

        Assert.Equal("processing", (await running).Expect(202).Member("status"));
        Assert.Equal(0, exit);
        Assert.Equal(["5000"], await tables.RowsAsync("SELECT line_count FROM recon.imports"));
        Assert.DoesNotContain(host.Log, line => line.StartsWith("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_terminated_host_leaves_no_mail_half_sent()
    {
        await using Stage stage = await Stage.SetAsync();
        PlatformProcess host = await stage.StartHostAsync();
        Shop shop = await Shop.OpenAsync(host);
        TenantTables tables = stage.TablesOf(shop.Tenant);

        await shop.BillAsync("email", 4_980, 4_981, 4_982, 4_983);
        await Until.TrueAsync("a mail on its way", async () => await tables.CountAsync("billing.mails WHERE state = 'claimed'") > 0, everyMilliseconds: 2);
        Assert.Equal(0, await host.TerminateAsync());
        Assert.Equal(0, await tables.CountAsync("billing.mails WHERE state NOT IN ('intended', 'sent')"));
        await host.StartAsync();
        await Until.TrueAsync("every mail", async () => await tables.CountAsync("billing.mails WHERE state = 'sent'") == 4, everyMilliseconds: 100);

        Assert.Equal(4, stage.Outbox(shop.Tenant).Count);
        Assert.Equal(["1 4"], await tables.RowsAsync("SELECT attempts, count(*) FROM billing.mails GROUP BY 1"));
    }

    [Theory]
    [InlineData("unreachable", "cannot be reached")]
    [InlineData("wrong password", "refused")]
    [InlineData("not migrated", "is not migrated. Run ./bnpl migrate first.")]
    public async Task A_start_without_its_database_says_so_in_one_line(string trouble, string says)
    {
        await using Stage stage = await Stage.SetAsync();
        NpgsqlConnectionStringBuilder target = new(stage.Database.AppConnectionString);
        switch (trouble)
        {
            case "unreachable":
                target.Port = 1;
                break;
            case "wrong password":
                target.Password = "wrong";
                break;
            default:
                target.Database = "postgres";
                break;
        }

        (int exit, IReadOnlyList<string> log) = await PlatformProcess.FailToStartAsync(target.ConnectionString, stage.DataDirectory);

        Assert.Equal(1, exit);
        Assert.Contains(says, Assert.Single(log), StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", log[0], StringComparison.OrdinalIgnoreCase);
    }
}
