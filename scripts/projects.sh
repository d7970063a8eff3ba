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

# Runs every test project; the last line is the totals, whatever happened. A project which broke off counts as a failure
# even when its report, or the lack of one, does not say so.
run_tests() {
    local filter=${1:-} project name report status p f s passed=0 failed=0 skipped=0 arguments
    local reports=$BNPL_DATA_DIR/test-reports/$$
    mkdir -p "$reports"
    for project in tests/*.Tests; do
        name=${project#tests/}
        report=$reports/$name.xml
        arguments=(-noLogo -noColor -result-xml "$report")
        [[ -n $filter ]] && arguments+=(-method "*${filter#\*}*")
        status=0
        dotnet "$project/bin/Release/net10.0/$name.dll" "${arguments[@]}" >"$reports/$name.log" 2>&1 </dev/null || status=$?
        read -r p f s <<<"$(report_counts "$report")"
        # A filter that matches nothing here is no failure, though xunit leaves with one: it writes its report then.
        if ((f == 0)) && { [[ ! -s $report ]] || ((status != 0 && p + s > 0)); }; then
            f=1
            printf '%s ended with exit code %d and without a word about a failed test.\n' "$name" "$status" >>"$reports/$name.log"
        fi
        passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
        if ((f > 0)); then
            cat "$reports/$name.log"
            printf '✗ %s: %d passed, %d failed\n' "$name" "$p" "$f"
        elif ((p + s > 0)); then
            printf '✓ %s: %d passed\n' "$name" "$p"
        fi
    done

    ((passed + failed > 0)) || printf '✗ No test ran. The filter is matched against namespace, class and method name: %s\n' "${filter:-none}" >&2
    ((skipped == 0)) || printf '! %d skipped\n' "$skipped" >&2
    if ((failed > 0)); then printf '✗ Logs and reports: %s\n' "$reports" >&2; else rm -rf "$reports"; fi
    [[ ${CI:-} != true ]] || stop_cluster_if_last
    printf '%d passed, %d failed\n' "$passed" "$failed"
    ((failed == 0 && passed > 0))
}

# passed failed skipped, summed over the assemblies of an xunit report; errors outside a test count as failures.
report_counts() {
    [[ -s $1 ]] || { echo 0 0 0; return; }
    grep -o '<assembly [^>]*>' "$1" | awk '
        function attribute(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
        { p += attribute("passed"); f += attribute("failed") + attribute("errors"); s += attribute("skipped") + attribute("not-run") }
        END { print p + 0, f + 0, s + 0 }'
}
