-- Events that stand in the history of further resources than their own: those of an invoice in that of its order.
-- Rows outlive their events, hence no foreign key.
CREATE TABLE infra.event_threads (
    tenant_id uuid NOT NULL,
    thread_id uuid NOT NULL,
    event_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, thread_id, event_id)
);
SELECT directory.protect('infra.event_threads', 'SELECT, INSERT');

-- What a history still needs of an event that is no longer kept: no content, no personal data.
CREATE TABLE infra.past_events (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    resource text NOT NULL,
    resource_id uuid NOT NULL,
    object_id text,
    sequence bigint NOT NULL,
    merchant_id uuid,
    status text,
    amount text,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX past_events_resource ON infra.past_events (tenant_id, resource_id, id);
SELECT directory.protect('infra.past_events', 'SELECT, INSERT');
