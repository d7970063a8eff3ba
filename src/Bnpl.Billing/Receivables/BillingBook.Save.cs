using Bnpl.Billing.Ledger;
using Bnpl.Contracts;

namespace Bnpl.Billing.Receivables;

/// <summary>Saves what changed, set-based, with the commit's round trip. Call it once, last.</summary>
internal sealed partial class BillingBook
{
    /// <summary>Raises versions of what changed; call before answers are built, then <see cref="Save"/>.</summary>
    public void Stamp()
    {
        foreach (Receivable receivable in _receivables.Values.Where(r => r.Changed))
        {
            receivable.Version++;
            foreach (Invoice invoice in receivable.Invoices.Where(i => i.Changed))
            {
                invoice.Version++;
            }
        }

        foreach (Payment payment in _payments.Values.Where(p => p.Changed))
        {
            payment.Version++;
        }
    }

    public void Save(Journal journal)
    {
        SaveReceivables([.. _receivables.Values.Where(r => r.Changed)]);
        SavePayments([.. _payments.Values.Where(p => p.Changed)]);
        SaveCharges();
        SaveAllocations();
        SaveReopened();
        journal.Post(_postings);
        _postings.Clear();
        _charges.Clear();
        _newAllocations.Clear();
        _newParts.Clear();
        _reversedAllocations.Clear();
        _reversedParts.Clear();
        _paidInvoices.Clear();
        _reopenedInvoices.Clear();
    }

    // Its payment ended the buyer's arrears; unpaid again, it must be told of as overdue again.
    private void SaveReopened()
    {
        if (_reopenedInvoices.Count > 0)
        {
            session.Add(new Sql(
                "DELETE FROM dunning.overdue_invoices WHERE tenant_id = $1 AND invoice_id = ANY ($2)", tenant.TenantId, _reopenedInvoices.ToArray()));
        }
    }

    private void SaveReceivables(List<Receivable> changed)
    {
        if (changed.Count == 0)
        {
            return;
        }

        List<Receivable> added = changed.FindAll(r => r is { IsNew: true, Version: 1 });
        if (added.Count > 0)
        {
            session.Add(new Sql(
                """
                INSERT INTO billing.receivables (
                    tenant_id, id, version, event_seq, merchant_id, order_id, buyer_id, shipment_id, status, plan_code, principal, outstanding,
                    opened_on, last_agreed_due_on, late_charge_rate, grace_days, commission_rate, commission, virtual_account_id, created_at,
                    statutory_rate)
                SELECT $1, r.id, 0, 0, r.merchant, r.order_id, r.buyer, r.shipment, 'open', r.plan, r.principal, 0,
                    r.opened, r.last_due, r.late_rate, r.grace, r.commission_rate, 0, r.account, $2, r.statutory
                FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::bigint[], $10::date[], $11::date[],
                    $12::numeric[], $13::integer[], $14::numeric[], $15::uuid[], $16::numeric[])
                    AS r (id, merchant, order_id, buyer, shipment, plan, principal, opened, last_due, late_rate, grace, commission_rate, account, statutory)
                """,
                tenant.TenantId,
                clock.Now,
                added.Select(r => r.Id).ToArray(),
                added.Select(r => r.MerchantId).ToArray(),
                added.Select(r => r.OrderId).ToArray(),
                added.Select(r => r.BuyerId).ToArray(),
                added.Select(r => r.ShipmentId).ToArray(),
                added.Select(r => r.PlanCode).ToArray(),
                added.Select(r => r.Principal).ToArray(),
                added.Select(r => r.OpenedOn).ToArray(),
                added.Select(r => r.LastAgreedDueOn).ToArray(),
                added.Select(r => r.LateTerms.AnnualRate).ToArray(),
                added.Select(r => r.LateTerms.GraceDays).ToArray(),
                added.Select(r => r.CommissionRate).ToArray(),
                added.Select(r => r.VirtualAccountId).ToArray(),
                added.Select(r => r.LateTerms.StatutoryRate).ToArray()));
            var rows = added.SelectMany(r => r.Instalments.Select(i => (Receivable: r, Instalment: i))).ToList();
            session.Add(new Sql(
                """
                INSERT INTO billing.instalments (tenant_id, id, merchant_id, receivable_id, number, due_on, principal)
                SELECT $1, i.id, i.merchant, i.receivable, i.number, i.due_on, i.principal
                FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::integer[], $6::date[], $7::bigint[])
                    AS i (id, merchant, receivable, number, due_on, principal)
                """,
                tenant.TenantId,
                rows.Select(x => x.Instalment.Id).ToArray(),
                rows.Select(x => x.Receivable.MerchantId).ToArray(),
                rows.Select(x => x.Receivable.Id).ToArray(),
                rows.Select(x => x.Instalment.Number).ToArray(),
                rows.Select(x => x.Instalment.DueOn).ToArray(),
                rows.Select(x => x.Instalment.Principal).ToArray()));
        }

        session.Add(new Sql(
            """
            UPDATE billing.receivables AS t
            SET version = r.version, event_seq = r.event_seq, status = r.status, outstanding = r.outstanding, oldest_due_on = r.oldest_due_on,
                accrued_through = r.accrued_through, commission = r.commission
            FROM unnest($2::uuid[], $3::integer[], $4::bigint[], $5::text[], $6::bigint[], $7::date[], $8::date[], $9::bigint[])
                AS r (id, version, event_seq, status, outstanding, oldest_due_on, accrued_through, commission)
            WHERE t.tenant_id = $1 AND t.id = r.id
            """,
            tenant.TenantId,
            changed.Select(r => r.Id).ToArray(),
            changed.Select(r => r.Version).ToArray(),
            changed.Select(r => r.EventSequence).ToArray(),
            changed.Select(r => r.Status).ToArray(),
            changed.Select(r => r.Outstanding).ToArray(),
            changed.Select(r => r.OldestDueOn).ToArray(),
            changed.Select(r => r.AccruedThrough).ToArray(),
            changed.Select(r => r.Commission).ToArray()));
        SaveInstalments([.. changed.SelectMany(r => r.Instalments)]);
        SaveInvoices([.. changed.SelectMany(r => r.Invoices).Where(i => i.Changed)]);

        // A number cools down from the day its receivable is settled; a reversal takes it back.
        session.Add(new Sql(
            """
            UPDATE billing.virtual_accounts AS v SET released_on = CASE WHEN r.open THEN NULL ELSE coalesce(v.released_on, $2) END
            FROM unnest($3::uuid[], $4::boolean[]) AS r (receivable_id, open)
            WHERE v.tenant_id = $1 AND v.receivable_id = r.receivable_id AND (v.released_on IS NULL) <> r.open
            """,
            tenant.TenantId,
            clock.Today,
            changed.Select(r => r.Id).ToArray(),
            changed.Select(r => r.Outstanding > 0).ToArray()));
        changed.ForEach(r => r.Changed = false);
    }

    private void SaveInstalments(List<Instalment> changed) => session.Add(new Sql(
        """
        UPDATE billing.instalments AS t
        SET credited = i.credited, principal_paid = i.principal_paid, fee = i.fee, fee_paid = i.fee_paid,
            late_charge = i.late_charge, late_charge_paid = i.late_charge_paid
        FROM unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[])
            AS i (id, credited, principal_paid, fee, fee_paid, late_charge, late_charge_paid)
        WHERE t.tenant_id = $1 AND t.id = i.id
        """,
        tenant.TenantId,
        changed.Select(i => i.Id).ToArray(),
        changed.Select(i => i.Credited).ToArray(),
        changed.Select(i => i.PrincipalPaid).ToArray(),
        changed.Select(i => i.Fee).ToArray(),
        changed.Select(i => i.FeePaid).ToArray(),
        changed.Select(i => i.LateCharge).ToArray(),
        changed.Select(i => i.LateChargePaid).ToArray()));

    private void SaveInvoices(List<Invoice> changed)
    {
        List<Invoice> known = changed.FindAll(i => i is not { IsNew: true, Version: 1 });
        changed.ForEach(i => i.Changed = false);
        if (known.Count == 0)
        {
            return;
        }

        session.Add(new Sql(
            """
            UPDATE billing.invoices AS t
            SET version = i.version, event_seq = i.event_seq, status = i.status, due_on = i.due_on, amount = i.amount, tax = i.tax::jsonb, sent_at = i.sent_at
            FROM unnest($2::uuid[], $3::integer[], $4::bigint[], $5::text[], $6::date[], $7::bigint[], $8::text[], $9::timestamptz[])
                AS i (id, version, event_seq, status, due_on, amount, tax, sent_at)
            WHERE t.tenant_id = $1 AND t.id = i.id
            """,
            tenant.TenantId,
            known.Select(i => i.Id).ToArray(),
            known.Select(i => i.Version).ToArray(),
            known.Select(i => i.EventSequence).ToArray(),
            known.Select(i => i.Status).ToArray(),
            known.Select(i => i.DueOn).ToArray(),
            known.Select(i => i.Amount).ToArray(),
            known.Select(i => BillingRows.ToJson(i.Tax)).ToArray(),
            known.Select(i => i.SentAt).ToArray()));
    }

    private void SavePayments(List<Payment> changed)
    {
        if (changed.Count == 0)
        {
            return;
        }

        List<Payment> added = changed.FindAll(p => p is { IsNew: true, Version: 1 });
        foreach (Payment payment in added)
        {
            session.Add(new Sql(
                """
                INSERT INTO billing.payments (
                    tenant_id, id, version, event_seq, channel, status, amount, unapplied, received_on, slip_id, source, source_key, reference,
                    payer, created_at)
                VALUES ($1, $2, 0, 0, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12)
                """,
                tenant.TenantId, payment.Id, payment.Channel, payment.Status, payment.Amount, payment.ReceivedOn, payment.SlipId,
                payment.Source, payment.SourceKey, payment.Reference, payment.Payer, payment.CreatedAt));
        }

        session.Add(new Sql(
            """
            UPDATE billing.payments AS t
            SET version = p.version, event_seq = p.event_seq, merchant_id = p.merchant_id, status = p.status, unapplied = p.unapplied,
                receivable_id = p.receivable_id, preliminary_at = p.preliminary_at, confirmed_at = p.confirmed_at, reversed_at = p.reversed_at
            FROM unnest($2::uuid[], $3::integer[], $4::bigint[], $5::uuid[], $6::text[], $7::bigint[], $8::uuid[], $9::timestamptz[],
                $10::timestamptz[], $11::timestamptz[])
                AS p (id, version, event_seq, merchant_id, status, unapplied, receivable_id, preliminary_at, confirmed_at, reversed_at)
            WHERE t.tenant_id = $1 AND t.id = p.id
            """,
            tenant.TenantId,
            changed.Select(p => p.Id).ToArray(),
            changed.Select(p => p.Version).ToArray(),
            changed.Select(p => p.EventSequence).ToArray(),
            changed.Select(p => p.MerchantId).ToArray(),
            changed.Select(p => p.Status).ToArray(),
            changed.Select(p => p.Unapplied).ToArray(),
            changed.Select(p => p.ReceivableId).ToArray(),
            changed.Select(p => p.PreliminaryAt).ToArray(),
            changed.Select(p => p.ConfirmedAt).ToArray(),
            changed.Select(p => p.ReversedAt).ToArray()));
        changed.ForEach(p => p.Changed = false);
    }

    private void SaveCharges()
    {
        if (_charges.Count == 0)
        {
            return;
        }

        session.Add(new Sql(
            """
            INSERT INTO billing.charges (tenant_id, id, merchant_id, receivable_id, instalment_id, kind, amount, charged_on, cause, created_at)
            SELECT $1, c.id, c.merchant, c.receivable, c.instalment, c.kind, c.amount, c.charged_on, c.cause, $2
            FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::bigint[], $9::date[], $10::text[])
                AS c (id, merchant, receivable, instalment, kind, amount, charged_on, cause)
            """,
            tenant.TenantId,
            clock.Now,
            _charges.Select(c => c.Id).ToArray(),
            _charges.Select(c => c.Receivable.MerchantId).ToArray(),
            _charges.Select(c => c.Receivable.Id).ToArray(),
            _charges.Select(c => c.InstalmentId).ToArray(),
            _charges.Select(c => c.Kind).ToArray(),
            _charges.Select(c => c.Amount).ToArray(),
            _charges.Select(c => c.ChargedOn).ToArray(),
            _charges.Select(c => c.Cause).ToArray()));
    }

    private void SaveAllocations()
    {
        if (_newAllocations.Count > 0)
        {
            session.Add(new Sql(
                """
                INSERT INTO billing.allocations (
                    tenant_id, id, merchant_id, payment_id, receivable_id, amount, received_on, held_instalment_id, held_on, created_at)
                SELECT $1, a.id, a.merchant, a.payment, a.receivable, a.amount, a.received_on, a.held_instalment, a.held_on, $2
                FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[], $8::date[], $9::uuid[], $10::date[])
                    AS a (id, merchant, payment, receivable, amount, received_on, held_instalment, held_on)
                """,
                tenant.TenantId,
                clock.Now,
                _newAllocations.Select(a => a.Allocation.Id).ToArray(),
                _newAllocations.Select(a => a.Receivable.MerchantId).ToArray(),
                _newAllocations.Select(a => a.Allocation.PaymentId).ToArray(),
                _newAllocations.Select(a => a.Receivable.Id).ToArray(),
                _newAllocations.Select(a => a.Allocation.Amount).ToArray(),
                _newAllocations.Select(a => a.Allocation.ReceivedOn).ToArray(),
                _newAllocations.Select(a => a.Allocation.HeldInstalmentId).ToArray(),
                _newAllocations.Select(a => a.Allocation.HeldOn).ToArray()));
        }

        if (_newParts.Count > 0)
        {
            session.Add(new Sql(
                """
                INSERT INTO billing.allocation_parts (
                    tenant_id, id, merchant_id, allocation_id, receivable_id, instalment_id, component, amount, created_at)
                SELECT $1, p.id, p.merchant, p.allocation, p.receivable, p.instalment, p.component, p.amount, $2
                FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::bigint[])
                    AS p (id, merchant, allocation, receivable, instalment, component, amount)
                """,
                tenant.TenantId,
                clock.Now,
                _newParts.Select(p => p.Part.Id).ToArray(),
                _newParts.Select(p => p.Receivable.MerchantId).ToArray(),
                _newParts.Select(p => p.AllocationId).ToArray(),
                _newParts.Select(p => p.Receivable.Id).ToArray(),
                _newParts.Select(p => p.Part.InstalmentId).ToArray(),
                _newParts.Select(p => p.Part.Component).ToArray(),
                _newParts.Select(p => p.Part.Amount).ToArray()));
        }

        if (_reversedAllocations.Count + _reversedParts.Count > 0)
        {
            session.Add(new Sql(
                "UPDATE billing.allocations SET reversed_at = $2 WHERE tenant_id = $1 AND id = ANY ($3)",
                tenant.TenantId, clock.Now, _reversedAllocations.ToArray()));
            session.Add(new Sql(
                "UPDATE billing.allocation_parts SET reversed_at = $2 WHERE tenant_id = $1 AND id = ANY ($3)",
                tenant.TenantId, clock.Now, _reversedParts.ToArray()));
        }
    }
}
