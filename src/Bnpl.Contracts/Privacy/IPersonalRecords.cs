using System.Text.Json.Nodes;

namespace Bnpl.Contracts.Privacy;

/// <summary>
/// What one module keeps about a person (個人情報保護法: disclosure, correction, erasure). Each module answers for its own
/// tables; whoever asks knows the person's rows and orders.
/// </summary>
public interface IPersonalRecords
{
    /// <summary>The name of this part in the disclosure file.</summary>
    string Section { get; }

    /// <summary>Everything stored about the person, opened.</summary>
    Task<JsonNode> DiscloseAsync(PersonRecords person, CancellationToken cancellation);

    /// <summary>What forbids erasing it now.</summary>
    Task<IReadOnlyList<ErasureBlocker>> BlockersAsync(PersonRecords person, DateOnly today, CancellationToken cancellation);

    /// <summary>Orders that became a sale, so that documents of them must be kept.</summary>
    Task<IReadOnlyCollection<Guid>> SoldAsync(PersonRecords person, CancellationToken cancellation) => Task.FromResult<IReadOnlyCollection<Guid>>([]);

    /// <summary>Makes it unreadable in the caller's transaction; amounts, dates and verdicts stay.</summary>
    Task EraseAsync(PersonRecords person, CancellationToken cancellation);
}

/// <param name="Buyers">The person's row, and rows that were merged into it.</param>
/// <param name="Orders">The orders in question.</param>
public sealed record PersonRecords(IReadOnlyList<Guid> Buyers, IReadOnlyList<Guid> Orders);

/// <param name="Code"><c>open_balance</c>, <c>open_order</c>, <c>open_receivable</c>, <c>unapplied_payment</c>, <c>open_refund</c>, <c>retention</c>.</param>
/// <param name="Resource">What it is, as a public id.</param>
/// <param name="Until">The last day on which a retention duty stands.</param>
public sealed record ErasureBlocker(string Code, string? Resource = null, long? Amount = null, DateOnly? Until = null);
