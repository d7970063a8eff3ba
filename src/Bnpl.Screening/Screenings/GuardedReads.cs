using System.Data.Common;
using Bnpl.Contracts;

namespace Bnpl.Screening.Screenings;

/// <summary>
/// Takes note of rows that cannot be read (a damaged policy, evidence of an unknown shape) instead of failing the caller's
/// round trip with them. What the database or the connection says about itself passes: nothing can be written then either.
/// </summary>
internal sealed class GuardedReads(IReadBatch inner, Action<Exception> failed) : IReadBatch
{
    public void Add(Sql sql, Func<DbDataReader, CancellationToken, Task> read) => inner.Add(sql, async (reader, token) =>
    {
        try
        {
            await read(reader, token);
        }
        catch (Exception exception) when (exception is not (DbException or OperationCanceledException or IOException or OutOfMemoryException))
        {
            failed(exception);
        }
    });
}
