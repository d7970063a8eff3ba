# shellcheck shell=bash
# The database and its two roles: <name>_owner owns it and migrates, <name>_app serves and owns nothing. The bootstrap role is
# used for this set-up, and by the tests to clone databases; the API never sees it.

readonly URL_SHAPE='^postgres(ql)?://([^:@/?]+)(:([^@/?]*))?@(\[[0-9a-fA-F:]+\]|[^]:/?@[]+)(:([0-9]+))?/([A-Za-z_][A-Za-z0-9_]*)(\?sslmode=([a-z-]+))?$'

prepare_database() {
    SSL_MODE=''
    if [[ -n ${BNPL_DATABASE_URL:-} ]]; then
        shared_server
    else
        DATABASE=bnpl
        private_cluster
    fi
    OWNER=${DATABASE}_owner
    APP=${DATABASE}_app
    create_database
    export_connections
}

# Passwords are derived from the URL, so that several clones of one server agree without talking to each other.
shared_server() {
    [[ $BNPL_DATABASE_URL =~ $URL_SHAPE ]] || fail 'BNPL_DATABASE_URL cannot be read.' \
        'Write postgres://user:password@host:port/database or …/database?sslmode=require (other characters in the password as %XX).'
    BOOTSTRAP_ROLE=$(percent_decode "${BASH_REMATCH[2]}")
    BOOTSTRAP_PASSWORD=$(percent_decode "${BASH_REMATCH[4]}")
    HOST=${BASH_REMATCH[5]//[\[\]]/}
    PORT=${BASH_REMATCH[7]:-5432}
    DATABASE=${BASH_REMATCH[8]}
    SSL_MODE=${BASH_REMATCH[10]}
    ((${#DATABASE} <= 30)) || fail "The database name in BNPL_DATABASE_URL is longer than 30 characters."
    OWNER_PASSWORD=$(printf 'owner\n%s' "$BNPL_DATABASE_URL" | sha256sum | cut -c1-48)
    APP_PASSWORD=$(printf 'app\n%s' "$BNPL_DATABASE_URL" | sha256sum | cut -c1-48)

    local version error
    error=$(mktemp)
    version=$(bootstrap_psql postgres -c 'SHOW server_version_num' 2>"$error") \
        || { cat "$error" >&2; rm -f "$error"; fail "The server in BNPL_DATABASE_URL ($HOST:$PORT) does not let $BOOTSTRAP_ROLE in."; }
    rm -f "$error"
    ((version >= 150000)) || fail "The server at $HOST:$PORT runs PostgreSQL $((version / 10000)); 15 or later is needed."
    step "PostgreSQL $((version / 10000)): server $HOST:$PORT, database $DATABASE (BNPL_DATABASE_URL)"
}

percent_decode() {
    local text=${1//\\/\\\\}
    printf '%b' "${text//%/\\x}"
}

bootstrap_psql() {
    local database=$1
    shift
    PGPASSWORD=$BOOTSTRAP_PASSWORD PGSSLMODE=${SSL_MODE:-prefer} PGCONNECT_TIMEOUT=10 PGOPTIONS='' \
        psql -X -q -A -t -w -v ON_ERROR_STOP=1 -h "$HOST" -p "$PORT" -U "$BOOTSTRAP_ROLE" -d "$database" "$@"
}

# Repeated on every run: it creates what is missing and sets right what differs. The lock is for parallel runs; a password
# is never on a command line, where other users could read it.
create_database() {
    local owner_password=$OWNER_PASSWORD app_password=$APP_PASSWORD error
    error=$(mktemp)
    bootstrap_psql postgres >/dev/null 2>"$error" <<SQL || { cat "$error" >&2; rm -f "$error"; fail "The database $DATABASE could not be set up as $BOOTSTRAP_ROLE."; }
\\set database $DATABASE
\\set owner $OWNER
\\set app $APP
SET client_min_messages = warning;
SELECT pg_advisory_lock(hashtext('bnpl set-up'));
SELECT format('CREATE ROLE %I', role) FROM unnest(ARRAY[:'owner', :'app']) AS role
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) \\gexec
ALTER ROLE :"owner" LOGIN NOCREATEDB NOCREATEROLE PASSWORD '$owner_password';
ALTER ROLE :"app" LOGIN NOCREATEDB NOCREATEROLE PASSWORD '$app_password';
SELECT format('ALTER ROLE %I NOSUPERUSER NOBYPASSRLS', rolname) FROM pg_roles
 WHERE rolname IN (:'owner', :'app') AND (rolsuper OR rolbypassrls) \\gexec
SELECT format('GRANT %I TO CURRENT_USER', :'owner') WHERE NOT pg_has_role(:'owner', 'MEMBER') \\gexec
SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE template0 ENCODING ''UTF8'' LC_COLLATE ''C'' LC_CTYPE ''C''', :'database', :'owner')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \\gexec
SELECT format('ALTER DATABASE %I OWNER TO %I', :'database', :'owner') FROM pg_database
 WHERE datname = :'database' AND datdba <> :'owner'::regrole \\gexec
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"database" TO :"app";
SQL
    rm -f "$error"
}

connection_string() {
    local database=$1 role=$2 password=$3
    printf 'Host=%s;Port=%s;Database=%s;Username="%s";Password="%s"' "$HOST" "$PORT" "$database" "${role//\"/\"\"}" "${password//\"/\"\"}"
    case $SSL_MODE in
        '') ;;
        verify-ca) printf ';SSL Mode=VerifyCA' ;;
        verify-full) printf ';SSL Mode=VerifyFull' ;;
        *) printf ';SSL Mode=%s' "${SSL_MODE^}" ;;
    esac
}

export_connections() {
    BNPL_OWNER_DATABASE=$(connection_string "$DATABASE" "$OWNER" "$OWNER_PASSWORD")
    BNPL_APP_DATABASE=$(connection_string "$DATABASE" "$APP" "$APP_PASSWORD")
    BNPL_ADMIN_DATABASE=$(connection_string postgres "$BOOTSTRAP_ROLE" "$BOOTSTRAP_PASSWORD")
    export BNPL_OWNER_DATABASE BNPL_APP_DATABASE BNPL_ADMIN_DATABASE
}
