using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Screening;

/// <summary>The module's two public doors.</summary>
public static class ScreeningModule
{
    public static IServiceCollection AddScreeningModule(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapScreeningEndpoints(this IEndpointRouteBuilder routes) => routes;
}
