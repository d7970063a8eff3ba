# shellcheck shell=bash
# The clients in clients/: what their generators and tests need of Node.js, and making them anew from the running service.

readonly NODE_FOLDERS=(clients/typescript clients/csharp/generator tests/Bnpl.Clients.Tests/contract)
# For systems whose own Node.js is older than 20: the program itself, as npm carries it.
readonly NODE_VERSION=22.23.3

node_major() { node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }

find_node() {
    (($(node_major) >= 20)) && return
    local machine folder
    case $(uname -m) in
        x86_64) machine=x64 ;;
        aarch64) machine=arm64 ;;
        *) fail "Node.js 20 or later is missing." "Install it from https://nodejs.org" ;;
    esac
    folder=$BNPL_DATA_DIR/node
    if [[ ! -x $folder/node_modules/node-linux-$machine/bin/node ]]; then
        command -v npm >/dev/null || fail "Node.js 20 or later is missing." "Install it from https://nodejs.org, or install the packages nodejs and npm."
        step "Installing Node.js $NODE_VERSION (npm) into $folder"
        npm install --prefix "$folder" --no-save --no-audit --no-fund --loglevel=error "node-linux-$machine@$NODE_VERSION" >&2 </dev/null \
            || fail "Node.js $NODE_VERSION could not be installed."
    fi
    export PATH="$folder/node_modules/node-linux-$machine/bin:$PATH"
    (($(node_major) >= 20)) || fail "Node.js 20 or later is missing." "Install it from https://nodejs.org"
}

# npm ci where a lock file has changed since the last time. No package's own script is run.
install_node_modules() {
    local folder lock stamp
    find_node
    exec {lock}>"$BNPL_DATA_DIR/npm.lock"
    flock "$lock"
    for folder in "${NODE_FOLDERS[@]}"; do
        stamp=$folder/node_modules/.installed
        cmp -s "$folder/package-lock.json" "$stamp" && continue
        step "Installing $folder (npm)"
        (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2 </dev/null) \
            || fail "npm could not install $folder."
        cp "$folder/package-lock.json" "$stamp"
    done
    exec {lock}>&-
}

# Serves the platform for a moment, writes its contract to clients/openapi.json, and makes both clients from that.
generate_clients() {
    local port served log=$BNPL_DATA_DIR/serving.log document=$BNPL_DATA_DIR/openapi.json
    port=$(free_port)
    step "Reading the contract from the service"
    (
        only_app
        export BNPL_HTTP_PORT=$port BNPL_PUBLIC_URL=http://localhost:$port
        exec dotnet "$API" --Logging:LogLevel:Default=Warning >"$log" 2>&1 </dev/null
    ) &
    served=$!
    # shellcheck disable=SC2064 # the process is known now
    trap "kill $served 2>/dev/null || true" EXIT
    until grep -q '^ready ' "$log" 2>/dev/null; do
        kill -0 "$served" 2>/dev/null || { cat "$log" >&2; fail 'The service did not start.'; }
        sleep 0.2
    done
    curl -fsS "http://localhost:$port/openapi/v1.json" -o "$document" || fail 'The service did not give its contract.'
    kill "$served"
    wait "$served" 2>/dev/null || true
    trap - EXIT
    { sed "s#http://localhost:$port#http://localhost:5080#g" "$document"; echo; } >clients/openapi.json
    step 'Making clients/typescript'
    (cd clients/typescript && npm run -s generate >"$log" 2>&1) || { cat "$log" >&2; fail 'The TypeScript client could not be made.'; }
    step 'Making clients/csharp'
    (cd clients/csharp/generator && npm run -s generate >"$log" 2>&1) || { cat "$log" >&2; fail 'The C# client could not be made.'; }
    git --no-pager diff --stat -- clients >&2 || true
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}
