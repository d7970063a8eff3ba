using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bnpl.Infrastructure.Webhooks;

/// <summary>Signatures and secrets as the Standard Webhooks specification 1.0 writes them (standardwebhooks.com).</summary>
public static class WebhookSignature
{
    private const string SecretPrefix = "whsec_";
    private const int SecretBytes = 32;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static string Format(byte[] secret) => SecretPrefix + Convert.ToBase64String(secret);

    /// <summary>One signature per secret, separated by blanks: while a secret is being replaced, receivers accept either.</summary>
    public static string Sign(string id, DateTimeOffset at, string body, params IReadOnlyList<byte[]> secrets)
    {
        byte[] content = Encoding.UTF8.GetBytes($"{id}.{Timestamp(at)}.{body}");
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, content))));
    }

    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
