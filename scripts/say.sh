# shellcheck shell=bash
# One readable line per step; everything goes to stderr so that stdout carries only what a command is asked for.

step() { printf '→ %s\n' "$*" >&2; }

fail() {
    printf '✗ %s\n' "$1" >&2
    shift
    local line
    for line in "$@"; do printf '  %s\n' "$line" >&2; done
    exit 1
}
