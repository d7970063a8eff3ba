using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Infrastructure.Events;

/// <summary>Names and types of the handlers inside the platform, known without a tenant.</summary>
public sealed class EventHandlerCatalog(IServiceScopeFactory scopes)
{
    private readonly Lazy<IReadOnlyList<(string Name, IReadOnlySet<string> Types)>> _handlers = new(() => Read(scopes));

    public IReadOnlyList<string> Names => [.. _handlers.Value.Select(handler => handler.Name)];

    public IEnumerable<string> HandlersOf(string eventType) =>
        _handlers.Value.Where(handler => handler.Types.Contains(eventType)).Select(handler => handler.Name);

    private static List<(string Name, IReadOnlySet<string> Types)> Read(IServiceScopeFactory scopes)
    {
        List<(string Name, IReadOnlySet<string> Types)> handlers = scopes.Peek(services =>
            services.GetServices<IEventHandler>().Select(handler => (handler.Name, handler.Types)).ToList());
        string? twice = handlers.GroupBy(handler => handler.Name).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? handlers : throw new InvalidOperationException($"Two event handlers are named {twice}.");
    }
}

public static class EventHandlerRegistration
{
    public static IServiceCollection AddEventHandler<THandler>(this IServiceCollection services)
        where THandler : class, IEventHandler => services.AddScoped<IEventHandler, THandler>();
}
