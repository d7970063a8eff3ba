using Bnpl.Billing.Files;
using Bnpl.Billing.Konbini;
using Bnpl.Billing.Zengin;
using Bnpl.Contracts;

namespace Bnpl.Billing.Reconciliation;

/// <summary>The kinds of files that are read, by the contract's names.</summary>
internal sealed record ImportFormat(string Name, Func<Stream, DateOnly, FileErrors, CancellationToken, IAsyncEnumerable<ReceivedLine>> ReadAsync)
{
    public const string KonbiniConfirmed = "konbini_confirmed";
    public const string KonbiniPreliminary = "konbini_preliminary";
    public const string KonbiniReversal = "konbini_reversal";
    public const string ZenginDeposits = "zengin_deposits";
    public const string ZenginStatement = "zengin_statement";

    private static readonly ImportFormat[] s_supported =
    [
        Konbini(KonbiniConfirmed, KonbiniCollectionKind.Confirmed),
        Konbini(KonbiniPreliminary, KonbiniCollectionKind.Preliminary),
        Konbini(KonbiniReversal, KonbiniCollectionKind.Reversal),
        new(ZenginDeposits, (stream, today, errors, token) =>
            ReceivedLine.FromAsync(ZenginDepositsFile.ReadAsync(stream, new ZenginReadOptions(today), errors, token), token)),
        new(ZenginStatement, (stream, today, errors, token) =>
            ReceivedLine.FromAsync(ZenginStatementFile.ReadAsync(stream, new ZenginReadOptions(today), errors, token), token)),
    ];

    /// <exception cref="RefusalException">422 for a name that is not read here.</exception>
    public static ImportFormat Named(string? name) => s_supported.FirstOrDefault(f => f.Name == name)
        ?? throw (string.IsNullOrEmpty(name)
            ? Refusal.Invalid("format", "required", "This field is required.")
            : Refusal.Invalid("format", "format_not_supported", $"Must be one of: {string.Join(", ", s_supported.Select(f => f.Name))}.")).AsException();

    private static ImportFormat Konbini(string name, KonbiniCollectionKind kind) => new(name, (stream, _, errors, token) =>
        ReceivedLine.FromAsync(KonbiniCollectionFile.ReadAsync(stream, kind, errors, token), token));
}
