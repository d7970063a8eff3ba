using Bnpl.Contracts.Screening;
using Bnpl.Screening.Devices;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.Signals;

/// <summary>All that signals and measures may look at. The same evidence always gives the same verdict.</summary>
/// <param name="Request">The purchase as it came.</param>
/// <param name="Purchase">The same, normalised.</param>
/// <param name="Facts">What the database knew.</param>
/// <param name="Now">Business time of the screening.</param>
/// <param name="LocalOrderedAt">When the purchase was made, by the tenant's wall clock.</param>
internal sealed record Evidence(ScreeningRequest Request, NormalizedPurchase Purchase, ScreeningFacts Facts, DateTimeOffset Now, DateTimeOffset LocalOrderedAt)
{
    public static Evidence Of(ScreeningRequest request, NormalizedPurchase purchase, ScreeningFacts facts, DateTimeOffset now, string timeZone) =>
        new(request, purchase, facts, now, TimeZoneInfo.ConvertTime(request.OrderedAt, TimeZoneInfo.FindSystemTimeZoneById(timeZone)));

    public DeviceEvidence Device { get; } = DeviceEvidence.Of(Request.Device, Facts.Session, Now);

    public NormalizedBuyer Buyer => Purchase.Buyer;

    public KeyActivity? Activity(string kind) => Facts.Activity.FirstOrDefault(activity => activity.Kind == kind);

    /// <summary>The highest count of an outcome under any key that means this person.</summary>
    public int History(Func<KeyHistory, int> count) => Facts.History.Where(history => !IsShared(history.Kind)).Select(count).DefaultIfEmpty().Max();

    /// <summary>The same under the keys that people of one household share.</summary>
    public int Household(Func<KeyHistory, int> count) => Facts.History.Where(history => IsShared(history.Kind)).Select(count).DefaultIfEmpty().Max();

    private static bool IsShared(string kind) => kind is "address_k3" or "device";
}
