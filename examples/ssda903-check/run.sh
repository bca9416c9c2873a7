#!/bin/sh
# Checks and cleans the return beside this script, and checks that Weir says and makes what it should.
set -eu
cd -- "$(dirname -- "$0")"
weir=${WEIR:-../../weir}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

COLUMNS=80 "$weir" check returns-BAD >"$out/said.txt" && status=0 || status=$?
[ "$status" -eq 1 ] || { echo "check ended with $status, not 1." >&2; exit 1; }
diff -u expected.txt "$out/said.txt"

"$weir" clean returns-BAD "$out/cleaned" >/dev/null 2>&1 && status=0 || status=$?
[ "$status" -eq 1 ] || { echo "clean ended with $status, not 1." >&2; exit 1; }
tr -d "\r" <"$out/cleaned/outputs/PAN/PAN_ssda903_episodes.csv" | diff -u expected-episodes.csv -
echo "As expected."
