using System.Data.Common;

namespace Bnpl.Contracts;

/// <summary>A statement with positional parameters (<c>$1</c>, <c>$2</c> …). Null arguments take their type from the statement.</summary>
public sealed record Sql(string Text, params IReadOnlyList<object?> Args);

/// <summary>Statements of one round trip that read. Each reader gets the rows of its own statement.</summary>
public interface IReadBatch
{
    void Add(Sql sql, Func<DbDataReader, CancellationToken, Task> read);
}

/// <summary>Statements that are sent together with the commit, in the order in which they were added.</summary>
public interface IWriteBatch
{
    void Add(Sql sql);
}
