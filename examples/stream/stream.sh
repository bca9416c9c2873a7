#!/bin/sh
# Posts three made-up students to a stream, waits until they are filtered, reads them at two levels and asks the graph.
# Needs curl, and a service: ./weir serve
#
#   ./stream.sh [ADDRESS [TOKEN]]
set -eu
export LC_ALL=C
cd "$(dirname "$0")"
url=${1:-http://127.0.0.1:9292}
token=${2:-}

ask() {
    if [ -n "$token" ]; then
        curl --silent --show-error --header "Authorization: Bearer $token" "$@"
    else
        curl --silent --show-error "$@"
    fi
}

# Where a level of the stream ends now: what is read later goes on from there. Before the first post there is no such stream.
place() {
    at=$(ask "$url/example/students/$1?offset=latest" | sed -n 's/.*Start consuming from \([^"]*\)".*/\1/p')
    echo "${at:-earliest}"
}

low=$(place low)
extreme=$(place extreme)

status=$(ask --output /dev/null --write-out '%{http_code}' --header 'Content-Type: application/xml' \
    --data-binary @students.xml "$url/example/students")
[ "$status" = 202 ] || { echo "Not taken: HTTP $status"; exit 1; }
echo "Posted."

# A message is there once its whole document is valid and filtered; that takes a second or so.
read_level() {
    for _ in $(seq 60); do
        found=$(ask --header 'Accept: application/x-ndjson' "$url/example/students/$1?offset=$2")
        [ "$(echo "$found" | grep -c '^{"data":')" -lt 3 ] || break
        sleep 1
    done
    echo "$1:" $(echo "$found" | grep -o '<FamilyName>[^<]*' | sed 's/<FamilyName>//' | sort)
}

read_level low "$low"
read_level extreme "$extreme"

# The graph has them under their names.
for _ in $(seq 60); do
    labels=$(ask "$url/sms/find?collection=StudentPersonal" | grep -o '"label":"[^"]*"' | sort) || labels=
    case $labels in *"Chloe Lee"*) break ;; esac
    sleep 1
done
echo "$labels" | grep 'Chloe Lee'
