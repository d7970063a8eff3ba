using System.Diagnostics;
using Npgsql;

namespace Bnpl.Infrastructure.Persistence;

/// <summary>
/// How a host shares the database's connections. Whoever finds none free waits for one: a burst makes requests slower and ends none
/// of them. What the connection string says itself is left as it is.
/// </summary>
public static class Connections
{
    /// <summary>So that two hosts, their schedulers and an operator fit into PostgreSQL's own default of 100; it is far more than the cores of one server keep busy.</summary>
    public const int Most = 40;

    /// <summary>How long a request waits for one.</summary>
    public const int PatienceSeconds = 30;

    public static NpgsqlConnectionStringBuilder WithDefaults(this NpgsqlConnectionStringBuilder settings)
    {
        settings.MaxPoolSize = Given(settings, "Maximum Pool Size") ? settings.MaxPoolSize : Most;
        settings.Timeout = Given(settings, "Timeout") ? settings.Timeout : PatienceSeconds;
        return settings;
    }

    /// <summary>A connection of the pool. A server without a slot left, which other hosts share, is a full pool: waited for as long.</summary>
    public static async Task<NpgsqlConnection> RentAsync(this NpgsqlDataSource dataSource, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            NpgsqlConnection connection = dataSource.CreateConnection();
            try
            {
                await connection.OpenAsync(cancellation);
                return connection;
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.TooManyConnections && Stopwatch.GetElapsedTime(started).TotalSeconds < connection.ConnectionTimeout)
            {
                await connection.DisposeAsync();
                await Task.Delay(Random.Shared.Next(20, 200), cancellation);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
    }

    // The base class knows which keywords were given; Npgsql's own look-up answers for any keyword that exists.
    private static bool Given(NpgsqlConnectionStringBuilder settings, string keyword) => settings.ShouldSerialize(keyword);
}
