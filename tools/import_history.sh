#!/usr/bin/env bash
# Imports every dated version of a list's history: import_history.sh PROGRAM HISTORY_DIR
#   HISTORY_DIR holds INDEX.tsv (date, commit, blob, bytes) and the archive of the versions; the store is
#   that of $INTERDICT_HOME or the default. Prints how many versions were loaded, and the time.
set -euo pipefail
program=$(realpath "$1")
history=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
zstd -q -d --long=27 -c "$history"/*.tar.zst | tar -x -C "$work"
start=$(date +%s.%N)
count=0
while IFS=$'\t' read -r date commit _; do
  file=("$work"/*/"sdn_${date}_${commit:0:8}.csv")
  [ -f "${file[0]}" ] || continue
  "$program" import us_ofac_sdn "${file[0]}" --published "$date" >/dev/null 2>"$work/stderr" ||
    { cat "$work/stderr" >&2; exit 1; }
  count=$((count + 1))
done <"$history/INDEX.tsv"
end=$(date +%s.%N)
printf '%d versions in %.1f s\n' "$count" "$(awk "BEGIN { print $end - $start }")"
