using System.Net.Sockets;
using Npgsql;

namespace Bnpl.Api.Operations;

/// <summary>
/// Looked at before anything is started, so that whoever starts the platform without its database reads one line that
/// says what to do, and not the traces of everything that needs it.
/// </summary>
internal static class StartCheck
{
    /// <returns>What stands in the way; null: nothing.</returns>
    public static async Task<string?> FindObstacleAsync(NpgsqlDataSource dataSource, CancellationToken cancellation)
    {
        NpgsqlConnectionStringBuilder target = new(dataSource.ConnectionString);
        try
        {
            await using NpgsqlCommand command = dataSource.CreateCommand("SELECT to_regclass('directory.tenants') IS NOT NULL");
            return await command.ExecuteScalarAsync(cancellation) is true
                ? null
                : $"The database {target.Database} is not migrated. Run ./bnpl migrate first.";
        }
        catch (PostgresException refused)
        {
            return $"The database {target.Database} at {target.Host}:{target.Port} refused {target.Username}: {refused.MessageText}. Check BNPL_APP_DATABASE.";
        }
        catch (Exception unreachable) when (unreachable is NpgsqlException or TimeoutException or SocketException)
        {
            return $"The database at {target.Host}:{target.Port} cannot be reached: {(unreachable.InnerException ?? unreachable).Message}. Start it, or check BNPL_APP_DATABASE.";
        }
    }
}
