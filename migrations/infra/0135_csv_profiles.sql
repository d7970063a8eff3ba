-- How a shop writes its tables: the tenant's own profiles (reach zero), and those of one merchant.
CREATE TABLE infra.csv_profiles (
    tenant_id uuid NOT NULL,
    -- The merchant, or zero: a code is one profile for each of them.
    reach uuid NOT NULL,
    code text NOT NULL,
    merchant_id uuid,
    version integer NOT NULL,
    document jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, reach, code)
);
SELECT directory.protect('infra.csv_profiles', 'SELECT, INSERT, UPDATE, DELETE');

-- The stored profile that a file was read with, as it was then: it may be changed or deleted afterwards.
ALTER TABLE infra.batches ADD COLUMN csv_profile jsonb;
