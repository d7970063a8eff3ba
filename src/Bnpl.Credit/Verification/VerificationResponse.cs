using Bnpl.Contracts;
using Bnpl.Credit.Orders;

namespace Bnpl.Credit.Verification;

/// <param name="SentTo">The end of the telephone number, by which the buyer knows where to look.</param>
/// <param name="ResendAfter">The first instant at which a new code may be asked for; null when there is none left.</param>
internal sealed record VerificationResponse(
    string Order, string Object, string SentTo, int TriesLeft, int ResendsLeft, DateTimeOffset SentAt, DateTimeOffset ExpiresAt, DateTimeOffset? ResendAfter)
{
    public static VerificationResponse Of(LockedOrder read, AwaitedCode awaited)
    {
        int left = read.Order.CodesLeft ?? 0;
        return new VerificationResponse(
            EntityId.Format(IdPrefix.Order, read.Order.Id),
            "verification",
            MobileNumber.Of(read.Body.Buyer.Phone) is { } number ? $"*******{number[^4..]}" : "",
            awaited.TriesLeft,
            left,
            awaited.SentAt,
            awaited.ExpiresAt,
            left > 0 ? awaited.SentAt + VerificationCode.ResendAfter : null);
    }
}
