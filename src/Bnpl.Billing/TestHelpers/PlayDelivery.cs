using Bnpl.Billing.Shipments;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.TestHelpers;

internal sealed record PlayDeliveryRequest(string? Shipment);

/// <summary>The carrier's part: the parcels have arrived.</summary>
internal static class PlayDelivery
{
    public static Task<Ok<ShipmentResponse>> HandleAsync(
        PlayDeliveryRequest request, TenantContext tenant, MoveShipment useCase, HttpContext http, CancellationToken cancellation)
    {
        tenant.EnsureTest();
        FieldErrors errors = new();
        if (errors.Required(request.Shipment, "shipment"))
        {
            errors.Id(request.Shipment, IdPrefix.Shipment, "shipment", out _);
        }

        errors.ThrowIfAny();
        return MoveShipment.DeliveredAsync(request.Shipment!, useCase, http, cancellation);
    }
}
