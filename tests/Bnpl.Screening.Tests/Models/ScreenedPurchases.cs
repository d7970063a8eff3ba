using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Screening.Models;
using Bnpl.TestKit;
using Npgsql;

namespace Bnpl.Screening.Tests.Models;

/// <summary>
/// Stored screenings with the catalogue's features and known ends. Most of the bad ones come at night, of which the baseline
/// knows nothing.
/// </summary>
internal static class ScreenedPurchases
{
    /// <param name="age">How long before the tenant's now the newest one was screened.</param>
    /// <param name="shift">Added to the telephone's velocity; then they also all come at night.</param>
    public static async Task AddAsync(PlatformHost host, TenantActor tenant, int count, int seed, TimeSpan? age = null, int shift = 0)
    {
        DateTimeOffset now = DateTimeOffset.Parse((await tenant.GetAsync("/v1/test_clock")).Expect(200).Member("now"), CultureInfo.InvariantCulture);
        DateTimeOffset newest = now - (age ?? TimeSpan.FromDays(70));
        string[] names = [.. SignalFeatures.Schema.Features.Select(feature => feature.Name)];
        (int phone, int hour, int member) = (Array.IndexOf(names, "velocity.phone.d1"), Array.IndexOf(names, "order.hour"), Array.IndexOf(names, "buyer.member_days"));
        Random random = new(seed);

        await using NpgsqlConnection connection = new(host.Database.AppConnectionString);
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using (NpgsqlCommand set = new($"SET LOCAL app.tenant_id = '{tenant.TenantId}'", connection, transaction))
        {
            await set.ExecuteNonQueryAsync();
        }

        await using NpgsqlBatch batch = new(connection, transaction);
        for (int i = 0; i < count; i++)
        {
            float[] features = new float[names.Length];
            Array.Fill(features, float.NaN);
            features[phone] = random.Next(5) + shift;
            features[hour] = random.Next(shift == 0 ? 24 : 6);
            features[member] = random.Next(3) == 0 ? float.NaN : random.Next(2_000);
            double odds = -4.5 + (0.3 * Math.Min(4, features[phone])) + (features[hour] < 6 ? 4 : 0);
            bool bad = random.NextDouble() < 1 / (1 + Math.Exp(-odds));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                """
                INSERT INTO screening.screenings (tenant_id, id, merchant_id, payment_method, amount, verdict, points_ok, points_review, points_ng, risk, reasons,
                    input, model, policy_version, elapsed_us, features, feature_version, outcome, outcome_at, created_at)
                VALUES ($1, $2, $2, 'card', 5000, 'ok', 0, 0, 0, 100, '[]', '', 'baseline-2', 1, 1000, $3, $4, $5, $6, $7)
                """)
            {
                Parameters =
                {
                    new() { Value = tenant.TenantId },
                    new() { Value = EntityId.New() },
                    new() { Value = features },
                    new() { Value = SignalFeatures.Schema.Version },
                    new() { Value = bad ? "chargeback" : "paid" },
                    new() { Value = (newest - TimeSpan.FromMinutes((count - i) * 10)).AddDays(3).UtcDateTime },
                    new() { Value = (newest - TimeSpan.FromMinutes((count - i) * 10)).UtcDateTime },
                },
            });
        }

        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
