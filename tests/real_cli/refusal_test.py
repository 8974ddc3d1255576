"""Broken lists are refused, each for its own reason, and the active version stays."""
import os
import tempfile
import unittest

from real_lists import LISTS, Home, quad

BROKEN = os.path.join(LISTS, "broken")

# file, source, publication date, what the message must name
CASES = [
    ("duplicate_row_sdn.csv", "us_ofac_sdn", "2024-01-15", ["2677", "AL-ZOMOR", "HAMER AND NAIL"]),
    ("empty_sdn.csv", "us_ofac_sdn", "2024-05-04", ["empty"]),
    ("html_page.xml", "un_sc_sanctions", "2026-03-01", ["HTML"]),
    ("truncated_un.xml", "un_sc_sanctions", "2026-03-01", ["truncated_un.xml", "before it is closed"]),
    ("shrunk_60pct_sdn.csv", "us_ofac_sdn", "2024-05-04", ["shrinkage", "13821", "--accept-shrink"]),
    ("lfs_pointer_sdn_advanced.xml", "us_ofac_sdn", "2024-05-04", ["LFS pointer"]),
]


class RefusalTest(unittest.TestCase):
    def setUp(self):
        self.work = tempfile.TemporaryDirectory()
        self.home = Home(self.work.name)
        self.home.run("import", "us_ofac_sdn", *quad("2023-12-28"), "--published", "2023-12-28")
        self.home.run("import", "un_sc_sanctions",
                      os.path.join(LISTS, "un_sc_sanctions", "2026-02-27", "consolidated.xml"))

    def tearDown(self):
        self.work.cleanup()

    def test_each_broken_file_is_refused_and_the_active_version_stays(self):
        before = self.home.run("lists", "--json").stdout
        for name, source, date, words in CASES:
            with self.subTest(name):
                done = self.home.run("import", source, os.path.join(BROKEN, name), "--published", date, status=3)
                for word in words:
                    self.assertIn(word, done.stderr)
                self.assertEqual(self.home.run("lists", "--json").stdout, before)

    def test_shrinkage_may_be_accepted_with_a_reason(self):
        done = self.home.run("import", "us_ofac_sdn", os.path.join(BROKEN, "shrunk_60pct_sdn.csv"),
                             "--published", "2024-05-04", "--accept-shrink", "a test of the override")
        self.assertIn("accepted as told", done.stderr)
        row = [r for r in self.home.json("lists") if r["source"] == "us_ofac_sdn"][0]
        self.assertEqual((row["records"], row["accept_shrink"]), (5986, "a test of the override"))

    def test_parts_of_two_issues_are_refused(self):
        mixed = quad("2023-12-28")[:1] + quad("2019-01-15")[1:]
        done = self.home.run("import", "us_ofac_sdn", *mixed, "--published", "2024-01-01", status=3)
        self.assertIn("different issues", done.stderr)


if __name__ == "__main__":
    unittest.main()
