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
        Add("negative", buyer, merchant: null, reason, "review");
        return Task.CompletedTask;
    }

    /// <param name="list"><c>negative</c> or <c>positive</c>.</param>
    /// <param name="buyer">The buyer as the purchase told.</param>
    /// <param name="merchant">Only for this merchant; null: for the whole tenant.</param>
    /// <param name="reason">What staff will read.</param>
    /// <param name="source">Who put it there: <c>review</c>, <c>outcome</c>.</param>
    /// <returns>The new entries.</returns>
    public IReadOnlyList<Guid> Add(string list, BuyerDetails buyer, Guid? merchant, string reason, string source)
    {
        List<Guid> added = [];
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
        return added;

        void Register(string kind, ListValue value)
        {
            MatchKey[] own = [.. keys.Where(key => key.Kind == kind)];
            if (own.Length > 0)
            {
                NewEntry entry = new(kind, new SealedEntry(value, reason, null), own, merchant);
                entries.Add(list, source, entry);
                added.Add(entry.Id);
            }
        }
    }
}
