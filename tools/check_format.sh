#!/usr/bin/env bash
# Every C++ file is as clang-format would write it.
set -euo pipefail
cd "$(dirname "$0")/.."
find src cli tests fuzz bench -name '*.h' -o -name '*.cc' | xargs clang-format-14 --dry-run -Werror
