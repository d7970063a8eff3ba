using System.Text.Json.Nodes;

namespace Bnpl.Infrastructure.Events;

/// <summary>
/// Work that follows from an event inside the platform. Runs in a scope of the event's tenant; its changes and the mark
/// "delivered" are one commit, so that it happens once. It must not call parties outside.
/// </summary>
public interface IEventHandler
{
    /// <summary>Stored with each delivery; never renamed.</summary>
    string Name { get; }

    IReadOnlySet<string> Types { get; }

    Task HandleAsync(EventEnvelope envelope, CancellationToken cancellation);
}

/// <summary>
/// A handler whose work must not stay undone for ever: somebody waits for its answer. When it has failed often enough, the
/// event is answered by <see cref="GiveUpAsync"/> instead, in a transaction like the handler's own; if that fails as well, both are tried again.
/// </summary>
public interface ILastResort : IEventHandler
{
    /// <summary>Attempts double their distance from one second up to ten minutes: ten take nine minutes.</summary>
    int MostAttempts { get; }

    Task GiveUpAsync(EventEnvelope envelope, CancellationToken cancellation);
}

public sealed record EventEnvelope(
    Guid Id, string Type, EventSubject Subject, JsonObject Object, JsonObject? Internal, DateTimeOffset CreatedAt);
