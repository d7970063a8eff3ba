using Bnpl.Contracts;

namespace Bnpl.Billing.Reconciliation;

/// <summary>A line as the API shows it. Amounts are signed: what comes in is positive.</summary>
internal sealed record LineResponse(
    string Id,
    string Object,
    int Version,
    string Import,
    int Line,
    string Kind,
    string Status,
    long Amount,
    string Currency,
    DateOnly BookedOn,
    DateOnly ValueOn,
    string? Barcode,
    LineAccount? Account,
    string? RemitterCode,
    bool Cancels,
    string? PayerName,
    string? SendingBank,
    string? SendingBranch,
    string? Edi,
    string? Narrative,
    string? Reference,
    string? Payment,
    string? Note,
    string? DecidedBy,
    IReadOnlyList<LineMatchResponse> Matches,
    IReadOnlyList<CandidateResponse> Candidates,
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset CreatedAt)
{
    public static LineResponse From(StoredLine line, LineDetails details, string? note, IEnumerable<LineMatch> matches, IReadOnlyList<Candidate>? candidates) => new(
        EntityId.Format(IdPrefix.BankLine, line.Id),
        "reconciliation_line",
        line.Version,
        EntityId.Format(IdPrefix.Import, line.ImportId),
        line.LineNo,
        line.Kind,
        line.Status,
        line.Amount,
        Contracts.Currency.Jpy.Code,
        line.BookedOn,
        line.ValueOn,
        line.Barcode,
        line.BankCode is null ? null : new LineAccount(line.BankCode, line.BranchCode!, line.AccountNumber!),
        line.RemitterCode,
        line.Cancels,
        details.PayerName,
        NullIfBlank(details.SendingBank),
        NullIfBlank(details.SendingBranch),
        NullIfBlank(details.Edi),
        NullIfBlank(details.Narrative),
        NullIfBlank(details.Reference),
        EntityId.Format(IdPrefix.Payment, line.PaymentId),
        note,
        line.DecidedBy,
        [.. matches.Select(LineMatchResponse.From)],
        [.. (candidates ?? []).Select(c => new CandidateResponse(EntityId.Format(IdPrefix.Receivable, c.ReceivableId), c.Amount, c.Evidence, c.Confidence))],
        LineLifeCycle.Moves.Allowed(line.Status),
        line.CreatedAt);

    private static string? NullIfBlank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

internal sealed record LineAccount(string BankCode, string BranchCode, string AccountNumber);

internal sealed record LineMatchResponse(string? Payment, string? Receivable, string? Clearing, long Amount, string DecidedBy, IReadOnlyList<string> Evidence)
{
    public static LineMatchResponse From(LineMatch match) => new(
        EntityId.Format(IdPrefix.Payment, match.PaymentId), EntityId.Format(IdPrefix.Receivable, match.ReceivableId), match.Clearing, match.Amount,
        match.DecidedBy, match.Evidence);
}

/// <param name="Confidence">Per cent.</param>
internal sealed record CandidateResponse(string Receivable, long Amount, IReadOnlyList<string> Evidence, int Confidence);

/// <summary>What a person may do with a line.</summary>
internal static class LineLifeCycle
{
    public const string Match = "match";
    public const string Unmatch = "unmatch";
    public const string Ignore = "ignore";
    public const string Refund = "refund";

    public static LifeCycle Moves { get; } = new(
        (LineStatus.Unmatched, Match, LineStatus.Matched),
        (LineStatus.Unmatched, Ignore, LineStatus.Ignored),
        (LineStatus.Unmatched, Refund, LineStatus.Refunded),
        (LineStatus.Matched, Unmatch, LineStatus.Unmatched),
        (LineStatus.Ignored, Unmatch, LineStatus.Unmatched));
}
