-- An authorized order may take other content before it is shipped. While a person looks at a larger one, the old amount
-- stays authorized and the wish waits here, with its verdict, until amend_deadline_at.
ALTER TABLE credit.orders
    ADD COLUMN pending_amend jsonb,
    ADD COLUMN amend_deadline_at timestamptz,
    ADD CHECK ((pending_amend IS NULL) = (amend_deadline_at IS NULL));
CREATE INDEX orders_amend_due ON credit.orders (tenant_id, amend_deadline_at) WHERE amend_deadline_at IS NOT NULL;

-- Content that an amend replaced has fewer lines.
SELECT directory.grant_to_app('DELETE', 'credit.order_lines');
