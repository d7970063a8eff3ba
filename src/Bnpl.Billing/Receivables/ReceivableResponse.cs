using Bnpl.Billing.Invoices;
using Bnpl.Contracts;

namespace Bnpl.Billing.Receivables;

/// <summary>A receivable as the API shows it.</summary>
internal sealed record ReceivableResponse(
    string Id,
    string Object,
    int Version,
    string Status,
    string Merchant,
    string Order,
    string Shipment,
    long Amount,
    string Currency,
    long AmountCredited,
    BalanceResponse Balance,
    IReadOnlyList<InstalmentResponse> Instalments,
    int DaysPastDue,
    string Bucket,
    IReadOnlyList<string> Invoices,
    DateTimeOffset CreatedAt)
{
    public static ReceivableResponse From(Receivable receivable, DateOnly today)
    {
        int late = Ageing.DaysPastDue(receivable.OldestDueOn, today);
        return new ReceivableResponse(
            EntityId.Format(IdPrefix.Receivable, receivable.Id),
            "receivable",
            receivable.Version,
            receivable.Status,
            EntityId.Format(IdPrefix.Merchant, receivable.MerchantId),
            EntityId.Format(IdPrefix.Order, receivable.OrderId),
            EntityId.Format(IdPrefix.Shipment, receivable.ShipmentId),
            receivable.Principal,
            Contracts.Currency.Jpy.Code,
            receivable.Credited,
            BalanceResponse.From(receivable.Instalments),
            [.. receivable.Instalments.Select(InstalmentResponse.From)],
            late,
            Ageing.Bucket(late),
            [.. receivable.Invoices.Select(i => EntityId.Format(IdPrefix.Invoice, i.Id))],
            receivable.CreatedAt);
    }
}

internal sealed record InstalmentResponse(
    string Id,
    int Number,
    DateOnly DueOn,
    long Amount,
    long AmountCredited,
    long Fee,
    long LateCharge,
    ComponentsResponse Paid,
    BalanceResponse Balance)
{
    public static InstalmentResponse From(Instalment instalment) => new(
        EntityId.Format(IdPrefix.Instalment, instalment.Id),
        instalment.Number,
        instalment.DueOn,
        instalment.Principal,
        instalment.Credited,
        instalment.Fee,
        instalment.LateCharge,
        new ComponentsResponse(instalment.PrincipalPaid, instalment.FeePaid, instalment.LateChargePaid),
        BalanceResponse.From([instalment]));
}

internal sealed record ComponentsResponse(long Principal, long Fee, long LateCharge);

/// <summary>How late a receivable is, by its oldest unpaid instalment.</summary>
internal static class Ageing
{
    public static int DaysPastDue(DateOnly? oldestDueOn, DateOnly today) =>
        oldestDueOn is { } due ? Math.Max(0, today.DayNumber - due.DayNumber) : 0;

    public static string Bucket(int daysPastDue) => daysPastDue switch
    {
        <= 0 => "current",
        <= 30 => "1-30",
        <= 60 => "31-60",
        <= 90 => "61-90",
        _ => "91+",
    };
}
