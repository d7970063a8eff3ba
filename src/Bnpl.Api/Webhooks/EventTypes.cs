namespace Bnpl.Api.Webhooks;

/// <summary>The types of the contract's section 9, that a verdict takes longer, that an amend waits or ended without one, and what becomes of merchants. A type that is published but not listed here cannot be subscribed to.</summary>
internal static class EventTypes
{
    public static readonly IReadOnlyList<string> All =
    [
        "order.screening", "order.authorized", "order.on_hold", "order.declined", "order.canceled", "order.expired", "order.amended", "order.amend_pending", "order.amend_declined", "order.amend_lapsed",
        "order.partially_shipped", "order.shipped", "order.closed", "order.completed",
        "shipment.reported", "shipment.delivered", "shipment.voided",
        "invoice.issued", "invoice.sent", "invoice.reissued", "invoice.overdue", "invoice.paid",
        "payment.preliminary", "payment.confirmed", "payment.reversed", "payment.unmatched",
        "refund.paid", "refund.failed",
        "credit_note.created",
        "dunning.step_sent", "dunning.paused", "dunning.resumed", "dunning.promise_made", "dunning.promise_broken",
        "receivable.charged_off", "receivable.assigned", "receivable.recovered",
        "settlement.created", "settlement.paid", "settlement.failed",
        "dispute.opened", "dispute.resolved",
        "import.finished", "batch.finished",
        "merchant.submitted", "merchant.returned", "merchant.activated", "merchant.restricted", "merchant.closed",
        "merchant_monitoring.check_due", "merchant_monitoring.alarm_raised", "merchant_monitoring.alarm_lifted",
        "complaint.recorded", "complaint.closed",
    ];
}
