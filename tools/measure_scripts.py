#!/usr/bin/env python3
"""How many listed persons are found by their name in its original script: measure_scripts.py PROGRAM HOME DATA

The UK list of 2025-04-10 and the UN list of 2026-02-27 (DATA/lists) give names of persons in their own scripts beside
the Latin ones. Each is compared with the primary name of the same person, and with those of five others, chosen with
a fixed seed; counted is what scores 0.70 or more. HOME holds the table of name variants (`interdict import
name_variants`); everything is measured with it and without.
"""
import collections
import csv
import os
import random
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree

THRESHOLD = 0.70


def uk_names(path):
    """(name in its script, primary name, person)."""
    with open(path, encoding="utf-8-sig", newline="") as f:
        _, header, *rows = csv.reader(f)
    column = {name.strip(): i for i, name in enumerate(header)}
    primary, originals = {}, []
    for row in rows:
        if row[column["Group Type"]] != "Individual":
            continue
        group = row[column["Group ID"]]
        name = " ".join(" ".join(row[column["Name %d" % i]] for i in range(1, 7)).split())
        if row[column["Alias Type"]].strip().lower().startswith("primary") and name:
            primary.setdefault(group, name)
        original = row[column["Name Non-Latin Script"]].strip()
        if original:
            originals.append((original, group))
    return [(original, primary[group], "uk" + group) for original, group in dict.fromkeys(originals) if group in primary]


def un_names(path):
    names = []
    for person in xml.etree.ElementTree.parse(path).iter("INDIVIDUAL"):
        original = (person.findtext("NAME_ORIGINAL_SCRIPT") or "").strip()
        parts = [person.findtext(part) or "" for part in ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")]
        name = " ".join(" ".join(parts).split())
        if original and name:
            names.append((original, name, "un" + person.findtext("DATAID")))
    return names


def script(text):
    counts = collections.Counter(unicodedata.name(c, "?").split()[0] for c in text if c.isalpha())
    return counts.most_common(1)[0][0] if counts else "?"


def make_pairs(names):
    """(name in its script, Latin name, script, whether they are one person)."""
    chance = random.Random(5)
    pairs = []
    for original, latin, person in names:
        pairs.append((original, latin, script(original), True))
        others = []
        while len(others) < 5:
            _, other, whose = chance.choice(names)
            if whose != person and other != latin:
                others.append(other)
        pairs += [(original, other, script(original), False) for other in others]
    return pairs


def count(program, home, pairs, *options):
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as work:
        asked, scored = os.path.join(work, "pairs.csv"), os.path.join(work, "scores.csv")
        with open(asked, "w", encoding="utf-8", newline="") as f:
            writer = csv.writer(f)
            writer.writerow(["name1", "name2", "schema"])
            writer.writerows([a, b, "Person"] for a, b, _, _ in pairs)
        subprocess.run([program, "--home", home, "compare", "--input", asked, "--output", scored, *options], check=True)
        with open(scored, encoding="utf-8", newline="") as f:
            for (_, _, letters, same), row in zip(pairs, csv.DictReader(f)):
                counts[letters, same] += float(row["score"]) >= THRESHOLD
    return counts


def main():
    program, home, data = os.path.abspath(sys.argv[1]), sys.argv[2], os.path.join(sys.argv[3], "lists")
    names = uk_names(os.path.join(data, "gb_hmt_sanctions", "2025-04-10", "ConList.csv"))
    names += un_names(os.path.join(data, "un_sc_sanctions", "2026-02-27", "consolidated.xml"))
    pairs = make_pairs([name for name in names if script(name[0]) not in ("LATIN", "?")])
    sizes = collections.Counter((letters, same) for _, _, letters, same in pairs)
    without, with_table = count(program, home, pairs, "--no-variants"), count(program, home, pairs)
    print("%-10s %8s %8s %8s   %8s %8s %8s" % ("script", "pairs", "without", "with", "others", "without", "with"))
    rows = sorted({letters for letters, _ in sizes}, key=lambda s: -sizes[s, True]) + ["all"]
    for letters in rows:
        def total(counts, same):
            return sum(n for (s, m), n in counts.items() if m == same and letters in (s, "all"))
        print("%-10s %8d %8d %8d   %8d %8d %8d" % (
            letters.lower(), total(sizes, True), total(without, True), total(with_table, True),
            total(sizes, False), total(without, False), total(with_table, False)))


if __name__ == "__main__":
    main()
