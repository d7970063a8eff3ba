using Bnpl.Contracts;

namespace Bnpl.Billing;

/// <summary>One table (state, action) → state: refuses illegal moves and tells what is allowed.</summary>
internal sealed class LifeCycle(params IReadOnlyList<(string State, string Action, string Next)> moves)
{
    public IReadOnlyList<(string State, string Action, string Next)> Moves => moves;

    public IReadOnlyList<string> Allowed(string state) => [.. moves.Where(m => m.State == state).Select(m => m.Action)];

    /// <exception cref="RefusalException">409 <c>state_conflict</c>.</exception>
    public string Next(string state, string action) =>
        moves.FirstOrDefault(m => m.State == state && m.Action == action).Next
            ?? throw Refusal.StateConflict(state, Allowed(state), action).AsException();
}
