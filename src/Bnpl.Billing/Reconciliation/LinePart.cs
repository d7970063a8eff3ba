using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Billing.Reconciliation;

internal sealed record MatchLineRequest(IReadOnlyList<LinePartRequest?>? Allocations, bool? LearnPayer);

internal sealed record LinePartRequest(string? Receivable, string? Payment, string? Clearing, long? Amount);

/// <summary>One thing that a line is put to. Amounts are signed like the line; a part of the other sign is a deduction.</summary>
internal sealed record LinePart(Guid? ReceivableId, Guid? PaymentId, string? Clearing, long Amount)
{
    private const int Most = 100;

    /// <exception cref="RefusalException">422 naming every wrong member.</exception>
    public static IReadOnlyList<LinePart> Read(IReadOnlyList<LinePartRequest?>? requested)
    {
        FieldErrors errors = new();
        List<LinePart> parts = [];
        if (requested is not { Count: > 0 })
        {
            errors.Required(null, "allocations");
        }
        else if (requested.Count > Most)
        {
            errors.Add("allocations", "too_many", $"At most {Most}.");
        }

        foreach ((int i, LinePartRequest? part) in (requested ?? []).Take(Most).Index())
        {
            string field = $"allocations[{i}]";
            Guid? receivable = errors.Id(part?.Receivable, IdPrefix.Receivable, $"{field}.receivable", out Guid r) ? r : null;
            Guid? payment = errors.Id(part?.Payment, IdPrefix.Payment, $"{field}.payment", out Guid p) ? p : null;
            errors.OneOf(part?.Clearing, $"{field}.clearing", "konbini_agent", "card_processor", "bank_fee", "stamp_duty", "suspense");
            if (new[] { part?.Receivable, part?.Payment, part?.Clearing }.Count(target => target is not null) != 1)
            {
                errors.Add(field, "one_of", "Give receivable, payment or clearing, exactly one of them.");
            }

            if (errors.Required(part?.Amount, $"{field}.amount")
                && errors.Range(part!.Amount, $"{field}.amount", -PurchaseValidation.LargestAmount, PurchaseValidation.LargestAmount)
                && part.Amount == 0)
            {
                errors.Add($"{field}.amount", "out_of_range", "Must not be 0.");
            }

            parts.Add(new LinePart(receivable, payment, part?.Clearing, part?.Amount ?? 0));
        }

        errors.ThrowIfAny();
        return parts;
    }

    /// <summary>What came in may be put to use in part, the rest is unapplied; what went out is explained as a whole.</summary>
    /// <exception cref="RefusalException">422 <c>allocations_mismatch</c>.</exception>
    public static void CheckSum(IReadOnlyList<LinePart> parts, StoredLine line)
    {
        long sum = parts.Sum(p => p.Amount);
        if (line.Amount > 0 ? sum <= 0 || sum > line.Amount : sum != line.Amount)
        {
            throw Refusal.Invalid("allocations", "allocations_mismatch", $"The line has {line.Amount} yen, the allocations give {sum}.").AsException();
        }
    }
}
