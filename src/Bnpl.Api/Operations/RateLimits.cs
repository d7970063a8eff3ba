using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.Operations;

/// <summary>Configuration section <c>RateLimits</c>: requests a second that each host admits.</summary>
internal sealed record RateLimitOptions
{
    public int PerTenant { get; init; } = 10_000;

    public int PerClient { get; init; } = 2_000;

    /// <summary>Token requests by address, since they cost a signature and name no client that could be trusted.</summary>
    public int TokensPerAddress { get; init; } = 200;

    /// <summary>Buyers' pages by address: nobody can be told apart there, and many phones share one address.</summary>
    public int PagesPerAddress { get; init; } = 100;

    /// <summary>The device tag by address, for the same reason.</summary>
    public int TagsPerAddress { get; init; } = 100;
}

/// <summary>
/// Counts requests in windows of one second, in memory: a limit shared by all hosts would cost a round trip per request,
/// and what it protects is this host. Tells where the caller stands in <c>RateLimit</c> headers (draft-ietf-httpapi-ratelimit-headers).
/// </summary>
internal sealed class RateLimits(RequestDelegate next, RateLimitOptions options, TimeProvider time)
{
    private const int MostWindows = 100_000;
    private readonly ConcurrentDictionary<string, Window> _windows = new();

    /// <summary>Who an address belongs to: an IPv6 line has a /64 of them to choose from.</summary>
    internal static string Line(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : $"{address}";

    public async Task InvokeAsync(HttpContext context)
    {
        long second = time.GetUtcNow().ToUnixTimeSeconds();
        bool admitted = true;
        if (context.Features.Get<AccessGrant>() is { } grant)
        {
            admitted = Admit(context, "tenant", $"tenant|{grant.Tenant.Id:N}", options.PerTenant, second)
                & Admit(context, "client", $"client|{grant.Tenant.Id:N}|{grant.Subject}", options.PerClient, second);
        }
        else if (HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/t", StringComparison.Ordinal))
        {
            admitted = Admit(context, "tokens", $"tokens|{Line(context.Connection.RemoteIpAddress)}", options.TokensPerAddress, second);
        }
        else if (context.Request.Path.StartsWithSegments("/pay", StringComparison.Ordinal))
        {
            admitted = Admit(context, "pages", $"pages|{Line(context.Connection.RemoteIpAddress)}", options.PagesPerAddress, second);
        }
        else if (context.Request.Path.StartsWithSegments("/tag", StringComparison.Ordinal))
        {
            admitted = Admit(context, "tags", $"tags|{Line(context.Connection.RemoteIpAddress)}", options.TagsPerAddress, second);
        }

        if (!admitted)
        {
            context.Response.Headers.RetryAfter = "1";
            await Problems.WriteAsync(context, new Refusal(429, "rate_limited", "Too many requests. Wait as Retry-After says."));
            return;
        }

        await next(context);
    }

    private bool Admit(HttpContext context, string policy, string key, int limit, long second)
    {
        if (_windows.Count > MostWindows)
        {
            // Windows are worth a second; forgetting them all lets at most one second's limit through twice.
            _windows.Clear();
        }

        int used = _windows.GetOrAdd(key, _ => new Window()).Count(second);
        string left = Math.Max(limit - used, 0).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.Append("RateLimit-Policy", $"\"{policy}\";q={limit.ToString(CultureInfo.InvariantCulture)};w=1");
        context.Response.Headers.Append("RateLimit", $"\"{policy}\";r={left};t=1");
        return used <= limit;
    }

    private sealed class Window
    {
        private readonly Lock _lock = new();
        private long _second;
        private int _used;

        public int Count(long second)
        {
            lock (_lock)
            {
                if (_second != second)
                {
                    (_second, _used) = (second, 0);
                }

                return ++_used;
            }
        }
    }
}
