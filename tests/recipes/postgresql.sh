#!/bin/sh
# Loads tidy data into a PostgreSQL of its own and prints the portfolio's means as CSV: postgresql.sh ROWS.csv
# The cluster lies in a temporary folder, listens on a socket there and nowhere else, and is gone afterwards. PostgreSQL
# refuses to run as root: then it runs as the user postgres.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
rows=$(realpath "$1")
programs=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
folder=$(mktemp -d /tmp/oca-postgresql-XXXXXX)

as_user() {
    if [ "$(id -u)" -eq 0 ]; then
        su postgres -s /bin/sh -c "cd '$folder' && $1"
    else
        sh -c "cd '$folder' && $1"
    fi
}

finish() {
    as_user "'$programs/pg_ctl' -D data -m immediate stop" >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap finish EXIT

cp "$rows" "$folder/rows.csv"
cp "$here/load.sql" "$here/means.sql" "$folder"
[ "$(id -u)" -eq 0 ] && chown -R postgres "$folder"
as_user "'$programs/initdb' -D data -A trust -U postgres --no-sync --locale=C.UTF-8 >log 2>&1" || { cat "$folder/log" >&2; exit 3; }
as_user "'$programs/pg_ctl' -D data -w -l log -o \"-k '$folder' -p 54329 -c listen_addresses='' -c fsync=off\" start >/dev/null" ||
    { cat "$folder/log" >&2; exit 3; }
as_user "'$programs/psql' -X -q -v ON_ERROR_STOP=1 -h '$folder' -p 54329 -U postgres -v rows=rows.csv -f load.sql" >&2
as_user "'$programs/psql' -X -q -v ON_ERROR_STOP=1 -h '$folder' -p 54329 -U postgres --csv -f means.sql"
