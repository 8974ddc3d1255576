#!/usr/bin/env python3
"""Embeds the files of a folder: embed_files.py ARRAY OUTPUT FILE... -> an array of {name, content}."""
import os
import sys

CHUNK = 4096


def literal(data):
    lines = []
    for start in range(0, len(data), CHUNK):
        text = []
        for byte in data[start:start + CHUNK]:
            char = chr(byte)
            if char == "\n":
                text.append("\\n")
            elif char in '"\\?':
                text.append("\\" + char)
            elif 32 <= byte < 127:
                text.append(char)
            else:
                text.append("\\%03o" % byte)
        lines.append('     "%s"' % "".join(text))
    return "\n".join(lines) or '     ""'


def main():
    array, output, files = sys.argv[1], sys.argv[2], sys.argv[3:]
    out = ["// Made by tools/embed_files.py.", "#include <string_view>", "",
           "namespace interdict::tables {", "",
           "inline constexpr struct {\n  std::string_view name;\n  std::string_view bytes;\n} %s[] = {" % array]
    for path in sorted(files):
        with open(path, "rb") as f:
            data = f.read()
        out.append('    {"%s",\n%s},' % (os.path.basename(path), literal(data)))
    out += ["};", "", "}  // namespace interdict::tables", ""]
    os.makedirs(os.path.dirname(output), exist_ok=True)
    with open(output, "w", encoding="ascii") as f:
        f.write("\n".join(out))


if __name__ == "__main__":
    main()
