using Bnpl.Contracts.Purchases;

namespace Bnpl.Contracts.Screening;

/// <summary>By which keys a person is recognised, whatever the spelling.</summary>
public interface IBuyerIdentity
{
    /// <summary>Name + phone, name + address, name + mail, as far as they are given; sorted by kind and hash.</summary>
    IReadOnlyList<IdentityKey> KeysOf(BuyerDetails buyer);
}
