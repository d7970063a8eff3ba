using System.Globalization;

namespace Bnpl.Screening.Facts;

/// <summary>
/// What an order left behind when it was screened before. A correction, a code or a larger content has it screened once more;
/// what it left then is no other purchase. Outcomes are: whoever said that this very order was a fraud, or none, was asked to.
/// </summary>
internal static class OwnScreenings
{
    /// <summary>For rows <c>s</c> of <c>screening_keys</c>: other purchases only. Nothing where the purchase is new, so that its statements stay as they are.</summary>
    /// <param name="again">The order that is screened once more.</param>
    /// <param name="number">Of the parameter that is the order.</param>
    public static string Aside(bool again, int number) => again ? $" AND NOT ({Are(number)})" : "";

    /// <summary>For rows <c>s</c> of <c>screening_keys</c>: those of the order.</summary>
    public static string Are(int number) => string.Create(
        CultureInfo.InvariantCulture, $"s.screening_id IN (SELECT own.id FROM screening.screenings own WHERE own.tenant_id = $1 AND own.order_id = ${number})");

    /// <summary>The last parameter of a statement that leaves them aside.</summary>
    public static object?[] Arguments(Guid? again) => again is { } order ? [order] : [];
}
