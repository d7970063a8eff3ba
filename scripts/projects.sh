# shellcheck shell=bash
# Building, migrating and testing.

readonly API=src/Bnpl.Api/bin/Release/net10.0/Bnpl.Api.dll

# One build at a time in a clone; build servers would outlive the command and hold the lock.
build() {
    local target=$1 lock log=$BNPL_DATA_DIR/build.log
    step "Building $target"
    exec {lock}>"$BNPL_DATA_DIR/build.lock"
    flock "$lock"
    if ! MSBUILDDISABLENODEREUSE=1 dotnet build "$target" -c Release -v quiet -nologo -p:UseSharedCompilation=false \
        >"$log" 2>&1 {lock}>&- </dev/null; then
        grep -E 'error|Error' "$log" | sort -u | head -n 40 >&2 || tail -n 20 "$log" >&2
        fail "$target does not build." "The whole log: $log"
    fi
    exec {lock}>&-
}

migrate() {
    step "Migrating $DATABASE as $OWNER"
    dotnet "$API" migrate migrations >&2
}

# Runs every test project and ends with one line of totals. A project which broke off counts as a failure even when
# its report, or the lack of one, does not say so.
run_tests() {
    local filter=${1:-} project name report status counts passed=0 failed=0 skipped=0 broken=0 arguments
    local reports=$BNPL_DATA_DIR/test-reports/$$
    mkdir -p "$reports"
    for project in tests/*.Tests; do
        name=${project#tests/}
        report=$reports/$name.xml
        arguments=(-noLogo -noColor -xml "$report")
        [[ -n $filter ]] && arguments+=(-method "*${filter#\*}*")
        status=0
        dotnet "$project/bin/Release/net10.0/$name.dll" "${arguments[@]}" >"$reports/$name.log" 2>&1 </dev/null || status=$?
        counts=$(report_counts "$report")
        read -r p f s <<<"$counts"
        if ((status != 0 && f == 0 && p + s > 0)) || { ((p + f + s == 0)) && [[ ! -s $report ]]; }; then
            broken=1 f=$((f + 1))
        fi
        passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
        if ((f > 0)); then
            cat "$reports/$name.log"
            printf '✗ %s: %d passed, %d failed\n' "$name" "$p" "$f"
        elif ((p + s > 0)); then
            printf '✓ %s: %d passed\n' "$name" "$p"
        fi
    done

    ((skipped > 0)) && printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped" \
        || printf '%d passed, %d failed\n' "$passed" "$failed"
    ((passed + failed > 0)) || fail 'No test ran.' "${filter:+The filter is matched against namespace, class and method name: $filter}"
    ((failed == 0 && broken == 0)) || fail "There are failed tests." "Logs and reports: $reports"
    rm -rf "$reports"
}

# passed failed skipped, summed over the assemblies of an xunit report; errors outside a test count as failures.
report_counts() {
    [[ -s $1 ]] || { echo 0 0 0; return; }
    grep -o '<assembly [^>]*>' "$1" | awk '
        function attribute(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
        { p += attribute("passed"); f += attribute("failed") + attribute("errors"); s += attribute("skipped") + attribute("not-run") }
        END { print p + 0, f + 0, s + 0 }'
}
