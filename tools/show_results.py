#!/usr/bin/env python3
"""Puts a batch result beside its customers: show_results.py CUSTOMERS.csv RESULTS.jsonl"""
import csv
import json
import sys


def main():
    customers, results = sys.argv[1:3]
    names = {r["id"]: r["name"] for r in csv.DictReader(open(customers, encoding="utf-8"))}
    print("\n%-6s %-34s %-6s %-38s %s" % ("id", "customer", "score", "listed party", "programmes"))
    for line in open(results, encoding="utf-8"):
        result = json.loads(line)
        if "error" in result:
            print("%-6s %-34s not screened: %s" % (result["id"], names.get(result["id"], ""),
                                                   result["error"]["message"]))
            continue
        hit = result["hits"][0] if result["hits"] else None
        print("%-6s %-34s %-6s %-38s %s" % (
            result["id"], names.get(result["id"], "")[:34], "%.2f" % hit["score"] if hit else "-",
            hit["caption"][:38] if hit else "no hit", " ".join(hit["programs"]) if hit else ""))


if __name__ == "__main__":
    main()
