"""All 308 dated versions of the SDN list: import, size, diff against independent counts, history."""
import csv
import os
import subprocess
import tempfile
import unittest

from real_lists import LISTS, Home, rows

HISTORY = os.path.join(LISTS, "us_ofac_sdn", "history")


class HistoryTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        archive = [f for f in os.listdir(HISTORY) if f.endswith(".tar.zst")][0]
        unpack = "zstd -q -d --long=27 -c '%s' | tar -x -C '%s'" % (os.path.join(HISTORY, archive), cls.work.name)
        subprocess.run(["bash", "-c", unpack], check=True)
        cls.home = Home(os.path.join(cls.work.name, "home"))
        cls.versions = []  # (date, file name), the order of import giving the version's number
        for date, commit, *_ in rows(os.path.join(HISTORY, "INDEX.tsv"), delimiter="\t"):
            path = os.path.join(cls.work.name, "all", "sdn_%s_%s.csv" % (date, commit[:8]))
            if not os.path.exists(path):
                continue  # the empty version of 2024-05-04 is not in the archive
            cls.home.run("import", "us_ofac_sdn", path, "--published", date)
            os.unlink(path)
            cls.versions.append((date, os.path.basename(path)))

    @classmethod
    def tearDownClass(cls):
        cls.work.cleanup()

    def test_every_version_is_kept_in_less_than_60_megabytes(self):
        self.assertEqual(len(self.versions), 308)
        (row,) = self.home.json("lists")
        self.assertEqual((row["versions"], row["published"], row["records"]), (308, "2024-05-03", 14965))
        size = sum(os.path.getsize(os.path.join(self.home.folder, f)) for f in os.listdir(self.home.folder))
        self.assertLess(size, 60_000_000)

    def test_diff_counts_equal_those_made_from_the_rows_of_the_files(self):
        with open(os.path.join(HISTORY, "STATS.tsv"), encoding="utf-8") as f:
            stats = {r["file"]: r for r in csv.DictReader(f, delimiter="\t")}
        # Every thirtieth pair, and those with the most removals and changes.
        numbers = list(range(1, len(self.versions), 30))
        by = lambda column: max(range(1, len(self.versions)), key=lambda i: int(stats[self.versions[i][1]][column]))
        for number in numbers + [by("removed"), by("changed"), by("added")]:
            expected = stats[self.versions[number][1]]
            got = self.home.json("diff", "us_ofac_sdn", "--from", "#%d" % number, "--to", "#%d" % (number + 1))
            counts = tuple(len(got[k]) for k in ("added", "removed", "changed"))
            self.assertEqual(counts, tuple(int(expected[k]) for k in ("added", "removed", "changed")),
                             self.versions[number])

    def test_history_shows_the_removal_of_malpica_flores(self):
        got = self.home.json("history", "MALPICA FLORES")
        changes = {r["record"]: r["changes"] for r in got["records"]}["us_ofac_sdn:22745"]
        self.assertEqual((changes[-1]["change"], changes[-1]["date"]), ("removed", "2022-06-17"))

    def test_as_of_answers_from_the_version_in_force(self):
        ask = ("screen", "Carlos Erik Malpica Flores", "--as-of")
        found = self.home.json(*ask, "2022-06-16")["hits"]
        self.assertEqual(found[0]["entity"], "us_ofac_sdn:22745")
        self.assertFalse([h for h in self.home.json(*ask, "2022-06-18")["hits"] if h["entity"] == "us_ofac_sdn:22745"])
        self.home.run(*ask, "2020-01-01", status=4)


if __name__ == "__main__":
    unittest.main()
