using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bnpl.Credit.Buyers;

/// <summary>
/// <c>GET /v1/buyers?name=&amp;phone=</c>: a person who asks about their data is found by name with telephone or mailbox, in any
/// spelling. Nothing is stored in the clear to search by, so that parts of a name find nobody.
/// </summary>
internal sealed class FindBuyers(TenantSession session, BuyerAccounts accounts, IBuyerIdentity identity)
{
    public static readonly string[] Filters = ["name", "name_kana", "phone", "email"];

    public async Task<Ok<Page<BuyerResponse>>> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Buyer);
        Query query = new(request);
        BuyerDetails asked = new() { Name = query.Text("name", 100), NameKana = query.Text("name_kana", 100), Phone = query.Text("phone", 30), Email = query.Text("email", 254) };
        query.ThrowIfInvalid();
        IReadOnlyList<IdentityKey> keys = identity.KeysOf(asked);
        if (keys.Count == 0)
        {
            throw Refusal.Invalid("name", "required", "Ask by a name together with a telephone number or a mail address.").AsException();
        }

        CreditDbContext db = await session.DbAsync<CreditDbContext>(cancellation);
        byte[][] hashes = [.. keys.Select(key => key.Hash)];
        string[] kinds = [.. keys.Select(key => key.Kind).Distinct()];
        List<Guid> found = await db.BuyerKeys
            .Where(k => kinds.Contains(k.Kind) && hashes.Contains(k.KeyHash))
            .Where(k => page.StartingAfter == null || k.BuyerId.CompareTo(page.StartingAfter.Value) < 0)
            .Select(k => k.BuyerId)
            .Distinct()
            .OrderByDescending(id => id)
            .Take(page.Fetch)
            .ToListAsync(cancellation);
        List<BuyerResponse> buyers = [];
        foreach (Guid id in found)
        {
            buyers.Add(await accounts.ReadAsync(id, cancellation));
        }

        return TypedResults.Ok(Page<BuyerResponse>.Of(buyers, page, buyer => buyer.Id));
    }
}
