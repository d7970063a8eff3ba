using Bnpl.Infrastructure.Persistence;

namespace Bnpl.Api;

/// <summary>The verb <c>migrate [folder]</c>: applies the migrations as the owner role and ends.</summary>
public static class DatabaseMigration
{
    public static async Task RunAsync(string[] args, CancellationToken cancellation)
    {
        string owner = Environment.GetEnvironmentVariable("BNPL_OWNER_DATABASE")
            ?? throw new InvalidOperationException("BNPL_OWNER_DATABASE is not set; migrate with ./bnpl migrate.");
        await Migrator.RunAsync(owner, args.ElementAtOrDefault(1) ?? "migrations", cancellation);
    }
}
