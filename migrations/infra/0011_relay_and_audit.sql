-- The relay works in two lanes: handlers inside the platform, and webhook endpoints, which may be slow. One index each.
DROP INDEX infra.deliveries_due;
CREATE INDEX deliveries_handlers_due ON infra.deliveries (tenant_id, next_attempt_at) WHERE state = 'pending' AND handler IS NOT NULL;
CREATE INDEX deliveries_webhooks_due ON infra.deliveries (tenant_id, next_attempt_at) WHERE state = 'pending' AND endpoint_id IS NOT NULL;

-- A delivery gives up five days after its first attempt, however its endpoint fares otherwise.
ALTER TABLE infra.deliveries ADD COLUMN first_attempt_at timestamptz;

-- Events are kept for 90 days, their deliveries with them.
SELECT directory.grant_to_app('DELETE', 'infra.events');
SELECT directory.grant_to_app('DELETE', 'infra.deliveries');
CREATE INDEX events_resource ON infra.events (tenant_id, resource_id, id);

-- Leases of every kind live in infra.leases.
ALTER TABLE infra.test_clocks DROP COLUMN lease_holder;
ALTER TABLE infra.test_clocks DROP COLUMN lease_until;

-- Each audit row carries a keyed digest of itself from its birth, so that a row inserted by hand is never sealed as genuine;
-- the head tells how long the chain is, so that cutting its end shows.
ALTER TABLE infra.audit_events ADD COLUMN mac bytea NOT NULL;
CREATE INDEX audit_events_resource ON infra.audit_events (tenant_id, resource_id, id);
CREATE TABLE infra.audit_heads (
    tenant_id uuid PRIMARY KEY,
    seal_no bigint NOT NULL,
    mac bytea NOT NULL
);
SELECT directory.protect('infra.audit_heads', 'SELECT, INSERT, UPDATE');
