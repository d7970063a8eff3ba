using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Merchants.Complaints;

/// <param name="Order">The purchase that it is about, where it is about one.</param>
/// <param name="OpenedOn">The day on which the buyer spoke; today, if not said.</param>
internal sealed record ComplaintRequest(string? Category, DateOnly? OpenedOn, string? Order, string? Note);

/// <summary>
/// <c>POST /v1/merchants/{id}/complaints</c>: a buyer complained of a shop (割賦販売法35条の3の20, the association's rules). Also of
/// one that is closed: the register outlives the contract.
/// </summary>
internal sealed class RecordComplaint(TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, AuditTrail audit, Outbox outbox, MerchantStore merchants)
{
    public async Task<Created<ComplaintResponse>> RunAsync(string id, ComplaintRequest request, HttpContext context, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        if (errors.Required(request.Category, "category"))
        {
            errors.OneOf(request.Category, "category", ComplaintWords.Categories);
        }

        DateOnly opened = request.OpenedOn ?? clock.Today;
        if (opened > clock.Today || opened < clock.Today.AddYears(-5))
        {
            errors.Add("opened_on", "out_of_range", "Must be a date of the last five years, today at the latest.");
        }

        errors.Text(request.Note, "note", 4000, multiline: true);
        Guid? orderId = errors.Id(request.Order, IdPrefix.Order, "order", out Guid given) ? given : null;
        errors.ThrowIfAny();
        Merchant merchant = await merchants.FindAsync(id, cancellation);
        if (orderId is { } order && !await IsOrderOfAsync(merchant.Id, order, cancellation))
        {
            throw Refusal.Invalid("order", "unknown_order", "The merchant has no such order.").AsException();
        }

        Guid complaintId = EntityId.New();
        await session.ExecuteAsync(
            new Sql(
                """
                INSERT INTO credit.merchant_complaints (tenant_id, id, merchant_id, version, category, opened_on, order_id, note, recorded_by, created_at)
                VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9)
                """,
                tenant.TenantId, complaintId, merchant.Id, request.Category!, opened, orderId,
                request.Note is { } note ? tenant.Keys.Seal(note, ComplaintResponse.NotePlace(complaintId)) : null, caller.Subject, clock.Now),
            cancellation);
        audit.Record("merchant.complaint_recorded", IdPrefix.Merchant, merchant.Id, $"complaints.{request.Category}");
        ComplaintResponse complaint = (await session.ReadOneAsync(
            ReadComplaints.Select(tenant.TenantId, merchant.Id, complaintId), reader => ComplaintResponse.Read(reader, tenant.Keys), cancellation))!;
        outbox.Publish("complaint.recorded", complaint.Subject(), complaint);
        context.SetETag(complaint.Version);
        return TypedResults.Created($"/v1/merchants/{id}/complaints/{complaint.Id}", complaint);
    }

    private async Task<bool> IsOrderOfAsync(Guid merchantId, Guid orderId, CancellationToken cancellation) => await session.ReadOneAsync(
        new Sql("SELECT true FROM credit.orders WHERE tenant_id = $1 AND id = $2 AND merchant_id = $3", tenant.TenantId, orderId, merchantId),
        reader => reader.GetBoolean(0),
        cancellation);
}
