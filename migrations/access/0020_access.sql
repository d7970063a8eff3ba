-- Who may call for a tenant, with what keys its tokens are signed, and its settings.
CREATE SCHEMA access;
SELECT directory.grant_to_app('USAGE', 'SCHEMA access');

-- Machine clients. Secrets are 256 random bits, so a plain SHA-256 cannot be searched. The previous secret is accepted
-- until its overlap ends. The names of revoked clients stay, because audit events and idempotent answers name them.
CREATE TABLE access.api_clients (
    tenant_id uuid NOT NULL,
    client_id text NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    status text NOT NULL CHECK (status IN ('active', 'revoked')),
    scopes text[] NOT NULL,
    merchant_id uuid,
    secret_hash bytea NOT NULL,
    previous_secret_hash bytea,
    previous_secret_until timestamptz,
    expires_at timestamptz,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, client_id)
);
SELECT directory.protect('access.api_clients', 'SELECT, INSERT, UPDATE');
ALTER TABLE access.api_clients ADD FOREIGN KEY (tenant_id) REFERENCES directory.tenants (tenant_id);

-- The private halves of directory.signing_keys, sealed under the tenant's own key.
CREATE TABLE access.signing_keys (
    tenant_id uuid NOT NULL,
    kid text NOT NULL,
    id uuid NOT NULL,
    private_key bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, kid)
);
SELECT directory.protect('access.signing_keys', 'SELECT, INSERT, DELETE');
ALTER TABLE access.signing_keys ADD FOREIGN KEY (tenant_id) REFERENCES directory.tenants (tenant_id);

-- One sealed document per tenant. version equals directory.tenants.settings_version, by which hosts notice a change.
CREATE TABLE access.settings (
    tenant_id uuid PRIMARY KEY,
    version integer NOT NULL,
    document bytea NOT NULL,
    updated_at timestamptz NOT NULL
);
SELECT directory.protect('access.settings', 'SELECT, INSERT, UPDATE');
ALTER TABLE access.settings ADD FOREIGN KEY (tenant_id) REFERENCES directory.tenants (tenant_id);
