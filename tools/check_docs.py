#!/usr/bin/env python3
"""Documentation must be true: check_docs.py PROGRAM

1. Every path that a Markdown file names exists: the targets of links, and words in backquotes that look
   like a path of this repository. (`build/...`, `../shared/...`, options and globs that match something
   are fine.)
2. The commands of README run: lines of ```sh blocks that begin with "interdict ", one after another in
   a fresh home, from the root of the repository. A line that ends in "# network" is not run.
3. The pairs of docs/scoring.md score what stands there: ```console blocks of "$ interdict compare" with their
   output, and rows "| kind | name 1 | name 2 | score | how |".
"""
import glob
import os
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOP = sorted(os.listdir(ROOT))


def markdown_files():
    listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-co", "--exclude-standard", "*.md"], capture_output=True,
                            text=True, check=True).stdout.split()
    return [f for f in listed if os.path.exists(os.path.join(ROOT, f))]


def looks_like_path(word):
    if re.search(r"[\s$<>=|{}\"']", word) or word.startswith(("-", "/", "~", "http", "..", "build/")):
        return False
    first = word.split("/")[0]
    if "/" in word:
        return first in TOP or first in (".ci", ".github")
    return bool(re.fullmatch(r"[\w.-]+\.(md|sh|py|json|tsv|txt|csv|cmake|cc|h)", word)) and word in TOP


def exists(word, folder):
    word = word.split("#")[0].rstrip("/").split(":")[0]
    if not word:
        return True
    for base in (ROOT, folder):
        path = os.path.join(base, word)
        if os.path.exists(path) or glob.glob(path):
            return True
    return False


def check_paths():
    wrong = []
    for name in markdown_files():
        folder = os.path.join(ROOT, os.path.dirname(name))
        with open(os.path.join(ROOT, name), encoding="utf-8") as f:
            text = f.read()
        prose = re.sub(r"```.*?```", "", text, flags=re.S)
        words = [w for w in re.findall(r"`([^`\n]+)`", prose) if looks_like_path(w)]
        links = [t for t in re.findall(r"\]\(([^)\s]+)\)", prose) if not re.match(r"[a-z]+:|#", t)]
        wrong += ["%s: no such path: %s" % (name, w) for w in words + links if not exists(w, folder)]
    return wrong


def readme_commands():
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as f:
        blocks = re.findall(r"```sh\n(.*?)```", f.read(), flags=re.S)
    lines = [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    return [line for line in lines if line.startswith("interdict ") and not line.endswith("# network")]


def check_commands(program):
    wrong = []
    with tempfile.TemporaryDirectory() as home:
        env = dict(os.environ, INTERDICT_HOME=home, TMP_OUT=home)
        for line in readme_commands():
            args = shlex.split(line.split(" #")[0])
            args = [os.path.join(home, a) if a.startswith("results") else a for a in args]
            run = subprocess.run([program] + args[1:], cwd=ROOT, env=env, capture_output=True, text=True)
            if run.returncode not in (0, 20):
                wrong.append("README: %s\n  exit status %d: %s" % (line, run.returncode, run.stderr.strip()))
    return wrong


def explained_pairs():
    """Arguments of `compare` and what it must print."""
    with open(os.path.join(ROOT, "docs", "scoring.md"), encoding="utf-8") as f:
        text = f.read()
    pairs = []
    for block in re.findall(r"```console\n(.*?)```", text, flags=re.S):
        command, _, output = block.partition("\n")
        pairs.append((shlex.split(command)[2:], output.strip()))
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")] if line.startswith("| ") else []
        if len(cells) == 5 and re.fullmatch(r"[01]\.\d{4}", cells[3]):
            pairs.append((["compare", cells[1], cells[2], "--schema", cells[0]], "%s  %s" % (cells[3], cells[4])))
    return pairs


def check_pairs(program):
    wrong = []
    with tempfile.TemporaryDirectory() as home:
        env = dict(os.environ, INTERDICT_HOME=home)
        for args, expected in explained_pairs():
            run = subprocess.run([program] + args, env=env, capture_output=True, text=True, encoding="utf-8")
            if run.stdout.strip() != expected:
                wrong.append("docs/scoring.md: interdict %s\n  says   %s\n  prints %s" % (
                    shlex.join(args), expected, run.stdout.strip() or run.stderr.strip()))
    return wrong if len(explained_pairs()) > 10 else wrong + ["docs/scoring.md: where are the explained pairs?"]


def main():
    program = os.path.abspath(sys.argv[1])
    wrong = check_paths() + check_commands(program) + check_pairs(program)
    print("\n".join(wrong) or "documentation: %d files, %d commands, %d explained pairs" % (
        len(markdown_files()), len(readme_commands()), len(explained_pairs())))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
