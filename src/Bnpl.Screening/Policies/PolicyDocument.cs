using System.Text.Json;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Policies;

/// <summary>A tenant's screening policy as it is written, stored and shown: rules that give points, and what the points mean.</summary>
internal sealed record PolicyDocument
{
    public string? Name { get; init; }

    /// <summary>Null: every purchase that no other policy names.</summary>
    public PolicyScope? AppliesTo { get; init; }
    public PolicyThresholds Thresholds { get; init; } = new();
    public IReadOnlyList<PolicyRule> Rules { get; init; } = [];

    /// <summary>Named values, in expressions <c>lists.name</c>: <c>order.skus</c>, postal codes, anything that is text.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; init; } = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Equal texts, equal policies: lists are written in the order of their names, whatever order they are kept in.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        this with { Lists = new SortedDictionary<string, IReadOnlyList<string>>(Lists.ToDictionary(), StringComparer.Ordinal) }, JsonConventions.Options);
}

/// <summary>Which purchases a policy is for. A policy that names the merchant goes before one that names the payment method, and that before one that names neither.</summary>
internal sealed record PolicyScope
{
    public IReadOnlyList<string> Merchants { get; init; } = [];
    public IReadOnlyList<string> PaymentMethods { get; init; } = [];
}

/// <summary>
/// <c>ng</c> points at which a purchase is refused, <c>review</c> points at which a person looks, and <c>ok</c> points that lift
/// such a review. Nothing lifts a refusal.
/// </summary>
internal sealed record PolicyThresholds
{
    public int Review { get; init; } = 50;
    public int Ng { get; init; } = 100;
    public int Lift { get; init; } = 50;
}

internal sealed record PolicyRule
{
    /// <summary>Unique within the policy.</summary>
    public string? Code { get; init; }

    /// <summary>A condition of the expression language, see docs/screening-expressions.md.</summary>
    public string? When { get; init; }

    /// <summary><c>ok</c>, <c>review</c> or <c>ng</c>.</summary>
    public string? Toward { get; init; }

    /// <summary>1–1000.</summary>
    public int Points { get; init; }

    /// <summary>The rule alone decides in its direction, whatever the points: a hard stop.</summary>
    public bool Stop { get; init; }

    /// <summary>The reason code that the answer carries; the rule's code by default. Several rules may tell the same reason.</summary>
    public string? Reason { get; init; }

    /// <summary>The input that the reason is about; that of the first signal in the condition by default.</summary>
    public string? Field { get; init; }

    /// <summary>What a reviewer reads; the text of the first signal in the condition by default.</summary>
    public string? Message { get; init; }

    /// <summary>A rule that is switched off stays in the document.</summary>
    public bool Enabled { get; init; } = true;
}
