using Bnpl.Screening.Models;

namespace Bnpl.Screening.Tests.Models;

/// <summary>
/// Purchases whose chance of a bad end follows a written rule, so that a test knows what there is to learn: many orders from
/// one telephone, night, an unknown age, and a dear basket at a new shop.
/// </summary>
internal static class SimulatedPurchases
{
    public const int Velocity = 0, Amount = 1, Hour = 2, Age = 3, NewShop = 4, Noise = 5;

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly FeatureSchema Schema = new(3,
    [
        new Feature("velocity.phone.d1", "velocity", "buyer.phone", "同じ電話番号の注文が集中しています。", "Many orders from one telephone."),
        new Feature("order.amount", "basket", "amount", "金額が通常より高額です。", "The amount is unusual."),
        new Feature("order.hour", "hour", null, "深夜の注文です。", "Ordered at night."),
        new Feature("buyer.age", "age", "buyer.birth_date", "年齢を確認できません。", "The age is not known."),
        new Feature("shop.new", "basket", "merchant", "新しい加盟店です。", "A new shop."),
        new Feature("noise", "noise", null, "雑音", "Noise."),
    ]);

    public static readonly BaselineScore Baseline = new(Schema, new Dictionary<string, BaselineWeight> { ["velocity.phone.d1"] = new(2, 6, 2) });

    /// <summary>One small model for every test that needs any trained one.</summary>
    public static readonly Lazy<TrainingResult.Trained> Trained = new(() =>
        (TrainingResult.Trained)ModelTraining.Train(Rows(4_000, seed: 1), Schema, Baseline, version: 1, Start.AddDays(200)));

    public static TrainingRow[] Rows(int count, int seed, bool learnable = true)
    {
        Random random = new(seed);
        TrainingRow[] rows = new TrainingRow[count];
        for (int i = 0; i < count; i++)
        {
            float[] features = Features(random);
            rows[i] = new TrainingRow(features, random.NextDouble() < (learnable ? Chance(features) : 0.08), Start.AddMinutes(i * 30));
        }

        return rows;
    }

    public static float[] Features(Random random) =>
    [
        (float)Math.Floor(-Math.Log(1 - random.NextDouble()) * 1.5),
        (float)Math.Exp(8 + (random.NextDouble() * 3)),
        random.Next(24),
        random.Next(4) == 0 ? float.NaN : random.Next(18, 80),
        random.Next(5) == 0 ? 1 : 0,
        (float)random.NextDouble(),
    ];

    public static double Chance(float[] f)
    {
        double odds = -4.5 + (0.8 * Math.Min(f[Velocity], 6)) + (float.IsNaN(f[Age]) ? 1.2 : 0) + (f[Hour] < 5 ? 1 : 0) + (f[NewShop] > 0 && f[Amount] > 30_000 ? 2 : 0);
        return 1 / (1 + Math.Exp(-odds));
    }
}
