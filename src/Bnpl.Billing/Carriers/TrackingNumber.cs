using System.Globalization;
using System.Text;

namespace Bnpl.Billing.Carriers;

internal enum Carrier
{
    Yamato,
    Sagawa,
    JapanPost,
    Seino,
    Fukuyama,
    Other,
}

internal enum TrackingNumberProblem
{
    InvalidCharacter,
    WrongLength,
    WrongCheckDigit,
}

/// <summary>
/// Slip numbers of Japanese parcel carriers. "7DR": the last digit is the number before it modulo 7.
/// <list type="bullet">
/// <item>Yamato 12, Sagawa 12, Japan Post 12 digits: 7DR. High confidence: several public sources, real samples reproduced.</item>
/// <item>Yamato 11, Sagawa 10, Japan Post 11 (registered mail): lengths the carriers' enquiry pages accept; 7DR, medium confidence.</item>
/// <item>Japan Post international: UPU standard S10, 13 characters, modulus 11. High confidence (published standard).</item>
/// <item>Seino 10, Fukuyama 10 to 12 digits: 7DR as commonly known in the trade; medium and low confidence, no public source found.</item>
/// </list>
/// A wrong refusal can be overridden by the shop; ask the carrier before making any of these harder.
/// </summary>
internal static class TrackingNumber
{
    private const int MaximumLength = 40;
    private const string Separators = " \u3000-－−‐‑–—―ー";

    public static Carrier? CarrierOf(string code) => code switch
    {
        "yamato" => Carrier.Yamato,
        "sagawa" => Carrier.Sagawa,
        "japan_post" => Carrier.JapanPost,
        "seino" => Carrier.Seino,
        "fukuyama" => Carrier.Fukuyama,
        "other" => Carrier.Other,
        _ => null,
    };

    /// <summary>Half-width, upper-case, without hyphens and blanks: the form to store and compare.</summary>
    public static string Normalize(string number)
    {
        var normal = new StringBuilder(number.Length);
        foreach (var c in number)
        {
            if (!Separators.Contains(c))
            {
                normal.Append(char.ToUpperInvariant(c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c));
            }
        }

        return normal.ToString();
    }

    /// <param name="normalized">A number from <see cref="Normalize"/>.</param>
    public static TrackingNumberProblem? Check(Carrier carrier, string normalized)
    {
        if (normalized.Any(c => !char.IsAsciiLetterOrDigit(c)))
        {
            return TrackingNumberProblem.InvalidCharacter;
        }

        return carrier switch
        {
            Carrier.Yamato => SevenDr(normalized, 11, 12),
            Carrier.Sagawa => SevenDr(normalized, 10, 12),
            Carrier.JapanPost => normalized.Any(char.IsAsciiLetter) ? S10(normalized) : SevenDr(normalized, 11, 12),
            Carrier.Seino => SevenDr(normalized, 10),
            Carrier.Fukuyama => SevenDr(normalized, 10, 11, 12),
            Carrier.Other => normalized.Length is 0 or > MaximumLength ? TrackingNumberProblem.WrongLength : null,
            _ => throw new ArgumentOutOfRangeException(nameof(carrier)),
        };
    }

    private static TrackingNumberProblem? SevenDr(string number, params ReadOnlySpan<int> lengths)
    {
        if (number.Any(char.IsAsciiLetter))
        {
            return TrackingNumberProblem.InvalidCharacter;
        }

        if (!lengths.Contains(number.Length))
        {
            return TrackingNumberProblem.WrongLength;
        }

        var body = long.Parse(number.AsSpan(0, number.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture);
        return body % 7 == number[^1] - '0' ? null : TrackingNumberProblem.WrongCheckDigit;
    }

    private static TrackingNumberProblem? S10(string number)
    {
        if (number.Length != 13)
        {
            return TrackingNumberProblem.WrongLength;
        }

        if (number.AsSpan(2, 9).IndexOfAnyExceptInRange('0', '9') >= 0 || !char.IsAsciiLetter(number[0]) || !char.IsAsciiLetter(number[1])
            || !char.IsAsciiLetter(number[11]) || !char.IsAsciiLetter(number[12]))
        {
            return TrackingNumberProblem.InvalidCharacter;
        }

        ReadOnlySpan<int> weights = [8, 6, 4, 2, 3, 5, 9, 7];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * (number[2 + i] - '0');
        }

        var expected = (11 - (sum % 11)) switch { 10 => 0, 11 => 5, var digit => digit };
        return expected == number[10] - '0' ? null : TrackingNumberProblem.WrongCheckDigit;
    }
}
