using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Orders;

/// <summary>What an authorized order would become: the wish of a shop that a person must look at first.</summary>
/// <param name="Decision">The verdict that holds it, as it was given: verdicts never change.</param>
internal sealed record PendingAmend(long Amount, IReadOnlyList<PurchaseLine> Lines, OrderDecisionResponse Decision, DateTimeOffset DeadlineAt)
{
    public Guid DecisionId() => EntityId.TryParse(IdPrefix.Decision, Decision.Id, out Guid id) ? id : throw new FormatException(Decision.Id);

    /// <summary>For events, which tell no names of goods.</summary>
    public PendingAmend WithoutNames() => this with { Lines = [.. Lines.Select(line => line with { Name = null })] };
}

/// <summary>How an order takes other content before it is shipped.</summary>
internal sealed partial class Order
{
    /// <summary>The wish that waits for a person, as JSON; null where there is none.</summary>
    public string? PendingAmend { get; private set; }

    public DateTimeOffset? AmendDeadlineAt { get; private set; }

    public PendingAmend? ReadPendingAmend() =>
        PendingAmend is null ? null : JsonSerializer.Deserialize<PendingAmend>(PendingAmend, JsonConventions.Options);

    /// <summary>Replaces the content and what is held for it. A wish that was waiting is answered or overtaken by this.</summary>
    /// <returns>By how much the order holds more of the limit than before; negative where it gives some back.</returns>
    public long Amend(long amount, IReadOnlyList<PurchaseLine> lines)
    {
        Move(OrderLifecycle.Amend);
        EndPendingAmend();
        long change = amount - LimitHeld;
        (Amount, AmountLapsed, LimitHeld) = (amount, 0, amount);
        List<OrderLine> old = [.. Lines.OrderBy(line => line.Line)];
        foreach ((int index, PurchaseLine line) in lines.Index())
        {
            if (index < old.Count)
            {
                old[index].Become(line);
            }
            else
            {
                Lines.Add(OrderLine.Of(Id, MerchantId, index + 1, line));
            }
        }

        Lines.RemoveAll(line => line.Line > lines.Count);
        return change;
    }

    /// <summary>Keeps the order as it is and lets the wish wait.</summary>
    public void AwaitAmend(PendingAmend wish)
    {
        Move(OrderLifecycle.Amend);
        PendingAmend = JsonSerializer.Serialize(wish, JsonConventions.Options);
        AmendDeadlineAt = wish.DeadlineAt;
    }

    /// <summary>The wish was refused or ran out of time; the order stays as it is.</summary>
    public void RefusePendingAmend()
    {
        Move(OrderLifecycle.Amend);
        EndPendingAmend();
    }

    /// <returns>Whether one was waiting.</returns>
    public bool EndPendingAmend()
    {
        bool waiting = PendingAmend is not null;
        (PendingAmend, AmendDeadlineAt) = (null, null);
        return waiting;
    }
}
