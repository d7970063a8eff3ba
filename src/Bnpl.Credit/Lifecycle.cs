using Bnpl.Contracts;

namespace Bnpl.Credit;

/// <summary>A life cycle as one table: (status, action) → status. What is not in it is refused.</summary>
internal sealed class Lifecycle(params IReadOnlyList<(string From, string Action, string To)> moves)
{
    private readonly Dictionary<(string, string), string> _table = moves.ToDictionary(move => (move.From, move.Action), move => move.To);

    public IReadOnlyList<(string From, string Action, string To)> Moves => moves;

    public IReadOnlyList<string> ActionsOf(string status) => [.. moves.Where(move => move.From == status).Select(move => move.Action)];

    public bool Allows(string status, string action) => _table.ContainsKey((status, action));

    /// <exception cref="RefusalException">409 with what is allowed instead, in the words of <paramref name="shown"/>.</exception>
    public string Next(string status, string action, IReadOnlyList<string> shown) =>
        _table.TryGetValue((status, action), out string? next) ? next : throw Refusal.StateConflict(status, shown, action).AsException();
}
