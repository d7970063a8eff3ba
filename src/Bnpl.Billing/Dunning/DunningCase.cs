using System.Data.Common;
using System.Text.Json;
using Bnpl.Billing.Mails;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Billing.Dunning;

/// <summary>What may be done to a case in each status. The one table: it refuses, and it fills <c>allowed_actions</c>.</summary>
internal static class DunningCaseLifeCycle
{
    public const string Open = "open";
    public const string Paused = "paused";
    public const string Promised = "promised";
    public const string Closed = "closed";

    private static readonly Dictionary<(string Status, string Action), string> s_moves = new()
    {
        [(Open, "pause")] = Paused,
        [(Open, "promise")] = Promised,
        [(Open, "close")] = Closed,
        [(Paused, "resume")] = Open,
        [(Paused, "pause")] = Paused,
        [(Paused, "close")] = Closed,
        [(Promised, "pause")] = Paused,
        [(Promised, "promise")] = Promised,
        [(Promised, "break")] = Open,
        [(Promised, "close")] = Closed,
    };

    // What only the machine does: a promised day passes, everything is paid.
    private static readonly HashSet<string> s_automatic = ["close", "break"];

    public static IReadOnlyCollection<(string Status, string Action)> Moves => s_moves.Keys;

    public static IReadOnlyList<string> AllowedActions(string status) =>
        [.. s_moves.Keys.Where(move => move.Status == status && !s_automatic.Contains(move.Action)).Select(move => move.Action)];

    /// <exception cref="RefusalException">409 <c>state_conflict</c>.</exception>
    public static string Next(string status, string action) => s_moves.TryGetValue((status, action), out string? next)
        ? next
        : throw Refusal.StateConflict(status, AllowedActions(status), action).AsException();
}

internal sealed record DunningCase(
    Guid Id,
    int Version,
    long EventSequence,
    Guid MerchantId,
    Guid ReceivableId,
    Guid OrderId,
    Guid BuyerId,
    string Status,
    string? PauseReason,
    DateOnly? PausedUntil,
    DateOnly? PromiseOn,
    long? PromiseAmount,
    DateOnly OpenedOn,
    DateOnly? ClosedOn,
    DateTimeOffset CreatedAt)
{
    public const string Columns =
        "id, version, event_seq, merchant_id, receivable_id, order_id, buyer_id, status, pause_reason, paused_until, promise_on, promise_amount, "
        + "opened_on, closed_on, created_at";

    public static DunningCase From(DbDataReader row) => new(
        row.GetGuid(0),
        row.GetInt32(1),
        row.GetInt64(2),
        row.GetGuid(3),
        row.GetGuid(4),
        row.GetGuid(5),
        row.GetGuid(6),
        row.GetString(7),
        row.IsDBNull(8) ? null : row.GetString(8),
        Date(row, 9),
        Date(row, 10),
        row.IsDBNull(11) ? null : row.GetInt64(11),
        row.GetFieldValue<DateOnly>(12),
        Date(row, 13),
        row.GetFieldValue<DateTimeOffset>(14));

    public DunningCaseResponse ToResponse(IReadOnlyList<DunningNoticeResponse> notices) => new(
        EntityId.Format(IdPrefix.DunningCase, Id),
        "dunning_case",
        Version,
        Status,
        EntityId.Format(IdPrefix.Merchant, MerchantId),
        EntityId.Format(IdPrefix.Receivable, ReceivableId),
        EntityId.Format(IdPrefix.Order, OrderId),
        EntityId.Format(IdPrefix.Buyer, BuyerId),
        PauseReason is null ? null : new DunningPause(PauseReason, PausedUntil),
        PromiseOn is { } on ? new DunningPromise(on, PromiseAmount ?? 0) : null,
        OpenedOn,
        ClosedOn,
        notices,
        DunningCaseLifeCycle.AllowedActions(Status),
        CreatedAt);

    private static DateOnly? Date(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}

internal sealed record DunningCaseResponse(
    string Id,
    string Object,
    int Version,
    string Status,
    string Merchant,
    string Receivable,
    string Order,
    string Buyer,
    DunningPause? Pause,
    DunningPromise? Promise,
    DateOnly OpenedOn,
    DateOnly? ClosedOn,
    IReadOnlyList<DunningNoticeResponse> Notices,
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset CreatedAt);

internal sealed record DunningPause(string Reason, DateOnly? Until);

internal sealed record DunningPromise(DateOnly On, long Amount);

/// <summary>A notice with its text as it was sent.</summary>
internal sealed record DunningNoticeResponse(
    string Id,
    string Receivable,
    string Instalment,
    string Invoice,
    int OffsetDays,
    string Channel,
    string Template,
    long Fee,
    long Amount,
    int SlipVersion,
    string? Subject,
    string? Text,
    DateOnly BusinessDate,
    DateTimeOffset CreatedAt)
{
    public const string NoticePrefix = "ntc";

    public const string Columns =
        "id, receivable_id, instalment_id, invoice_id, offset_days, channel, template, fee, amount, slip_version, content, business_date, created_at";

    public static SealedPlace Place(Guid id) => new("dunning.notices", "content", id);

    public static DunningNoticeResponse From(DbDataReader row, TenantKeys keys)
    {
        Guid id = row.GetGuid(0);
        MailContent content = JsonSerializer.Deserialize<MailContent>(keys.Open(row.GetFieldValue<byte[]>(10), Place(id)), JsonConventions.Options)!;
        return new DunningNoticeResponse(
            EntityId.Format(NoticePrefix, id),
            EntityId.Format(IdPrefix.Receivable, row.GetGuid(1)),
            EntityId.Format(IdPrefix.Instalment, row.GetGuid(2)),
            EntityId.Format(IdPrefix.Invoice, row.GetGuid(3)),
            row.GetInt32(4),
            row.GetString(5),
            row.GetString(6),
            row.GetInt64(7),
            row.GetInt64(8),
            row.GetInt32(9),
            content.Subject,
            content.Text,
            row.GetFieldValue<DateOnly>(11),
            row.GetFieldValue<DateTimeOffset>(12));
    }
}
