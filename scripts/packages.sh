# shellcheck shell=bash
# What the platform needs from the system: the .NET SDK, PostgreSQL 15 or later, a Japanese font; for the tests a PDF and a
# barcode reader, a browser, Node.js and jq. Installed by apt where that is possible, otherwise named precisely.

readonly FONT_PACKAGE=fonts-morisawa-bizud-gothic
# Characters of rare names, such as 𠮷, that the first font lacks.
readonly RARE_FONT_PACKAGE=fonts-ipamj-mincho

find_dotnet() {
    local folder version error
    # Neither the build nor the platform uses cultures; the SDK would otherwise not even start where ICU is missing.
    export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
    if ! command -v dotnet >/dev/null; then
        for folder in "${DOTNET_ROOT:-}" "${HOME:-/root}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
            if [[ -n $folder && -x $folder/dotnet ]]; then
                export PATH="$folder:$PATH"
                break
            fi
        done
    fi
    # global.json decides which SDK is good enough; the command fails when none is.
    error=$(mktemp)
    if command -v dotnet >/dev/null && ! (cd "$ROOT" && dotnet --version >/dev/null 2>"$error"); then head -n 5 "$error" >&2; fi
    rm -f "$error"
    version=$(cd "$ROOT" && dotnet --version 2>/dev/null) || fail \
        ".NET SDK 10 is missing (global.json asks for $(sed -n 's/.*"sdk".*"version": *"\([^"]*\)".*/\1/p' "$ROOT/global.json") or later)." \
        "Install it from https://dotnet.microsoft.com/download/dotnet/10.0, or without root:" \
        "  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0"
    step ".NET SDK $version"
}

# shellcheck disable=SC2120 # cluster.sh names the version
# The newest installed PostgreSQL, or the one an existing cluster was made with.
postgres_bin() {
    local wanted=${1:-} folder version best=''
    for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do
        [[ -x $folder/initdb ]] || continue
        version=${folder%/bin}
        version=${version##*[/-]}
        [[ -n $wanted && $version != "$wanted" ]] && continue
        if ((version >= 15)) && { [[ -z $best ]] || ((version > ${best%% *})); }; then best="$version $folder"; fi
    done
    if [[ -z $best ]] && command -v pg_config >/dev/null && [[ -x $(pg_config --bindir)/initdb ]]; then
        version=$(pg_config --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
        if ((version >= 15)) && [[ -z $wanted || $wanted == "$version" ]]; then best="$version $(pg_config --bindir)"; fi
    fi
    [[ -n $best ]] && printf '%s\n' "${best#* }"
}

find_pgbench() {
    local bin
    if bin=$(postgres_bin) && [[ -x $bin/pgbench ]]; then
        echo "$bin/pgbench"
    else
        command -v pgbench
    fi
}

has_font() {
    dpkg-query -W -f '${Status}' "$FONT_PACKAGE" 2>/dev/null | grep -q 'ok installed' \
        || fc-list 2>/dev/null | grep -q 'BIZ UDGothic\|BIZ UDPGothic'
}

has_rare_font() { [[ -e /usr/share/fonts/truetype/ipamj/ipamjm.ttf ]]; }

# Prints the missing packages by their Debian names, one a line.
missing_packages() {
    if [[ -n ${BNPL_DATABASE_URL:-} ]]; then
        command -v psql >/dev/null || echo postgresql-client
    elif ! postgres_bin >/dev/null; then
        if apt-cache show postgresql-15 >/dev/null 2>&1 || grep -qs '^VERSION_ID="12"' /etc/os-release; then
            echo postgresql-15
        else
            echo postgresql
        fi
    fi
    has_font || echo "$FONT_PACKAGE"
    has_rare_font || echo "$RARE_FONT_PACKAGE"
    if [[ $1 == test || $1 == clients ]]; then
        command -v node >/dev/null || echo nodejs
        command -v npm >/dev/null || echo npm
        command -v curl >/dev/null || echo curl
    fi
    if [[ $1 == test ]]; then
        command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null || echo poppler-utils
        command -v zbarimg >/dev/null || echo zbar-tools
        [[ -x ${BNPL_CHROMIUM:-/usr/bin/chromium} ]] || echo chromium
        command -v jq >/dev/null || echo jq
    fi
}

install_packages() {
    local purpose=$1 lock as_root=()
    local missing
    mapfile -t missing < <(missing_packages "$purpose")
    ((${#missing[@]} == 0)) && return

    if ! command -v apt-get >/dev/null; then
        fail "Missing: ${missing[*]} (Debian package names)." \
            "Install them with this system's package manager: PostgreSQL 15 or later with its server programs, the fonts BIZ UDGothic and IPAmj Mincho," \
            "poppler (pdftotext, pdftoppm), zbar (zbarimg), chromium (BNPL_CHROMIUM names its program), Node.js with npm, jq. Or set BNPL_DATABASE_URL to use a PostgreSQL server elsewhere."
    fi
    if ((EUID != 0)); then
        sudo -n true 2>/dev/null || { [[ -t 0 ]] && command -v sudo >/dev/null; } \
            || fail "Missing: ${missing[*]}." "Run: sudo apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
    fi

    # apt waits for dpkg's lock but not for its own lists': take turns with other clones. Another may have installed it meanwhile.
    exec {lock}</var/lib/apt
    flock "$lock"
    mapfile -t missing < <(missing_packages "$purpose")
    if ((${#missing[@]} > 0)); then
        step "Installing ${missing[*]} (apt)"
        apt_install "${missing[@]}"
    fi
    exec {lock}<&-
}

apt_install() {
    local log config=/etc/postgresql-common/createcluster.conf
    # Debian's server package starts a system-wide cluster of its own; ours is private and this machine did not ask for one.
    if [[ " $* " == *" postgresql"* && ! -e $config ]]; then
        "${as_root[@]}" mkdir -p "${config%/*}"
        printf '%s\n' '# Written by ./bnpl before it installed PostgreSQL: no system-wide cluster was asked for.' \
            'create_main_cluster = false' | "${as_root[@]}" tee "$config" >/dev/null
    fi
    log=$(mktemp)
    "${as_root[@]}" apt-get update -qq >"$log" 2>&1 || true
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 apt-get install -y -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold "$@" >>"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        fail "apt could not install: $*." "The whole log: $log"
    fi
    rm -f "$log"
}
