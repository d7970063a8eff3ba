-- A tenant's credit policy, version by version. The newest row is the one in force; a tenant without rows is judged by the
-- standard policy, which counts as version 1. settings is what decisions took of the tenant's settings while the version was
-- in force, so that a version names everything it stood for. Rows are never changed.
CREATE TABLE credit.policies (
    tenant_id uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    source text NOT NULL CHECK (source IN ('standard', 'put', 'settings', 'activated')),
    activated_from integer,
    document jsonb NOT NULL,
    settings jsonb NOT NULL,
    note text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, version)
);
SELECT directory.protect('credit.policies', 'SELECT, INSERT');
