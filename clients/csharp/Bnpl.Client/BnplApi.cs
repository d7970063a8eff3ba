using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bnpl.Client;

/// <summary>The API as one tenant's client sees it: a method for each operation, which answers its body or throws a <see cref="ProblemException"/>.</summary>
public partial class BnplApi
{
    /// <summary>A client of its own, for programs without dependency injection. Make one and keep it.</summary>
    public static BnplApi Create(BnplClientOptions options)
    {
        HttpClient tokens = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
        HttpMessageHandler calls = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) };
        DelegatingHandler[] handlers = [new ProblemHandler(), new RetryHandler(options), new TokenHandler(new TokenSource(() => tokens, options))];
        foreach (DelegatingHandler handler in handlers.Reverse())
        {
            handler.InnerHandler = calls;
            calls = handler;
        }

        return new BnplApi(new HttpClient(calls) { BaseAddress = options.Address, Timeout = Timeout.InfiniteTimeSpan });
    }

    // What is not set is not sent: the API tells a missing member from null only where null clears something.
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) => settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
}
