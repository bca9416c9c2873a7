#!/bin/sh
# Makes outputs under pseudonyms and checks what they promise.
set -eu
cd -- "$(dirname -- "$0")"
weir=${WEIR:-../../weir}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
WEIR_DATASETS=$PWD/datasets
export WEIR_DATASETS

fail() {
    echo "$1" >&2
    exit 1
}

pseudonyms() {
    tail -n +2 "$out/$1/outputs/$2/$2_clubs_visits.csv" | cut -d, -f1
}

"$weir" clean returns-RVS "$out/first" >/dev/null 2>&1 && status=0 || status=$?
[ "$status" -eq 2 ] || fail "Without a key, clean ended with $status, not 2."
[ ! -e "$out/first" ] || fail "Without a key, something was written."

(umask 077 && printf 'k1:%s\n' "$(openssl rand -hex 32)" >"$out/key")
"$weir" clean returns-RVS "$out/first" --pseudonym-key "$out/key" >/dev/null 2>&1 || fail "clean failed."
"$weir" clean returns-RVS "$out/second" --pseudonym-key "$out/key" >/dev/null 2>&1 || fail "clean failed the second time."

[ "$(pseudonyms first RESEARCH | sort -u | wc -l)" -eq 2 ] || fail "Two people must be two pseudonyms."
[ "$(pseudonyms first RESEARCH)" = "$(pseudonyms second RESEARCH)" ] || fail "One key must make the same pseudonyms again."
[ "$(pseudonyms first RESEARCH)" != "$(pseudonyms first PLANNING)" ] || fail "Two purposes must not share pseudonyms."
echo "As expected."
