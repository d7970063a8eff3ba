using Bnpl.Infrastructure.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Infrastructure.Events;

/// <summary>Names and types of the handlers inside the platform, known without a tenant.</summary>
public sealed class EventHandlerCatalog(IServiceScopeFactory scopes)
{
    private readonly Lazy<IReadOnlyList<Entry>> _handlers = new(() => Read(scopes));

    public IReadOnlyList<string> Names => [.. _handlers.Value.Select(handler => handler.Name)];

    public IEnumerable<string> HandlersOf(string eventType) =>
        _handlers.Value.Where(handler => handler.Types.Contains(eventType)).Select(handler => handler.Name);

    /// <summary>Has this handler, after so many attempts, another way to answer?</summary>
    public bool GivesUp(string name, int attempts) => _handlers.Value.Any(handler => handler.Name == name && handler.MostAttempts <= attempts);

    private static List<Entry> Read(IServiceScopeFactory scopes)
    {
        List<Entry> handlers = scopes.Peek(services =>
            services.GetServices<IEventHandler>().Select(handler => new Entry(handler.Name, handler.Types, (handler as ILastResort)?.MostAttempts)).ToList());
        string? twice = handlers.GroupBy(handler => handler.Name).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? handlers : throw new InvalidOperationException($"Two event handlers are named {twice}.");
    }

    private sealed record Entry(string Name, IReadOnlySet<string> Types, int? MostAttempts);
}

public static class EventHandlerRegistration
{
    public static IServiceCollection AddEventHandler<THandler>(this IServiceCollection services)
        where THandler : class, IEventHandler => services.AddScoped<IEventHandler, THandler>();
}
