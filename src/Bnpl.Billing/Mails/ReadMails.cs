using System.Data.Common;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Mails;

/// <summary>A mail or letter as a work item: what it was about and how it fared, neither address nor text.</summary>
internal sealed record MailResponse(
    string Id,
    string Object,
    string Kind,
    string Channel,
    string? Invoice,
    string State,
    int Attempts,
    string? LastError,
    IReadOnlyList<string> AllowedActions,
    DateTimeOffset NextAttemptAt,
    DateTimeOffset? SentAt,
    DateTimeOffset CreatedAt);

/// <summary><c>GET /v1/mails</c> and <c>/{id}</c>: above all those that wait for a person, <c>failed</c> and <c>unknown</c>.</summary>
internal sealed class ReadMails(TenantSession session, TenantContext tenant)
{
    private const string Columns = "id, kind, channel, invoice_id, state, attempts, last_error, next_attempt_at, sent_at, created_at";

    public static async Task<Ok<Page<MailResponse>>> ListAsync(ReadMails reads, HttpRequest request, CancellationToken cancellation)
    {
        PageRequest page = PageRequest.From(request, IdPrefix.Mail);
        Query query = new(request);
        string? state = query.OneOf("state", MailState.Intended, MailState.Claimed, MailState.Sent, MailState.Failed, MailState.Unknown);
        query.ThrowIfInvalid();
        List<MailResponse> rows = await reads.ManyAsync(
            "($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4", [state, page.StartingAfter, page.Fetch], cancellation);
        return TypedResults.Ok(Page<MailResponse>.Of(rows, page, mail => mail.Id));
    }

    public static async Task<Ok<MailResponse>> GetAsync(string id, ReadMails reads, CancellationToken cancellation) =>
        TypedResults.Ok(await reads.OneAsync(Resources.ParseId(IdPrefix.Mail, id), "", cancellation));

    /// <exception cref="RefusalException">404.</exception>
    public async Task<MailResponse> OneAsync(Guid id, string locking, CancellationToken cancellation) =>
        (await ManyAsync($"id = $2 {locking}", [id], cancellation)).SingleOrDefault() ?? throw Refusal.NotFound().AsException();

    private Task<List<MailResponse>> ManyAsync(string condition, IReadOnlyList<object?> arguments, CancellationToken cancellation) => session.ReadListAsync(
        new Sql($"SELECT {Columns} FROM billing.mails WHERE tenant_id = $1 AND {condition}", [tenant.TenantId, .. arguments]), Read, cancellation);

    private static MailResponse Read(DbDataReader row) => new(
        EntityId.Format(IdPrefix.Mail, row.GetGuid(0)),
        "mail",
        row.GetString(1),
        row.GetString(2),
        EntityId.Format(IdPrefix.Invoice, BillingRows.Id(row, 3)),
        row.GetString(4),
        row.GetInt32(5),
        row.IsDBNull(6) ? null : row.GetString(6),
        MailLifeCycle.Moves.Allowed(row.GetString(4)),
        row.GetFieldValue<DateTimeOffset>(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
        row.GetFieldValue<DateTimeOffset>(9));
}
