using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Purchases;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Orders;
using CsCheck;

namespace Bnpl.Credit.Tests.Orders;

public sealed class OrderLimitTests
{
    private static readonly Deadlines s_deadlines = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    private enum Act
    {
        Pay,
        Reverse,
        Credit,
    }

    [Fact]
    public void What_an_order_holds_stays_between_zero_and_its_amount_and_matches_what_it_gave() =>
        Gen.Select(Gen.Long[1, 50_000], Gen.Select(Gen.OneOf(Act.Pay, Act.Reverse, Act.Credit), Gen.Long[0, 60_000]).List[0, 30]).Sample((amount, acts) =>
        {
            Order order = Make(amount);
            long buyer = order.TakeVerdict(CreditPolicy.Approved, s_deadlines);
            order.Ship(new BilledContent(amount, []));
            foreach ((Act act, long yen) in acts)
            {
                if (act == Act.Reverse)
                {
                    buyer += order.HoldAgain(yen);
                }
                else
                {
                    buyer -= order.TakeBack(yen);
                }

                Assert.Equal(order.LimitHeld, buyer);
                Assert.InRange(order.LimitHeld, 0, amount);
            }
        });

    [Fact]
    public void The_end_of_an_order_gives_everything_back()
    {
        Order order = Make(5_000);
        order.TakeVerdict(CreditPolicy.Approved, s_deadlines);

        Assert.Equal(5_000, order.End(OrderLifecycle.Cancel, null));
        Assert.Equal((0, null), (order.LimitHeld, order.ExpiresAt));
    }

    [Fact]
    public void The_unshipped_rest_is_given_back_when_it_expires()
    {
        Order order = Make(5_000);
        order.TakeVerdict(CreditPolicy.Approved, s_deadlines);
        order.Ship(new BilledContent(3_000, []));

        Assert.Equal(2_000, order.EndRest(OrderLifecycle.Expire, "rest_not_shipped"));
        Assert.Equal(("shipped", 3_000), (order.Status, order.LimitHeld));
    }

    [Fact]
    public void However_often_an_order_is_amended_it_holds_its_amount_and_has_the_lines_of_the_last_content() =>
        Gen.Select(Gen.Long[1, 50_000], Gen.Select(Gen.Long[1, 50_000], Gen.Int[1, 5]).List[0, 12]).Sample((amount, contents) =>
        {
            Order order = Make(amount);
            long buyer = order.TakeVerdict(CreditPolicy.Approved, s_deadlines);
            foreach ((long next, int lines) in contents)
            {
                buyer += order.Amend(next, [.. Enumerable.Range(1, lines).Select(i => new PurchaseLine { Name = $"{i}", Quantity = i, UnitPrice = next, TaxRate = "0.10" })]);

                Assert.Equal((next, next, next), (order.Amount, order.LimitHeld, buyer));
                Assert.Equal(Enumerable.Range(1, lines).Select(i => (i, $"{i}", i)), order.Lines.Select(line => (line.Line, line.Name, line.Quantity)).Order());
            }

            Assert.Equal(buyer, order.End(OrderLifecycle.Cancel, null));
        });

    private static Order Make(long amount) => new()
    {
        Id = Guid.Empty,
        MerchantId = Guid.Empty,
        BuyerId = Guid.Empty,
        Status = OrderLifecycle.Authorized,
        MerchantOrderNo = "1",
        OrderedAt = DateTimeOffset.UnixEpoch,
        Currency = "JPY",
        Amount = amount,
        Plan = "{}",
        InvoiceDelivery = "email",
        Body = [],
        BodyHash = [],
        BodyKeyVersion = 1,
        DecisionId = Guid.Empty,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
