#!/usr/bin/env bash
# clang-tidy with the checks of .clang-tidy over the library and the program: check_tidy.sh [FILE...]
# Needs clang-tidy-14 and a configured build/release. Slow: about ten seconds a file.
set -euo pipefail
cd "$(dirname "$0")/.."
files=("$@")
[ ${#files[@]} -gt 0 ] || mapfile -t files < <(find src cli -name '*.cc' ! -name '*_test.cc' | sort)
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P 2 clang-tidy-14 --quiet -p build/release
