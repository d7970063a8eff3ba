using System.Globalization;
using System.Net;

namespace Bnpl.Contracts.Purchases;

/// <summary>The parts that orders and screenings have in common, as they came.</summary>
/// <param name="EmailRequired">The invoice goes by mail, so there must be an address for it.</param>
public sealed record PurchaseInput(
    long? Amount,
    string? Currency,
    DateTimeOffset? OrderedAt,
    IReadOnlyList<PurchaseLine?>? Lines,
    BuyerDetails? Buyer,
    IReadOnlyList<Delivery?>? Deliveries,
    Device? Device,
    bool EmailRequired);

/// <summary>
/// Everything wrong with a purchase, by field (api.md section 4). Pure. What is merely implausible, such as a house
/// number that is missing or a telephone number that nobody has, is not wrong here: Screening holds it.
/// </summary>
public static class PurchaseValidation
{
    public const long LargestAmount = 999_999_999;
    private const int MostLines = 200;
    private const int MostDeliveries = 20;
    private const int LargestQuantity = 9_999;
    private static readonly DateOnly s_earliestBirth = new(1900, 1, 1);

    /// <param name="input">The purchase.</param>
    /// <param name="now">Business time.</param>
    /// <param name="today">Business date.</param>
    public static IReadOnlyList<FieldError> Check(PurchaseInput input, DateTimeOffset now, DateOnly today)
    {
        Findings found = new();
        if (input.Currency is not null && !Currency.TryParse(input.Currency, out _))
        {
            found.Add("currency", "unknown_currency", "Only JPY is billed.");
        }

        if (input.OrderedAt is { } ordered && (ordered > now.AddDays(1) || ordered < now.AddYears(-2)))
        {
            found.Add("ordered_at", "out_of_range", "Must lie within the last two years and not in the future.");
        }

        CheckLines(found, input.Amount, input.Lines);
        CheckBuyer(found, input.Buyer, input.EmailRequired, today);
        CheckDeliveries(found, input.Deliveries);
        CheckDevice(found, input.Device);
        return found.Errors;
    }

    /// <summary>The buyer alone, with dotted paths below <c>buyer</c>: corrections of a hold.</summary>
    public static IReadOnlyList<FieldError> CheckBuyer(BuyerDetails? buyer, bool emailRequired, DateOnly today)
    {
        Findings found = new();
        CheckBuyer(found, buyer, emailRequired, today);
        return found.Errors;
    }

    /// <summary>The content alone: what an order is amended to.</summary>
    public static IReadOnlyList<FieldError> CheckContent(long? amount, IReadOnlyList<PurchaseLine?>? lines)
    {
        Findings found = new();
        CheckLines(found, amount, lines);
        return found.Errors;
    }

    /// <summary>0, 0.08 or 0.10, in the spellings of a decimal string.</summary>
    public static bool TryParseTaxRate(string? text, out decimal rate)
    {
        rate = 0;
        return text is { Length: >= 1 and <= 6 }
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out rate)
            && text[0] == '0'
            && rate is 0m or 0.08m or 0.10m;
    }

    private static void CheckLines(Findings found, long? amount, IReadOnlyList<PurchaseLine?>? given)
    {
        bool summable = found.Required(amount, "amount") && found.Range(amount, "amount", 1, LargestAmount);
        if (given is not { Count: > 0 } lines)
        {
            found.Add("lines", "required", "An order has at least one line.");
            return;
        }

        if (lines.Count > MostLines)
        {
            found.Add("lines", "too_many", "At most 200 lines.");
            return;
        }

        Dictionary<decimal, Int128> sums = [];
        for (int i = 0; i < lines.Count; i++)
        {
            string at = $"lines[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (lines[i] is not { } line)
            {
                found.Add(at, "required", "A line must not be null.");
                summable = false;
                continue;
            }

            found.Text(line.Name, $"{at}.name", 200, required: true, emoji: true);
            found.Text(line.Sku, $"{at}.sku", 100);
            found.Text(line.Category, $"{at}.category", 100);
            bool counted = found.OneOf(line.Kind, $"{at}.kind", "item", "shipping", "fee", "discount")
                & (found.Required(line.Quantity, $"{at}.quantity") && found.Range(line.Quantity, $"{at}.quantity", 1, LargestQuantity))
                & (found.Required(line.UnitPrice, $"{at}.unit_price") && PriceFits(found, line, $"{at}.unit_price"));
            bool rated = found.Required(line.TaxRate, $"{at}.tax_rate");
            if (!TryParseTaxRate(line.TaxRate, out decimal rate) && rated)
            {
                found.Add($"{at}.tax_rate", "not_allowed", "Must be one of: 0, 0.08, 0.10.");
                rated = false;
            }

            if (!counted || !rated)
            {
                summable = false;
                continue;
            }

            sums[rate] = sums.GetValueOrDefault(rate) + ((Int128)line.Quantity!.Value * line.UnitPrice!.Value);
        }

        if (!summable)
        {
            return;
        }

        foreach (decimal rate in sums.Where(sum => sum.Value < 0).Select(sum => sum.Key))
        {
            found.Add("lines", "negative_rate_sum", string.Create(CultureInfo.InvariantCulture, $"The lines taxed at {rate} sum to less than 0."));
        }

        if (sums.Values.Aggregate(Int128.Zero, (total, sum) => total + sum) != amount!.Value)
        {
            found.Add("amount", "amount_mismatch", "The amount must equal the sum of quantity times unit price.");
        }
    }

    private static bool PriceFits(Findings found, PurchaseLine line, string field) => line.Kind == "discount"
        ? found.Range(line.UnitPrice, field, -LargestAmount, -1)
        : found.Range(line.UnitPrice, field, 0, LargestAmount);

    private static void CheckBuyer(Findings found, BuyerDetails? buyer, bool emailRequired, DateOnly today)
    {
        if (buyer is null)
        {
            found.Required(buyer, "buyer");
            return;
        }

        found.Text(buyer.MerchantCustomerNo, "buyer.merchant_customer_no", 100);
        found.Text(buyer.Name, "buyer.name", 100, required: true);
        CheckKana(found, buyer.NameKana, "buyer.name_kana");
        CheckPhone(found, buyer.Phone, "buyer.phone", required: true);
        if (found.Text(buyer.Email, "buyer.email", 254, required: emailRequired) && buyer.Email is { Length: > 0 } && !JapaneseText.IsEmail(buyer.Email))
        {
            found.Add("buyer.email", "invalid_email", "Must be an e-mail address.");
        }

        if (buyer.BirthDate is { } birth && (birth < s_earliestBirth || birth > today))
        {
            found.Add("buyer.birth_date", "out_of_range", "Must lie between 1900 and today.");
        }

        CheckAddress(found, buyer.Address, "buyer.address", required: true);
        if (buyer.History is { } history)
        {
            found.Range(history.Orders, "buyer.history.orders", 0, 1_000_000);
            CheckPast(found, history.MemberSince, "buyer.history.member_since", today);
            CheckPast(found, history.LastOrderOn, "buyer.history.last_order_on", today);
        }
    }

    private static void CheckPast(Findings found, DateOnly? date, string field, DateOnly today)
    {
        if (date is { } day && (day < s_earliestBirth || day > today.AddDays(1)))
        {
            found.Add(field, "out_of_range", "Must lie between 1900 and today.");
        }
    }

    private static void CheckKana(Findings found, string? kana, string field)
    {
        if (found.Text(kana, field, 100) && kana is not null && !JapaneseText.IsKana(kana))
        {
            found.Add(field, "invalid_kana", "Must be kana.");
        }
    }

    private static void CheckPhone(Findings found, string? phone, string field, bool required)
    {
        if (found.Text(phone, field, 30, required) && phone is { Length: > 0 } && !JapaneseText.IsPhone(phone))
        {
            found.Add(field, "invalid_phone", "Must be a telephone number.");
        }
    }

    private static void CheckAddress(Findings found, PostalAddress? address, string field, bool required)
    {
        if (address is null)
        {
            if (required)
            {
                found.Required(address, field);
            }

            return;
        }

        if (found.Text(address.PostalCode, $"{field}.postal_code", 10, required: true) && !JapaneseText.IsPostalCode(address.PostalCode!))
        {
            found.Add($"{field}.postal_code", "invalid_postal_code", "Must be a postal code: 107-0051.");
        }

        found.Text(address.Prefecture, $"{field}.prefecture", 10, required: true);
        found.Text(address.City, $"{field}.city", 100, required: true);
        found.Text(address.Line1, $"{field}.line1", 200, required: true);
        found.Text(address.Line2, $"{field}.line2", 200);
    }

    private static void CheckDeliveries(Findings found, IReadOnlyList<Delivery?>? deliveries)
    {
        if (deliveries is null)
        {
            return;
        }

        if (deliveries.Count > MostDeliveries)
        {
            found.Add("deliveries", "too_many", "At most 20 deliveries.");
            return;
        }

        for (int i = 0; i < deliveries.Count; i++)
        {
            string at = $"deliveries[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (deliveries[i] is not { } delivery)
            {
                found.Add(at, "required", "A delivery must not be null.");
                continue;
            }

            bool elsewhere = delivery.SameAsBuyer is not true;
            found.Text(delivery.Name, $"{at}.name", 100, required: elsewhere);
            CheckKana(found, delivery.NameKana, $"{at}.name_kana");
            CheckPhone(found, delivery.Phone, $"{at}.phone", required: false);
            CheckAddress(found, delivery.Address, $"{at}.address", required: elsewhere);
        }
    }

    private static void CheckDevice(Findings found, Device? device)
    {
        if (device is null)
        {
            return;
        }

        found.Text(device.Session, "device.session", 100);
        found.Text(device.UserAgent, "device.user_agent", 1_000, emoji: true);
        found.Text(device.AcceptLanguage, "device.accept_language", 200);
        found.Text(device.Timezone, "device.timezone", 64);
        found.Text(device.CookieId, "device.cookie_id", 200);
        if (device.Ip is not null && !IPAddress.TryParse(device.Ip, out _))
        {
            found.Add("device.ip", "invalid_ip", "Must be an IP address.");
        }
    }

    private sealed class Findings
    {
        private const int Most = 100;

        public List<FieldError> Errors { get; } = [];

        public void Add(string field, string code, string message)
        {
            if (Errors.Count < Most)
            {
                Errors.Add(new FieldError(field, code, message));
            }
        }

        public bool Required(object? value, string field)
        {
            if (value is null)
            {
                Add(field, "required", "This field is required.");
            }

            return value is not null;
        }

        public bool Text(string? value, string field, int most, bool required = false, bool emoji = false)
        {
            if (value is null)
            {
                return !required || Required(value, field);
            }

            if (string.IsNullOrWhiteSpace(value) && value.Length <= most && (required || value.Length > 0))
            {
                Add(field, required ? "required" : "blank", "This field must not be blank.");
            }
            else if (TextRule.Problem(value, most, emoji: emoji) is var (code, message))
            {
                Add(field, code, message);
            }
            else
            {
                return true;
            }

            return false;
        }

        public bool Range(long? value, string field, long least, long most)
        {
            if (value is not { } number || (number >= least && number <= most))
            {
                return true;
            }

            Add(field, "out_of_range", string.Create(CultureInfo.InvariantCulture, $"Must be between {least} and {most}."));
            return false;
        }

        public bool OneOf(string? value, string field, params ReadOnlySpan<string> allowed)
        {
            if (value is null || allowed.Contains(value))
            {
                return true;
            }

            Add(field, "not_allowed", $"Must be one of: {string.Join(", ", allowed.ToArray())}.");
            return false;
        }
    }
}
