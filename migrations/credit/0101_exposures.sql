-- What orders hold of the limits of a tenant, a merchant, and a merchant's business date: in each scope the sum over the slots.
-- Slots let orders that meet nowhere else commit side by side. merchant_id is zero for the tenant as a whole, day is
-- 2000-01-01 where the scope has none. Amounts of a single slot may be negative: a release may meet another slot than the order did.
CREATE TABLE credit.exposures (
    tenant_id uuid NOT NULL,
    scope text NOT NULL CHECK (scope IN ('tenant', 'merchant', 'merchant_day')),
    merchant_id uuid NOT NULL,
    day date NOT NULL,
    slot smallint NOT NULL,
    amount bigint NOT NULL,
    orders bigint NOT NULL,
    PRIMARY KEY (tenant_id, scope, merchant_id, day, slot)
) WITH (fillfactor = 50);
SELECT directory.protect('credit.exposures', 'SELECT, INSERT, UPDATE, DELETE');

-- Orders from before the counters. Days are counted from now on.
DO $$
DECLARE tenant record;
BEGIN
    FOR tenant IN SELECT tenant_id FROM directory.tenants LOOP
        PERFORM set_config('app.tenant_id', tenant.tenant_id::text, true);
        INSERT INTO credit.exposures (tenant_id, scope, merchant_id, day, slot, amount, orders)
        SELECT tenant_id, 'merchant', merchant_id, DATE '2000-01-01', 0, sum(limit_held), count(*)
        FROM credit.orders WHERE tenant_id = tenant.tenant_id AND limit_held > 0 GROUP BY tenant_id, merchant_id
        UNION ALL
        SELECT tenant_id, 'tenant', '00000000-0000-0000-0000-000000000000', DATE '2000-01-01', 0, sum(limit_held), count(*)
        FROM credit.orders WHERE tenant_id = tenant.tenant_id AND limit_held > 0 GROUP BY tenant_id;
    END LOOP;
    PERFORM set_config('app.tenant_id', '', true);
END $$;

-- Who asked the credit bureau about a buyer, when, for what, and what came of it (割賦販売法35条の3の3: the investigation is kept).
-- answer is sealed: reference, figures and flags.
CREATE TABLE credit.bureau_enquiries (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    purpose text NOT NULL,
    asked_by text NOT NULL,
    asked_at timestamptz NOT NULL,
    business_at timestamptz NOT NULL,
    outcome text CHECK (outcome IN ('answered', 'unanswered')),
    answer bytea,
    answered_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX bureau_enquiries_asked ON credit.bureau_enquiries (tenant_id, asked_at, id);
SELECT directory.protect('credit.bureau_enquiries', 'SELECT, INSERT, UPDATE');
