# shellcheck shell=bash
# The private PostgreSQL cluster: made, started and repaired as needed. It listens on 127.0.0.1 only, with passwords, and has
# no socket in the file system. Its settings and passwords are in $BNPL_DATA_DIR/database, readable by its owner alone.

# shellcheck disable=SC2034 # read by database.sh
# Sets HOST PORT BOOTSTRAP_ROLE BOOTSTRAP_PASSWORD and the passwords of the two roles.
private_cluster() {
    local settings=$BNPL_DATA_DIR/database lock
    mkdir -p "$settings"
    chmod 700 "$settings"
    exec {lock}>"$settings/lock"
    flock "$lock"

    random_password "$settings/bootstrap-password"
    random_password "$settings/owner-password"
    random_password "$settings/app-password"
    HOST=127.0.0.1
    BOOTSTRAP_ROLE=postgres
    BOOTSTRAP_PASSWORD=$(<"$settings/bootstrap-password")
    OWNER_PASSWORD=$(<"$settings/owner-password")
    APP_PASSWORD=$(<"$settings/app-password")

    choose_cluster_place
    create_cluster "$settings"
    start_cluster "$settings" "$lock"

    # Held in share for this process's whole life, and by what it execs: the last one out may stop the cluster.
    exec {CLUSTER_USE}>"$settings/users"
    flock -s "$CLUSTER_USE"
    exec {lock}>&-
}

# Linked into place, so that of two at once both take the first one's.
random_password() {
    [[ -s $1 ]] && return
    (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$1.$$")
    ln "$1.$$" "$1" 2>/dev/null || true
    rm -f "$1.$$"
}

# PostgreSQL refuses to run as root: then the system's user postgres runs it, from a place that user can reach. A clone below
# /root is not one; /var/tmp would be, but is swept, and these data are meant to last.
choose_cluster_place() {
    AS_POSTGRES=()
    CLUSTER=$BNPL_DATA_DIR/postgres
    ((EUID == 0)) || { mkdir -p "$CLUSTER"; chmod 700 "$CLUSTER"; return 0; }

    id postgres >/dev/null 2>&1 || fail "There is no system user postgres to run the database as (root may not)." \
        "Create one (useradd --system postgres), run ./bnpl as an ordinary user, or set BNPL_DATABASE_URL."
    AS_POSTGRES=(setpriv --reuid postgres --regid "$(id -g postgres)" --clear-groups --)
    if [[ ! -d $CLUSTER ]]; then install -d -o postgres -m 700 "$CLUSTER"; fi
    if ! (cd / && "${AS_POSTGRES[@]}" test -w "$CLUSTER"); then
        rmdir "$CLUSTER"
        # Named by chance, not by path: a second clone at a deleted one's path has neither its passwords nor its keys.
        random_password "$BNPL_DATA_DIR/database/place"
        CLUSTER=/var/lib/bnpl/$(cut -c1-12 "$BNPL_DATA_DIR/database/place")
        install -d -m 711 /var/lib/bnpl
        install -d -o postgres -m 700 "$CLUSTER"
    fi
}

# Built beside its final place and renamed when complete, so that an initdb which was killed leaves nothing to be mistaken.
create_cluster() {
    local settings=$1 new=$CLUSTER/new
    DATA=$CLUSTER/data
    if [[ -s $DATA/PG_VERSION ]]; then
        BIN=$(postgres_bin "$(<"$DATA/PG_VERSION")") || fail \
            "The private cluster was made by PostgreSQL $(<"$DATA/PG_VERSION"), whose programs are no longer installed." \
            "Install postgresql-$(<"$DATA/PG_VERSION"), or upgrade as docs/operations.md describes."
        return
    fi

    BIN=$(postgres_bin)
    step "PostgreSQL: creating a private cluster in $CLUSTER"
    rm -rf "$new"
    # A copy of the password which the database's user can read, for as long as initdb needs it.
    (umask 077 && cp "$settings/bootstrap-password" "$CLUSTER/password")
    ((EUID != 0)) || chown postgres "$CLUSTER/password"
    (cd / && "${AS_POSTGRES[@]}" "$BIN/initdb" --pgdata "$new" --username postgres --encoding UTF8 --locale C --data-checksums \
        --auth scram-sha-256 --pwfile "$CLUSTER/password" >"$settings/initdb.log" 2>&1) \
        || { tail -n 10 "$settings/initdb.log" >&2; fail "PostgreSQL could not create its cluster." "The whole log: $settings/initdb.log"; }
    rm -f "$CLUSTER/password"
    cat >>"$new/postgresql.conf" <<'CONF'

# ./bnpl: reached by this machine's processes over TCP only; the port is given on start.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = 512MB
password_encryption = scram-sha-256
timezone = 'UTC'
log_timezone = 'UTC'
CONF
    printf 'host all all 127.0.0.1/32 scram-sha-256\n' >"$new/pg_hba.conf"
    mv "$new" "$DATA"
}

start_cluster() {
    local settings=$1 lock=$2 attempt
    for attempt in {1..30}; do
        PORT=$(cat "$settings/port" 2>/dev/null || true)
        if cluster_is_ours; then
            step "PostgreSQL $(<"$DATA/PG_VERSION"): private cluster on port $PORT"
            return
        fi

        remove_stale_pid
        if [[ -z $PORT ]] || ! port_is_free "$PORT"; then
            PORT=$(free_port)
            printf '%s\n' "$PORT" >"$settings/port.new"
            mv "$settings/port.new" "$settings/port"
        fi
        # Without {lock}>&- the server would inherit the lock and hold it for its whole life.
        (cd / && "${AS_POSTGRES[@]}" "$BIN/pg_ctl" start --pgdata "$DATA" --wait --timeout 120 --silent \
            --log "$CLUSTER/postgres.log" --options "-p $PORT") {lock}>&- </dev/null >/dev/null 2>&1 \
            || sleep 1 # a killed server's children still hold its memory, or another clone took the port first
    done
    tail -n 10 "$CLUSTER/postgres.log" >&2
    fail "PostgreSQL did not start (tried $attempt times)." "The whole log: $CLUSTER/postgres.log"
}

cluster_is_ours() {
    [[ -n $PORT ]] && [[ $(bootstrap_psql postgres -c 'SHOW data_directory' 2>/dev/null) == "$DATA" ]]
}

# After a crash the number in postmaster.pid may belong to some other process, which PostgreSQL would take for a live
# server. A server's working directory is its data.
remove_stale_pid() {
    local pid
    [[ -f $DATA/postmaster.pid ]] || return 0
    pid=$(head -n 1 "$DATA/postmaster.pid")
    [[ $(readlink "/proc/$pid/cwd" 2>/dev/null) == "$DATA" ]] || rm -f "$DATA/postmaster.pid"
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
    local port
    while port=$((54300 + RANDOM % 700)); do
        if port_is_free "$port"; then
            echo "$port"
            return
        fi
    done
}

stop_cluster() {
    local settings=$BNPL_DATA_DIR/database lock
    [[ -d $settings ]] || { step 'There is no private cluster here'; return 0; }
    exec {lock}>"$settings/lock"
    flock "$lock"
    choose_cluster_place
    DATA=$CLUSTER/data
    [[ -s $DATA/PG_VERSION ]] || { step 'There is no private cluster here'; return 0; }
    BIN=$(postgres_bin "$(<"$DATA/PG_VERSION")")
    if (cd / && "${AS_POSTGRES[@]}" "$BIN/pg_ctl" stop --pgdata "$DATA" --mode fast --wait --silent) 2>/dev/null; then
        step 'PostgreSQL: private cluster stopped'
    else
        step 'PostgreSQL: private cluster was not running'
    fi
}

# A build machine keeps nothing running after its job; another command in this clone may still need the cluster.
stop_cluster_if_last() {
    local lock
    [[ -n ${CLUSTER_USE:-} ]] || return 0
    exec {lock}>"$BNPL_DATA_DIR/database/lock"
    flock "$lock"
    if flock -n -x "$CLUSTER_USE"; then
        exec {lock}>&-
        stop_cluster
    fi
}
