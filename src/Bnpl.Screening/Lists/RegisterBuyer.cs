using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.Lists;

/// <summary>A reviewer's "never again": the buyer's name with address, phone and mailbox each become an entry of the negative list.</summary>
internal sealed class RegisterBuyer(AddListEntry entries) : INegatives
{
    public Task AddAsync(BuyerDetails buyer, Guid merchantId, string reason, CancellationToken cancellation)
    {
        IReadOnlyList<MatchKey> keys = MatchKeys.Signals(NormalizedPurchase.Normalize(buyer, device: null));
        PostalAddress? address = buyer.Address;
        Register("name_address", new ListValue
        {
            Name = buyer.Name,
            NameKana = buyer.NameKana,
            Address = address is null ? null : $"{address.PostalCode} {address.Prefecture}{address.City}{address.Line1} {address.Line2}".Trim(),
        });
        Register("phone", new ListValue { Phone = buyer.Phone });
        Register("email", new ListValue { Email = buyer.Email });
        return Task.CompletedTask;

        void Register(string kind, ListValue value)
        {
            MatchKey[] own = [.. keys.Where(key => key.Kind == kind)];
            if (own.Length > 0)
            {
                entries.Add("negative", "review", new NewEntry(kind, new SealedEntry(value, reason, null), own));
            }
        }
    }
}
