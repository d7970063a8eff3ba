-- Shipments, receivables, invoices, payments. Every row below a merchant carries merchant_id; rows that events tell of
-- carry event_seq. Amounts are yen.
CREATE SCHEMA billing;
SELECT directory.grant_to_app('USAGE', 'SCHEMA billing');

CREATE TABLE billing.shipments (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    event_seq bigint NOT NULL,
    merchant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    buyer_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('reported', 'delivered', 'void')),
    shipped_on date NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    lines jsonb NOT NULL,
    tax jsonb NOT NULL,
    receivable_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    delivered_at timestamptz,
    voided_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX shipments_order ON billing.shipments (tenant_id, order_id, id);
CREATE INDEX shipments_merchant ON billing.shipments (tenant_id, merchant_id, id);
SELECT directory.protect('billing.shipments', 'SELECT, INSERT, UPDATE');

CREATE TABLE billing.parcels (
    tenant_id uuid NOT NULL,
    shipment_id uuid NOT NULL,
    number integer NOT NULL,
    merchant_id uuid NOT NULL,
    carrier text NOT NULL,
    tracking_no text NOT NULL,
    check_overridden boolean NOT NULL,
    PRIMARY KEY (tenant_id, shipment_id, number)
);
CREATE INDEX parcels_tracking ON billing.parcels (tenant_id, tracking_no);
SELECT directory.protect('billing.parcels', 'SELECT, INSERT');
ALTER TABLE billing.parcels ADD FOREIGN KEY (tenant_id, shipment_id) REFERENCES billing.shipments (tenant_id, id);

-- What a buyer owes for one shipment. outstanding and oldest_due_on repeat what the instalments say, for lists and ageing.
CREATE TABLE billing.receivables (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    event_seq bigint NOT NULL,
    merchant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    buyer_id uuid NOT NULL,
    shipment_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'paid', 'assigned', 'charged_off', 'void')),
    plan_code text NOT NULL,
    principal bigint NOT NULL CHECK (principal > 0),
    outstanding bigint NOT NULL CHECK (outstanding >= 0),
    oldest_due_on date,
    opened_on date NOT NULL,
    last_agreed_due_on date NOT NULL,
    late_charge_rate numeric(8, 6) NOT NULL,
    grace_days integer NOT NULL,
    accrued_through date,
    commission_rate numeric(8, 6) NOT NULL,
    commission bigint NOT NULL,
    virtual_account_id uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX receivables_order ON billing.receivables (tenant_id, order_id, id);
CREATE INDEX receivables_merchant ON billing.receivables (tenant_id, merchant_id, id);
CREATE INDEX receivables_buyer ON billing.receivables (tenant_id, buyer_id, id);
CREATE INDEX receivables_overdue ON billing.receivables (tenant_id, oldest_due_on) WHERE outstanding > 0;
SELECT directory.protect('billing.receivables', 'SELECT, INSERT, UPDATE');
ALTER TABLE billing.receivables ADD FOREIGN KEY (tenant_id, shipment_id) REFERENCES billing.shipments (tenant_id, id);

CREATE TABLE billing.instalments (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    receivable_id uuid NOT NULL,
    number integer NOT NULL,
    due_on date NOT NULL,
    principal bigint NOT NULL CHECK (principal >= 0),
    credited bigint NOT NULL DEFAULT 0,
    principal_paid bigint NOT NULL DEFAULT 0 CHECK (principal_paid >= 0),
    fee bigint NOT NULL DEFAULT 0,
    fee_paid bigint NOT NULL DEFAULT 0 CHECK (fee_paid BETWEEN 0 AND fee),
    late_charge bigint NOT NULL DEFAULT 0,
    late_charge_paid bigint NOT NULL DEFAULT 0 CHECK (late_charge_paid BETWEEN 0 AND late_charge),
    PRIMARY KEY (tenant_id, id),
    CHECK (credited BETWEEN 0 AND principal),
    CHECK (principal_paid <= principal - credited)
);
CREATE UNIQUE INDEX instalments_number ON billing.instalments (tenant_id, receivable_id, number);
CREATE INDEX instalments_due ON billing.instalments (tenant_id, due_on) WHERE principal > credited + principal_paid;
SELECT directory.protect('billing.instalments', 'SELECT, INSERT, UPDATE');
ALTER TABLE billing.instalments ADD FOREIGN KEY (tenant_id, receivable_id) REFERENCES billing.receivables (tenant_id, id);

-- Late charge and fees as facts: a correction is a row of the opposite sign.
CREATE TABLE billing.charges (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    receivable_id uuid NOT NULL,
    instalment_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('late_charge', 'plan_fee', 'notice_fee', 'fee_correction')),
    amount bigint NOT NULL CHECK (amount <> 0),
    charged_on date NOT NULL,
    cause text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX charges_receivable ON billing.charges (tenant_id, receivable_id, id);
-- A notice raises its fee once, however often the notice's step runs.
CREATE UNIQUE INDEX charges_notice ON billing.charges (tenant_id, instalment_id, cause) WHERE kind = 'notice_fee';
SELECT directory.protect('billing.charges', 'SELECT, INSERT');
ALTER TABLE billing.charges ADD FOREIGN KEY (tenant_id, instalment_id) REFERENCES billing.instalments (tenant_id, id);

-- receivable_id and instalment_id are unset while an invoice of a bundled order is a draft.
CREATE TABLE billing.invoices (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    event_seq bigint NOT NULL,
    merchant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    buyer_id uuid NOT NULL,
    receivable_id uuid,
    instalment_id uuid,
    number text NOT NULL,
    status text NOT NULL CHECK (status IN ('draft', 'issued', 'sent', 'partially_paid', 'paid', 'void')),
    delivery text NOT NULL,
    issued_on date NOT NULL,
    due_on date NOT NULL,
    amount bigint NOT NULL,
    tax jsonb NOT NULL,
    sent_at timestamptz,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX invoices_number ON billing.invoices (tenant_id, number);
CREATE UNIQUE INDEX invoices_instalment ON billing.invoices (tenant_id, instalment_id) WHERE instalment_id IS NOT NULL;
CREATE INDEX invoices_order ON billing.invoices (tenant_id, order_id, id);
CREATE INDEX invoices_merchant ON billing.invoices (tenant_id, merchant_id, id);
CREATE INDEX invoices_due ON billing.invoices (tenant_id, due_on, id);
CREATE INDEX invoices_status ON billing.invoices (tenant_id, status, id);
CREATE INDEX invoices_receivable ON billing.invoices (tenant_id, receivable_id);
SELECT directory.protect('billing.invoices', 'SELECT, INSERT, UPDATE');
ALTER TABLE billing.invoices ADD FOREIGN KEY (tenant_id, receivable_id) REFERENCES billing.receivables (tenant_id, id);
ALTER TABLE billing.invoices ADD FOREIGN KEY (tenant_id, instalment_id) REFERENCES billing.instalments (tenant_id, id);

-- A slip as it was printed: evidence, never changed, never recomputed. Old ones stay payable at tills.
CREATE TABLE billing.payment_slips (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    version integer NOT NULL,
    barcode_number text CHECK (barcode_number ~ '^91[0-9]{42}$'),
    company_code text,
    agent_code text,
    slip_key text,
    reissue integer,
    due_on date NOT NULL,
    payable_until date,
    amount bigint NOT NULL CHECK (amount > 0),
    stamp_duty boolean NOT NULL,
    issued_on date NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX payment_slips_version ON billing.payment_slips (tenant_id, invoice_id, version);
CREATE UNIQUE INDEX payment_slips_barcode ON billing.payment_slips (tenant_id, barcode_number);
CREATE UNIQUE INDEX payment_slips_key ON billing.payment_slips (tenant_id, company_code, agent_code, slip_key, reissue);
SELECT directory.protect('billing.payment_slips', 'SELECT, INSERT');
ALTER TABLE billing.payment_slips ADD FOREIGN KEY (tenant_id, invoice_id) REFERENCES billing.invoices (tenant_id, id);

-- What an invoice said at each issue, sealed, and the file made of it once.
CREATE TABLE billing.invoice_documents (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    number integer NOT NULL,
    slip_id uuid NOT NULL,
    content bytea NOT NULL,
    file_id uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX invoice_documents_number ON billing.invoice_documents (tenant_id, invoice_id, number);
SELECT directory.protect('billing.invoice_documents', 'SELECT, INSERT, UPDATE');
ALTER TABLE billing.invoice_documents ADD FOREIGN KEY (tenant_id, invoice_id) REFERENCES billing.invoices (tenant_id, id);
ALTER TABLE billing.invoice_documents ADD FOREIGN KEY (tenant_id, slip_id) REFERENCES billing.payment_slips (tenant_id, id);

-- The next number not yet reserved by any host. Numbers are unique, never promised to be without gaps.
CREATE TABLE billing.number_blocks (
    tenant_id uuid NOT NULL,
    kind text NOT NULL,
    next_number bigint NOT NULL,
    PRIMARY KEY (tenant_id, kind)
);
SELECT directory.protect('billing.number_blocks', 'SELECT, INSERT, UPDATE');

-- released_on starts the cool-down; until it ends the number still names its last receivable.
CREATE TABLE billing.virtual_accounts (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    bank_code text NOT NULL,
    bank_name text,
    branch_code text NOT NULL,
    branch_name text,
    account_type text NOT NULL,
    account_number text NOT NULL,
    holder_kana text NOT NULL,
    receivable_id uuid,
    allocated_on date,
    released_on date,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX virtual_accounts_number ON billing.virtual_accounts (tenant_id, bank_code, branch_code, account_number);
CREATE INDEX virtual_accounts_free ON billing.virtual_accounts (tenant_id, id) WHERE receivable_id IS NULL;
CREATE INDEX virtual_accounts_cooling ON billing.virtual_accounts (tenant_id, released_on) WHERE released_on IS NOT NULL;
CREATE INDEX virtual_accounts_receivable ON billing.virtual_accounts (tenant_id, receivable_id);
SELECT directory.protect('billing.virtual_accounts', 'SELECT, INSERT, UPDATE');

-- preliminary, confirmed and reversed are kept as facts of their own. (source, source_key) names one payment of the outside.
CREATE TABLE billing.payments (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    event_seq bigint NOT NULL,
    merchant_id uuid,
    channel text NOT NULL CHECK (channel IN ('konbini', 'transfer', 'card', 'debit', 'manual')),
    status text NOT NULL CHECK (status IN ('preliminary', 'confirmed', 'reversed')),
    amount bigint NOT NULL CHECK (amount > 0),
    unapplied bigint NOT NULL CHECK (unapplied BETWEEN 0 AND amount),
    received_on date NOT NULL,
    receivable_id uuid,
    slip_id uuid,
    source text NOT NULL,
    source_key text NOT NULL,
    reference text,
    payer bytea,
    preliminary_at timestamptz,
    confirmed_at timestamptz,
    reversed_at timestamptz,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX payments_source ON billing.payments (tenant_id, source, source_key);
CREATE INDEX payments_merchant ON billing.payments (tenant_id, merchant_id, id);
CREATE INDEX payments_unapplied ON billing.payments (tenant_id, id) WHERE unapplied > 0;
CREATE INDEX payments_receivable ON billing.payments (tenant_id, receivable_id);
SELECT directory.protect('billing.payments', 'SELECT, INSERT, UPDATE');
ALTER TABLE billing.payments ADD FOREIGN KEY (tenant_id, receivable_id) REFERENCES billing.receivables (tenant_id, id);
ALTER TABLE billing.payments ADD FOREIGN KEY (tenant_id, slip_id) REFERENCES billing.payment_slips (tenant_id, id);

-- What of a payment goes to a receivable; its parts say to which instalment and component. Reversed, never erased.
-- held_instalment_id, held_on: a slip was paid in full by its due date, late charge of that instalment ends on held_on.
CREATE TABLE billing.allocations (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    receivable_id uuid NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    received_on date NOT NULL,
    held_instalment_id uuid,
    held_on date,
    created_at timestamptz NOT NULL,
    reversed_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX allocations_payment ON billing.allocations (tenant_id, payment_id, id);
CREATE INDEX allocations_receivable ON billing.allocations (tenant_id, receivable_id, id);
SELECT directory.protect('billing.allocations', 'SELECT, INSERT, UPDATE');
ALTER TABLE billing.allocations ADD FOREIGN KEY (tenant_id, payment_id) REFERENCES billing.payments (tenant_id, id);
ALTER TABLE billing.allocations ADD FOREIGN KEY (tenant_id, receivable_id) REFERENCES billing.receivables (tenant_id, id);

CREATE TABLE billing.allocation_parts (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    allocation_id uuid NOT NULL,
    receivable_id uuid NOT NULL,
    instalment_id uuid NOT NULL,
    component text NOT NULL CHECK (component IN ('fee', 'late_charge', 'principal')),
    amount bigint NOT NULL CHECK (amount > 0),
    created_at timestamptz NOT NULL,
    reversed_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX allocation_parts_allocation ON billing.allocation_parts (tenant_id, allocation_id, id);
CREATE INDEX allocation_parts_receivable ON billing.allocation_parts (tenant_id, receivable_id) WHERE reversed_at IS NULL;
SELECT directory.protect('billing.allocation_parts', 'SELECT, INSERT, UPDATE');
ALTER TABLE billing.allocation_parts ADD FOREIGN KEY (tenant_id, allocation_id) REFERENCES billing.allocations (tenant_id, id);
ALTER TABLE billing.allocation_parts ADD FOREIGN KEY (tenant_id, instalment_id) REFERENCES billing.instalments (tenant_id, id);

CREATE TABLE billing.credit_notes (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    event_seq bigint NOT NULL,
    merchant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    number text NOT NULL,
    reason text NOT NULL CHECK (reason IN ('return', 'discount', 'not_delivered', 'other')),
    amount bigint NOT NULL CHECK (amount > 0),
    lines jsonb NOT NULL,
    tax jsonb NOT NULL,
    credited_on date NOT NULL,
    content bytea NOT NULL,
    file_id uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX credit_notes_number ON billing.credit_notes (tenant_id, number);
CREATE INDEX credit_notes_order ON billing.credit_notes (tenant_id, order_id, id);
SELECT directory.protect('billing.credit_notes', 'SELECT, INSERT, UPDATE');

CREATE TABLE billing.credit_note_parts (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    credit_note_id uuid NOT NULL,
    receivable_id uuid NOT NULL,
    instalment_id uuid NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    tax jsonb NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX credit_note_parts_note ON billing.credit_note_parts (tenant_id, credit_note_id);
CREATE INDEX credit_note_parts_receivable ON billing.credit_note_parts (tenant_id, receivable_id);
SELECT directory.protect('billing.credit_note_parts', 'SELECT, INSERT');
ALTER TABLE billing.credit_note_parts ADD FOREIGN KEY (tenant_id, credit_note_id) REFERENCES billing.credit_notes (tenant_id, id);
ALTER TABLE billing.credit_note_parts ADD FOREIGN KEY (tenant_id, instalment_id) REFERENCES billing.instalments (tenant_id, id);

CREATE TABLE billing.refunds (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    event_seq bigint NOT NULL,
    merchant_id uuid,
    payment_id uuid NOT NULL,
    credit_note_id uuid,
    amount bigint NOT NULL CHECK (amount > 0),
    method text NOT NULL CHECK (method IN ('bank', 'stripe')),
    status text NOT NULL CHECK (status IN ('awaiting_account', 'awaiting_approval', 'pending', 'in_payout', 'paid', 'failed', 'canceled')),
    bank_account bytea,
    requested_by text NOT NULL,
    approved_by text,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX refunds_payment ON billing.refunds (tenant_id, payment_id);
CREATE INDEX refunds_status ON billing.refunds (tenant_id, status, id);
SELECT directory.protect('billing.refunds', 'SELECT, INSERT, UPDATE');
ALTER TABLE billing.refunds ADD FOREIGN KEY (tenant_id, payment_id) REFERENCES billing.payments (tenant_id, id);
ALTER TABLE billing.refunds ADD FOREIGN KEY (tenant_id, credit_note_id) REFERENCES billing.credit_notes (tenant_id, id);

-- Mails to send. The claim is committed before the send; a claim whose outcome nobody knows becomes 'unknown', a work
-- item, and is not sent again.
CREATE TABLE billing.mails (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid,
    channel text NOT NULL CHECK (channel IN ('email', 'post')),
    kind text NOT NULL,
    invoice_id uuid,
    document_id uuid,
    content bytea NOT NULL,
    state text NOT NULL CHECK (state IN ('intended', 'claimed', 'sent', 'failed', 'unknown')),
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    claimed_at timestamptz,
    sent_at timestamptz,
    last_error text,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX mails_due ON billing.mails (tenant_id, next_attempt_at) WHERE state = 'intended';
CREATE INDEX mails_claimed ON billing.mails (tenant_id, claimed_at) WHERE state = 'claimed';
CREATE INDEX mails_open ON billing.mails (tenant_id, id) WHERE state IN ('failed', 'unknown');
CREATE INDEX mails_invoice ON billing.mails (tenant_id, invoice_id);
SELECT directory.protect('billing.mails', 'SELECT, INSERT, UPDATE');
ALTER TABLE billing.mails ADD FOREIGN KEY (tenant_id, document_id) REFERENCES billing.invoice_documents (tenant_id, id);
