"""The main job on the real quad of 2023-12-28: known parties are found by name and by number."""
import json
import os
import tempfile
import unittest

from real_lists import DATA, LISTS, Home, quad, rows


class ScreeningTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        cls.home = Home(os.path.join(cls.work.name, "home"))
        cls.home.run("import", "us_ofac_sdn", *quad("2023-12-28"), "--published", "2023-12-28")

    @classmethod
    def tearDownClass(cls):
        cls.work.cleanup()

    def best(self, *args):
        hits = self.home.json("screen", *args)["hits"]
        return hits[0]["entity"] if hits else None

    def test_names(self):
        for name, entity in [("Nicolas Maduro Moros", "22790"), ("Maduro Nicolas", "22790"),
                             ("PDVSA", "26367"), ("Petróleos de Venezuela", "26367"),
                             ("Diosdado Cabello", "24424"), ("Vladimir Padrino", "25080")]:
            found = [h["entity"] for h in self.home.json("screen", name)["hits"]]
            self.assertIn("us_ofac_sdn:" + entity, found, name)

    def test_identifiers_find_whatever_the_name(self):
        self.assertEqual(self.best("--id", "imo:9289166"), "us_ofac_sdn:26704")
        self.assertEqual(self.best("Quite Another Name", "--id", "imo:IMO 9289166"), "us_ofac_sdn:26704")
        for tail in ("YV2040", "YV-2040", "yv 2040"):
            self.assertEqual(self.best("--id", "tail_number:" + tail), "us_ofac_sdn:28319")
        self.assertEqual(self.best("--id", "bic:BCVEVECAXXX"), "us_ofac_sdn:26727")

    def test_effects_add_up_to_the_score(self):
        for hit in self.home.json("screen", "Nicolas Maduro", "--birth-date", "1962-11-23", "--country", "ve",
                                  "--cutoff", "0.5", "--limit", "50")["hits"]:
            self.assertAlmostEqual(sum(f["effect"] for f in hit["features"]), hit["score"], places=9)

    def test_a_file_gives_the_same_bytes_with_one_and_two_threads(self):
        source = os.path.join(DATA, "names", "yente", "negatives_us_rows_00001-10000.csv")
        customers = os.path.join(self.work.name, "customers.csv")
        with open(source, encoding="utf-8") as f, open(customers, "w", encoding="utf-8") as out:
            out.writelines(line for _, line in zip(range(501), f))
        results = []
        for threads in ("1", "2"):
            path = os.path.join(self.work.name, threads + ".jsonl")
            self.home.run("screen", "--input", customers, "--output", path, "--threads", threads,
                          "--map", "full_name=name", "--map", "nationality=country")
            with open(path, "rb") as f:
                results.append(f.read())
        self.assertEqual(results[0], results[1])
        self.assertEqual(len(results[0].splitlines()), 500)
        self.assertTrue(all("hits" in json.loads(line) for line in results[0].splitlines()))

    def test_merging_needs_more_than_a_name(self):
        self.home.run("import", "un_sc_sanctions",
                      os.path.join(LISTS, "un_sc_sanctions", "2026-02-27", "consolidated.xml"))
        merges = self.home.json("merges")["merges"]
        self.assertTrue(merges)
        for merge in merges:
            self.assertIn(merge["rule"], ("identifier", "name_and_facts", "cross_reference"))
            self.assertTrue(merge["detail"])
        one = merges[0]
        self.home.run("merges", "split", *one["records"], "--reason", "a test of the undo")
        self.assertNotIn(one, self.home.json("merges")["merges"])
        self.home.run("merges", "withdraw", *one["records"])
        self.assertIn(one, self.home.json("merges")["merges"])


if __name__ == "__main__":
    unittest.main()
