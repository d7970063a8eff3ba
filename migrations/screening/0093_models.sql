-- Risk models, one row per training whose result was worth keeping. The bytes of one that never served may be dropped;
-- those of one that did are needed to replay its verdicts.
CREATE TABLE screening.models (
    tenant_id uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    stage text NOT NULL CHECK (stage IN ('candidate', 'active', 'retired', 'rejected')),
    reason text NOT NULL,
    trained_at timestamptz NOT NULL,
    trained_by text NOT NULL,
    learned_through timestamptz NOT NULL,
    rows integer NOT NULL,
    bads integer NOT NULL,
    feature_version integer NOT NULL,
    report jsonb NOT NULL,
    population jsonb NOT NULL,
    blob bytea,
    blob_hash bytea NOT NULL,
    bytes integer NOT NULL,
    activated_at timestamptz,
    activated_by text,
    PRIMARY KEY (tenant_id, version)
);
CREATE UNIQUE INDEX models_active ON screening.models (tenant_id) WHERE stage = 'active';
SELECT directory.protect('screening.models', 'SELECT, INSERT, UPDATE');

-- How far the purchases of a week had moved, each day, from those that the active model learned from.
CREATE TABLE screening.model_drift (
    tenant_id uuid NOT NULL,
    version integer NOT NULL,
    day date NOT NULL,
    rows integer NOT NULL,
    score_stability double precision NOT NULL,
    level text NOT NULL CHECK (level IN ('stable', 'watch', 'drifted')),
    features jsonb NOT NULL,
    PRIMARY KEY (tenant_id, version, day)
);
SELECT directory.protect('screening.model_drift', 'SELECT, INSERT, DELETE');
ALTER TABLE screening.model_drift ADD FOREIGN KEY (tenant_id, version) REFERENCES screening.models (tenant_id, version);

-- What models learn from: the newest purchases whose end is known.
CREATE INDEX screenings_ended ON screening.screenings (tenant_id, created_at) WHERE outcome IS NOT NULL;
