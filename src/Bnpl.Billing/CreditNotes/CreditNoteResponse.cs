using Bnpl.Billing.Receivables;
using Bnpl.Billing.Shipments;
using Bnpl.Contracts;

namespace Bnpl.Billing.CreditNotes;

/// <summary>A credit note as stored, sealed, and as the API shows it.</summary>
internal sealed record CreditNoteResponse(
    string Id,
    string Object,
    string Number,
    string Merchant,
    string Order,
    long Amount,
    string Currency,
    string Reason,
    DateOnly CreditedOn,
    IReadOnlyList<ShipmentLineResponse> Lines,
    IReadOnlyList<TaxShare> TaxByRate,
    IReadOnlyList<CreditedReceivableResponse> Receivables,
    string? Refund,
    IReadOnlyList<string> Refunds,
    IReadOnlyList<string> Invoices,
    DateTimeOffset CreatedAt);

internal sealed record CreditedReceivableResponse(string Id, long Amount);

/// <summary>How a credit falls on receivables and instalments: the newest receivable first, its instalments last to first. Pure.</summary>
internal static class CreditSpread
{
    public static IReadOnlyList<(Receivable Receivable, Instalment Instalment, long Amount)> Over(IEnumerable<Receivable> receivables, long amount)
    {
        List<(Receivable, Instalment, long)> parts = [];
        foreach (Receivable receivable in receivables.OrderByDescending(r => r.Id))
        {
            foreach (Instalment instalment in receivable.Instalments.OrderByDescending(i => i.Number))
            {
                long part = Math.Min(amount, instalment.Principal - instalment.Credited);
                if (part > 0)
                {
                    parts.Add((receivable, instalment, part));
                    amount -= part;
                }
            }
        }

        return amount == 0 ? parts : throw new ArgumentOutOfRangeException(nameof(amount), amount, "More than the receivables hold.");
    }

    public static string IdOf(Guid id) => EntityId.Format(IdPrefix.CreditNote, id);
}
