"""The real table of name variants beside the repository: it loads whole, what it changes is what it says, and with it
the index still finds what comparing everything finds."""
import csv
import gzip
import json
import os
import shutil
import tempfile
import unittest

from real_lists import DATA, Home, quad

TABLE = os.path.join(DATA, "names", "variant_groups", "names.gz")
NEGATIVES = os.path.join(DATA, "names", "yente", "negatives_global_rows_00001-10000.csv")
PUBLISHED = "2025-05-15"


class NameVariantsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.mkdtemp(prefix="interdict_real_")
        cls.home = Home(os.path.join(cls.work, "home"))
        cls.home.run("import", "us_ofac_sdn", *quad("2023-12-28"), "--published", "2023-12-28")
        cls.imported = cls.home.json("import", "name_variants", TABLE, "--published", PUBLISHED)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.work, name)

    def screen(self, name, *options):
        self.home.run("screen", "--input", self.path("in.csv"), "--output", self.path(name), "--max-age", "none",
                      "--cutoff", "0.5", "--limit", "1000", *options)
        with open(self.path(name), encoding="utf-8") as f:
            return [json.loads(line) for line in f]

    def test_the_table_is_read_whole(self):
        self.assertEqual((self.imported["groups"], self.imported["names"]), (164820, 565789))
        row = [r for r in self.home.json("lists") if r["source"] == "name_variants"][0]
        self.assertEqual((row["groups"], row["published"], row["records"]), (164820, PUBLISHED, 0))

    def test_a_pair_of_the_table_is_one_name_and_says_by_which_group(self):
        pair = ("Anna Lambryczakowa", "LAMBRYCZAK, Anna", "--schema", "Person")
        plain = self.home.json("compare", *pair, "--no-variants")
        self.assertNotIn("variant", plain["detail"])
        far = ("Анна Мирголовский", "MIRHALOUSKI, Anna", "--schema", "Person")
        with_table, without = self.home.json("compare", *far), self.home.json("compare", *far, "--no-variants")
        self.assertGreater(with_table["score"], without["score"])
        self.assertIn("variant Q26723699", with_table["detail"])
        self.assertLess(with_table["score"], 1)

    def test_index_and_exhaustive_search_agree_with_the_table_loaded(self):
        with open(NEGATIVES, encoding="utf-8", newline="") as f:
            names = [row["full_name"] for row in csv.DictReader(f) if ";" not in row["full_name"]][::60]
        with open(self.path("in.csv"), "w", encoding="utf-8", newline="") as f:
            writer = csv.writer(f, lineterminator="\n")
            writer.writerow(["id", "name", "schema"])
            writer.writerows([i, name, "Person" if i % 2 else ""] for i, name in enumerate(names))
        indexed, exhaustive = self.screen("indexed"), self.screen("exhaustive", "--exhaustive")
        self.assertEqual(len(indexed), len(names))
        self.assertEqual(indexed, exhaustive)
        details = " ".join(h["features"][0]["detail"] for line in indexed for h in line["hits"])
        self.assertIn("(variant Q", details)
        self.assertNotIn("(variant Q", json.dumps(self.screen("plain", "--no-variants")))

    def test_a_cut_copy_is_refused(self):
        with open(TABLE, "rb") as f:
            packed = f.read()
        with open(self.path("cut.gz"), "wb") as f:
            f.write(packed[:len(packed) // 2])
        with open(self.path("cut.txt"), "wb") as f:
            f.write(gzip.decompress(packed)[:2000000])
        for name in ("cut.gz", "cut.txt"):
            self.home.run("import", "name_variants", self.path(name), "--published", "2025-06-01", status=3)
        row = [r for r in self.home.json("lists") if r["source"] == "name_variants"][0]
        self.assertEqual(row["versions"], 1)


if __name__ == "__main__":
    unittest.main()
