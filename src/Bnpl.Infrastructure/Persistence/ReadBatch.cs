using System.Data.Common;
using Bnpl.Contracts;

namespace Bnpl.Infrastructure.Persistence;

/// <summary>One statement of a round trip; <paramref name="Read"/> consumes its rows.</summary>
internal sealed record Step(Sql Sql, Func<DbDataReader, CancellationToken, Task>? Read);

/// <summary>Collects the reads of one round trip.</summary>
public sealed class ReadBatch : IReadBatch
{
    internal List<Step> Steps { get; } = [];

    public void Add(Sql sql, Func<DbDataReader, CancellationToken, Task> read) => Steps.Add(new Step(sql, read));
}
