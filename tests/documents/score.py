#!/usr/bin/env python3
"""Figures of a scan against a gold annotation: score.py GOLD.json SCAN.jsonl [PREFIX], or as a module.

Matching as the guideline says: a mention is found when it overlaps, has the kind and a name that shares the
party's words; a measure when type and evidence fit. A missed measure that is marked optional costs nothing.
"""
import json
import os
import sys
import unicodedata

LITTLE = {"the", "of", "and", "de", "del", "la", "los", "las", "el", "al", "government"}


def words(name):
    plain = "".join(c for c in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(c))
    return {w for w in "".join(c if c.isalnum() else " " for c in plain.casefold()).split()} - LITTLE


def same_party(ours, gold):
    a, b = words(ours), words(gold)
    return bool(a and b) and (a <= b or b <= a or len(a & b) >= max(2, min(len(a), len(b)) - 1))


def overlap(a, b):
    return a["start"] < b["end"] and b["start"] < a["end"]


def pairs(ours, gold, fit):
    """Each of `gold` with the first of `ours` that fits and is not taken."""
    taken, found = set(), []
    for wanted in gold:
        at = next((i for i, one in enumerate(ours) if i not in taken and fit(one, wanted)), None)
        if at is not None:
            taken.add(at)
        found.append((None if at is None else ours[at], wanted))
    return found


def score(gold, scans, prefix=""):
    """{"mentions": (precision, recall), "measures": F1, "attribution": share, "date": share}."""
    by_file = {os.path.basename(scan["file"]): scan for scan in scans}
    right = said = there = 0
    measures_right = measures_said = measures_missed = 0
    attributed = matched = dated = dates = status = 0
    for article in gold["articles"]:
        name = os.path.basename(article["file"])
        if not name.startswith(prefix):
            continue
        scan = by_file[name]
        said += len(scan["mentions"])
        there += len(article["mentions"])
        right += sum(1 for ours, m in pairs(scan["mentions"], article["mentions"], overlap)
                     if ours and ours["kind"] == m["type"] and same_party(ours["party"], m["canonical"]))
        measures_said += len(scan["measures"])
        for ours, m in pairs(scan["measures"], article["measures"], lambda o, g:
                             o["type"] == g["type"] and overlap(o["evidence"], g["evidence"])):
            if ours is None:
                measures_missed += not m.get("optional")
                continue
            measures_right += 1
            matched += 1
            status += ours["status"] == m["status"]
            attributed += ours["attribution"]["kind"] == m["attribution"]["kind"]
            value = (m.get("date") or {}).get("from_text")
            if value and "publication" not in value:
                dates += 1
                dated += str(ours["date"] or "").startswith(value[:7])
    precision, recall = right / max(1, said), right / max(1, there)
    measure_precision = measures_right / max(1, measures_said)
    measure_recall = measures_right / max(1, measures_right + measures_missed)
    return {"mentions": (precision, recall),
            "measures": 2 * measure_precision * measure_recall / max(1e-9, measure_precision + measure_recall),
            "status": status / max(1, matched), "attribution": attributed / max(1, matched),
            "date": dated / max(1, dates)}


def main():
    with open(sys.argv[1], encoding="utf-8") as gold, open(sys.argv[2], encoding="utf-8") as scans:
        print(json.dumps(score(json.load(gold), [json.loads(line) for line in scans if line.strip()],
                               sys.argv[3] if len(sys.argv) > 3 else "")))


if __name__ == "__main__":
    main()
