-- Files of banks and collection agents, their lines, and what each line was put to. Tenant-wide: no row here lies below a
-- merchant. Names of payers are sealed; what they are found by are keyed hashes.
CREATE SCHEMA recon;
SELECT directory.grant_to_app('USAGE', 'SCHEMA recon');

CREATE TABLE recon.imports (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    event_seq bigint NOT NULL,
    format text NOT NULL,
    status text NOT NULL CHECK (status IN ('processing', 'finished', 'failed')),
    sha256 bytea NOT NULL,
    file_id uuid,
    line_count integer NOT NULL DEFAULT 0,
    amount bigint NOT NULL DEFAULT 0,
    imported_by text NOT NULL,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
-- The same file again is told from this alone, also when two clients send it at once.
CREATE UNIQUE INDEX imports_file ON recon.imports (tenant_id, format, sha256);
CREATE INDEX imports_unfinished ON recon.imports (tenant_id, id) WHERE status = 'processing';
SELECT directory.protect('recon.imports', 'SELECT, INSERT, UPDATE');
ALTER TABLE recon.imports ADD FOREIGN KEY (tenant_id, file_id) REFERENCES infra.files (tenant_id, id);

-- One row per record of a file. amount is signed: what comes in is positive. line_key is the sender's own sameness of a
-- record with its occurrence, scan_key what preliminary, confirmed and reversal data of one payment at a till share.
CREATE TABLE recon.lines (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    import_id uuid NOT NULL,
    line_no integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('konbini_preliminary', 'konbini_confirmed', 'konbini_reversal', 'bank_credit', 'bank_debit')),
    line_key text NOT NULL,
    status text NOT NULL CHECK (status IN ('unmatched', 'matched', 'ignored', 'duplicate', 'refunded')),
    amount bigint NOT NULL CHECK (amount <> 0),
    booked_on date NOT NULL,
    value_on date NOT NULL,
    remittance_on date,
    scan_key text,
    barcode text,
    bank_code text,
    branch_code text,
    account_number text,
    remitter_code text,
    cancels boolean NOT NULL,
    details bytea NOT NULL,
    payer_hash bytea,
    key_version integer,
    payment_id uuid,
    note text,
    considered_at timestamptz,
    decided_by text,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
-- Overlapping files book a record once; the later ones keep a row that says so.
CREATE UNIQUE INDEX lines_key ON recon.lines (tenant_id, line_key) WHERE status <> 'duplicate';
CREATE INDEX lines_import ON recon.lines (tenant_id, import_id, line_no);
CREATE INDEX lines_status ON recon.lines (tenant_id, status, id);
CREATE INDEX lines_unconsidered ON recon.lines (tenant_id, import_id, line_no) WHERE considered_at IS NULL;
CREATE INDEX lines_waiting ON recon.lines (tenant_id, scan_key) WHERE status = 'unmatched' AND scan_key IS NOT NULL;
CREATE INDEX lines_payer ON recon.lines (tenant_id, payer_hash, value_on) WHERE payer_hash IS NOT NULL;
CREATE INDEX lines_booked ON recon.lines (tenant_id, booked_on) WHERE bank_code IS NOT NULL;
CREATE INDEX lines_payment ON recon.lines (tenant_id, payment_id);
SELECT directory.protect('recon.lines', 'SELECT, INSERT, UPDATE');
ALTER TABLE recon.lines ADD FOREIGN KEY (tenant_id, import_id) REFERENCES recon.imports (tenant_id, id);
ALTER TABLE recon.lines ADD FOREIGN KEY (tenant_id, payment_id) REFERENCES billing.payments (tenant_id, id);

-- What a line was put to, by whom and why. A match is taken back by a row that names it, never erased.
CREATE TABLE recon.matches (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    line_id uuid NOT NULL,
    target text NOT NULL CHECK (target IN ('payment', 'receivable', 'clearing')),
    payment_id uuid,
    receivable_id uuid,
    clearing text CHECK (clearing IN ('konbini_agent', 'card_processor', 'bank_fee', 'stamp_duty', 'suspense')),
    amount bigint NOT NULL,
    decided_by text NOT NULL,
    evidence text[] NOT NULL,
    reverses uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CHECK (num_nonnulls(payment_id, receivable_id, clearing) = 1)
);
CREATE UNIQUE INDEX matches_reversed ON recon.matches (tenant_id, reverses);
CREATE INDEX matches_line ON recon.matches (tenant_id, line_id, id);
SELECT directory.protect('recon.matches', 'SELECT, INSERT');
ALTER TABLE recon.matches ADD FOREIGN KEY (tenant_id, line_id) REFERENCES recon.lines (tenant_id, id);
ALTER TABLE recon.matches ADD FOREIGN KEY (tenant_id, payment_id) REFERENCES billing.payments (tenant_id, id);
ALTER TABLE recon.matches ADD FOREIGN KEY (tenant_id, receivable_id) REFERENCES billing.receivables (tenant_id, id);
ALTER TABLE recon.matches ADD FOREIGN KEY (tenant_id, reverses) REFERENCES recon.matches (tenant_id, id);

-- Whose money came under which name, as people have told: evidence for the next candidate, never a reason to book.
CREATE TABLE recon.known_payers (
    tenant_id uuid NOT NULL,
    payer_hash bytea NOT NULL,
    key_version integer NOT NULL,
    buyer_id uuid NOT NULL,
    learned_by text NOT NULL,
    learned_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, payer_hash, buyer_id)
);
SELECT directory.protect('recon.known_payers', 'SELECT, INSERT');
