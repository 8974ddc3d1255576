"""The table of name variants: its import, what it changes, and that nothing changes without it."""
import gzip
import json
import os
import unittest

from list_home import HomeTestCase, party

TABLE = "# made up for this test\nzomorri, shaqwelt, Зоморри => Q77\nkolenko, brontek => Q5\n"
LIST = [party(1, "Ana Zomorri"), party(2, "Eva Kolenko"), party(3, "Lia Maduro")]


class NameVariantsTest(HomeTestCase):
    def setUp(self):
        super().setUp()
        self.import_list(LIST, "2024-01-01")

    def table(self, text=TABLE, published="2025-05-15", status=0, name="names.txt", more=()):
        path = self.path(name)
        with (gzip.open if name.endswith(".gz") else open)(path, "wt", encoding="utf-8", newline="") as f:
            f.write(text)
        dated = ["--published", published] if published else []
        return self.run_program("import", "name_variants", path, *dated, *more, status=status)

    def compare(self, *names):
        return self.json("compare", *names, "--schema", "Person")

    def test_a_loaded_table_is_used_by_screen_compare_and_evaluate(self):
        self.assertEqual(self.hits("Ana Shaqwelt"), [])
        self.table()
        self.assertEqual(self.hits("Ana Shaqwelt"), ["our_list:1"])
        self.assertEqual(self.hits("Ana Shaqwelt", "--exhaustive"), ["our_list:1"])
        self.assertEqual(self.hits("Ana Shaqwelt", "--no-variants"), [])
        line = self.json("screen", "Ana Shaqwelt")
        self.assertEqual((line["model"], line["name_variants"]), ("interdict-1", "2025-05-15#1"))
        self.assertIn("shaqwelt~zomorri (variant Q77)", line["hits"][0]["features"][0]["detail"])
        compared = self.compare("Ana Shaqwelt", "ZOMORRI, Ana")
        self.assertGreater(compared["score"], 0.7)
        self.assertLess(compared["score"], 1)
        self.assertEqual(compared["name_variants"], "2025-05-15#1")
        pairs = self.path("pairs.csv")
        with open(pairs, "w", encoding="utf-8") as f:
            f.write("name1,name2,schema,is_match\nAna Shaqwelt,Ana Zomorri,Person,true\nAna,Eva,Person,false\n")
        self.run_program("compare", "--input", pairs, "--output", self.path("scores.csv"))
        self.assertIn("Ana Shaqwelt,Ana Zomorri,Person,true,%s" % compared["score"], self.text("scores.csv"))
        report = self.json("evaluate", "--input", pairs)
        self.assertEqual((report["model"], report["name_variants"]), ("interdict-1", "2025-05-15#1"))
        self.assertNotIn("name_variants", self.json("evaluate", "--input", pairs, "--no-variants"))

    def test_without_it_nothing_changes(self):
        queries = ["Ana Zomorri", "Eva Kolenco", "Shaqwelt", "Lia Madurro"]
        before = [self.run_program("screen", q, "--cutoff", "0.3", "--json").stdout for q in queries]
        pair = self.run_program("compare", "Ana Shaqwelt", "Ana Zomorri", "--json").stdout
        self.assertNotIn("name_variants", "".join(before) + pair)
        self.table()
        without = [self.run_program("screen", q, "--cutoff", "0.3", "--json", "--no-variants").stdout for q in queries]
        self.assertEqual(before, without)
        self.assertEqual(pair, self.run_program("compare", "Ana Shaqwelt", "Ana Zomorri", "--json", "--no-variants").stdout)

    def test_packed_and_plain_are_the_same_table(self):
        self.table(name="names.gz")
        packed = self.run_program("screen", "Ana Shaqwelt", "--json").stdout
        with gzip.open(self.path("names.gz"), "rt", encoding="utf-8") as f:
            self.assertEqual(f.read(), TABLE)
        self.home = self.path("other")
        self.import_list(LIST, "2024-01-01")
        self.table()
        self.assertEqual(self.run_program("screen", "Ana Shaqwelt", "--json").stdout, packed)

    def test_damaged_files_are_refused_with_line_and_reason(self):
        self.table()
        for text, reason in [("zomorri, shaqwelt => Q77\nhalf a line\n", "names.txt:2"),
                             (TABLE + "one, two => Q77\n", "Q77 stands in line 2 already"),
                             (TABLE + "one, two => Q9", "cut off"),
                             ("id,name,schema\n1,Ana,Person\n", "no table of name variants"),
                             ("", "no table of name variants")]:
            self.assertIn(reason, self.table(text, "2025-06-01", status=3).stderr)
        with gzip.open(self.path("whole.gz"), "wt", encoding="utf-8") as f:
            f.write("".join("one%d, two%d => Q%d\n" % (i, i, i + 1) for i in range(9999)))
        with open(self.path("whole.gz"), "rb") as f:
            packed = f.read()
        with open(self.path("cut.gz"), "wb") as f:
            f.write(packed[:-100])
        refused = self.run_program("import", "name_variants", self.path("cut.gz"), "--published", "2025-06-01", status=3)
        self.assertIn("ends before its end", refused.stderr)
        self.assertIn("--published", self.table(published=None, status=3).stderr)
        self.assertEqual(self.hits("Ana Shaqwelt"), ["our_list:1"])
        self.assertEqual(self.json("lists")[-1]["versions"], 1)

    def test_versions_are_dated_and_lists_shows_the_one_in_use(self):
        self.assertIn("Now the active version", self.table().stdout)
        self.assertIn("Unchanged", self.table().stdout)
        older = self.table("zomorri, oldname => Q77\n", "2024-05-15").stdout
        self.assertIn("history", older)
        self.assertEqual(self.hits("Ana Oldname"), [])
        row = [r for r in self.json("lists") if r["source"] == "name_variants"][0]
        self.assertEqual((row["published"], row["groups"], row["names"], row["versions"]), ("2025-05-15", 2, 5, 2))
        self.assertEqual((row["records"], row["by_schema"]), (0, {}))
        self.assertIn("name_variants", self.run_program("lists").stdout)

    def test_it_is_no_list(self):
        self.table()
        self.assertIn("no list", self.run_program("screen", "Ana", "--source", "name_variants", status=2).stderr)
        refused = self.run_program("import", "our_list", self.path("names.txt"), "--published", "2025-06-01", status=3)
        self.assertIn("import it as name_variants", refused.stderr)
        self.home = self.path("only_a_table")
        self.table()
        self.run_program("screen", "Ana", status=4)
        self.assertEqual([r["source"] for r in self.json("lists")], ["name_variants"])

    def test_an_index_of_another_table_is_not_used(self):
        self.assertEqual(self.hits("Ana Shaqwelt"), [])
        self.table()
        self.assertEqual(self.hits("Ana Shaqwelt"), ["our_list:1"])
        self.table("kolenko, shaqwelt, zomorro => Q78\nmaduro, otherwise => Q5\n", "2025-06-01",
                   more=("--accept-shrink", "a test"))
        self.assertEqual(self.hits("Ana Shaqwelt"), [])
        self.assertEqual(self.hits("Eva Shaqwelt"), ["our_list:2"])

    def test_a_batch_is_the_same_for_any_number_of_threads(self):
        self.table()
        with open(self.path("in.csv"), "w", encoding="utf-8") as f:
            f.write("id,name,schema\n" + "".join("%d,Ana Shaqwelt%s,Person\n" % (i, "o" * (i % 3)) for i in range(400)))
        for threads in ("1", "3"):
            self.run_program("screen", "--input", self.path("in.csv"), "--output", self.path("out" + threads),
                             "--threads", threads)
        self.assertEqual(self.text("out1"), self.text("out3"))
        self.assertTrue(all(line["model"] == "interdict-1" for line in self.lines("out1")))


if __name__ == "__main__":
    unittest.main()
