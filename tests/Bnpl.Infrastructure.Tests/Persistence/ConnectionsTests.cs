using Bnpl.Infrastructure.Persistence;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Infrastructure.Tests.Persistence;

public sealed class ConnectionsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("Host=db", 40, 30)]
    [InlineData("Host=db;Maximum Pool Size=100;Timeout=15", 100, 15)]
    [InlineData("Host=db;MaxPoolSize=7", 7, 30)]
    public void A_host_takes_few_connections_unless_it_is_told_otherwise(string given, int most, int seconds)
    {
        NpgsqlConnectionStringBuilder settings = new NpgsqlConnectionStringBuilder(given).WithDefaults();

        Assert.Equal((most, seconds), (settings.MaxPoolSize, settings.Timeout));
    }

    [Fact]
    public async Task A_server_without_a_slot_left_is_waited_for()
    {
        await using NpgsqlDataSource app = NpgsqlDataSource.Create($"{database.AppConnectionString};Timeout=60");
        await AllowAsync(0);
        Assert.Equal("53300", (await Assert.ThrowsAsync<PostgresException>(async () => await app.OpenConnectionAsync())).SqlState);

        Task<NpgsqlConnection> renting = app.RentAsync(CancellationToken.None);
        await AllowAsync(-1);

        await using NpgsqlConnection connection = await renting;
        Assert.Equal(System.Data.ConnectionState.Open, connection.State);
    }

    [Fact]
    public async Task It_is_not_waited_for_without_end()
    {
        await using NpgsqlDataSource app = NpgsqlDataSource.Create($"{database.AppConnectionString};Timeout=1");
        await AllowAsync(0);

        await Assert.ThrowsAsync<PostgresException>(() => app.RentAsync(CancellationToken.None));

        await AllowAsync(-1);
    }

    private async Task AllowAsync(int connections)
    {
        NpgsqlConnectionStringBuilder admin = new(Environment.GetEnvironmentVariable("BNPL_ADMIN_DATABASE")) { Pooling = false };
        await using NpgsqlConnection connection = new(admin.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new($"ALTER DATABASE \"{database.Name}\" CONNECTION LIMIT {connections}", connection);
        await command.ExecuteNonQueryAsync();
    }
}
