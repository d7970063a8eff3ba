using Bnpl.Contracts;

namespace Bnpl.Screening.Policies;

/// <summary>
/// A version's life: <c>draft</c> (only written down), <c>shadow</c> (judges beside the active one, without effect),
/// <c>active</c>, <c>retired</c>. A policy has one active version and one shadow at most; what takes their place retires them.
/// </summary>
internal static class PolicyLife
{
    public const string Draft = "draft";
    public const string Shadow = "shadow";
    public const string Active = "active";
    public const string Retired = "retired";

    public static readonly IReadOnlyList<string> Stages = [Draft, Shadow, Active, Retired];
    public static readonly IReadOnlyList<string> Actions = ["activate", "shadow", "retire"];

    private static readonly Dictionary<(string Stage, string Action), string> s_moves = new()
    {
        [(Draft, "activate")] = Active,
        [(Draft, "shadow")] = Shadow,
        [(Draft, "retire")] = Retired,
        [(Shadow, "activate")] = Active,
        [(Shadow, "retire")] = Retired,
        [(Retired, "activate")] = Active,
        [(Retired, "shadow")] = Shadow,
    };

    public static IReadOnlyList<string> AllowedActions(string stage) => [.. Actions.Where(action => s_moves.ContainsKey((stage, action)))];

    /// <exception cref="RefusalException">409.</exception>
    public static string Move(string stage, string action) =>
        s_moves.TryGetValue((stage, action), out string? next) ? next : throw Refusal.StateConflict(stage, AllowedActions(stage), action).AsException();
}
