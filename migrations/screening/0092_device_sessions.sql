-- What the device tag on a shop's pages reported. Everything that tells of the buyer is sealed; rows live a day.
CREATE TABLE screening.device_sessions (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    payload bytea NOT NULL,
    -- The browser's id as a keyed hash, of the same kind as the key 'device' of screening_keys.
    cookie_hash bytea,
    cookie_key_version integer,
    submitted_after_ms bigint,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX device_sessions_expiry ON screening.device_sessions (tenant_id, expires_at);
SELECT directory.protect('screening.device_sessions', 'SELECT, INSERT, UPDATE, DELETE');
