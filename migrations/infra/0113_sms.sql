-- Short messages to send. The claim is committed before the send, under the message's id, which the carrier knows it by: a
-- claim whose outcome nobody knows is sent again under the same id. Number and text are sealed.
CREATE TABLE infra.sms_messages (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid,
    kind text NOT NULL,
    resource_id uuid,
    content bytea NOT NULL,
    state text NOT NULL CHECK (state IN ('intended', 'claimed', 'sent', 'failed', 'stale')),
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    useless_at timestamptz NOT NULL,
    claimed_at timestamptz,
    sent_at timestamptz,
    last_error text,
    created_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX sms_messages_due ON infra.sms_messages (tenant_id, next_attempt_at) WHERE state = 'intended';
CREATE INDEX sms_messages_claimed ON infra.sms_messages (tenant_id, claimed_at) WHERE state = 'claimed';
CREATE INDEX sms_messages_resource ON infra.sms_messages (tenant_id, resource_id, id);
CREATE INDEX sms_messages_recorded ON infra.sms_messages (tenant_id, recorded_at);
SELECT directory.protect('infra.sms_messages', 'SELECT, INSERT, UPDATE, DELETE');
