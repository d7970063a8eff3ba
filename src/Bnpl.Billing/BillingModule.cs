using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Billing;

/// <summary>The module's two public doors.</summary>
public static class BillingModule
{
    public static IServiceCollection AddBillingModule(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapBillingEndpoints(this IEndpointRouteBuilder routes) => routes;
}
