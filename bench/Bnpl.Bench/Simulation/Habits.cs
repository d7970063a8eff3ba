namespace Bnpl.Bench.Simulation;

internal enum NumberStyle
{
    Dashes,
    Words,
    Kanji,
    FullWidth,
    Mixed,
}

/// <summary>How a person fills in forms: mostly the same way, and carelessly now and then.</summary>
internal sealed record Habit(NumberStyle Numbers, bool OldCharacters, int Space, int Phone, int Building, bool Hiragana, double Careless)
{
    private static readonly (NumberStyle, double)[] s_numbers =
        [(NumberStyle.Dashes, 55), (NumberStyle.Words, 20), (NumberStyle.Kanji, 4), (NumberStyle.FullWidth, 13), (NumberStyle.Mixed, 8)];

    public static Habit Draw(Dice dice) => new(
        dice.Weighted(s_numbers), dice.Happens(0.3), dice.Below(30), dice.Below(10), dice.Below(4), dice.Happens(0.05), dice.Happens(0.25) ? 0.3 : 0.05);

    /// <summary>For one form: the habit, or another one where the person was careless.</summary>
    public Habit Today(Dice dice) => dice.Happens(Careless) ? Draw(dice) with { Careless = Careless } : this;
}
