#!/usr/bin/env python3
"""The layers hold: check_layers.py BUILD_DIR

1. Every .cc under src/, cli/, fuzz/ and tests/ is compiled by the build (a test that is not built never
   fails).
2. A file includes only headers of its own layer and of the layers below it, as CMakeLists.txt declares
   them; cli/ and tests/ may include all.
"""
import json
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def declared_layers():
    with open(os.path.join(ROOT, "CMakeLists.txt"), encoding="utf-8") as f:
        rows = re.findall(r"^interdict_layer\((\w+)([^)]*)\)", f.read(), flags=re.M)
    uses = {}
    for name, rest in rows:
        match = re.search(r"\bUSES((?: \w+)+?)(?: [A-Z]{4,}\b|$)", rest)
        direct = match.group(1).split() if match else []
        uses[name] = set(direct).union(*(uses[d] for d in direct)) if direct else set()
    return uses


def sources(*folders):
    for folder in folders:
        for place, _, files in os.walk(os.path.join(ROOT, folder)):
            for name in sorted(files):
                if name.endswith((".cc", ".h")):
                    yield os.path.join(place, name)


def main():
    with open(os.path.join(sys.argv[1], "compile_commands.json"), encoding="utf-8") as f:
        compiled = {os.path.realpath(c["file"]) for c in json.load(f)}
    problems = []
    shared = os.path.exists(os.path.join(ROOT, "..", "shared", "data", "README.md"))
    for path in sources("src", "cli", "fuzz", "tests"):
        name = os.path.relpath(path, ROOT)
        built_elsewhere = name.startswith("tests/consumer") or (name.startswith("tests/real") and not shared) \
            or name == "fuzz/replay_main.cc"
        if path.endswith(".cc") and os.path.realpath(path) not in compiled and not built_elsewhere:
            problems.append("%s is not in the build" % name)
    layers = declared_layers()
    for path in sources("src"):
        name = os.path.relpath(path, os.path.join(ROOT, "src", "interdict"))
        layer = name.split(os.sep)[0]
        with open(path, encoding="utf-8") as f:
            for included in re.findall(r'#include "interdict/(\w+)/', f.read()):
                if included not in layers.get(layer, set()) | {layer, "tables"}:
                    problems.append("%s includes interdict/%s, which is not below it" % (name, included))
    print("\n".join(problems) or "%d layers: %s" % (len(layers), " ".join(layers)))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
