-- Verdicts, steps of reviews and velocity keys stay append-only for the application. Erasure alone takes away words about a
-- person, and the keys by which it is found; row-level security holds for these functions as for everybody.
CREATE FUNCTION credit.forget_words(of_tenant uuid, of_orders uuid[])
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE credit.decisions SET note = NULL WHERE tenant_id = of_tenant AND order_id = ANY (of_orders) AND note IS NOT NULL;
    UPDATE credit.review_steps SET note = NULL WHERE tenant_id = of_tenant AND order_id = ANY (of_orders) AND note IS NOT NULL;
$$;
REVOKE EXECUTE ON FUNCTION credit.forget_words(uuid, uuid[]) FROM PUBLIC;
SELECT directory.grant_to_app('EXECUTE', 'FUNCTION credit.forget_words(uuid, uuid[])');

CREATE FUNCTION screening.forget_keys(of_tenant uuid, of_orders uuid[])
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM screening.screening_keys k
    USING screening.screenings s CROSS JOIN LATERAL unnest(s.key_kinds, s.key_hashes) AS own (kind, hash)
    WHERE s.tenant_id = of_tenant AND s.order_id = ANY (of_orders)
      AND k.tenant_id = of_tenant AND k.kind = own.kind AND k.key_hash = own.hash AND k.screening_id = s.id;
    DELETE FROM screening.key_outcomes k
    USING screening.screenings s CROSS JOIN LATERAL unnest(s.key_kinds, s.key_hashes) AS own (kind, hash)
    WHERE s.tenant_id = of_tenant AND s.order_id = ANY (of_orders)
      AND k.tenant_id = of_tenant AND k.kind = own.kind AND k.key_hash = own.hash AND k.screening_id = s.id;
$$;
REVOKE EXECUTE ON FUNCTION screening.forget_keys(uuid, uuid[]) FROM PUBLIC;
SELECT directory.grant_to_app('EXECUTE', 'FUNCTION screening.forget_keys(uuid, uuid[])');

DO $$
BEGIN
    EXECUTE format('REVOKE UPDATE (note) ON credit.decisions, credit.review_steps FROM %I', directory.app_role());
    EXECUTE format('REVOKE DELETE ON screening.screening_keys, screening.key_outcomes FROM %I', directory.app_role());
END $$;
