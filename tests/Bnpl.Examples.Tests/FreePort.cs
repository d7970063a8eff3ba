using System.Net;
using System.Net.Sockets;

namespace Bnpl.Examples.Tests;

internal static class FreePort
{
    public static int Find()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
