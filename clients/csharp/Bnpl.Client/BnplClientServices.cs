using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Client;

public static class BnplClientServices
{
    private const string TokenClient = "Bnpl.Client.Tokens";

    /// <summary>Registers <see cref="IBnplApi"/> on an <see cref="IHttpClientFactory"/> client, whose handlers can be extended.</summary>
    public static IHttpClientBuilder AddBnplClient(this IServiceCollection services, Action<BnplClientOptions> configure)
    {
        BnplClientOptions options = new();
        configure(options);
        services.AddHttpClient(TokenClient);

        // One source for all handlers: the factory replaces those every few minutes, and each would take a token of its own.
        services.AddSingleton(provider => new TokenSource(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient(TokenClient), options));
        return services
            .AddHttpClient<IBnplApi, BnplApi>(http =>
            {
                http.BaseAddress = options.Address;
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .AddHttpMessageHandler(() => new ProblemHandler())
            .AddHttpMessageHandler(() => new RetryHandler(options))
            .AddHttpMessageHandler(provider => new TokenHandler(provider.GetRequiredService<TokenSource>()));
    }
}
