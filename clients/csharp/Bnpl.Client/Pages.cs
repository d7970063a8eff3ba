using System.Runtime.CompilerServices;

namespace Bnpl.Client;

/// <summary>A page of any list.</summary>
public interface IPage<out T>
{
    IReadOnlyList<T> Data { get; }

    bool HasMore { get; }

    string? Next { get; }
}

public static class Pages
{
    /// <summary>
    /// Every row of a list, page after page, newest first:
    /// <c>Pages.AllAsync&lt;OrderResponse&gt;(async (after, token) => await api.ListOrdersAsync(startingAfter: after, cancellationToken: token))</c>.
    /// </summary>
    public static async IAsyncEnumerable<T> AllAsync<T>(
        Func<string?, CancellationToken, Task<IPage<T>>> list, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (string? after = null; ;)
        {
            IPage<T> page = await list(after, cancellation).ConfigureAwait(false);
            foreach (T row in page.Data)
            {
                yield return row;
            }

            if (!page.HasMore || page.Next is null)
            {
                yield break;
            }

            after = page.Next;
        }
    }
}
