using Bnpl.Screening.Devices;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Screenings;

internal sealed record NormalizedInput(
    NormalizeInputs.NameResult Name, NormalizeInputs.AddressResult? Address, NormalizeInputs.PhoneResult? Phone, NormalizeInputs.EmailResult? Email,
    DeviceSummary Device)
{
    public static NormalizedInput From(NormalizedBuyer buyer, DeviceEvidence device) => new(
        NormalizeInputs.Name(buyer.Name),
        buyer.Address is { } address ? NormalizeInputs.Address(address) : null,
        buyer.Phone is { } phone ? NormalizeInputs.Phone(phone) : null,
        buyer.Email is { } email ? NormalizeInputs.Email(email) : null,
        DeviceSummary.Of(device));
}
