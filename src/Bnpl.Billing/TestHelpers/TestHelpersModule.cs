using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Billing.TestHelpers;

/// <summary><c>/v1/test_helpers</c>: the outside world's part, for test tenants alone.</summary>
internal static class TestHelpersModule
{
    public static IServiceCollection AddTestHelpers(this IServiceCollection services) => services.AddScoped<OutsideWorld>();

    public static IEndpointRouteBuilder MapTestHelpers(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/test_helpers").WithTags("Test mode").ForWholeTenant().RequireScope("settings:write");
        group.MapPost("/konbini_payment", OutsideWorld.PayAtTillAsync).WithName("PlayKonbiniPayment");
        group.MapPost("/bank_transfer", OutsideWorld.TransferAsync).WithName("PlayBankTransfer");
        group.MapPost("/delivered", PlayDelivery.HandleAsync).WithName("PlayDelivery");
        return routes;
    }

    public static void EnsureTest(this TenantContext tenant)
    {
        if (!tenant.Tenant.IsTest)
        {
            throw Refusal.Conflict("not_a_test_tenant", "Only for a test tenant is the outside world played.").AsException();
        }
    }
}
