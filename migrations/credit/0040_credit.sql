-- Merchants, buyers with their limits, orders, credit decisions and the review queue. Personal data are sealed; what
-- must be searched stands beside them as a keyed hash.
CREATE SCHEMA credit;
SELECT directory.grant_to_app('USAGE', 'SCHEMA credit');

CREATE TABLE credit.merchants (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    status text NOT NULL CHECK (status IN ('draft', 'reviewing', 'active', 'restricted', 'closed')),
    status_reason text,
    name text NOT NULL,
    address text,
    phone text,
    contact_email text,
    qualified_invoice_number text,
    invoice_issuer text NOT NULL CHECK (invoice_issuer IN ('merchant', 'tenant')),
    tax_rounding text NOT NULL CHECK (tax_rounding IN ('floor', 'half_up', 'ceiling')),
    fee_rate numeric(9, 6) NOT NULL CHECK (fee_rate BETWEEN 0 AND 1),
    settlement_cycle text NOT NULL CHECK (settlement_cycle IN ('weekly', 'semimonthly', 'monthly')),
    bank_account bytea,
    order_minimum bigint,
    order_maximum bigint,
    fallback_verdict text NOT NULL CHECK (fallback_verdict IN ('hold', 'declined')),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT directory.protect('credit.merchants', 'SELECT, INSERT, UPDATE');

-- One person as the whole tenant knows it. open_amount is what authorized orders reserve and receivables still owe.
-- A merged row stays, empty, and points at the row that took it over: one hop, never a chain.
CREATE TABLE credit.buyers (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    profile bytea NOT NULL,
    open_amount bigint NOT NULL CHECK (open_amount >= 0),
    orders integer NOT NULL,
    orders_authorized integer NOT NULL,
    orders_paid integer NOT NULL,
    charge_offs integer NOT NULL,
    use_restricted boolean NOT NULL,
    contact_restricted boolean NOT NULL,
    restriction_reason text,
    merged_into uuid,
    created_at timestamptz NOT NULL,
    last_order_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX buyers_merged ON credit.buyers (tenant_id, merged_into) WHERE merged_into IS NOT NULL;
SELECT directory.protect('credit.buyers', 'SELECT, INSERT, UPDATE');

-- What names a buyer: name + phone, name + address, name + mail. Spellings meet here, and with them their limits.
CREATE TABLE credit.buyer_keys (
    tenant_id uuid NOT NULL,
    kind text NOT NULL,
    key_hash bytea NOT NULL,
    buyer_id uuid NOT NULL,
    key_version integer NOT NULL,
    normalizer_version integer NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, kind, key_hash)
);
CREATE INDEX buyer_keys_buyer ON credit.buyer_keys (tenant_id, buyer_id);
SELECT directory.protect('credit.buyer_keys', 'SELECT, INSERT, UPDATE, DELETE');

-- limit_held is the order's part of its buyer's open_amount. body is the request as it came, sealed; body_hash, under
-- the key of body_key_version, tells an equal second create from a different one.
CREATE TABLE credit.orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    buyer_id uuid NOT NULL,
    version integer NOT NULL,
    event_seq bigint NOT NULL,
    status text NOT NULL CHECK (status IN (
        'screening', 'authorized', 'on_hold', 'declined', 'canceled', 'expired', 'partially_shipped', 'shipped', 'completed')),
    merchant_order_no text NOT NULL,
    ordered_at timestamptz NOT NULL,
    currency char(3) NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    amount_shipped bigint NOT NULL CHECK (amount_shipped BETWEEN 0 AND amount),
    amount_credited bigint NOT NULL CHECK (amount_credited BETWEEN 0 AND amount_shipped),
    limit_held bigint NOT NULL CHECK (limit_held >= 0),
    plan jsonb NOT NULL,
    invoice_delivery text NOT NULL CHECK (invoice_delivery IN ('email', 'post', 'bundled', 'none')),
    body bytea NOT NULL,
    body_hash bytea NOT NULL,
    body_key_version integer NOT NULL,
    decision_id uuid NOT NULL,
    deadline_at timestamptz,
    expires_at timestamptz,
    end_reason text,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX orders_live_number ON credit.orders (tenant_id, merchant_id, merchant_order_no)
    WHERE status NOT IN ('declined', 'expired', 'canceled');
CREATE INDEX orders_number ON credit.orders (tenant_id, merchant_id, merchant_order_no, id);
CREATE INDEX orders_merchant ON credit.orders (tenant_id, merchant_id, id);
CREATE INDEX orders_buyer ON credit.orders (tenant_id, buyer_id, id);
CREATE INDEX orders_status ON credit.orders (tenant_id, status, id);
CREATE INDEX orders_due ON credit.orders (tenant_id, status, expires_at);
SELECT directory.protect('credit.orders', 'SELECT, INSERT, UPDATE');

-- name is what the shop calls its goods: no personal data, but withheld from events.
CREATE TABLE credit.order_lines (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    line integer NOT NULL,
    merchant_id uuid NOT NULL,
    name text NOT NULL,
    sku text,
    category text,
    kind text NOT NULL CHECK (kind IN ('item', 'shipping', 'fee', 'discount')),
    quantity integer NOT NULL CHECK (quantity > 0),
    unit_price bigint NOT NULL CHECK ((unit_price < 0) = (kind = 'discount')),
    tax_rate numeric(5, 4) NOT NULL,
    quantity_shipped integer NOT NULL CHECK (quantity_shipped BETWEEN 0 AND quantity),
    quantity_credited integer NOT NULL CHECK (quantity_credited BETWEEN 0 AND quantity_shipped),
    PRIMARY KEY (tenant_id, order_id, line)
);
SELECT directory.protect('credit.order_lines', 'SELECT, INSERT, UPDATE');

-- Every verdict on an order, with the facts it rests on and each rule's result: enough to explain it from its row.
CREATE TABLE credit.decisions (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    result text NOT NULL CHECK (result IN ('approved', 'hold', 'declined')),
    decided_by text NOT NULL CHECK (decided_by IN ('automatic', 'manual', 'deadline')),
    reviewer text,
    note bytea,
    reasons jsonb NOT NULL,
    facts jsonb NOT NULL,
    rules jsonb NOT NULL,
    screening_id uuid,
    model text,
    policy_version integer NOT NULL,
    screening_policy_version integer,
    decided_at timestamptz NOT NULL,
    deadline_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX decisions_order ON credit.decisions (tenant_id, order_id, id);
SELECT directory.protect('credit.decisions', 'SELECT, INSERT');

-- The human queue. first_approver: whoever approved an amount that a second person must approve as well.
CREATE TABLE credit.reviews (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'decided', 'withdrawn')),
    deadline_at timestamptz NOT NULL,
    claimed_by text,
    claimed_at timestamptz,
    first_approver text,
    decided_by text,
    result text,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, order_id)
);
CREATE INDEX reviews_queue ON credit.reviews (tenant_id, status, deadline_at, order_id);
SELECT directory.protect('credit.reviews', 'SELECT, INSERT, UPDATE');

-- Invoices past due and not yet paid: while a buyer has one, nothing more is sold to it on credit.
CREATE TABLE credit.overdue_invoices (
    tenant_id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    order_id uuid NOT NULL,
    buyer_id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, invoice_id)
);
CREATE INDEX overdue_invoices_buyer ON credit.overdue_invoices (tenant_id, buyer_id);
CREATE INDEX overdue_invoices_order ON credit.overdue_invoices (tenant_id, order_id);
SELECT directory.protect('credit.overdue_invoices', 'SELECT, INSERT, UPDATE, DELETE');

ALTER TABLE credit.buyers ADD FOREIGN KEY (tenant_id, merged_into) REFERENCES credit.buyers (tenant_id, id);
ALTER TABLE credit.buyer_keys ADD FOREIGN KEY (tenant_id, buyer_id) REFERENCES credit.buyers (tenant_id, id);
ALTER TABLE credit.orders ADD FOREIGN KEY (tenant_id, merchant_id) REFERENCES credit.merchants (tenant_id, id);
ALTER TABLE credit.orders ADD FOREIGN KEY (tenant_id, buyer_id) REFERENCES credit.buyers (tenant_id, id);
ALTER TABLE credit.order_lines ADD FOREIGN KEY (tenant_id, order_id) REFERENCES credit.orders (tenant_id, id);
ALTER TABLE credit.decisions ADD FOREIGN KEY (tenant_id, order_id) REFERENCES credit.orders (tenant_id, id);
ALTER TABLE credit.reviews ADD FOREIGN KEY (tenant_id, order_id) REFERENCES credit.orders (tenant_id, id);
ALTER TABLE credit.overdue_invoices ADD FOREIGN KEY (tenant_id, order_id) REFERENCES credit.orders (tenant_id, id);
