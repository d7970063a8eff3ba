using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Credit;

/// <summary>The module's two public doors.</summary>
public static class CreditModule
{
    public static IServiceCollection AddCreditModule(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapCreditEndpoints(this IEndpointRouteBuilder routes) => routes;
}
