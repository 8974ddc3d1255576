"""A store in a folder of its own, with generated lists and customers, for the tests that drive the program."""
import csv
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["INTERDICT_PROGRAM"]
COLUMNS = ["id", "name", "schema", "alias", "birth_date", "country", "program", "imo"]


def party(number, name, **facts):
    return {"id": str(number), "name": name, "schema": "Person", **facts}


def parties(count, word):
    """So many parties whose names all hold `word` and differ in the rest."""
    return [party(i, "%s %s %s" % (word, letters(i), letters(i * 7 + 3)), birth_date="19%02d" % (i % 90),
                  country="ve", program="TEST") for i in range(count)]


def letters(number):
    """A number as a word of letters: names are compared by their letters."""
    word = ""
    number += 26
    while number > 0:
        word += "abcdefghijklmnopqrstuvwxyz"[number % 26]
        number //= 26
    return "k" + word + "o"


def write_csv(path, rows, columns=COLUMNS):
    with open(path, "w", encoding="utf-8", newline="") as f:
        writer = csv.DictWriter(f, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


class HomeTestCase(unittest.TestCase):
    """Gives every test a folder to work in and a store of its own below it."""

    def setUp(self):
        self.work = tempfile.mkdtemp(prefix="interdict_test_")
        self.home = self.path("home")

    def tearDown(self):
        shutil.rmtree(self.work, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.work, name)

    def command(self, *args):
        return [PROGRAM, "--home", self.home, *args]

    def run_program(self, *args, status=0, **options):
        done = subprocess.run(self.command(*args), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, encoding="utf-8", **options)
        self.assertEqual(done.returncode, status, "%s\n%s%s" % (" ".join(args), done.stdout, done.stderr))
        return done

    def json(self, *args):
        return json.loads(self.run_program(*args, "--json").stdout)

    def import_list(self, rows, published, source="our_list", status=0, *more):
        path = write_csv(self.path("%s_%s.csv" % (source, published)), rows)
        return self.run_program("import", source, path, "--published", published, *more, status=status)

    def hits(self, *args):
        """Entities of the hits of one query."""
        return [hit["entity"] for hit in self.json("screen", *args)["hits"]]

    def database(self):
        return sqlite3.connect(os.path.join(self.home, "lists.sqlite"))

    def change_store(self, sql):
        database = self.database()
        with database:
            database.execute(sql)
        database.close()

    def text(self, name):
        with open(self.path(name), encoding="utf-8") as f:
            return f.read()

    def lines(self, name):
        return [json.loads(line) for line in self.text(name).splitlines()]
