-- What happened in a review, step by step: claims, notes, first approvals, the end. Appended, never changed. A step that ends
-- a review carries what statistics ask for: when it was opened, until when it could be decided, who looked first.
ALTER TABLE credit.reviews
    ADD COLUMN first_claimed_at timestamptz,
    ADD COLUMN first_approved_at timestamptz;
CREATE INDEX reviews_merchant ON credit.reviews (tenant_id, merchant_id, status, deadline_at, order_id);
CREATE INDEX reviews_opened ON credit.reviews (tenant_id, created_at) WHERE status = 'open';

CREATE TABLE credit.review_steps (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN (
        'note', 'claimed', 'taken_over', 'released', 'first_approved', 'first_approval_voided', 'decided', 'withdrawn')),
    actor text NOT NULL,
    note bytea,
    result text,
    at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    opened_at timestamptz,
    deadline_at timestamptz,
    first_claimed_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    CHECK ((opened_at IS NOT NULL) = (kind IN ('decided', 'withdrawn')))
);
CREATE INDEX review_steps_order ON credit.review_steps (tenant_id, order_id, id);
CREATE INDEX review_steps_ended ON credit.review_steps (tenant_id, at) WHERE opened_at IS NOT NULL;
CREATE INDEX review_steps_opened ON credit.review_steps (tenant_id, opened_at) WHERE opened_at IS NOT NULL;
SELECT directory.protect('credit.review_steps', 'SELECT, INSERT');
ALTER TABLE credit.review_steps ADD FOREIGN KEY (tenant_id, order_id) REFERENCES credit.reviews (tenant_id, order_id);
