-- Merchant screening (加盟店審査, 途上審査): what a shop told of itself, its papers, checks, complaints, fees and figures.
--
-- particulars seals address, telephone, mail address, representative and the rest of the application; reason seals why a
-- merchant stands where it stands. The plain columns address, phone, contact_email and status_reason are written no more:
-- only code holds the tenant's keys, so the daily step seal_merchants moves what older rows still have there.
-- corporate_number (法人番号) is public. limit_open_exposure and limit_per_day: this merchant's own, null: the policy's.
ALTER TABLE credit.merchants ADD COLUMN particulars bytea;
ALTER TABLE credit.merchants ADD COLUMN reason bytea;
ALTER TABLE credit.merchants ADD COLUMN reason_code text;
ALTER TABLE credit.merchants ADD COLUMN corporate_number text CHECK (corporate_number ~ '^[0-9]{13}$');
ALTER TABLE credit.merchants ADD COLUMN check_due_on date;
ALTER TABLE credit.merchants ADD COLUMN limit_open_exposure bigint CHECK (limit_open_exposure >= 0);
ALTER TABLE credit.merchants ADD COLUMN limit_per_day bigint CHECK (limit_per_day >= 0);
CREATE INDEX merchants_check_due ON credit.merchants (tenant_id, check_due_on);
CREATE INDEX merchants_corporate_number ON credit.merchants (tenant_id, corporate_number) WHERE corporate_number IS NOT NULL;

-- Who moved a merchant from where to where, when and why. missing: what enforcement would have refused.
CREATE TABLE credit.merchant_moves (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    action text NOT NULL,
    from_status text,
    to_status text NOT NULL,
    reason bytea,
    reason_code text,
    missing text[] NOT NULL,
    automatic boolean NOT NULL,
    moved_by text NOT NULL,
    moved_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX merchant_moves_merchant ON credit.merchant_moves (tenant_id, merchant_id, id);
SELECT directory.protect('credit.merchant_moves', 'SELECT, INSERT');

-- Papers are replaced or withdrawn, never removed: the law wants them kept for years after the contract's end.
CREATE TABLE credit.merchant_documents (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('registration_certificate', 'identity_document', 'commercial_disclosure', 'permit', 'other')),
    status text NOT NULL CHECK (status IN ('current', 'replaced', 'withdrawn')),
    replaced_by uuid,
    file_id uuid NOT NULL,
    file_name bytea,
    media_type text NOT NULL,
    size bigint NOT NULL,
    expires_on date,
    withdrawn_reason bytea,
    uploaded_by text NOT NULL,
    uploaded_at timestamptz NOT NULL,
    ended_by text,
    ended_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX merchant_documents_merchant ON credit.merchant_documents (tenant_id, merchant_id, id);
SELECT directory.protect('credit.merchant_documents', 'SELECT, INSERT, UPDATE');

-- The latest check of a kind is the one that counts.
CREATE TABLE credit.merchant_checks (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('identity', 'registration', 'antisocial', 'commercial_disclosure', 'goods', 'credit', 'site')),
    occasion text NOT NULL CHECK (occasion IN ('initial', 'periodic', 'event')),
    outcome text NOT NULL CHECK (outcome IN ('passed', 'failed', 'needs_attention')),
    note bytea,
    valid_until date,
    checked_on date NOT NULL,
    checked_by text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX merchant_checks_merchant ON credit.merchant_checks (tenant_id, merchant_id, id);
SELECT directory.protect('credit.merchant_checks', 'SELECT, INSERT');

-- 苦情: what buyers say of a shop, and how it ended.
CREATE TABLE credit.merchant_complaints (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    version integer NOT NULL,
    category text NOT NULL CHECK (category IN (
        'not_delivered', 'not_as_described', 'defective', 'counterfeit', 'subscription', 'solicitation', 'cancellation_refused', 'refund_delayed', 'other')),
    opened_on date NOT NULL,
    order_id uuid,
    note bytea,
    outcome text CHECK (outcome IN ('resolved', 'refunded', 'merchant_corrected', 'unresolved', 'unfounded')),
    closing_note bytea,
    closed_on date CHECK (closed_on >= opened_on),
    recorded_by text NOT NULL,
    closed_by text,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CHECK ((outcome IS NULL) = (closed_on IS NULL))
);
CREATE INDEX merchant_complaints_merchant ON credit.merchant_complaints (tenant_id, merchant_id, id);
CREATE INDEX merchant_complaints_opened ON credit.merchant_complaints (tenant_id, opened_on, merchant_id);
SELECT directory.protect('credit.merchant_complaints', 'SELECT, INSERT, UPDATE');

-- A plan's terms from a date on; a later row of the same code changes them for every merchant on the plan.
CREATE TABLE credit.fee_plans (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL,
    valid_from date NOT NULL,
    name text NOT NULL,
    commission_rate numeric(9, 6) NOT NULL CHECK (commission_rate BETWEEN 0 AND 1),
    order_fee bigint NOT NULL CHECK (order_fee >= 0),
    invoice_fee_email bigint NOT NULL CHECK (invoice_fee_email >= 0),
    invoice_fee_post bigint NOT NULL CHECK (invoice_fee_post >= 0),
    invoice_fee_bundled bigint NOT NULL CHECK (invoice_fee_bundled >= 0),
    monthly_fee bigint NOT NULL CHECK (monthly_fee >= 0),
    settlement_cycle text NOT NULL CHECK (settlement_cycle IN ('weekly', 'semimonthly', 'monthly')),
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX fee_plans_code ON credit.fee_plans (tenant_id, code, valid_from);
SELECT directory.protect('credit.fee_plans', 'SELECT, INSERT');

-- Which plan a merchant is on from a date until its next row begins: periods cannot overlap. code null: no plan, the
-- merchant's own fee_rate.
CREATE TABLE credit.merchant_fee_plans (
    tenant_id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    valid_from date NOT NULL,
    code text,
    commission_rate numeric(9, 6) CHECK (commission_rate BETWEEN 0 AND 1),
    assigned_by text NOT NULL,
    assigned_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, merchant_id, valid_from)
);
SELECT directory.protect('credit.merchant_fee_plans', 'SELECT, INSERT, UPDATE');

-- What went wrong with an order, once per order and kind, on the day on which it first did.
CREATE TABLE credit.merchant_facts (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('canceled', 'returned', 'overdue', 'charged_off')),
    merchant_id uuid NOT NULL,
    happened_on date NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (tenant_id, order_id, kind)
);
CREATE INDEX merchant_facts_day ON credit.merchant_facts (tenant_id, happened_on, merchant_id);
SELECT directory.protect('credit.merchant_facts', 'SELECT, INSERT');

-- A merchant's day, counted by the daily run. Days without anything have no row.
CREATE TABLE credit.merchant_days (
    tenant_id uuid NOT NULL,
    business_date date NOT NULL,
    merchant_id uuid NOT NULL,
    orders integer NOT NULL,
    amount bigint NOT NULL,
    approved integer NOT NULL,
    declined integer NOT NULL,
    held integer NOT NULL,
    canceled integer NOT NULL,
    returned integer NOT NULL,
    overdue integer NOT NULL,
    charged_off integer NOT NULL,
    charged_off_amount bigint NOT NULL,
    PRIMARY KEY (tenant_id, business_date, merchant_id)
);
CREATE INDEX merchant_days_merchant ON credit.merchant_days (tenant_id, merchant_id, business_date);
SELECT directory.protect('credit.merchant_days', 'SELECT, INSERT, UPDATE');

-- The newest order that a counted day can hold: the next count begins there instead of an index of its own on orders.
CREATE TABLE credit.merchant_day_marks (
    tenant_id uuid NOT NULL,
    business_date date NOT NULL,
    last_order uuid NOT NULL,
    PRIMARY KEY (tenant_id, business_date)
);
SELECT directory.protect('credit.merchant_day_marks', 'SELECT, INSERT, UPDATE');

ALTER TABLE credit.merchant_moves ADD FOREIGN KEY (tenant_id, merchant_id) REFERENCES credit.merchants (tenant_id, id);
ALTER TABLE credit.merchant_documents ADD FOREIGN KEY (tenant_id, merchant_id) REFERENCES credit.merchants (tenant_id, id);
ALTER TABLE credit.merchant_documents ADD FOREIGN KEY (tenant_id, replaced_by) REFERENCES credit.merchant_documents (tenant_id, id);
ALTER TABLE credit.merchant_checks ADD FOREIGN KEY (tenant_id, merchant_id) REFERENCES credit.merchants (tenant_id, id);
ALTER TABLE credit.merchant_complaints ADD FOREIGN KEY (tenant_id, merchant_id) REFERENCES credit.merchants (tenant_id, id);
ALTER TABLE credit.merchant_complaints ADD FOREIGN KEY (tenant_id, order_id) REFERENCES credit.orders (tenant_id, id);
ALTER TABLE credit.merchant_fee_plans ADD FOREIGN KEY (tenant_id, merchant_id) REFERENCES credit.merchants (tenant_id, id);
ALTER TABLE credit.merchant_facts ADD FOREIGN KEY (tenant_id, order_id) REFERENCES credit.orders (tenant_id, id);
ALTER TABLE credit.merchant_days ADD FOREIGN KEY (tenant_id, merchant_id) REFERENCES credit.merchants (tenant_id, id);
