using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Credit.Orders;

/// <summary>
/// Until when an order may stand as it is. Both fall on the beginning of a business date, when the daily run ends what is
/// due, so that what the order says and what happens to it agree to the minute.
/// </summary>
/// <param name="Hold">At least three whole days for a reviewer or a corrected address.</param>
/// <param name="Shipment">Ninety days: goods on longer back-order are asked for again.</param>
internal sealed record Deadlines(DateTimeOffset Hold, DateTimeOffset Shipment)
{
    public const int HoldDays = 3;
    private const int ShipmentDays = 90;

    public static Deadlines Of(TenantClock clock) => new(clock.StartOf(clock.Today.AddDays(HoldDays + 1)), clock.StartOf(clock.Today.AddDays(ShipmentDays + 1)));
}
