-- What must be known before a tenant is. No row-level security, no personal data; the application reads it whole and
-- writes only through the functions below, which run as the owner.

CREATE FUNCTION directory.app_role() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT current_setting('bnpl.app_role') $$;

-- Grants to the application role, whose name differs from database to database.
CREATE FUNCTION directory.grant_to_app(privileges text, object text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('GRANT %s ON %s TO %I', privileges, object, directory.app_role());
END $$;

-- Makes a table a tenant's: row-level security forced on everyone, the owner included, and exactly the named
-- privileges for the application. The policy compares tenant_id with the transaction's setting and nothing else, so that
-- it stays an index condition and can be distributed. nullif: after a first use an unset setting reads ''.
CREATE FUNCTION directory.protect(tenant_table regclass, privileges text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
        'CREATE POLICY tenant ON %s USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', tenant_table);
    EXECUTE format('GRANT %s ON %s TO %I', privileges, tenant_table, directory.app_role());
END $$;

CREATE TABLE directory.tenants (
    tenant_id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{2,39}$'),
    name text NOT NULL,
    status text NOT NULL CHECK (status IN ('provisioning', 'active', 'suspended', 'erased')),
    mode text NOT NULL CHECK (mode IN ('live', 'test')),
    plan text NOT NULL,
    time_zone text NOT NULL DEFAULT 'Asia/Tokyo',
    settings_version integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL
);

CREATE TABLE directory.signing_keys (
    tenant_id uuid NOT NULL,
    kid text NOT NULL,
    public_key bytea NOT NULL,
    active_from timestamptz NOT NULL,
    retires_at timestamptz,
    PRIMARY KEY (tenant_id, kid)
);
ALTER TABLE directory.signing_keys ADD FOREIGN KEY (tenant_id) REFERENCES directory.tenants (tenant_id);

CREATE TABLE directory.revoked_clients (
    tenant_id uuid NOT NULL,
    client_id text NOT NULL,
    revoked_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, client_id)
);
ALTER TABLE directory.revoked_clients ADD FOREIGN KEY (tenant_id) REFERENCES directory.tenants (tenant_id);

-- Onboarding: the first caller inserts, later ones of the same slug find the row (resumable).
CREATE FUNCTION directory.add_tenant(new_id uuid, new_slug text, new_name text, new_mode text, new_plan text, at timestamptz)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO directory.tenants (tenant_id, slug, name, status, mode, plan, created_at)
    VALUES (new_id, new_slug, new_name, 'provisioning', new_mode, new_plan, at)
    ON CONFLICT (slug) DO NOTHING;
    RETURN (SELECT t.tenant_id FROM directory.tenants t WHERE t.slug = new_slug);
END $$;

-- Moves a tenant from one status to another; false when it was not in that status.
CREATE FUNCTION directory.move_tenant(id uuid, from_status text, to_status text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE directory.tenants SET status = to_status, version = version + 1 WHERE tenant_id = id AND status = from_status;
    RETURN FOUND;
END $$;

-- Tells every host that the tenant's settings changed.
CREATE FUNCTION directory.touch_settings(id uuid, zone text)
RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE directory.tenants SET settings_version = settings_version + 1, time_zone = zone WHERE tenant_id = id RETURNING settings_version
$$;

CREATE FUNCTION directory.add_signing_key(id uuid, key_id text, spki bytea, starts timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO directory.signing_keys (tenant_id, kid, public_key, active_from) VALUES (id, key_id, spki, starts)
$$;

-- The key stays until the tokens it signed have expired.
CREATE FUNCTION directory.retire_signing_keys(id uuid, except_kid text, at timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE directory.signing_keys SET retires_at = at WHERE tenant_id = id AND kid <> except_kid AND (retires_at IS NULL OR retires_at > at)
$$;

CREATE FUNCTION directory.revoke_client(id uuid, client text, at timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO directory.revoked_clients (tenant_id, client_id, revoked_at) VALUES (id, client, at) ON CONFLICT DO NOTHING
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA directory FROM PUBLIC;
SELECT directory.grant_to_app('USAGE', 'SCHEMA directory');
SELECT directory.grant_to_app('SELECT', object) FROM unnest(ARRAY[
    'directory.tenants', 'directory.signing_keys', 'directory.revoked_clients', 'directory.migrations']) AS object;
SELECT directory.grant_to_app('EXECUTE', 'FUNCTION ' || p.oid::regprocedure)
FROM pg_proc p
WHERE p.pronamespace = 'directory'::regnamespace AND p.prosecdef;
