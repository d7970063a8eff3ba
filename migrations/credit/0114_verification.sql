-- A buyer proves that the telephone number is its own. Only the code's keyed hash is kept; tries count under the order's lock.
-- orders.codes_left: while a code is awaited, how many further ones may be sent; otherwise null.
ALTER TABLE credit.orders
    ADD COLUMN codes_left smallint CHECK (codes_left >= 0),
    ADD COLUMN verified_at timestamptz;

CREATE TABLE credit.verifications (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    code_hash bytea NOT NULL,
    tries_left smallint NOT NULL CHECK (tries_left >= 0),
    sends smallint NOT NULL,
    sent_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, order_id)
);
SELECT directory.protect('credit.verifications', 'SELECT, INSERT, UPDATE');
ALTER TABLE credit.verifications ADD FOREIGN KEY (tenant_id, order_id) REFERENCES credit.orders (tenant_id, id);
