-- Screenings, the keys they are found again by, and the tenant's own lists. Only keyed hashes can be searched.
CREATE SCHEMA screening;
SELECT directory.grant_to_app('USAGE', 'SCHEMA screening');

-- Inputs as seen then (sealed), and the verdict with everything it rests on, so that it can be explained and replayed.
CREATE TABLE screening.screenings (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    order_id uuid,
    payment_method text NOT NULL,
    amount bigint NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('ok', 'review', 'ng')),
    points_ok integer NOT NULL,
    points_review integer NOT NULL,
    points_ng integer NOT NULL,
    risk integer NOT NULL CHECK (risk BETWEEN 0 AND 1000),
    reasons jsonb NOT NULL,
    facts jsonb NOT NULL,
    input bytea NOT NULL,
    model text NOT NULL,
    policy_version integer NOT NULL,
    elapsed_us bigint NOT NULL,
    outcome text,
    outcome_at timestamptz,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX screenings_order ON screening.screenings (tenant_id, order_id);
SELECT directory.protect('screening.screenings', 'SELECT, INSERT, UPDATE');

-- Velocity: one row per key and screening, append-only, range-counted with a cap. The key is its own index.
CREATE TABLE screening.screening_keys (
    tenant_id uuid NOT NULL,
    kind text NOT NULL,
    key_hash bytea NOT NULL,
    at timestamptz NOT NULL,
    screening_id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    key_version integer NOT NULL,
    normalizer_version integer NOT NULL,
    PRIMARY KEY (tenant_id, kind, key_hash, at, screening_id)
);
SELECT directory.protect('screening.screening_keys', 'SELECT, INSERT');

-- The tenant's negative and positive lists. The value as typed is sealed; matching goes by the hashes alone.
CREATE TABLE screening.list_entries (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    list text NOT NULL CHECK (list IN ('negative', 'positive')),
    kind text NOT NULL,
    merchant_id uuid,
    value bytea NOT NULL,
    reason text NOT NULL,
    source text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    deleted_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX list_entries_page ON screening.list_entries (tenant_id, list, id);
SELECT directory.protect('screening.list_entries', 'SELECT, INSERT, UPDATE');

-- An entry may be met by several keys: a name stands under its kana and under its kanji.
CREATE TABLE screening.list_entry_keys (
    tenant_id uuid NOT NULL,
    kind text NOT NULL,
    key_hash bytea NOT NULL,
    entry_id uuid NOT NULL,
    key_version integer NOT NULL,
    normalizer_version integer NOT NULL,
    PRIMARY KEY (tenant_id, kind, key_hash, entry_id)
);
SELECT directory.protect('screening.list_entry_keys', 'SELECT, INSERT, DELETE');
ALTER TABLE screening.list_entry_keys ADD FOREIGN KEY (tenant_id, entry_id) REFERENCES screening.list_entries (tenant_id, id);
