using Bnpl.Billing.Ledger;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Payments;

/// <summary>Money as it was reported from outside.</summary>
/// <param name="Source">Where it was reported, and <paramref name="SourceKey"/>, its key there: together they name one payment for ever.</param>
/// <param name="Confirmed">False: the till's or bank's preliminary word.</param>
/// <param name="ReceivableId">The receivable that it names by slip, account or hand; null: unapplied cash.</param>
/// <param name="SlipId">The slip that was paid, where one was named.</param>
internal sealed record IncomingPayment(
    string Channel,
    long Amount,
    DateOnly ReceivedOn,
    bool Confirmed,
    string Source,
    string SourceKey,
    Guid? ReceivableId = null,
    Guid? SlipId = null,
    string? Reference = null,
    byte[]? Payer = null);

/// <summary>
/// Takes in money, allocates it, turns and reverses it. Used by every channel: files, tills, transfers, by hand. Load
/// everything first with <see cref="LoadAsync"/>, then call the rest, and <see cref="Finish"/> once.
/// </summary>
internal sealed class Cashier(TenantSession session, TenantContext tenant, TenantClock clock, BillingBook book, Journal journal, BillingEvents events, Outbox outbox)
{
    private readonly List<(string Type, Payment Payment, IReadOnlyList<LimitMovement> Movements)> _told = [];
    private readonly List<Posting> _postings = [];

    public BillingBook Book => book;

    /// <summary>Locks the receivables and payments of a whole batch, in the order that everybody keeps.</summary>
    public async Task LoadAsync(IReadOnlyList<IncomingPayment> payments, CancellationToken cancellation)
    {
        List<(Guid Id, Guid? Receivable)> known = await session.ReadListAsync(
            new Sql(
                """
                SELECT p.id, a.receivable_id FROM billing.payments p
                LEFT JOIN billing.allocations a ON a.tenant_id = p.tenant_id AND a.payment_id = p.id AND a.reversed_at IS NULL
                WHERE p.tenant_id = $1 AND (p.source, p.source_key) IN (SELECT * FROM unnest($2::text[], $3::text[]))
                """,
                tenant.TenantId, payments.Select(p => p.Source).ToArray(), payments.Select(p => p.SourceKey).ToArray()),
            row => (row.GetGuid(0), BillingRows.Id(row, 1)),
            cancellation);
        await book.LoadAsync(
            payments.Select(p => p.ReceivableId).Concat(known.Select(k => k.Receivable)).OfType<Guid>(),
            known.Select(k => k.Id),
            cancellation);
    }

    /// <summary>Locks one payment with the receivables that it pays.</summary>
    public async Task<Payment> LoadAsync(Guid paymentId, IEnumerable<Guid> receivables, CancellationToken cancellation)
    {
        List<Guid> paid = await session.ReadListAsync(
            new Sql(
                """
                SELECT receivable_id FROM billing.allocations WHERE tenant_id = $1 AND payment_id = $2 AND reversed_at IS NULL
                UNION SELECT receivable_id FROM billing.payments WHERE tenant_id = $1 AND id = $2 AND receivable_id IS NOT NULL
                """,
                tenant.TenantId, paymentId),
            row => row.GetGuid(0),
            cancellation);
        await book.LoadAsync([.. paid, .. receivables], [paymentId], cancellation);
        return book.Payment(paymentId);
    }

    /// <summary>Locks payments for the loaded receivables that found nothing to pay: they step in when another one is reversed.</summary>
    public async Task LoadUnappliedAsync(CancellationToken cancellation)
    {
        List<Guid> waiting = await session.ReadListAsync(
            new Sql(
                "SELECT id FROM billing.payments WHERE tenant_id = $1 AND receivable_id = ANY ($2) AND unapplied > 0",
                tenant.TenantId, book.Receivables.Select(r => r.Id).ToArray()),
            row => row.GetGuid(0),
            cancellation);
        await book.LoadAsync([], waiting, cancellation);
    }

    /// <summary>Money that goes back to the buyer cannot vanish from under its refund.</summary>
    public async Task GuardRefundsAsync(Payment payment, CancellationToken cancellation)
    {
        bool refunded = await session.ReadOneAsync(
            new Sql(
                "SELECT EXISTS (SELECT 1 FROM billing.refunds WHERE tenant_id = $1 AND payment_id = $2 AND status NOT IN ('canceled', 'failed'))",
                tenant.TenantId, payment.Id),
            row => row.GetBoolean(0),
            cancellation);
        if (refunded)
        {
            throw Refusal.StateConflict(payment.Status, PaymentLifeCycle.Moves.Allowed(payment.Status), "reverse").AsException();
        }
    }

    /// <summary>
    /// Records a payment and puts it towards the receivable that it names; the confirmed word on a preliminary payment turns
    /// it, never makes a second one, and what is known already changes nothing.
    /// </summary>
    public Payment Record(IncomingPayment incoming)
    {
        if (book.Payments.FirstOrDefault(p => p.Source == incoming.Source && p.SourceKey == incoming.SourceKey) is { } known)
        {
            if (incoming.Confirmed && known.Status == PaymentStatus.Preliminary)
            {
                IReadOnlyList<LimitMovement> movements = Moving(PaidBy(known), () => known.Status = PaymentStatus.Confirmed);
                known.ConfirmedAt = clock.Now;
                known.Changed = true;
                Tell("payment.confirmed", known, movements);
            }

            return known;
        }

        Payment payment = new()
        {
            Id = EntityId.New(),
            Channel = incoming.Channel,
            Amount = incoming.Amount,
            Unapplied = incoming.Amount,
            ReceivedOn = incoming.ReceivedOn,
            Status = incoming.Confirmed ? PaymentStatus.Confirmed : PaymentStatus.Preliminary,
            PreliminaryAt = incoming.Confirmed ? null : clock.Now,
            ConfirmedAt = incoming.Confirmed ? clock.Now : null,
            Source = incoming.Source,
            SourceKey = incoming.SourceKey,
            SlipId = incoming.SlipId,
            Reference = incoming.Reference,
            Payer = incoming.Payer,
            CreatedAt = clock.Now,
            IsNew = true,
            Changed = true,
        };
        book.Add(payment);
        IReadOnlyList<LimitMovement> moved = [];
        Post(payment, "received", Account.OfChannel(payment.Channel), Account.UnappliedCash, payment.ReceivedOn);
        if (incoming.ReceivableId is { } id && book.FindReceivable(id) is { } receivable)
        {
            payment.ReceivableId = id;
            payment.MerchantId = receivable.MerchantId;
            moved = Moving([receivable], () => Apply(payment, receivable, payment.Unapplied));
        }
        else
        {
            Tell("payment.unmatched", payment, []);
        }

        Tell(incoming.Confirmed ? "payment.confirmed" : "payment.preliminary", payment, incoming.Confirmed ? moved : []);
        return payment;
    }

    /// <summary>Puts unapplied money towards a receivable; what it cannot take stays unapplied.</summary>
    public long Apply(Payment payment, Receivable receivable, long amount)
    {
        if (receivable.Status is ReceivableStatus.Void || amount <= 0)
        {
            return 0;
        }

        long before = payment.Unapplied;
        book.Allocate(payment, receivable, amount, HoldOf(payment, receivable, amount), "payment");
        return before - payment.Unapplied;
    }

    /// <summary>Allocates by hand; limits of a confirmed payment's order move with it.</summary>
    public void AllocateByHand(Payment payment, Receivable receivable, long amount)
    {
        IReadOnlyList<LimitMovement> moved = Moving([receivable], () => Apply(payment, receivable, amount));
        payment.ReceivableId ??= receivable.Id;
        if (payment.Status == PaymentStatus.Confirmed)
        {
            Tell("payment.confirmed", payment, moved);
        }
    }

    /// <summary>Takes allocations back by hand; the money names nothing again, and limits move back with it.</summary>
    public void Withdraw(Payment payment, IReadOnlyCollection<Receivable> receivables, Predicate<Allocation> which, string cause) =>
        Tell("payment.unmatched", payment, Moving(receivables, () =>
        {
            foreach (Receivable receivable in receivables)
            {
                book.Withdraw(receivable, which, cause);
            }
        }));

    /// <summary>The money was not there after all: everything goes back to how the days without it give it.</summary>
    public void Reverse(Payment payment)
    {
        PaymentLifeCycle.Moves.Next(payment.Status, "reverse");

        List<Receivable> paid = PaidBy(payment);
        Tell("payment.reversed", payment, Moving(paid, () => TakeBack(payment, paid)));
    }

    private void TakeBack(Payment payment, List<Receivable> paid)
    {
        foreach (Receivable receivable in paid)
        {
            book.Withdraw(receivable, a => a.PaymentId == payment.Id, "reversal");
        }

        payment.Status = PaymentStatus.Reversed;
        payment.ReversedAt = clock.Now;
        payment.Unapplied = 0;
        payment.Changed = true;
        Post(payment, "reversed", Account.UnappliedCash, Account.OfChannel(payment.Channel), clock.Today);

        // A second payment for the same debt that found nothing to pay is what pays it now.
        foreach (Payment other in book.Payments.Where(p => p.Unapplied > 0 && p.Status != PaymentStatus.Reversed).OrderBy(p => p.ReceivedOn).ToList())
        {
            if (paid.Find(r => r.Id == other.ReceivableId) is { } receivable)
            {
                Apply(other, receivable, other.Unapplied);
            }
        }
    }

    /// <summary>Saves the book and tells of what happened. Once per session.</summary>
    public void Finish()
    {
        book.Stamp();
        foreach ((string type, Payment payment, IReadOnlyList<LimitMovement> movements) in _told)
        {
            payment.EventSequence++;
            payment.Changed = true;
            outbox.Publish(
                type,
                new EventSubject("payment", payment.Id, payment.EventSequence, payment.MerchantId) { Threads = OrdersOf(payment, movements) },
                Answer(payment),
                new LimitMovements(movements));
        }

        events.TellPaid(book);
        book.Save(journal);
        journal.Post(_postings);
        _told.Clear();
        _postings.Clear();
    }

    /// <summary>The payment's answer as the book knows it: the allocations in force.</summary>
    public PaymentResponse Answer(Payment payment) => PaymentResponse.From(
        payment,
        book.Receivables
            .SelectMany(r => r.Allocations.Where(a => a.PaymentId == payment.Id).Select(a => AllocationResponse.From(r.Id, a, null)))
            .OrderBy(a => a.Id, StringComparer.Ordinal));

    private HashSet<Guid> OrdersOf(Payment payment, IReadOnlyList<LimitMovement> movements) =>
    [
        .. PaidBy(payment).Select(r => r.OrderId),
        .. book.Receivables.Where(r => r.Id == payment.ReceivableId).Select(r => r.OrderId),
        .. movements.Select(m => EntityId.TryParse(IdPrefix.Order, m.Order, out Guid order) ? order : throw new FormatException(m.Order)),
    ];

    private void Tell(string type, Payment payment, IReadOnlyList<LimitMovement> movements) => _told.Add((type, payment, movements));

    private void Post(Payment payment, string rule, Account debit, Account credit, DateOnly valueOn) =>
        _postings.Add(new Posting("payment", payment.Id, rule, debit, credit, payment.Amount, valueOn, payment.ReceivableId, payment.MerchantId));

    // A slip's amount holds to its due date: whoever pays it in full by then owes no late charge for the days after its issue.
    private static (Guid InstalmentId, DateOnly On)? HoldOf(Payment payment, Receivable receivable, long amount)
    {
        foreach (Invoice invoice in receivable.Invoices)
        {
            PaymentSlip? slip = payment.SlipId is { } named ? invoice.Slips.Find(s => s.Id == named) : invoice.CurrentSlip;
            if (slip is not null && slip == invoice.CurrentSlip && amount >= slip.Amount && payment.ReceivedOn <= slip.DueOn && payment.ReceivedOn >= slip.IssuedOn)
            {
                return (invoice.InstalmentId!.Value, slip.IssuedOn);
            }
        }

        return null;
    }

    private List<Receivable> PaidBy(Payment payment) => [.. book.Receivables.Where(r => r.Allocations.Exists(a => a.PaymentId == payment.Id))];

    // What a change does to the principal that confirmed money pays, whichever payment it touches: so much limit moves.
    private List<LimitMovement> Moving(IReadOnlyCollection<Receivable> receivables, Action change)
    {
        List<(Receivable Receivable, long Before)> known = [.. receivables.Select(r => (r, book.ConfirmedPrincipal(r)))];
        change();
        return [.. known.Select(k => new LimitMovement(EntityId.Format(IdPrefix.Order, k.Receivable.OrderId), book.ConfirmedPrincipal(k.Receivable) - k.Before))];
    }
}
