using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bnpl.Infrastructure.Security;

namespace Bnpl.Credit.Verification;

/// <summary>Six digits that reach the buyer's telephone. Only their keyed hash is kept, bound to the order.</summary>
internal static class VerificationCode
{
    /// <summary>The decision's reason that asks for one.</summary>
    public const string Reason = "verification_required";

    public const int Tries = 5;
    public const int Resends = 3;
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan ResendAfter = TimeSpan.FromSeconds(60);

    // One message of the mobile networks carries 70 characters that are not Latin; longer ones are billed and shown in parts.
    private const int MostCharacters = 70;

    public static string New() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public static byte[] Hash(TenantKeys keys, Guid orderId, string code) => keys.Authenticate("credit.verification", Encoding.UTF8.GetBytes($"{orderId:N}|{code}"));

    public static bool Matches(TenantKeys keys, Guid orderId, string code, byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash(keys, orderId, code), hash);

    /// <summary>What the buyer reads: whose code it is and the code itself come first, where a notification shows them.</summary>
    public static string Text(string shop, string code)
    {
        string rest = $"の確認コードは{code}です。10分以内にご入力ください。他の方には教えないでください。";
        int room = MostCharacters - rest.Length;
        return (shop.Length <= room ? shop : Shortened(shop, room)) + rest;
    }

    private static string Shortened(string shop, int room)
    {
        int end = room - 1;
        return shop[..(char.IsHighSurrogate(shop[end - 1]) ? end - 1 : end)] + "…";
    }
}
