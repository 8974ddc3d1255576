#!/usr/bin/env bash
# clang-tidy with the checks of .clang-tidy over the library and the program: check_tidy.sh [FILE...]
# Needs clang-tidy-14 and a configured and built folder, build/release or $TIDY_BUILD. Slow: about ten seconds a file.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${TIDY_BUILD:-build/release}
files=("$@")
[ ${#files[@]} -gt 0 ] || mapfile -t files < <(find src cli -name '*.cc' ! -name '*_test.cc' | sort)
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P 2 clang-tidy-14 --quiet -p "$build" \
  --extra-arg=-Wno-unknown-warning-option 2> >(grep -v ' warnings\? generated\.$' >&2)
