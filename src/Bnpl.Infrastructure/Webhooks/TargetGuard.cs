using System.Net;
using System.Net.Sockets;

namespace Bnpl.Infrastructure.Webhooks;

/// <summary>
/// Which addresses outgoing calls may reach: public ones, so that no tenant makes the platform knock on its own network.
/// Asked at registration for literal addresses, and again for the address of each connection.
/// </summary>
public static class TargetGuard
{
    private static readonly IPNetwork[] s_refused4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork s_global6 = IPNetwork.Parse("2000::/3");

    // Teredo and 6to4 wrap an IPv4 address that a gateway would connect to.
    private static readonly IPNetwork[] s_tunnels6 = [IPNetwork.Parse("2001::/32"), IPNetwork.Parse("2002::/16")];

    public static bool Allows(IPAddress address, bool loopback)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
        {
            return loopback;
        }

        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !s_refused4.Any(network => network.Contains(plain)),
            AddressFamily.InterNetworkV6 => s_global6.Contains(plain) && !s_tunnels6.Any(network => network.Contains(plain)),
            _ => false,
        };
    }

    /// <summary>The form that a webhook's address must have when it is registered.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static (string Code, string Message)? Check(string text, bool loopback)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Scheme is not ("https" or "http") || url.Host.Length == 0)
        {
            return ("invalid_url", "Must be an absolute https address.");
        }

        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            return ("invalid_url", "Must not contain credentials or a fragment.");
        }

        string host = url.IdnHost.Trim('[', ']').TrimEnd('.');
        bool named = host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        bool literal = IPAddress.TryParse(host, out IPAddress? address);
        if ((named && !loopback) || (literal && !Allows(address!, loopback)))
        {
            return ("target_not_allowed", "Private, loopback and link-local addresses are not allowed.");
        }

        bool local = named || (literal && IPAddress.IsLoopback(address!.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
        return url.Scheme == "http" && !local ? ("https_required", "Must begin with https://.") : null;
    }
}
