-- The double-entry ledger. A posting moves one amount from one account to another, so it is balanced by construction. The
-- application may read; it writes only through the functions below, which append.
CREATE SCHEMA ledger;
SELECT directory.grant_to_app('USAGE', 'SCHEMA ledger');

-- A month without a row is open.
CREATE TABLE ledger.periods (
    tenant_id uuid NOT NULL,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    status text NOT NULL CHECK (status IN ('open', 'closed')),
    closed_at timestamptz,
    closed_by text,
    reopen_reason text,
    PRIMARY KEY (tenant_id, month)
);
SELECT directory.protect('ledger.periods', 'SELECT');

CREATE TABLE ledger.postings (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    source text NOT NULL,
    source_id uuid NOT NULL,
    rule text NOT NULL,
    debit text NOT NULL,
    credit text NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    booked_on date NOT NULL,
    value_on date NOT NULL,
    receivable_id uuid,
    merchant_id uuid,
    posted_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CHECK (debit <> credit)
);
CREATE UNIQUE INDEX postings_source ON ledger.postings (tenant_id, source, source_id, rule);
CREATE INDEX postings_booked ON ledger.postings (tenant_id, booked_on, id);
CREATE INDEX postings_receivable ON ledger.postings (tenant_id, receivable_id) WHERE receivable_id IS NOT NULL;
CREATE INDEX postings_merchant ON ledger.postings (tenant_id, merchant_id, booked_on) WHERE merchant_id IS NOT NULL;
SELECT directory.protect('ledger.postings', 'SELECT');

-- Appends what is not there yet and tells how many rows that were. A day in a closed month is booked on the first open
-- day. The months' rows are held FOR KEY SHARE: closing takes FOR UPDATE, so a month closes before or after, never amid.
CREATE FUNCTION ledger.post(
    tenant uuid, ids uuid[], sources text[], source_ids uuid[], rules text[], debits text[], credits text[], amounts bigint[],
    value_dates date[], receivables uuid[], merchants uuid[], at timestamptz)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    first_open date;
    wanted integer;
    held integer;
    posted integer;
BEGIN
    SELECT (max(p.month) + interval '1 month')::date INTO first_open FROM ledger.periods p WHERE p.tenant_id = tenant AND p.status = 'closed';

    INSERT INTO ledger.periods (tenant_id, month, status)
    SELECT DISTINCT tenant, date_trunc('month', greatest(v.day, first_open))::date, 'open' FROM unnest(value_dates) AS v (day)
    ON CONFLICT DO NOTHING;

    SELECT count(DISTINCT date_trunc('month', greatest(v.day, first_open))) INTO wanted FROM unnest(value_dates) AS v (day);
    SELECT count(*) INTO held FROM (
        SELECT p.month FROM ledger.periods p
        WHERE p.tenant_id = tenant AND p.status = 'open'
            AND p.month IN (SELECT date_trunc('month', greatest(v.day, first_open))::date FROM unnest(value_dates) AS v (day))
        ORDER BY p.month
        FOR KEY SHARE) AS open_months;
    IF held <> wanted THEN
        RAISE EXCEPTION 'a month was closed meanwhile' USING ERRCODE = 'serialization_failure';
    END IF;

    INSERT INTO ledger.postings (
        tenant_id, id, source, source_id, rule, debit, credit, amount, booked_on, value_on, receivable_id, merchant_id, posted_at)
    SELECT tenant, r.id, r.source, r.source_id, r.rule, r.debit, r.credit, r.amount, greatest(r.day, first_open), r.day,
        r.receivable_id, r.merchant_id, at
    FROM unnest(ids, sources, source_ids, rules, debits, credits, amounts, value_dates, receivables, merchants)
        AS r (id, source, source_id, rule, debit, credit, amount, day, receivable_id, merchant_id)
    ON CONFLICT (tenant_id, source, source_id, rule) DO NOTHING;
    GET DIAGNOSTICS posted = ROW_COUNT;
    RETURN posted;
END $$;

-- Closes a month once all earlier ones are closed; false when it is not its turn or closed already.
CREATE FUNCTION ledger.close_period(tenant uuid, closing date, actor text, at timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO ledger.periods (tenant_id, month, status) VALUES (tenant, closing, 'open') ON CONFLICT DO NOTHING;
    PERFORM 1 FROM ledger.periods p WHERE p.tenant_id = tenant AND p.month <= closing AND p.status = 'open' ORDER BY p.month FOR UPDATE;
    IF EXISTS (SELECT 1 FROM ledger.periods p WHERE p.tenant_id = tenant AND p.month < closing AND p.status = 'open') THEN
        RETURN false;
    END IF;

    UPDATE ledger.periods p SET status = 'closed', closed_at = at, closed_by = actor
    WHERE p.tenant_id = tenant AND p.month = closing AND p.status = 'open';
    RETURN FOUND;
END $$;

-- Reopens the last closed month.
CREATE FUNCTION ledger.reopen_period(tenant uuid, reopening date, reason text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM 1 FROM ledger.periods p WHERE p.tenant_id = tenant AND p.month >= reopening ORDER BY p.month FOR UPDATE;
    IF EXISTS (SELECT 1 FROM ledger.periods p WHERE p.tenant_id = tenant AND p.month > reopening AND p.status = 'closed') THEN
        RETURN false;
    END IF;

    UPDATE ledger.periods p SET status = 'open', reopen_reason = reason, closed_at = NULL, closed_by = NULL
    WHERE p.tenant_id = tenant AND p.month = reopening AND p.status = 'closed';
    RETURN FOUND;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
SELECT directory.grant_to_app('EXECUTE', 'FUNCTION ' || p.oid::regprocedure)
FROM pg_proc p
WHERE p.pronamespace = 'ledger'::regnamespace;
