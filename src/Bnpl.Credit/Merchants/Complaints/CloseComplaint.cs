using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Complaints;

/// <param name="ClosedOn">Today, if not said.</param>
internal sealed record CloseComplaintRequest(string? Outcome, string? Note, DateOnly? ClosedOn);

/// <summary><c>POST /v1/merchants/{id}/complaints/{complaint}/close</c>: how it ended, once.</summary>
internal sealed class CloseComplaint(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, AuditTrail audit, Outbox outbox, MerchantStore merchants)
{
    public async Task<Ok<ComplaintResponse>> RunAsync(string id, string complaint, CloseComplaintRequest request, HttpContext context, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        if (errors.Required(request.Outcome, "outcome"))
        {
            errors.OneOf(request.Outcome, "outcome", ComplaintWords.Outcomes);
        }

        errors.Text(request.Note, "note", 4000, multiline: true);
        errors.ThrowIfAny();
        Merchant merchant = await merchants.LockAsync(id, cancellation);
        Guid complaintId = Resources.ParseId(IdPrefix.Complaint, complaint);
        Sql select = ReadComplaints.Select(tenant.TenantId, merchant.Id, complaintId);
        ComplaintResponse found = await session.ReadOneAsync(select, reader => ComplaintResponse.Read(reader, tenant.Keys), cancellation)
            ?? throw Refusal.NotFound().AsException();
        context.CheckIfMatch(found.Version);
        if (found.Status == "closed")
        {
            throw Refusal.StateConflict(found.Status, [], "close").AsException();
        }

        DateOnly closed = request.ClosedOn ?? clock.Today;
        if (closed < found.OpenedOn || closed > clock.Today)
        {
            throw Refusal.Invalid("closed_on", "out_of_range", "Must lie between opened_on and today.").AsException();
        }

        await session.ExecuteAsync(
            new Sql(
                """
                UPDATE credit.merchant_complaints
                SET outcome = $4, closing_note = $5, closed_on = $6, closed_by = $7, version = version + 1
                WHERE tenant_id = $1 AND merchant_id = $2 AND id = $3
                """,
                tenant.TenantId, merchant.Id, complaintId, request.Outcome!,
                request.Note is { } note ? tenant.Keys.Seal(note, ComplaintResponse.ClosingNotePlace(complaintId)) : null, closed, caller.Subject),
            cancellation);
        audit.Record("merchant.complaint_closed", IdPrefix.Merchant, merchant.Id, $"complaints.{found.Category}");
        ComplaintResponse answer = (await session.ReadOneAsync(select, reader => ComplaintResponse.Read(reader, tenant.Keys), cancellation))!;
        outbox.Publish("complaint.closed", answer.Subject(), answer);
        context.SetETag(answer.Version);
        return TypedResults.Ok(answer);
    }
}
