#!/usr/bin/env python3
"""Checks that the tables of data/names agree with themselves: check_name_tables.py [DATA_DIR].

Every row has the cells its "# Columns:" line names; kinds, languages and genders are known ones; cells are
tidy (no blanks at the ends, no empty form between two bars, NFC). In titles, particles, words, places,
numbers and patronymics, where a word has one meaning, a folded form stands once; in given_names and
family_names, where a form may belong to several names, once in a row, and a row is there once. Prints
every fault with its file and line and exits with 1 where there are any.

The folding here is an approximation of the library's: the same for Latin letters, a romanisation of its own for
Cyrillic, other scripts as they are.
"""
import os
import re
import sys
import unicodedata

from gen_tables import read_table

LETTERS = dict(zip("абвгдезийклмнопрстуфцыэ", "a b v g d e z i y k l m n o p r s t u f ts y e".split()))
LETTERS.update({
    "ж": "zh", "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
    "ё": "e", "і": "i", "ї": "i", "є": "ye", "ґ": "g", "ў": "u", "ß": "ss", "ø": "o", "ł": "l", "đ": "d",
    "ı": "i", "æ": "ae", "œ": "oe"})
VANISH = re.compile("[.'’‘ʼʻʿʾ`´]")

TITLE_KINDS = {"honorific", "religious", "rank", "academic", "political", "generational", "commercial"}
PARTICLE_KINDS = {"article", "patronymic", "preposition", "teknonym"}
WORD_KINDS = {"function", "descriptor", "topic", "qualifier", "unit"}
PLACE_KINDS = {"country", "demonym", "region", "city"}
NUMBER_KINDS = {"cardinal", "ordinal", "roman"}
LANGUAGES = re.compile(r"[a-z]{2}(-given)?(,[a-z]{2}(-given)?)*$")

# table: columns that hold forms, kinds allowed, whether a form stands once in the whole table.
TABLES = {
    "titles": (["form"], TITLE_KINDS, True),
    "particles": (["form"], PARTICLE_KINDS, True),
    "words": (["canonical", "forms"], WORD_KINDS, True),
    "places": (["canonical", "forms"], PLACE_KINDS, True),
    "numbers": (["forms"], NUMBER_KINDS, True),
    "patronymics": (["canonical", "variants"], None, True),
    "given_names": (["canonical", "variants", "cognates", "short_forms"], None, False),
    "family_names": (["canonical", "variants"], None, False),
}


def fold(text):
    text = "".join(LETTERS.get(c, c) for c in unicodedata.normalize("NFC", text.lower()))
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = VANISH.sub("", text)
    return " ".join("".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " "
                            for c in text).split())


def tidy_faults(name, cell):
    if cell != cell.strip() or "  " in cell:
        yield "%s: blanks" % name
    if cell and any(not form.strip() for form in cell.split("|")):
        yield "%s: an empty form" % name
    if unicodedata.normalize("NFC", cell) != cell:
        yield "%s: not NFC" % name


def value_faults(row, kinds):
    if kinds is not None and row["kind"] not in kinds:
        yield "kind '%s'" % row["kind"]
    for column in ("language", "languages"):
        if column in row and not LANGUAGES.match(row[column]):
            yield "%s '%s'" % (column, row[column])
    if row.get("gender", "m") not in ("m", "f", "mf"):
        yield "gender '%s'" % row["gender"]
    if row.get("also_name", "") not in ("", "yes"):
        yield "also_name '%s'" % row["also_name"]
    if "value" in row and not row["value"].isdigit():
        yield "value '%s'" % row["value"]


def forms_of(row, columns):
    for column in columns:
        for form in row[column].split("|"):
            if form:
                yield form


def row_key(row):
    """What may stand once: demonyms share the canonical of their country, spellings the languages'."""
    return tuple(fold(row[c]) for c in ("form", "canonical", "value", "kind", "languages") if c in row)


def check_table(name, path, faults):
    form_columns, kinds, once = TABLES[name]
    columns, rows = read_table(path)
    lines = [n for n, line in enumerate(open(path, encoding="utf-8"), 1) if line.strip() and line[0] != "#"]
    owner, keys = {}, set()
    for line, cells in zip(lines, rows):
        row = dict(zip(columns, cells))
        report = lambda text: faults.append("%s:%d: %s" % (path, line, text))
        for column in columns:
            for fault in tidy_faults(column, row[column]):
                report(fault)
        for fault in value_faults(row, kinds):
            report(fault)
        key = row_key(row)
        if key in keys:
            report("this row stands twice: %s" % (key,))
        keys.add(key)
        in_row = set()
        for form in forms_of(row, form_columns):
            folded = fold(form)
            if not folded:
                report("'%s' folds to nothing" % form)
            elif folded in in_row:
                report("'%s' stands twice in the row" % form)
            elif once and owner.setdefault(folded, row.get("canonical", line)) != row.get("canonical", line):
                report("'%s' stands also with %s" % (form, owner[folded]))
            in_row.add(folded)
    return len(rows)


def main():
    data = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "..", "data")
    faults = []
    for name in TABLES:
        path = os.path.join(data, "names", name + ".tsv")
        print("%s: %d rows" % (name, check_table(name, path, faults)))
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
