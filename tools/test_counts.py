#!/usr/bin/env python3
"""Counts of a JUnit report of ctest: `test_counts.py REPORT` prints "RAN FAILED"; with --failures it
prints each failed test with the end of its output. A test that did not run counts as failed."""
import sys
import xml.etree.ElementTree as ET


def main():
    failures = "--failures" in sys.argv
    path = [a for a in sys.argv[1:] if not a.startswith("--")][0]
    cases = list(ET.parse(path).getroot().iter("testcase"))
    bad = [c for c in cases if c.get("status") != "run"]
    if not failures:
        print(len(cases), len(bad))
        return
    for case in bad:
        output = case.findtext("system-out") or ""
        print("FAILED  %s (%s)\n%s" % (case.get("name"), case.get("status"), output[-3000:]))


if __name__ == "__main__":
    main()
