using System.Collections.Frozen;

namespace Bnpl.Api.Tokens;

/// <summary>The scopes of the HTTP contract, section 2.</summary>
internal static class Scopes
{
    public const string Platform = "platform";
    public const string SettingsWrite = "settings:write";

    /// <summary>What a tenant's clients may hold. <see cref="Platform"/> is the operator's alone.</summary>
    public static readonly IReadOnlyList<string> Tenant =
    [
        "orders:read", "orders:write", "screening:read", "screening:write", "reviews:write", "invoices:read", "invoices:write",
        "payments:read", "payments:write", "dunning:read", "dunning:write", "reconciliation:read", "reconciliation:write",
        "ledger:read", "ledger:write", "settlements:read", "settlements:write", "webhooks:write", SettingsWrite, "audit:read",
    ];

    /// <summary>What a merchant-bound client may hold: nothing that shows or moves what is the whole tenant's.</summary>
    public static readonly FrozenSet<string> Bindable = FrozenSet.ToFrozenSet(
    [
        "orders:read", "orders:write", "screening:read", "screening:write", "invoices:read", "payments:read", "dunning:read",
        "settlements:read", "webhooks:write",
    ]);

    /// <summary>The scopes of a space-separated list, without repeats.</summary>
    public static string[] Split(string? list) =>
        [.. (list ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
