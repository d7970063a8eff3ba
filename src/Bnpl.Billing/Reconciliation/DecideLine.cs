using Bnpl.Billing.Ledger;
using Bnpl.Billing.Payments;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.Reconciliation;

/// <summary>What a person decides on a line. The machine never undoes it, nor considers the line again.</summary>
internal sealed class DecideLine(
    TenantSession session, TenantContext tenant, TenantClock clock, Caller caller, ReconciliationTurn turn, LineMatches matches, Cashier cashier,
    RefundWriter refunds, Journal journal, AuditTrail audit)
{
    private readonly List<LineMatch> _matches = [];
    private readonly List<Posting> _postings = [];

    public static Task<Ok<LineDecisionResponse>> MatchAsync(
        string id, MatchLineRequest request, DecideLine useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.MatchAsync(Resources.ParseId(IdPrefix.BankLine, id), request, http, cancellation);

    public static Task<Ok<LineDecisionResponse>> UnmatchAsync(string id, DecideLine useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.UnmatchAsync(Resources.ParseId(IdPrefix.BankLine, id), http, cancellation);

    public static Task<Ok<LineDecisionResponse>> IgnoreAsync(
        string id, IgnoreLineRequest? request, DecideLine useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.IgnoreAsync(Resources.ParseId(IdPrefix.BankLine, id), request?.Reason, http, cancellation);

    public static Task<Ok<LineDecisionResponse>> RefundAsync(string id, DecideLine useCase, HttpContext http, CancellationToken cancellation) =>
        useCase.RefundAsync(Resources.ParseId(IdPrefix.BankLine, id), http, cancellation);

    private async Task<Ok<LineDecisionResponse>> MatchAsync(Guid id, MatchLineRequest request, HttpContext http, CancellationToken cancellation)
    {
        IReadOnlyList<LinePart> parts = LinePart.Read(request.Allocations);
        StoredLine line = await LockAsync(id, LineLifeCycle.Match, http, cancellation);
        LinePart.CheckSum(parts, line);
        Payment? payment = await LoadAsync(line, parts, cancellation);
        if (payment is not null && line.Amount > 0)
        {
            CheckLeft(payment, parts.Sum(p => p.Amount));
        }

        foreach ((int index, LinePart part) in parts.Index())
        {
            Apply(line, payment, part, $"allocations[{index}]");
        }

        if (request.LearnPayer == true)
        {
            Learn(line, parts);
        }

        return End(line, LineStatus.Matched, LineLifeCycle.Match, null, http);
    }

    private async Task<Ok<LineDecisionResponse>> UnmatchAsync(Guid id, HttpContext http, CancellationToken cancellation)
    {
        StoredLine line = await LockAsync(id, LineLifeCycle.Unmatch, http, cancellation);
        Payment? payment = line.Amount > 0 ? await LoadAsync(line, [], cancellation) : null;
        IReadOnlyList<Guid> family = payment is null ? [line.Id] : await FamilyAsync(payment.Id, cancellation);
        foreach (LineMatch match in await matches.InForceAsync(family, cancellation))
        {
            if (match is { PaymentId: not null, Amount: < 0 })
            {
                // A payment that was reversed does not come back to life; a new line or a payment by hand does that.
                throw Refusal.StateConflict(line.Status, [], LineLifeCycle.Unmatch).AsException();
            }

            TakeBack(line, payment, match);
        }

        if (payment is not null)
        {
            Release(payment);
        }

        return End(line, LineStatus.Unmatched, LineLifeCycle.Unmatch, null, http);
    }

    private async Task<Ok<LineDecisionResponse>> IgnoreAsync(Guid id, string? reason, HttpContext http, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.Text(reason, "reason", 500, multiline: true);
        errors.ThrowIfAny();
        StoredLine line = await LockAsync(id, LineLifeCycle.Ignore, http, cancellation);
        if (line.Amount > 0 && await LoadAsync(line, [], cancellation) is { Unapplied: > 0 } payment)
        {
            // Not a buyer's money: it leaves the unapplied cash and stays explainable in suspense.
            Apply(line, payment, new LinePart(null, null, "suspense", payment.Unapplied), "");
        }

        return End(line, LineStatus.Ignored, LineLifeCycle.Ignore, reason, http);
    }

    private async Task<Ok<LineDecisionResponse>> RefundAsync(Guid id, HttpContext http, CancellationToken cancellation)
    {
        StoredLine line = await LockAsync(id, LineLifeCycle.Refund, http, cancellation);
        if (await LoadAsync(line, [], cancellation) is not { Unapplied: > 0 } payment || line.Amount < 0)
        {
            throw Refusal.StateConflict(line.Status, [LineLifeCycle.Match, LineLifeCycle.Ignore], LineLifeCycle.Refund).AsException();
        }

        PaymentLifeCycle.Moves.Next(payment.Status, "refunds");
        Guid refund = (await refunds.AddAsync(payment, payment.Unapplied, null, cancellation)).Id;
        return End(line, LineStatus.Refunded, LineLifeCycle.Refund, EntityId.Format(IdPrefix.Refund, refund), http);
    }

    private async Task<StoredLine> LockAsync(Guid id, string action, HttpContext http, CancellationToken cancellation)
    {
        await turn.TakeAsync(cancellation);
        StoredLine line = await session.ReadOneAsync(
            new Sql($"SELECT {StoredLine.Columns} FROM recon.lines WHERE tenant_id = $1 AND id = $2 FOR UPDATE", tenant.TenantId, id),
            StoredLine.From,
            cancellation) ?? throw Refusal.NotFound().AsException();
        http.CheckIfMatch(line.Version);
        LineLifeCycle.Moves.Next(line.Status, action);
        return line.ConsideredAt is null ? throw Refusal.StateConflict("processing", [], action).AsException() : line;
    }

    private async Task<Payment?> LoadAsync(StoredLine line, IReadOnlyList<LinePart> parts, CancellationToken cancellation)
    {
        Guid[] receivables = [.. parts.Select(p => p.ReceivableId).OfType<Guid>()];
        if (parts.Select(p => p.PaymentId).OfType<Guid>().FirstOrDefault() is var named && named != default)
        {
            await EnsureExistsAsync(named, cancellation);
            Payment other = await cashier.LoadAsync(named, receivables, cancellation);
            await cashier.LoadUnappliedAsync(cancellation);
            await cashier.GuardRefundsAsync(other, cancellation);
            return other;
        }

        return line.PaymentId is { } own ? await cashier.LoadAsync(own, receivables, cancellation) : null;
    }

    private void Apply(StoredLine line, Payment? payment, LinePart part, string field)
    {
        if (part.ReceivableId is { } id)
        {
            if (payment is null || line.Amount < 0)
            {
                throw Refusal.Invalid($"{field}.receivable", "not_allowed", "Money that leaves pays no receivable.").AsException();
            }

            Receivable receivable = cashier.Book.Receivable(id);
            if (part.Amount < 0 || part.Amount > receivable.Outstanding)
            {
                throw Refusal.Invalid($"{field}.amount", "over_applied", $"The receivable has {receivable.Outstanding} yen left.").AsException();
            }

            cashier.AllocateByHand(payment, receivable, part.Amount);
        }
        else if (part.PaymentId is not null)
        {
            if (line.Amount > 0 || part.Amount != line.Amount || payment!.Amount != -line.Amount)
            {
                throw Refusal.Invalid($"{field}.payment", "not_allowed", "A line that takes money back reverses one payment of the same amount.").AsException();
            }

            if (line.Kind == LineKind.BankDebit)
            {
                _postings.Add(BankMovements.Explained(line));
            }

            cashier.Reverse(payment);
        }

        LineMatch match = new(EntityId.New(), line.Id, part.PaymentId, part.ReceivableId, part.Clearing, part.Amount, caller.Subject, ["by_hand"], null);
        _matches.Add(match);
        if (part.Clearing is { } clearing)
        {
            Post(BankMovements.Cleared(match.Id, clearing, part.Amount, line));
            if (payment is not null)
            {
                payment.Unapplied -= part.Amount;
                payment.Changed = true;
            }
        }
    }

    private void TakeBack(StoredLine line, Payment? payment, LineMatch match)
    {
        _matches.Add(match with { Id = EntityId.New(), Amount = -match.Amount, DecidedBy = caller.Subject, Evidence = ["taken_back"], Reverses = match.Id });
        if (match.Clearing is { } clearing)
        {
            Post(BankMovements.ClearedBack(match.Id, clearing, match.Amount, line));
            if (payment is { Status: not PaymentStatus.Reversed })
            {
                payment.Unapplied += match.Amount;
                payment.Changed = true;
            }
        }
    }

    // Elsewhere somebody may have reversed the payment, or put its money to use, while the line stood unmatched.
    private static void CheckLeft(Payment payment, long amount)
    {
        PaymentLifeCycle.Moves.Next(payment.Status, "allocations");
        if (amount > payment.Unapplied)
        {
            throw Refusal.Invalid("allocations", "over_applied", $"Only {payment.Unapplied} yen of the line's payment are unapplied.").AsException();
        }
    }

    private void Release(Payment payment)
    {
        cashier.Withdraw(
            payment,
            [.. cashier.Book.Receivables.Where(r => r.Allocations.Exists(a => a.PaymentId == payment.Id))],
            a => a.PaymentId == payment.Id,
            "unmatch");
        payment.ReceivableId = null;
        payment.Changed = true;
    }

    private void Post(Posting? posting)
    {
        if (posting is not null)
        {
            _postings.Add(posting);
        }
    }

    // The preliminary and the confirmed line of one payment share its fate.
    private Task<List<Guid>> FamilyAsync(Guid payment, CancellationToken cancellation) => session.ReadListAsync(
        new Sql("SELECT id FROM recon.lines WHERE tenant_id = $1 AND payment_id = $2 AND amount > 0", tenant.TenantId, payment), row => row.GetGuid(0), cancellation);

    private async Task EnsureExistsAsync(Guid payment, CancellationToken cancellation)
    {
        bool exists = await session.ReadOneAsync(
            new Sql("SELECT EXISTS (SELECT 1 FROM billing.payments WHERE tenant_id = $1 AND id = $2)", tenant.TenantId, payment), row => row.GetBoolean(0), cancellation);
        if (!exists)
        {
            throw Refusal.NotFound().AsException();
        }
    }

    private void Learn(StoredLine line, IReadOnlyList<LinePart> parts)
    {
        foreach (Guid buyer in parts.Select(p => p.ReceivableId).OfType<Guid>().Select(id => cashier.Book.Receivable(id).BuyerId).Distinct())
        {
            if (line.PayerHash is { } hash)
            {
                session.Add(new Sql(
                    """
                    INSERT INTO recon.known_payers (tenant_id, payer_hash, key_version, buyer_id, learned_by, learned_at)
                    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
                    """,
                    tenant.TenantId, hash, tenant.Keys.CurrentVersion, buyer, caller.Subject, clock.Now));
            }
        }
    }

    private Ok<LineDecisionResponse> End(StoredLine line, string status, string action, string? note, HttpContext http)
    {
        cashier.Finish();
        journal.Post(_postings);
        matches.Decide(line, status, caller.Subject, note);
        matches.Add(_matches);
        audit.Record($"reconciliation_line.{action}", IdPrefix.BankLine, line.Id, "status");
        http.SetETag(line.Version + 1);
        return TypedResults.Ok(new LineDecisionResponse(
            EntityId.Format(IdPrefix.BankLine, line.Id), "reconciliation_line", line.Version + 1, status, line.Amount,
            [.. _matches.Where(m => m.Reverses is null).Select(LineMatchResponse.From)], LineLifeCycle.Moves.Allowed(status)));
    }
}

internal sealed record IgnoreLineRequest(string? Reason);

/// <summary>What the decision made of the line.</summary>
internal sealed record LineDecisionResponse(
    string Id, string Object, int Version, string Status, long Amount, IReadOnlyList<LineMatchResponse> Matches, IReadOnlyList<string> AllowedActions);
