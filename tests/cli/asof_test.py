"""The two time axes: what was in force on a day, and what was known at a moment."""
import unittest

from list_home import HomeTestCase, party

JANUARY = [party(1, "Ana Maria Roe", program="P1"), party(2, "Juan Perez Gomez"), party(10, "Eva Rios Moros")]
FEBRUARY = [party(1, "Ana Maria Roe", program="P2", alias="Maria la Roja"), party(10, "Eva Rios Moros"),
            party(9, "Luis Soto Vega")]
MARCH = FEBRUARY + [party(2, "Juan Perez Gomez")]


class AsOfTest(HomeTestCase):
    def load_all(self):
        for rows, date in ((JANUARY, "2024-01-01"), (FEBRUARY, "2024-02-01"), (MARCH, "2024-03-01")):
            self.import_list(rows, date, "our_list", 0, "--accept-shrink", "a test")

    def loaded_at(self, version, instant):
        self.change_store("UPDATE version SET loaded_at = strftime('%%s', '%s') WHERE id = %d" % (instant, version))

    def test_a_day_is_answered_by_the_version_in_force_then(self):
        self.load_all()
        for day, found in (("2024-01-01", ["our_list:2"]), ("2024-01-31", ["our_list:2"]), ("2024-02-01", []),
                           ("2024-02-29", []), ("2024-03-01", ["our_list:2"])):
            self.assertEqual(self.hits("Juan Perez Gomez", "--as-of", day), found, day)
        self.assertEqual(self.hits("Maria la Roja", "--as-of", "2024-01-31"), [])
        self.assertEqual(self.hits("Maria la Roja"), ["our_list:1"])

    def test_show_tells_a_party_as_it_was(self):
        self.load_all()
        self.assertEqual(self.json("show", "our_list:1", "--as-of", "2024-01-15")["programs"], ["P1"])
        self.assertEqual(self.json("show", "our_list:1")["programs"], ["P2"])
        self.run_program("show", "our_list:2", "--as-of", "2024-02-15", status=3)

    def test_a_moment_is_answered_by_what_was_loaded_then(self):
        self.load_all()
        for version, instant in ((1, "2024-01-02 10:00:00"), (2, "2024-02-10 12:30:00"), (3, "2024-03-02 00:00:00")):
            self.loaded_at(version, instant)
        known = lambda *args: self.hits("Luis Soto Vega", "--max-age", "none", *args)
        self.assertEqual(known("--known-at", "2024-02-09"), [])
        self.assertEqual(known("--known-at", "2024-02-10T12:29"), [])
        self.assertEqual(known("--known-at", "2024-02-10T12:30"), ["our_list:9"])
        self.assertEqual(known("--known-at", "2024-02-10T12:30:00Z"), ["our_list:9"])
        self.assertEqual(known("--known-at", "2024-02-10"), ["our_list:9"], "a day means its end")
        self.assertEqual(known("--as-of", "2024-02-05", "--known-at", "2024-02-09"), [],
                         "in force, but not known yet")
        self.assertEqual(known("--as-of", "2024-01-31", "--known-at", "2024-03-31"), [])
        self.run_program("screen", "Luis", "--known-at", "2024-01-01", status=4)

    def test_an_older_version_loaded_later_changes_nothing_else(self):
        self.load_all()
        before = [self.run_program(*args).stdout for args in (
            ("screen", "Juan Perez Gomez", "--json"), ("show", "our_list:1", "--json"),
            ("diff", "our_list", "--from", "2024-02-01", "--to", "2024-03-01", "--json"))]
        done = self.import_list([party(77, "Only In January")], "2024-01-15", "our_list", 0, "--accept-shrink", "a test")
        self.assertIn("history", done.stdout)
        after = [self.run_program(*args).stdout for args in (
            ("screen", "Juan Perez Gomez", "--json"), ("show", "our_list:1", "--json"),
            ("diff", "our_list", "--from", "2024-02-01", "--to", "2024-03-01", "--json"))]
        self.assertEqual(before, after)
        self.assertEqual(self.hits("Only In January", "--as-of", "2024-01-20"), ["our_list:77"])
        self.assertEqual(self.hits("Only In January", "--as-of", "2024-01-14"), [])
        self.assertEqual(self.json("lists")[0]["published"], "2024-03-01")
        self.assertEqual(self.json("lists")[0]["versions"], 4)

    def test_of_two_versions_of_one_day_the_last_import_counts(self):
        self.import_list([party(1, "Ana Maria Roe")], "2024-01-01")
        self.import_list([party(1, "Ana Maria Roe", program="P")], "2024-01-01")
        self.assertEqual(self.json("show", "our_list:1")["programs"], ["P"])
        self.assertEqual(self.json("show", "our_list:1", "--as-of", "2024-01-01")["programs"], ["P"])
        self.import_list([party(1, "Ana Maria Roe")], "2024-01-01")
        self.assertEqual(self.json("show", "our_list:1")["programs"], [], "the first file was imported again")
        difference = self.json("diff", "our_list", "--from", "#1", "--to", "#2")
        self.assertEqual(difference["changed"], [{"id": "our_list:1", "fields": ["programs"]}])

    def test_the_same_file_again_is_confirmed_and_no_new_version(self):
        self.import_list(JANUARY, "2024-01-01")
        self.change_store("UPDATE version SET confirmed_at = confirmed_at - 5 * 86400")
        self.assertIn("Unchanged", self.import_list(JANUARY, "2024-01-01").stdout)
        row = self.json("lists")[0]
        self.assertEqual((row["versions"], row["age_days"]), (1, 0))

    def test_diff_names_what_came_went_and_changed(self):
        self.load_all()
        difference = self.json("diff", "our_list", "--from", "2024-01-01", "--to", "2024-02-15")
        self.assertEqual(difference["added"], ["our_list:9"])
        self.assertEqual(difference["removed"], ["our_list:2"])
        self.assertEqual(difference["changed"], [{"id": "our_list:1", "fields": ["names", "programs"]}])
        back = self.json("diff", "our_list", "--from", "2024-02-15", "--to", "2024-01-01")
        self.assertEqual((back["added"], back["removed"]), (["our_list:2"], ["our_list:9"]))
        same = self.json("diff", "our_list", "--from", "2024-02-02", "--to", "2024-02-28")
        self.assertEqual([same[key] for key in ("added", "removed", "changed")], [[], [], []])

    def test_history_dates_each_change_of_a_party(self):
        self.load_all()
        for subject in ("our_list:2", "juan PEREZ"):
            records = self.json("history", subject)["records"]
            self.assertEqual([r["record"] for r in records], ["our_list:2"])
            self.assertEqual([(c["date"], c["change"]) for c in records[0]["changes"]],
                             [("2024-01-01", "present"), ("2024-02-01", "removed"), ("2024-03-01", "added")])
            self.assertTrue(records[0]["on_list_now"])
        changed = self.json("history", "our_list:1")["records"][0]["changes"][1]
        self.assertEqual((changed["date"], changed["fields"]), ("2024-02-01", ["names", "programs"]))
        self.assertIn({"change": "removed", "field": "programs", "value": "P1"}, changed["facts"])
        then = self.json("history", "our_list:2", "--as-of", "2024-02-15")["records"][0]
        self.assertFalse(then["on_list_now"])

    def test_a_list_that_did_not_exist_yet_does_not_hide_the_others(self):
        self.import_list([party(1, "Ana Maria Roe")], "2024-01-01")
        self.import_list([party(1, "Ana Maria Roe")], "2024-05-01", "another_list")
        self.assertEqual(self.hits("Ana Maria Roe", "--as-of", "2024-02-01"), ["our_list:1"])
        self.assertEqual(len(self.hits("Ana Maria Roe")), 2)


if __name__ == "__main__":
    unittest.main()
