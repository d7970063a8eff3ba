namespace Bnpl.Bench.Simulation;

/// <summary>Chance from a seed (SplitMix64), the same on every machine and version, so that a world can be made again.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own: what one part of the world draws does not move the other parts.</summary>
    public Dice Fork() => new(NextBits());

    public double Next() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 to one below the end.</summary>
    public int Below(int end) => (int)(Next() * end);

    /// <summary>Both ends included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    public double Between(double from, double to) => from + (Next() * (to - from));

    public bool Happens(double probability) => Next() < probability;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public T Weighted<T>(IReadOnlyList<(T Choice, double Weight)> choices)
    {
        double at = Next() * choices.Sum(choice => choice.Weight);
        foreach ((T choice, double weight) in choices)
        {
            if ((at -= weight) < 0)
            {
                return choice;
            }
        }

        return choices[^1].Choice;
    }

    /// <summary>Early entries come oftener, as with surnames.</summary>
    public T Popular<T>(IReadOnlyList<T> choices) => choices[(int)(choices.Count * Math.Pow(Next(), 1.8))];

    /// <summary>Mean 0, deviation 1.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + Below(10))));

    public string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => "abcdefghijklmnopqrstuvwxyz0123456789"[Below(36)]));

    private ulong NextBits()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
