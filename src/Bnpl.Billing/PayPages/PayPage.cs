using Bnpl.Billing.Konbini;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts.Settings;

namespace Bnpl.Billing.PayPages;

/// <summary>What a buyer can still do about an invoice.</summary>
internal enum PayPageState
{
    Open,
    Paid,
    Void,

    /// <summary>The claim is somebody else's now: paying here would pay the wrong creditor.</summary>
    Assigned,
}

/// <summary>
/// Everything that a buyer's page says. A link may be passed on, so of the buyer it holds no more than the family name.
/// </summary>
internal sealed record PayPage
{
    public required PayPageState State { get; init; }
    public required string Salutation { get; init; }
    public required string ShopName { get; init; }
    public required string? CompanyName { get; init; }
    public required string InvoiceNumber { get; init; }
    public required DateOnly Today { get; init; }
    public required DateOnly DueOn { get; init; }
    public required long Principal { get; init; }
    public required long Fee { get; init; }
    public required long LateCharge { get; init; }
    public required KonbiniBarcode? Barcode { get; init; }
    public required VirtualAccount? Account { get; init; }
    public required SupportSettings? Support { get; init; }

    public long Total => Principal + Fee + LateCharge;

    public static PayPageState StateOf(Receivable receivable, Invoice invoice, Instalment instalment) => (invoice.Status, receivable.Status) switch
    {
        (InvoiceStatus.Void, _) or (_, ReceivableStatus.Void) => PayPageState.Void,
        _ when instalment.Outstanding == 0 => PayPageState.Paid,
        (_, ReceivableStatus.Assigned) => PayPageState.Assigned,
        _ => PayPageState.Open,
    };

    /// <summary>The current slip while a till takes it, and takes no more than is owed.</summary>
    public static KonbiniBarcode? PayableSlip(Invoice invoice, Instalment instalment, DateOnly today) =>
        invoice.CurrentSlip is { BarcodeNumber: { } digits } slip && slip.Amount <= instalment.Outstanding && !(slip.PayableUntil < today)
            ? KonbiniBarcode.Parse(digits, out _)
            : null;

    /// <summary>
    /// 山田 様 from "山田 太郎". Where the family name cannot be told (no gap; Latin letters or katakana alone, whose order is anybody's
    /// guess), nobody is named.
    /// </summary>
    public static string SalutationOf(string? name)
    {
        string[] parts = (name ?? "").Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 1 && parts[0].All(IsJapanese) && !parts[0].All(IsKatakana) ? $"{parts[0]} 様" : "お客様";
    }

    private static bool IsKatakana(char letter) => letter is >= '\u30a0' and <= '\u30ff' or >= '\uff66' and <= '\uff9f';

    // Surrogates stand for the rare ideographs of names.
    private static bool IsJapanese(char letter) =>
        letter is '々' or >= '\u3041' and <= '\u309f' or >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff'
        || char.IsSurrogate(letter) || IsKatakana(letter);
}
