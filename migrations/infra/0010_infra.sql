-- What every module stands on: keys, test clocks, idempotent answers, the outbox with its deliveries, audit, daily runs.
CREATE SCHEMA infra;
SELECT directory.grant_to_app('USAGE', 'SCHEMA infra');

-- The tenant's data keys, wrapped under the platform's master key. Deleting the rows is the erasure of the tenant.
CREATE TABLE infra.tenant_keys (
    tenant_id uuid NOT NULL,
    version integer NOT NULL,
    wrapped bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, version)
);
SELECT directory.protect('infra.tenant_keys', 'SELECT, INSERT, DELETE');

-- Business time of test tenants. The lease lets one advance run at a time; a killed one is continued after it lapsed.
CREATE TABLE infra.test_clocks (
    tenant_id uuid PRIMARY KEY,
    now_at timestamptz NOT NULL,
    advancing_to timestamptz,
    lease_holder text,
    lease_until timestamptz
);
SELECT directory.protect('infra.test_clocks', 'SELECT, INSERT, UPDATE');

-- Answers of completed requests, sealed; kept 72 h at least (contract, section 1).
CREATE TABLE infra.idempotent_answers (
    tenant_id uuid NOT NULL,
    client_id text NOT NULL,
    method text NOT NULL,
    path text NOT NULL,
    key text NOT NULL,
    id uuid NOT NULL,
    body_hash bytea NOT NULL,
    status smallint NOT NULL,
    answer bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, client_id, method, path, key)
);
CREATE INDEX idempotent_answers_age ON infra.idempotent_answers (tenant_id, created_at);
SELECT directory.protect('infra.idempotent_answers', 'SELECT, INSERT, DELETE');

-- The outbox: events saved with the state they tell of. sequence counts per resource.
CREATE TABLE infra.events (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    resource text NOT NULL,
    resource_id uuid NOT NULL,
    sequence bigint NOT NULL,
    merchant_id uuid,
    object jsonb NOT NULL,
    internal jsonb,
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    fanned_out_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX events_sequence ON infra.events (tenant_id, resource, resource_id, sequence);
CREATE INDEX events_pending ON infra.events (tenant_id, id) WHERE fanned_out_at IS NULL;
CREATE INDEX events_merchant ON infra.events (tenant_id, merchant_id, id);
SELECT directory.protect('infra.events', 'SELECT, INSERT, UPDATE');

-- One row per event and receiver: a webhook endpoint (endpoint_id) or an internal handler (handler).
CREATE TABLE infra.deliveries (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    handler text,
    endpoint_id uuid,
    resource_id uuid NOT NULL,
    sequence bigint NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('pending', 'delivered', 'dead')),
    last_status integer,
    last_error text,
    delivered_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    CHECK ((handler IS NULL) <> (endpoint_id IS NULL))
);
CREATE INDEX deliveries_due ON infra.deliveries (tenant_id, next_attempt_at) WHERE state = 'pending';
CREATE INDEX deliveries_order ON infra.deliveries (tenant_id, resource_id, sequence) WHERE state = 'pending';
CREATE INDEX deliveries_event ON infra.deliveries (tenant_id, event_id);
SELECT directory.protect('infra.deliveries', 'SELECT, INSERT, UPDATE');
ALTER TABLE infra.deliveries ADD FOREIGN KEY (tenant_id, event_id) REFERENCES infra.events (tenant_id, id);

CREATE TABLE infra.webhook_endpoints (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    merchant_id uuid,
    url text NOT NULL,
    events text[] NOT NULL,
    secret bytea NOT NULL,
    previous_secret bytea,
    previous_secret_until timestamptz,
    status text NOT NULL CHECK (status IN ('enabled', 'disabled')),
    disabled_reason text,
    failing_since timestamptz,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
SELECT directory.protect('infra.webhook_endpoints', 'SELECT, INSERT, UPDATE');

-- One holder at a time per tenant and purpose (relay, sealer, business-date run).
CREATE TABLE infra.leases (
    tenant_id uuid NOT NULL,
    purpose text NOT NULL,
    holder text NOT NULL,
    held_until timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, purpose)
);
SELECT directory.protect('infra.leases', 'SELECT, INSERT, UPDATE');

-- Who did what. Appended unchained in the business transaction; chained afterwards by one sealer per tenant.
CREATE TABLE infra.audit_events (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    business_at timestamptz NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    resource text NOT NULL,
    resource_id text NOT NULL,
    fields text[] NOT NULL,
    ip_address text,
    request_id text,
    PRIMARY KEY (tenant_id, id)
);
SELECT directory.protect('infra.audit_events', 'SELECT, INSERT');

CREATE TABLE infra.audit_seals (
    tenant_id uuid NOT NULL,
    seal_no bigint NOT NULL,
    event_id uuid NOT NULL,
    hash bytea NOT NULL,
    sealed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, seal_no)
);
CREATE UNIQUE INDEX audit_seals_event ON infra.audit_seals (tenant_id, event_id);
SELECT directory.protect('infra.audit_seals', 'SELECT, INSERT');
ALTER TABLE infra.audit_seals ADD FOREIGN KEY (tenant_id, event_id) REFERENCES infra.audit_events (tenant_id, id);

-- The daily work of each business date, step by step.
CREATE TABLE infra.business_date_steps (
    tenant_id uuid NOT NULL,
    business_date date NOT NULL,
    step text NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    counts jsonb,
    PRIMARY KEY (tenant_id, business_date, step)
);
SELECT directory.protect('infra.business_date_steps', 'SELECT, INSERT, UPDATE');

CREATE TABLE infra.business_dates (
    tenant_id uuid PRIMARY KEY,
    closed_through date NOT NULL
);
SELECT directory.protect('infra.business_dates', 'SELECT, INSERT, UPDATE');

-- Files: sealed content in the data directory, what is known of them here.
CREATE TABLE infra.files (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    merchant_id uuid,
    sha256 bytea NOT NULL,
    size bigint NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT directory.protect('infra.files', 'SELECT, INSERT, DELETE');
