using Bnpl.Billing.Carriers;
using Bnpl.Billing.Invoices;
using Bnpl.Billing.LateCharges;
using Bnpl.Billing.Ledger;
using Bnpl.Billing.Mails;
using Bnpl.Billing.Receivables;
using Bnpl.Billing.Tax;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Plans;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Shipments;

internal sealed record ParcelRequest(string? Carrier, string? TrackingNo, bool? Override);

internal sealed record ReportShipmentRequest(
    DateOnly? ShippedOn, IReadOnlyList<ParcelRequest?>? Parcels, IReadOnlyList<ContentLineRequest?>? Lines, long? Amount, bool? Override);

/// <summary>
/// The goods left the shop: the buyer now owes. One transaction with Credit, which books the content on the order's
/// locked row, so that parallel reports never bill more than was ordered.
/// </summary>
internal sealed class ReportShipment(
    IOrders orders,
    IMerchants merchants,
    ITenantSettings settings,
    ShipmentWriter writer,
    TenantClock clock,
    AuditTrail audit)
{
    private const int MostParcels = 50;

    public static async Task<Created<ShipmentResponse>> HandleAsync(
        string id, ReportShipmentRequest request, ReportShipment useCase, HttpContext http, CancellationToken cancellation)
    {
        ShipmentResponse shipment = await useCase.RunAsync(Resources.ParseId(IdPrefix.Order, id), request, http, cancellation);
        http.SetETag(shipment.Version);
        return TypedResults.Created($"/v1/shipments/{shipment.Id}", shipment);
    }

    private async Task<ShipmentResponse> RunAsync(Guid orderId, ReportShipmentRequest request, HttpContext http, CancellationToken cancellation)
    {
        BillableOrder order = await orders.LockAsync(orderId, cancellation);
        IReadOnlyList<Parcel> parcels = Check(request, order);
        http.CheckIfMatch(order.Version);
        if (!order.Actions.Contains(OrderActions.Ship))
        {
            throw Refusal.StateConflict(order.Status, order.Actions, OrderActions.Ship).AsException();
        }

        ResolvedContent content = ShipmentContent.Resolve(
            order,
            request.Lines,
            request.Amount,
            line => line.Quantity - line.QuantityShipped,
            order.Shippable,
            ShipmentContent.Rates(order),
            await writer.ShippedRatesAsync(orderId, cancellation),
            "over_shipped");
        MerchantProfile merchant = await merchants.GetAsync(order.MerchantId, cancellation);
        TenantSettings current = await settings.GetAsync(cancellation);
        PaymentSchedule schedule = WithinTwoMonths(order, PaymentSchedule.Of(order.Plan, content.Amount, clock.Today, order.Amount), current);
        ShipmentResponse shipment = await writer.WriteAsync(
            new InvoiceBasis(order, merchant, current, content, request.ShippedOn), schedule.Instalments, request.ShippedOn!.Value, parcels, cancellation);
        audit.Record("shipment.reported", "shipment", shipment.Id, "amount", "parcels");
        return shipment;
    }

    // 割賦販売法2条4項: a due date beyond two months from the order is credit that needs a registration. An order that was agreed to be
    // free of it stays so, even where the tenant is registered: its buyer's means were never asked for. What ships late falls due by then.
    // An order that was decided under the registration is finished under it, though it has run out since: the contract was made in its time.
    private PaymentSchedule WithinTwoMonths(BillableOrder order, PaymentSchedule schedule, TenantSettings current)
    {
        if (order.RegistrationRequired == false && TwoMonthRule.LeavesTimeToPay(clock.DateOf(order.OrderedAt), clock.Today))
        {
            return schedule.NotAfter(order.TwoMonthLimit);
        }

        bool registered = order.RegistrationRequired ?? current.CreditRegistration?.ValidTo >= clock.Today;
        return registered || schedule.LastDueOn <= order.TwoMonthLimit
            ? schedule
            : throw new Refusal(
                422,
                "registration_required",
                $"The last due date would be {schedule.LastDueOn:yyyy-MM-dd}, later than {order.TwoMonthLimit:yyyy-MM-dd}, two months from the order.").AsException();
    }

    private List<Parcel> Check(ReportShipmentRequest request, BillableOrder order)
    {
        FieldErrors errors = new();
        if (errors.Required(request.ShippedOn, "shipped_on")
            && (request.ShippedOn > clock.Today || request.ShippedOn < clock.DateOf(order.OrderedAt)))
        {
            errors.Add("shipped_on", "out_of_range", "Must not lie before the order or in the future.");
        }

        List<Parcel> parcels = [];
        if (request.Parcels is { Count: > MostParcels })
        {
            errors.Add("parcels", "too_many", $"At most {MostParcels} parcels.");
        }

        foreach ((int i, ParcelRequest? parcel) in (request.Parcels ?? []).Take(MostParcels).Index())
        {
            if (Check(parcel, $"parcels[{i}]", request.Override == true, errors) is { } good)
            {
                parcels.Add(good);
            }
        }

        errors.ThrowIfAny();
        return parcels;
    }

    private static Parcel? Check(ParcelRequest? parcel, string field, bool overridden, FieldErrors errors)
    {
        if (!errors.Required(parcel?.Carrier, $"{field}.carrier") | !errors.Text(parcel?.TrackingNo, $"{field}.tracking_no", 60, required: true))
        {
            return null;
        }

        if (TrackingNumber.CarrierOf(parcel!.Carrier!) is not { } carrier)
        {
            errors.Add($"{field}.carrier", "not_allowed", "Must be one of: yamato, sagawa, japan_post, seino, fukuyama, other.");
            return null;
        }

        if (parcel.TrackingNo is null)
        {
            errors.Required(null, $"{field}.tracking_no");
            return null;
        }

        string number = TrackingNumber.Normalize(parcel.TrackingNo);
        TrackingNumberProblem? problem = TrackingNumber.Check(carrier, number);
        if (problem is TrackingNumberProblem.InvalidCharacter)
        {
            errors.Add($"{field}.tracking_no", "invalid_text", "Only letters, digits and hyphens.");
            return null;
        }

        if (problem is not null && !overridden && parcel.Override != true)
        {
            errors.Add($"{field}.tracking_no", "tracking_no_check_digit", "The number is not one of this carrier's. Send \"override\": true to insist.");
            return null;
        }

        return new Parcel(parcel.Carrier!, number);
    }
}
