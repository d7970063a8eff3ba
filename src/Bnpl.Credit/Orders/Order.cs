using System.Text.Json;
using Bnpl.Contracts.Credit;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Eligibility;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bnpl.Credit.Orders;

/// <summary>
/// A purchase and where it stands. Every change raises <see cref="Version"/>, every event <see cref="EventSeq"/>, so that who
/// receives events sees no gaps. <see cref="LimitHeld"/> is what the order takes of its buyer's limit.
/// </summary>
internal sealed partial class Order : IMerchantOwned
{
    private AgreedSchedule? _agreed;

    public Guid TenantId { get; private init; }
    public required Guid Id { get; init; }
    public required Guid MerchantId { get; init; }
    public required Guid BuyerId { get; set; }
    public int Version { get; private set; } = 1;
    public long EventSeq { get; private set; }
    public required string Status { get; set; }
    public required string MerchantOrderNo { get; init; }
    public required DateTimeOffset OrderedAt { get; init; }
    public required string Currency { get; init; }
    public required long Amount { get; set; }
    public long AmountShipped { get; private set; }
    public long AmountCredited { get; private set; }

    /// <summary>The rest that was not shipped in time, or that the shop closed: it holds no limit and is never shipped.</summary>
    public long AmountLapsed { get; private set; }

    public long LimitHeld { get; private set; }
    public required string Plan { get; set; }

    /// <summary>What was agreed about the payments, as JSON; null where nothing was, or the order is older than this.</summary>
    public string? PaymentSchedule { get; private set; }

    public required string InvoiceDelivery { get; init; }
    public required byte[] Body { get; set; }
    public required byte[] BodyHash { get; init; }
    public required int BodyKeyVersion { get; init; }
    public required Guid DecisionId { get; set; }
    public DateTimeOffset? DeadlineAt { get; private set; }
    public DateTimeOffset? ExpiresAt { get; private set; }
    public string? EndReason { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public List<OrderLine> Lines { get; init; } = [];

    public PlanTerms ReadPlan() => JsonSerializer.Deserialize<PlanTerms>(Plan, JsonConventions.Options)!;

    public AgreedSchedule? ReadPaymentSchedule() =>
        _agreed ??= PaymentSchedule is null ? null : JsonSerializer.Deserialize<AgreedSchedule>(PaymentSchedule, JsonConventions.Options);

    /// <summary>
    /// Keeps what the buyer is shown of the plan, for the amount as it is now and the invoice as if it were issued today. What was
    /// decided to be free of registration stays so, however late it is changed: the buyer's means were never asked for.
    /// </summary>
    /// <param name="registered">As it was decided; null where no decision tells.</param>
    public void Agree(DateOnly contractOn, DateOnly today, bool? registered)
    {
        _agreed = AgreedSchedule.Of(PlanPreview.Of(ReadPlan(), Amount, contractOn, today, registered ?? ReadPaymentSchedule()?.RegistrationRequired));
        PaymentSchedule = JsonSerializer.Serialize(_agreed, JsonConventions.Options);
    }

    public IReadOnlyList<string> AllowedActions => OrderLifecycle.Shown(Status, CodesLeft);

    /// <summary>Sets the dates and the limit that a verdict brings. The first verdict of a new order raises no version.</summary>
    /// <returns>What the order now holds of its buyer's limit.</returns>
    public long TakeVerdict(string result, Deadlines deadlines)
    {
        (DeadlineAt, ExpiresAt) = result switch
        {
            CreditPolicy.Approved => ((DateTimeOffset?)null, (DateTimeOffset?)deadlines.Shipment),
            CreditPolicy.Hold => (DeadlineAt ?? deadlines.Hold, DeadlineAt ?? deadlines.Hold),
            _ => (null, null),
        };
        CodesLeft = null;
        LimitHeld = result == CreditPolicy.Approved ? Amount : 0;
        return LimitHeld;
    }

    /// <exception cref="RefusalException">409 where the table has no such move.</exception>
    public void Move(string action)
    {
        Status = OrderLifecycle.Table.Next(Status, action, AllowedActions);
        Changed();
    }

    /// <summary>Ends the order before shipment.</summary>
    /// <returns>What it held of the limit.</returns>
    public long End(string action, string? reason)
    {
        Move(action);
        (DeadlineAt, ExpiresAt, EndReason) = (null, null, reason);
        CodesLeft = null;
        EndPendingAmend();
        return TakeBack(LimitHeld);
    }

    /// <summary>The unshipped rest lapses; what was shipped stays.</summary>
    public long EndRest(string action, string? reason)
    {
        Move(action);
        (ExpiresAt, EndReason) = (null, reason);
        long lapsing = Amount - AmountLapsed - AmountShipped;
        AmountLapsed += lapsing;
        return TakeBack(lapsing);
    }

    public void Ship(BilledContent content)
    {
        bool rest = AmountShipped + content.Amount == Amount - AmountLapsed;
        Move(rest ? OrderLifecycle.ShipRest : OrderLifecycle.ShipPart);
        EndPendingAmend();
        AmountShipped += content.Amount;
        foreach (BilledLine billed in content.Lines)
        {
            LineOf(billed).QuantityShipped += billed.Quantity;
        }
    }

    public void Void(BilledContent content, Deadlines deadlines)
    {
        Move(AmountShipped == content.Amount ? OrderLifecycle.VoidAll : OrderLifecycle.VoidPart);
        AmountShipped -= content.Amount;
        ExpiresAt ??= deadlines.Shipment;
        foreach (BilledLine billed in content.Lines)
        {
            LineOf(billed).QuantityShipped -= billed.Quantity;
        }
    }

    public void TakeCredit(BilledContent content)
    {
        Move(OrderLifecycle.Credit);
        AmountCredited += content.Amount;
        foreach (BilledLine billed in content.Lines)
        {
            LineOf(billed).QuantityCredited += billed.Quantity;
        }
    }

    /// <summary>Gives back at most what the order holds.</summary>
    public long TakeBack(long amount)
    {
        long released = Math.Clamp(amount, 0, LimitHeld);
        LimitHeld -= released;
        return released;
    }

    /// <summary>Holds again what a reversed payment leaves owing, at most what was sold, neither lapsed nor credited.</summary>
    public long HoldAgain(long amount)
    {
        long held = Math.Clamp(amount, 0, Math.Max(0, Amount - AmountLapsed - AmountCredited - LimitHeld));
        LimitHeld += held;
        return held;
    }

    /// <summary>The number of the order's next event.</summary>
    public long NextEvent() => ++EventSeq;

    private void Changed() => Version++;

    private OrderLine LineOf(BilledLine billed) => Lines.First(line => line.Line == billed.Line);

    internal sealed class Map : IEntityTypeConfiguration<Order>
    {
        public void Configure(EntityTypeBuilder<Order> builder)
        {
            builder.ToTable("orders");
            builder.HasKey(o => new { o.TenantId, o.Id });
            builder.Property(o => o.Currency).HasColumnType("character(3)");
            builder.Property(o => o.Plan).HasColumnType("jsonb");
            builder.Property(o => o.PaymentSchedule).HasColumnType("jsonb");
            builder.Property(o => o.PendingAmend).HasColumnType("jsonb");
            builder.Ignore(o => o.AllowedActions);
            builder.HasMany(o => o.Lines).WithOne().HasForeignKey(l => new { l.TenantId, l.OrderId }).HasPrincipalKey(o => new { o.TenantId, o.Id });
        }
    }
}
