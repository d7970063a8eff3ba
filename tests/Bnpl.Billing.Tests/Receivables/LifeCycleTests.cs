using Bnpl.Billing.Invoices;
using Bnpl.Billing.Mails;
using Bnpl.Billing.Payments;
using Bnpl.Billing.Shipments;
using Bnpl.Contracts;

namespace Bnpl.Billing.Tests.Receivables;

public sealed class LifeCycleTests
{
    [Theory]
    [InlineData("shipment", "delivered void", "reported>delivered=delivered reported>void=void")]
    [InlineData("payment", "confirm allocations refunds reverse",
        "preliminary>allocations=preliminary preliminary>reverse=reversed confirmed>allocations=confirmed confirmed>refunds=confirmed confirmed>reverse=reversed")]
    [InlineData("refund", "bank_account approve cancel",
        "awaiting_account>bank_account=pending awaiting_account>cancel=canceled awaiting_approval>bank_account=awaiting_approval "
        + "awaiting_approval>approve=pending awaiting_approval>cancel=canceled pending>cancel=canceled")]
    [InlineData("mail", "resend", "failed>resend=intended unknown>resend=intended")]
    [InlineData("invoice", "send reissue",
        "issued>send=issued issued>reissue=issued sent>send=sent sent>reissue=sent partially_paid>send=partially_paid partially_paid>reissue=partially_paid paid>send=paid")]
    public void Every_state_allows_exactly_its_actions(string resource, string actions, string expected)
    {
        (LifeCycle moves, string states) = resource switch
        {
            "shipment" => (ShipmentLifeCycle.Moves, "reported delivered void"),
            "payment" => (PaymentLifeCycle.Moves, "preliminary confirmed reversed"),
            "refund" => (RefundLifeCycle.Moves, "awaiting_account awaiting_approval pending in_payout paid failed canceled"),
            "mail" => (MailLifeCycle.Moves, "intended claimed sent failed unknown"),
            _ => (InvoiceLifeCycle.Moves, "draft issued sent partially_paid paid void"),
        };
        List<string> walked = [];
        foreach (string state in states.Split(' '))
        {
            foreach (string action in actions.Split(' '))
            {
                if (moves.Allowed(state).Contains(action))
                {
                    walked.Add($"{state}>{action}={moves.Next(state, action)}");
                }
                else
                {
                    Assert.Equal("state_conflict", Assert.Throws<RefusalException>(() => moves.Next(state, action)).Refusal.Code);
                }
            }
        }

        Assert.Equal(expected, string.Join(' ', walked));
    }
}
