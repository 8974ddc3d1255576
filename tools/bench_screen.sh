#!/usr/bin/env bash
# What screening costs, for the table in README.md: bench_screen.sh [RUNS] [PROGRAM] [BENCHMARK]
#   Imports six lists of ../shared/data into a temporary folder with PROGRAM, runs every scenario of
#   BENCHMARK (bench/screen_bench.cc) RUNS times, each in a new process, and prints the median and the least
#   and greatest value of each line.
set -euo pipefail
root=$(realpath "$(dirname "$0")/..")
runs=${1:-5}
program=${2:-$root/build/release/interdict}
bench=${3:-$root/build/release/bench/screen_bench}
lists=$root/../shared/data/lists
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

load() { "$program" --home "$home" import "$@" >/dev/null 2>"$home/stderr" || { cat "$home/stderr" >&2; exit 1; }; }

load us_ofac_sdn "$lists"/us_ofac_sdn/2023-12-28/*.csv --published 2023-12-28
load un_sc_sanctions "$lists/un_sc_sanctions/2026-02-27/consolidated.xml"
load gb_hmt_sanctions "$lists/gb_hmt_sanctions/2025-04-10/ConList.csv"
load ca_dfatd_sema_sanctions "$lists/ca_dfatd_sema_sanctions/2025-03-20/sema-lmes.xml" --published 2025-03-20
load au_dfat_sanctions "$lists/au_dfat_sanctions/2024-12/regulation8_consolidated.xlsx"
load eu_journal "$lists"/eu_journal/*.csv --mapping "$root/data/mappings/eu_journal.json" --published 2026-08-22
"$program" --home "$home" lists
grep -m1 '^model name' /proc/cpuinfo
printf '%s cores, load %s\n' "$(nproc)" "$(cut -d' ' -f1-3 /proc/loadavg)"

"$bench" "$home" check
run() { for _ in $(seq "$runs"); do "$bench" "$home" "$@" >>"$home/results"; done; }
run open
run build
run memory
run single
run batch 1
run batch 2
"$bench" "$home" growth >>"$home/results"  # repeats within the process

python3 - "$home/results" <<'PYTHON'
import statistics
import sys

def text(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


rows = {}
for line in open(sys.argv[1], encoding="utf-8"):
    what, value, unit = line.rstrip("\n").split("\t")
    rows.setdefault((what, unit), []).append(float(value))
for (what, unit), values in rows.items():
    print(f"{what:44} {text(statistics.median(values)):>9} ({text(min(values))}-{text(max(values))}) {unit}")
PYTHON
printf 'load %s\n' "$(cut -d' ' -f1-3 /proc/loadavg)"
