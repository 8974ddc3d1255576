#!/usr/bin/env python3
"""Turns the tables of data/ into C++ arrays of text: gen_tables.py NAME DATA_DIR OUTPUT.

NAME is a file data/NAME.tsv, or a folder data/NAME/ whose files become one array each. A table is
tab-separated; lines that begin with '#' are comments, and the first of the form "# Columns: code,
name, variants (separated by |)." names the columns. Every row must have exactly as many cells as there are columns.
"""
import os
import re
import sys


def read_table(path):
    columns, rows = None, []
    with open(path, encoding="utf-8", newline="") as f:
        for number, line in enumerate(f, 1):
            line = line.rstrip("\n")
            if line.startswith("#"):
                if columns is None and line.lower().startswith("# columns:"):
                    text = re.sub(r"\([^)]*\)", " ", line[len("# columns:"):])
                    columns = re.findall(r"\w+", text)
                continue
            if not line:
                continue
            cells = line.split("\t")
            if columns is None:
                sys.exit("%s:%d: a row before the line '# columns: ...'" % (path, number))
            if len(cells) != len(columns):
                sys.exit("%s:%d: %d cells, expected %d (%s)" % (
                    path, number, len(cells), len(columns), " ".join(columns)))
            rows.append(cells)
    if columns is None:
        sys.exit("%s: no line '# columns: ...'" % path)
    return columns, rows


def literal(text):
    out = []
    for byte in text.encode("utf-8"):
        char = chr(byte)
        if char in '"\\':
            out.append("\\" + char)
        elif 32 <= byte < 127:
            out.append(char)
        else:
            out.append("\\%03o" % byte)
    return '"' + "".join(out) + '"'


def identifier(name):
    return "k" + "".join(part.capitalize() for part in name.replace("-", "_").split("_"))


def write_array(out, name, path):
    columns, rows = read_table(path)
    out.append("// %s: %s" % (os.path.basename(path), ", ".join(columns)))
    out.append("inline constexpr std::string_view %s[][%d] = {" % (identifier(name), len(columns)))
    out.extend("    {%s}," % ", ".join(literal(c) for c in row) for row in rows)
    out.append("};")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    name, data, output = sys.argv[1:]
    folder = os.path.join(data, name)
    out = ["// Made from data/%s by tools/gen_tables.py." % name, "#include <string_view>", "",
           "namespace interdict::tables {", ""]
    if os.path.isdir(folder):
        for file in sorted(os.listdir(folder)):
            if file.endswith(".tsv"):
                write_array(out, name + "_" + file[:-4], os.path.join(folder, file))
    else:
        write_array(out, name, folder + ".tsv")
    out += ["", "}  // namespace interdict::tables", ""]
    os.makedirs(os.path.dirname(output), exist_ok=True)
    with open(output, "w", encoding="utf-8") as f:
        f.write("\n".join(out))


if __name__ == "__main__":
    main()
