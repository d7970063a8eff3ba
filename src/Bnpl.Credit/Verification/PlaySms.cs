using Bnpl.Contracts;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Messages;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Credit.Verification;

/// <summary>A short message as the buyer's telephone would show it.</summary>
internal sealed record SmsResponse(string Id, string Object, string Order, string Kind, string State, string To, string Text, DateTimeOffset CreatedAt);

/// <summary>The buyer's telephone, for test tenants alone: what was sent to it about an order, newest first.</summary>
internal sealed class PlaySms(TenantContext tenant, OrderLedger ledger, SmsQueue sms)
{
    private const int Most = 50;

    public async Task<Ok<Page<SmsResponse>>> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!tenant.Tenant.IsTest)
        {
            throw Refusal.Conflict("not_a_test_tenant", "Only for a test tenant is the outside world played.").AsException();
        }

        PageRequest page = PageRequest.From(request, IdPrefix.Sms);
        Query query = new(request);
        Guid? order = query.Id("order", IdPrefix.Order);
        query.ThrowIfInvalid();
        if (order is null)
        {
            throw Refusal.Invalid("order", "required", "Name the order.").AsException();
        }

        Guid orderId = (await ledger.ReadAsync(order.Value, cancellation)).Order.Id;
        IReadOnlyList<SmsResponse> messages =
        [
            .. (await sms.ReadAsync(orderId, Most, cancellation)).Select(message => new SmsResponse(
                EntityId.Format(IdPrefix.Sms, message.Id),
                "sms",
                EntityId.Format(IdPrefix.Order, orderId),
                message.Kind,
                message.State,
                message.Content.To,
                message.Content.Text,
                message.CreatedAt)),
        ];
        return TypedResults.Ok(page.Cut(messages, IdPrefix.Sms, message => message.Id));
    }
}
