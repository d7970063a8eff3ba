-- The one thing that tenants share: who failed to pay or cheated, as keyed hashes only. The key lives outside the database,
-- so that nobody who holds the database alone can ask it about a person. The application cannot read or write the table, only
-- contribute, withdraw and ask about keys that it can name.
CREATE SCHEMA shared;
SELECT directory.grant_to_app('USAGE', 'SCHEMA shared');

-- No tenant, no instant. The contributor's and the source's tags are keyed hashes over this very row's hash, so that two rows
-- of one tenant, or of one purchase, have nothing in common.
CREATE TABLE shared.negatives (
    kind text NOT NULL CHECK (kind IN ('name_address', 'phone', 'email', 'card', 'name_town')),
    key_hash bytea NOT NULL CHECK (octet_length(key_hash) = 32),
    contributor bytea NOT NULL CHECK (octet_length(contributor) = 32),
    source bytea NOT NULL CHECK (octet_length(source) = 32),
    category text NOT NULL CHECK (category IN ('bad_debt', 'fraud')),
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    expires_on date NOT NULL CHECK (expires_on > month),
    PRIMARY KEY (kind, key_hash, contributor, source)
);
CREATE INDEX negatives_expiry ON shared.negatives (expires_on);

CREATE FUNCTION shared.contribute(
    kinds text[], hashes bytea[], contributors bytea[], sources bytea[], why text, in_month date, until date)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO shared.negatives (kind, key_hash, contributor, source, category, month, expires_on)
    SELECT k.kind, k.hash, k.contributor, k.source, why, in_month, until
    FROM unnest(kinds, hashes, contributors, sources) AS k (kind, hash, contributor, source)
    ORDER BY k.kind, k.hash
    ON CONFLICT (kind, key_hash, contributor, source) DO UPDATE
    SET category = EXCLUDED.category, month = EXCLUDED.month, expires_on = EXCLUDED.expires_on
$$;

CREATE FUNCTION shared.withdraw(kinds text[], hashes bytea[], contributors bytea[], sources bytea[])
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM shared.negatives n
    USING unnest(kinds, hashes, contributors, sources) AS k (kind, hash, contributor, source)
    WHERE n.kind = k.kind AND n.key_hash = k.hash AND n.contributor = k.contributor AND n.source = k.source
$$;

-- The kinds that anybody else has contributed, and nothing more: not who, how many, why or when. "own" are the asker's tags.
CREATE FUNCTION shared.look_up(kinds text[], hashes bytea[], own bytea[], today date)
RETURNS TABLE (kind text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT DISTINCT k.kind
    FROM unnest(kinds, hashes, own) AS k (kind, hash, own)
    WHERE EXISTS (
        SELECT FROM shared.negatives n
        WHERE n.kind = k.kind AND n.key_hash = k.hash AND n.contributor <> k.own AND n.expires_on > today)
$$;

-- By the database's own date: a test tenant's clock runs ahead and must not take live rows with it.
CREATE FUNCTION shared.forget_expired()
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM shared.negatives WHERE expires_on <= current_date
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA shared FROM PUBLIC;
SELECT directory.grant_to_app('EXECUTE', 'FUNCTION ' || p.oid::regprocedure) FROM pg_proc p WHERE p.pronamespace = 'shared'::regnamespace;

-- What a tenant has contributed, for taking it back. The hashes are sealed: without the tenant's key nobody can tell its rows.
CREATE TABLE screening.shared_contributions (
    tenant_id uuid NOT NULL,
    screening_id uuid NOT NULL,
    category text NOT NULL CHECK (category IN ('bad_debt', 'fraud')),
    keys bytea NOT NULL,
    PRIMARY KEY (tenant_id, screening_id)
);
SELECT directory.protect('screening.shared_contributions', 'SELECT, INSERT, UPDATE, DELETE');
ALTER TABLE screening.shared_contributions ADD FOREIGN KEY (tenant_id, screening_id) REFERENCES screening.screenings (tenant_id, id);
