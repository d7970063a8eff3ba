-- What the screening core reads and leaves: activity by key with names and amounts, outcomes by key, clusters of purchases
-- that share a key, what is usual at a merchant, and the tenant's policies.

-- Names under one key tell families and flats from one person with many names; amounts tell what is usual.
ALTER TABLE screening.screening_keys
    ADD COLUMN name_hash bytea,
    ADD COLUMN amount bigint NOT NULL DEFAULT 0;

-- What the verdict rested on is sealed like the input it was read for: list entries carry free text.
ALTER TABLE screening.screenings
    DROP COLUMN facts,
    ADD COLUMN evidence bytea,
    ADD COLUMN core text NOT NULL DEFAULT '',
    ADD COLUMN policy text NOT NULL DEFAULT 'baseline',
    ADD COLUMN features real[],
    ADD COLUMN feature_version integer,
    ADD COLUMN degraded text[] NOT NULL DEFAULT '{}',
    ADD COLUMN shadows jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN cluster_id uuid,
    ADD COLUMN key_kinds text[] NOT NULL DEFAULT '{}',
    ADD COLUMN key_hashes bytea[] NOT NULL DEFAULT '{}';
CREATE INDEX screenings_created ON screening.screenings (tenant_id, created_at);
CREATE INDEX screenings_cluster ON screening.screenings (tenant_id, cluster_id);
CREATE INDEX screenings_cluster_bad ON screening.screenings (tenant_id, cluster_id) WHERE outcome IN ('overdue', 'bad_debt', 'chargeback', 'fraud');

-- How purchases under a key ended; a later word about the same purchase replaces the earlier one.
CREATE TABLE screening.key_outcomes (
    tenant_id uuid NOT NULL,
    kind text NOT NULL,
    key_hash bytea NOT NULL,
    screening_id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    outcome text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, kind, key_hash, screening_id)
);
SELECT directory.protect('screening.key_outcomes', 'SELECT, INSERT, UPDATE');
ALTER TABLE screening.key_outcomes ADD FOREIGN KEY (tenant_id, screening_id) REFERENCES screening.screenings (tenant_id, id);

-- The cluster of the first purchase under a key. Clusters that a later purchase joins are linked, both ways, never rewritten,
-- so that no row is hot; the size is counted when asked, to a cap.
CREATE TABLE screening.cluster_keys (
    tenant_id uuid NOT NULL,
    kind text NOT NULL,
    key_hash bytea NOT NULL,
    cluster_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, kind, key_hash)
);
SELECT directory.protect('screening.cluster_keys', 'SELECT, INSERT, DELETE');

CREATE TABLE screening.cluster_links (
    tenant_id uuid NOT NULL,
    cluster_id uuid NOT NULL,
    other_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, cluster_id, other_id)
);
SELECT directory.protect('screening.cluster_links', 'SELECT, INSERT');

-- What is usual at a merchant, computed by the business-date run over its last ninety days.
CREATE TABLE screening.merchant_norms (
    tenant_id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    computed_on date NOT NULL,
    purchases integer NOT NULL,
    amount_median bigint NOT NULL,
    amount_p95 bigint NOT NULL,
    PRIMARY KEY (tenant_id, merchant_id)
);
SELECT directory.protect('screening.merchant_norms', 'SELECT, INSERT, UPDATE');

-- Policies of a tenant, by code and version. Where a tenant has none, the starter policies apply.
CREATE TABLE screening.policies (
    tenant_id uuid NOT NULL,
    code text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    stage text NOT NULL CHECK (stage IN ('draft', 'shadow', 'active', 'retired')),
    document jsonb NOT NULL,
    note text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    activated_at timestamptz,
    PRIMARY KEY (tenant_id, code, version)
);
CREATE UNIQUE INDEX policies_active ON screening.policies (tenant_id, code) WHERE stage = 'active';
CREATE UNIQUE INDEX policies_shadow ON screening.policies (tenant_id, code) WHERE stage = 'shadow';
SELECT directory.protect('screening.policies', 'SELECT, INSERT, UPDATE');

-- Raised with every change of what verdicts are made by (policies, models): each host keeps the compiled form and is sent
-- the new one in the same round trip in which it learns that its own is old.
CREATE TABLE screening.configurations (
    tenant_id uuid NOT NULL,
    revision bigint NOT NULL,
    PRIMARY KEY (tenant_id)
);
SELECT directory.protect('screening.configurations', 'SELECT, INSERT, UPDATE');
