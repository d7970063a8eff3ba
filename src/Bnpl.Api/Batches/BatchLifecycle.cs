using Bnpl.Contracts;

namespace Bnpl.Api.Batches;

/// <summary>(status, action) → status of a batch. What is not in the table is refused.</summary>
internal static class BatchLifecycle
{
    public const string Processing = "processing";
    public const string Finished = "finished";
    public const string Canceled = "canceled";
    public const string Failed = "failed";
    public const string Finish = "finish";
    public const string Cancel = "cancel";
    public const string Fail = "fail";

    public static readonly IReadOnlyList<string> Statuses = [Processing, Finished, Canceled, Failed];

    public static readonly IReadOnlyList<(string From, string Action, string To)> Moves =
    [
        (Processing, Finish, Finished),
        (Processing, Cancel, Canceled),
        (Processing, Fail, Failed),
    ];

    /// <summary>What a client may ask for; a batch finishes and fails by itself.</summary>
    public static IReadOnlyList<string> Shown(string status) => [.. Moves.Where(m => m.From == status && m.Action == Cancel).Select(m => m.Action)];

    /// <summary>Whether the same file sent again is this batch. One that ended early holds nothing: its file may be sent again.</summary>
    public static bool Holds(string status) => status is Processing or Finished;

    /// <exception cref="RefusalException">409 <c>state_conflict</c>.</exception>
    public static string Next(string status, string action) =>
        Moves.FirstOrDefault(m => m.From == status && m.Action == action).To
            ?? throw Refusal.StateConflict(status, Shown(status), action).AsException();
}
