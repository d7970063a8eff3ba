using System.Globalization;
using Bnpl.Contracts;
using Microsoft.AspNetCore.Http;

namespace Bnpl.Infrastructure.Web;

/// <summary>What every resource does alike: ids in paths, versions as ETags, <c>If-Match</c>.</summary>
public static class Resources
{
    /// <summary>An id from the path. One of the wrong kind names nothing: 404.</summary>
    /// <exception cref="RefusalException">404.</exception>
    public static Guid ParseId(string prefix, string text) =>
        EntityId.TryParse(prefix, text, out Guid id) ? id : throw Refusal.NotFound().AsException();

    /// <summary>Sends the resource's version as its ETag.</summary>
    public static void SetETag(this HttpContext context, long version) =>
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Call after the row is locked, before it is changed.</summary>
    /// <exception cref="RefusalException">412 when the caller saw another version.</exception>
    public static void CheckIfMatch(this HttpContext context, long version)
    {
        string? wanted = context.Request.Headers.IfMatch;
        if (string.IsNullOrEmpty(wanted) || wanted == "*"
            || wanted.Split(',', StringSplitOptions.TrimEntries).Contains(string.Create(CultureInfo.InvariantCulture, $"\"{version}\"")))
        {
            return;
        }

        throw new Refusal(412, "stale_version", "The resource has changed since it was read.").AsException();
    }
}
