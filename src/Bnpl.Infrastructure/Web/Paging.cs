using System.Globalization;
using Bnpl.Contracts;
using Microsoft.AspNetCore.Http;

namespace Bnpl.Infrastructure.Web;

/// <summary>A page of a list, newest first: <c>{"data": […], "has_more": bool, "next": id|null}</c>.</summary>
public sealed record Page<T>(IReadOnlyList<T> Data, bool HasMore, string? Next)
{
    /// <summary>Cuts the one row too many that <see cref="PageRequest.Fetch"/> asked for.</summary>
    public static Page<T> Of(IReadOnlyList<T> rows, PageRequest request, Func<T, string> id)
    {
        bool more = rows.Count > request.Limit;
        IReadOnlyList<T> data = more ? [.. rows.Take(request.Limit)] : rows;
        return new Page<T>(data, more, more ? id(data[^1]) : null);
    }
}

/// <summary><c>?limit=</c> (1–200, 50) and <c>?starting_after=</c>, the id after which the page begins (older than it).</summary>
public sealed record PageRequest(int Limit, Guid? StartingAfter)
{
    /// <summary>One more than the page, which tells whether there is a next one.</summary>
    public int Fetch => Limit + 1;

    /// <exception cref="RefusalException">422 naming the parameter.</exception>
    public static PageRequest From(HttpRequest request, string idPrefix)
    {
        FieldErrors errors = new();
        int limit = 50;
        if (request.Query.TryGetValue("limit", out var text)
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > 200))
        {
            errors.Add("limit", "out_of_range", "Must be between 1 and 200.");
        }

        Guid? after = request.Query.TryGetValue("starting_after", out var cursor) && errors.Id(cursor, idPrefix, "starting_after", out Guid id) ? id : null;
        errors.ThrowIfAny();
        return new PageRequest(limit, after);
    }

    /// <summary>The page of a list that is short enough to be at hand whole.</summary>
    public Page<T> Cut<T>(IReadOnlyList<T> all, string idPrefix, Func<T, string> id)
    {
        string? after = StartingAfter is { } given ? EntityId.Format(idPrefix, given) : null;
        IEnumerable<T> rest = after is null ? all : all.SkipWhile(item => id(item) != after).Skip(1);
        return Page<T>.Of([.. rest.Take(Fetch)], this, id);
    }
}
