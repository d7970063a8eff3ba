-- Files of operations, one a line, run in the background as if each had been sent by itself.
CREATE TABLE infra.batches (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    event_seq bigint NOT NULL,
    -- The merchant that the uploading client is bound to; null for clients of the whole tenant.
    merchant_id uuid,
    -- The same, never null: batches of one reach run in the order in which they came.
    reach uuid NOT NULL,
    client_id text NOT NULL,
    scopes text[] NOT NULL,
    profile text NOT NULL CHECK (profile IN ('json_lines', 'orders', 'shipments')),
    status text NOT NULL CHECK (status IN ('processing', 'finished', 'canceled', 'failed')),
    failure text,
    sha256 bytea NOT NULL,
    lines integer NOT NULL,
    ok integer NOT NULL,
    declined integer NOT NULL,
    failed integer NOT NULL,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
-- The same file again is told from this alone, also when it is sent twice at once.
CREATE UNIQUE INDEX batches_file ON infra.batches (tenant_id, reach, sha256);
CREATE INDEX batches_due ON infra.batches (tenant_id, reach, id) WHERE status = 'processing';
CREATE INDEX batches_merchant ON infra.batches (tenant_id, merchant_id, id);
SELECT directory.protect('infra.batches', 'SELECT, INSERT, UPDATE');

-- What a line asks is sealed and goes when it has been run; its reference and what came of it are sealed as well. The row is the line's
-- idempotency key: it leaves 'pending' in the commit of the line's effect.
CREATE TABLE infra.batch_lines (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    line integer NOT NULL,
    merchant_id uuid,
    state text NOT NULL CHECK (state IN ('pending', 'ok', 'declined', 'failed')),
    content bytea,
    result bytea NOT NULL,
    PRIMARY KEY (tenant_id, batch_id, line)
);
CREATE INDEX batch_lines_pending ON infra.batch_lines (tenant_id, batch_id, line) WHERE state = 'pending';
CREATE INDEX batch_lines_state ON infra.batch_lines (tenant_id, batch_id, state, line);
SELECT directory.protect('infra.batch_lines', 'SELECT, INSERT, UPDATE');
ALTER TABLE infra.batch_lines ADD FOREIGN KEY (tenant_id, batch_id) REFERENCES infra.batches (tenant_id, id);
