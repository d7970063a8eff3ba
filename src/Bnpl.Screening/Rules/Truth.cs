namespace Bnpl.Screening.Rules;

/// <summary>
/// Three-valued truth. The order makes `and` the smaller, `or` the larger and `not` the negative of its operands.
/// </summary>
internal enum Truth : sbyte
{
    False = -1,
    Unknown = 0,
    True = 1,
}

internal static class Truths
{
    public static Truth From(bool value) => value ? Truth.True : Truth.False;

    public static Truth From(bool? value) => value is { } known ? From(known) : Truth.Unknown;

    public static Truth Not(Truth truth) => (Truth)(-(int)truth);
}
