"""The real lists and the program under test, for the tests that drive it from outside."""
import csv
import json
import os
import subprocess

PROGRAM = os.environ["INTERDICT_PROGRAM"]
DATA = os.environ["INTERDICT_SHARED_DATA"]
LISTS = os.path.join(DATA, "lists")
QUAD = ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")


def quad(date):
    return [os.path.join(LISTS, "us_ofac_sdn", date, name) for name in QUAD]


class Home:
    """A store in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, *args, status=0):
        done = subprocess.run([PROGRAM, "--home", self.folder, *args], capture_output=True, text=True)
        if done.returncode != status:
            raise AssertionError("status %d, expected %d: %s\n%s" % (
                done.returncode, status, " ".join(args), done.stderr))
        return done

    def json(self, *args):
        return json.loads(self.run(*args, "--json").stdout)


def rows(path, **options):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.reader(f, **options))
