-- Overdue claims: the tenant's ladder of notices, one case per overdue receivable, and every notice as it was sent.
CREATE SCHEMA dunning;
SELECT directory.grant_to_app('USAGE', 'SCHEMA dunning');

CREATE TABLE dunning.policies (
    tenant_id uuid PRIMARY KEY,
    version integer NOT NULL,
    document jsonb NOT NULL,
    changed_at timestamptz NOT NULL
);
SELECT directory.protect('dunning.policies', 'SELECT, INSERT, UPDATE');

CREATE TABLE dunning.cases (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    event_seq bigint NOT NULL,
    merchant_id uuid NOT NULL,
    receivable_id uuid NOT NULL,
    order_id uuid NOT NULL,
    buyer_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'paused', 'promised', 'plan', 'assigned', 'charged_off', 'closed')),
    pause_reason text,
    paused_until date,
    promise_on date,
    promise_amount bigint,
    opened_on date NOT NULL,
    closed_on date,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX cases_live ON dunning.cases (tenant_id, receivable_id) WHERE status <> 'closed';
CREATE INDEX cases_status ON dunning.cases (tenant_id, status, id);
CREATE INDEX cases_buyer ON dunning.cases (tenant_id, buyer_id, id);
SELECT directory.protect('dunning.cases', 'SELECT, INSERT, UPDATE');

-- A step is taken once per instalment, however often the day's run is repeated.
CREATE TABLE dunning.notices (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    case_id uuid,
    receivable_id uuid NOT NULL,
    instalment_id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    offset_days integer NOT NULL,
    channel text NOT NULL,
    template text NOT NULL,
    fee bigint NOT NULL,
    amount bigint NOT NULL,
    slip_version integer NOT NULL,
    mail_id uuid,
    content bytea NOT NULL,
    business_date date NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX notices_step ON dunning.notices (tenant_id, instalment_id, offset_days);
CREATE INDEX notices_receivable ON dunning.notices (tenant_id, receivable_id, id);
CREATE INDEX notices_case ON dunning.notices (tenant_id, case_id, id);
SELECT directory.protect('dunning.notices', 'SELECT, INSERT');
ALTER TABLE dunning.notices ADD FOREIGN KEY (tenant_id, case_id) REFERENCES dunning.cases (tenant_id, id);

-- Invoices whose due date has passed unpaid: told of once.
CREATE TABLE dunning.overdue_invoices (
    tenant_id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    since date NOT NULL,
    PRIMARY KEY (tenant_id, invoice_id)
);
SELECT directory.protect('dunning.overdue_invoices', 'SELECT, INSERT');
