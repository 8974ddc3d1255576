#!/usr/bin/env python3
"""What the readers make of every real list, as a Markdown table: list_reports.py PROGRAM SHARED_DATA

The rows of docs/lists.md, "Read on real files", are the output of this script.
"""
import glob
import json
import os
import subprocess
import sys

QUAD = ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")
LISTS = [
    ("us_ofac_sdn", ["us_ofac_sdn/2019-01-15/" + f for f in QUAD], None),
    ("us_ofac_sdn", ["us_ofac_sdn/2021-07-07/" + f for f in QUAD], None),
    ("us_ofac_sdn", ["us_ofac_sdn/2023-12-28/" + f for f in QUAD], None),
    ("us_ofac_sdn", ["us_ofac_sdn/2024-05-03/sdn.csv"], None),
    ("us_ofac_cons", ["us_ofac_cons/2025-12-19/cons_%s.csv" % p for p in ("prim", "alt", "add", "comments")], None),
    ("us_ofac_cons", ["us_ofac_cons/2025-03-28/consolidated.xml"], None),
    ("us_ofac_cons", ["us_ofac_cons/2025-03-28/cons_enhanced.xml"], None),
    ("us_ofac_cons", ["us_ofac_cons/2020-03-17/cons_advanced.xml"], None),
    ("un_sc_sanctions", ["un_sc_sanctions/2024-11-30/consolidated.xml"], None),
    ("un_sc_sanctions", ["un_sc_sanctions/2026-02-27/consolidated.xml"], None),
    ("eu_fsf", ["eu_fsf/2020-04-15_sample/sample_eu.xml"], None),
    ("gb_hmt_sanctions", ["gb_hmt_sanctions/2020-04-27_sample/ConList.csv"], None),
    ("gb_hmt_sanctions", ["gb_hmt_sanctions/2025-04-10/ConList.csv"], None),
    ("ch_seco_sanctions", ["ch_seco_sanctions/2024-01-17_sample/consolidated-list.xml"], None),
    ("ca_dfatd_sema_sanctions", ["ca_dfatd_sema_sanctions/2025-03-20/sema-lmes.xml"], None),
    ("au_dfat_sanctions", ["au_dfat_sanctions/2024-12/regulation8_consolidated.xlsx"], None),
    ("au_dfat_sanctions", ["au_dfat_sanctions/2024-12/regulation8_consolidated.csv"], None),
    ("us_trade_csl", ["us_trade_csl/2016-02_reduced/consolidated.csv"], None),
    ("us_trade_csl", ["us_trade_csl/2019-12_partial/csl.csv"], None),
    ("us_trade_csl", ["us_trade_csl/2025-06_sample/consolidated.csv"], None),
    ("zala", ["opensanctions/zala/entities.ftm.json"], None),
    ("ua_war_sanctions", ["opensanctions/ua_war_sanctions_2026-03-13/targets.simple.csv"], None),
    ("delta", ["opensanctions/delta_2024-06/entities.delta.json"], None),
    ("eu_journal", ["eu_journal/*.csv"], "data/mappings/eu_journal.json"),
]


def inspect(program, source, files, mapping):
    command = [program, "inspect", *files, "--source", source, "--json"]
    if mapping:
        command += ["--mapping", mapping]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode == 0:
        return json.loads(run.stdout), ""
    return None, run.stderr.strip().removeprefix("interdict: ").removeprefix(source + ": ")


def row(label, report):
    counts = report["counts"]
    aliases = counts.get("aliases", 0)
    segments = report["remark_segments"]
    remarks = "%.2f %% of %s" % (100.0 * report["remark_segments_understood"] / segments, "{:,}".format(segments)) \
        if segments else ""
    defects = ", ".join("%s %s" % (n, c) for c, n in sorted(report["defect_counts"].items()))
    print("| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |" % (
        label, report["format"], "{:,}".format(report["records_in"]), "{:,}".format(report["records_out"]),
        report["rejected"], "{:,}".format(aliases), "{:,}".format(counts.get("addresses", 0)),
        "{:,}".format(counts.get("identifiers", 0)), remarks, defects))


def main():
    program, shared = os.path.abspath(sys.argv[1]), sys.argv[2]
    print("| file | format | records in | out | rejected | aliases | addresses | identifiers | remarks understood | defects kept |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for source, patterns, mapping in LISTS:
        files = [f for p in patterns for f in sorted(glob.glob(os.path.join(shared, "lists", p)))]
        label = os.path.dirname(patterns[0]) if len(patterns) > 1 else patterns[0]
        if mapping:
            files = [f for f in files if sum(1 for _ in open(f, encoding="utf-8")) > 1]
            label = "eu_journal (%d files with rows)" % len(files)
        report, refusal = inspect(program, source, files, mapping)
        if report:
            row(label, report)
        else:
            print("| %s | refused | | | | | | | | %s |" % (label, refusal.replace("|", "/")))


if __name__ == "__main__":
    main()
