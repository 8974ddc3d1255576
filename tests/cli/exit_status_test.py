"""Every exit status of the outside contract, with the message that goes with it."""
import os
import subprocess
import unittest

from list_home import HomeTestCase, party, write_csv


class ExitStatusTest(HomeTestCase):
    def load(self):
        self.import_list([party(1, "Ana Maria Roe"), party(2, "Juan Perez Gomez")], "2024-01-01")

    def customers(self, *rows, name="customers.csv"):
        return write_csv(self.path(name), [{"id": str(i), "name": row} for i, row in enumerate(rows)],
                         ["id", "name"])

    def screen_file(self, customers, *args, status=0, output="results.jsonl"):
        path = output if output.startswith("/") else self.path(output)
        return self.run_program("screen", "--input", customers, "--output", path, *args, status=status)

    # --- 0: done ---------------------------------------------------------------------------------

    def test_help_and_version_are_done(self):
        for args in (["--help"], ["help"], ["help", "screen"], ["screen", "--help"], ["--version"],
                     ["help", "--man"], ["completion", "bash"]):
            self.assertNotEqual(self.run_program(*args).stdout, "", args)
        version = self.run_program("--version").stdout
        for word in ("interdict ", "score model ", "analyser "):
            self.assertIn(word, version)

    def test_looking_into_an_empty_home_is_done_and_creates_nothing(self):
        self.assertEqual(self.json("lists"), [])
        self.assertIn("No list is loaded", self.run_program("lists").stderr)
        self.assertFalse(os.path.exists(self.home))

    def test_screening_is_done_whatever_was_found(self):
        self.load()
        self.assertEqual(self.hits("Ana Maria Roe"), ["our_list:1"])
        self.assertEqual(self.hits("Nobody Here"), [])
        self.screen_file(self.customers("Ana Maria Roe", "Nobody Here"))
        self.assertEqual([len(line["hits"]) for line in self.lines("results.jsonl")], [1, 0])

    # --- 20: a hit, where asked for --------------------------------------------------------------

    def test_fail_on_hit(self):
        self.load()
        self.run_program("screen", "Ana Maria Roe", "--fail-on-hit", status=20)
        self.run_program("screen", "Nobody Here", "--fail-on-hit")
        # A repeatable option takes one value and leaves the name behind it alone.
        self.run_program("screen", "--country", "ve", "--source", "our_list", "Ana Maria Roe",
                         "--fail-on-hit", status=20)
        self.screen_file(self.customers("Nobody", "Ana Maria Roe"), "--fail-on-hit", status=20)
        self.screen_file(self.customers("Nobody"), "--fail-on-hit")

    # --- 2: wrong usage --------------------------------------------------------------------------

    def test_wrong_usage(self):
        self.load()
        customers = self.customers("Ana")
        for args in (
                [], ["frobnicate"], ["screen"], ["screen", ""], ["screen", "Ana", "--frobnicate"],
                ["screen", "Ana", "--schema", "Dragon"], ["screen", "Ana", "--birth-date", "soon"],
                ["screen", "Ana", "--country", "Atlantis"], ["screen", "Ana", "--id", "9289166"],
                ["screen", "Ana", "--id", "shoe:44"], ["screen", "Ana", "--as-of", "2024-13-01"],
                ["screen", "Ana", "--as-of", "yesterday"], ["screen", "Ana", "--known-at", "2024-01-01T25:00"],
                ["screen", "Ana", "--known-at", "2024-01-01T12:00+02:00"], ["screen", "Ana", "--max-age", "week"],
                ["screen", "Ana", "--max-age", "-1"], ["screen", "Ana", "--threshold", "2"],
                ["screen", "Ana", "--threshold", "nan"], ["screen", "Ana", "--threshold", "high"],
                ["screen", "Ana", "--cutoff", "1.5"], ["screen", "Ana", "--cutoff", "-0.5"],
                ["screen", "Ana", "--limit", "0"], ["screen", "Ana", "--limit", "-1"], ["screen", "..."],
                ["screen", "Ana", "--input", customers, "--output", self.path("o")],
                ["screen", "--input", customers], ["screen", "--output", self.path("o")],
                ["screen", "--input", customers, "--output", customers],
                ["screen", "--input", customers, "--output", self.path("o"), "--threads", "0"],
                ["screen", "--input", customers, "--output", self.path("o"), "--map", "name"],
                ["screen", "--input", self.path("x.xlsx"), "--output", self.path("o")],
                ["import"], ["import", "our_list"], ["import", "a/b", customers], ["import", "", customers],
                ["import", "our_list", customers, "--published", "today"],
                ["diff", "our_list"], ["show"], ["history"], ["compare", "Ana"], ["completion", "fish"],
                ["merges", "join", "a:1", "b:1"], ["help", "frobnicate"]):
            with self.subTest(" ".join(args)):
                done = self.run_program(*args, status=2)
                self.assertEqual(done.stdout, "")
                self.assertNotEqual(done.stderr, "")
        self.assertEqual(self.text("customers.csv"), "id,name\n0,Ana\n", "the input was written over")
        self.assertFalse(os.path.exists(self.path("o")))

    # --- 3: bad input ----------------------------------------------------------------------------

    def test_input_that_cannot_be_read_is_named(self):
        self.load()
        with open(self.path("page.csv"), "w") as f:
            f.write("<!DOCTYPE html><html>down for maintenance</html>")
        with open(self.path("empty.csv"), "w"):
            pass
        with open(self.path("open.csv"), "w") as f:
            f.write('id,name\n1,Ana\n2,"Juan\n')
        with open(self.path("nameless.csv"), "w") as f:
            f.write("id,colour\n1,red\n")
        before = self.run_program("lists", "--json").stdout
        for args, words in (
                (["import", "our_list", self.path("none.csv")], ["none.csv"]),
                (["import", "our_list", self.path("page.csv"), "--published", "2024-01-02"], ["page.csv", "HTML"]),
                (["import", "our_list", self.path("empty.csv"), "--published", "2024-01-02"], ["empty"]),
                (["import", "our_list", self.path("open.csv"), "--published", "2024-01-02"], ["open.csv", "3"]),
                (["import", "our_list", self.path("our_list_2024-01-01.csv")], ["--published"]),
                (["screen", "--input", self.path("none.csv"), "--output", self.path("o")], ["none.csv"]),
                (["screen", "--input", self.path("empty.csv"), "--output", self.path("o")], ["empty.csv", "header"]),
                (["screen", "--input", self.path("nameless.csv"), "--output", self.path("o")], ["name", "--map"]),
                (["screen", "--input", self.path("open.csv"), "--output", self.path("o")], ["open.csv:3"]),
                (["screen", "--input", self.path("open.csv"), "--output", self.path("o"), "--map", "nom=name"],
                 ["nom", "header"]),
                (["compare", "--input", self.path("open.csv"), "--output", self.path("o")], ["name1"]),
                (["show", "our_list:99"], ["our_list:99"]),
                (["history", "no such words"], ["no such words"]),
                (["diff", "our_list", "--from", "#1", "--to", "#99"], ["#99"]),
                (["merges", "join", "our_list:1", "our_list:99", "--reason", "r"], ["our_list:99"])):
            with self.subTest(" ".join(args)):
                done = self.run_program(*args, status=3)
                for word in words:
                    self.assertIn(word, done.stderr)
        self.assertEqual(self.run_program("lists", "--json").stdout, before)

    def test_a_list_that_lost_too_much_is_refused_and_the_active_version_stays(self):
        rows = [party(i, "Party %s" % ("x" * (i + 1))) for i in range(20)]
        self.import_list(rows, "2024-01-01")
        before = self.run_program("lists", "--json").stdout
        done = self.import_list(rows[:17], "2024-01-02", "our_list", 3)
        for word in ("shrinkage", "--accept-shrink", "The active version stays that of 2024-01-01"):
            self.assertIn(word, done.stderr)
        self.assertEqual(self.run_program("lists", "--json").stdout, before)
        self.import_list(rows[:17], "2024-01-02", "our_list", 0, "--accept-shrink", "delisted")
        self.assertEqual(self.json("lists")[0]["accept_shrink"], "delisted")

    def test_customers_that_cannot_be_screened_are_bad_input_after_all_others_were_answered(self):
        self.load()
        path = self.path("c.csv")
        with open(path, "w") as f:
            f.write("id,name,schema\na,Ana Maria Roe,Dragon\nb,,\nc,Ana Maria Roe,\n")
        done = self.screen_file(path, "--fail-on-hit", status=3)
        self.assertIn("2 records could not be screened", done.stderr)
        lines = self.lines("results.jsonl")
        self.assertEqual([line["id"] for line in lines], ["a", "b", "c"])
        self.assertIn("c.csv:2", lines[0]["error"]["message"])
        self.assertNotIn("hits", lines[0])
        self.assertNotIn("hits", lines[1])
        self.assertEqual(len(lines[2]["hits"]), 1)

    def test_a_birth_date_that_cannot_be_read_is_a_warning_and_its_record_is_screened(self):
        self.load()
        path = self.path("c.csv")
        with open(path, "w") as f:
            f.write("id,name,birth_date\na,Ana Maria Roe,soon\n")
        self.screen_file(path, "--fail-on-hit", status=20)
        line, = self.lines("results.jsonl")
        self.assertEqual(len(line["hits"]), 1)
        self.assertIn("soon", line["warnings"][0])

    # --- 4: not allowed to answer ----------------------------------------------------------------

    def test_without_a_list_there_is_no_answer(self):
        customers = self.customers("Ana")
        for args in (["screen", "Ana"], ["screen", "Ana", "--json"], ["show", "our_list:1"], ["history", "Ana"],
                     ["diff", "our_list", "--from", "2024-01-01", "--to", "2024-01-02"], ["merges"],
                     ["screen", "--input", customers, "--output", self.path("o")]):
            with self.subTest(" ".join(args)):
                self.assertEqual(self.run_program(*args, status=4).stdout, "")
        self.assertFalse(os.path.exists(self.path("o")), "an empty output would look like an answer")

    def test_a_list_that_was_asked_for_and_is_not_loaded_is_no_answer(self):
        self.load()
        self.run_program("screen", "Ana", "--source", "us_ofac_sdn", status=4)
        self.run_program("screen", "Ana", "--source", "our_list", "--source", "us_ofac_sdn", status=4)
        self.run_program("screen", "Ana", "--source", "our_list")

    def test_before_the_first_version_there_is_no_answer(self):
        self.load()
        self.run_program("screen", "Ana", "--as-of", "2023-12-31", status=4)
        self.run_program("show", "our_list:1", "--as-of", "2023-12-31", status=4)
        self.run_program("diff", "our_list", "--from", "2023-01-01", "--to", "2024-01-01", status=4)

    def test_a_stale_list_is_no_answer_until_it_is_confirmed(self):
        self.load()
        self.change_store("UPDATE version SET confirmed_at = confirmed_at - 9 * 86400")
        self.assertEqual(self.json("lists")[0]["age_days"], 9)
        done = self.run_program("screen", "Ana Maria Roe", "--json", status=4)
        self.assertEqual(done.stdout, "")
        self.assertIn("our_list was last confirmed 9 days ago; the limit is 7", done.stderr)
        customers = self.customers("Ana Maria Roe")
        self.screen_file(customers, status=4)
        self.assertFalse(os.path.exists(self.path("results.jsonl")))
        self.run_program("screen", "Ana", "--max-age", "8", status=4)
        for args in (["--max-age", "9"], ["--max-age", "none"], ["--as-of", "2024-01-01"]):
            self.assertEqual(self.hits("Ana Maria Roe", *args), ["our_list:1"], args)
        self.run_program("show", "our_list:1")
        self.load()  # the very same file
        self.assertEqual(self.json("lists")[0]["versions"], 1)
        self.assertEqual(self.hits("Ana Maria Roe"), ["our_list:1"])

    # --- 5: storage ------------------------------------------------------------------------------

    def test_a_home_that_cannot_be_written_to(self):
        with open(self.home, "w"):
            pass  # a file in place of the folder: also root cannot write below it
        done = self.import_list([party(1, "Ana")], "2024-01-01", "our_list", 5)
        self.assertIn(self.home, done.stderr)

    def test_an_output_that_cannot_be_written(self):
        self.load()
        customers = self.customers(*["Ana Maria Roe"] * 500)
        done = self.screen_file(customers, status=5, output="/dev/full")
        self.assertIn("/dev/full", done.stderr)
        self.assertFalse(os.path.exists("/dev/full.run"))
        done = self.screen_file(customers, status=5, output="no/such/folder.jsonl")
        self.assertIn("folder.jsonl", done.stderr)
        pairs = write_csv(self.path("p.csv"), [{"name1": "a", "name2": "b"}], ["name1", "name2"])
        self.run_program("compare", "--input", pairs, "--output", "/dev/full", status=5)

    def test_a_full_standard_output(self):
        self.load()
        for args in (["screen", "Ana Maria Roe"], ["lists", "--json"], ["show", "our_list:1"], ["help"]):
            with self.subTest(" ".join(args)), open("/dev/full", "w") as full:
                done = subprocess.run(self.command(*args), stdout=full, stderr=subprocess.PIPE, text=True)
                self.assertEqual(done.returncode, 5, done.stderr)

    def test_a_store_that_is_damaged_or_of_a_later_program(self):
        self.load()
        self.change_store("DELETE FROM content WHERE id = 1")
        self.assertIn("damaged", self.run_program("screen", "Ana", status=5).stderr)
        self.change_store("PRAGMA user_version = 99")
        self.assertIn("layout 99", self.run_program("screen", "Ana", status=5).stderr)
        self.import_list([party(1, "Ana")], "2024-01-02", "our_list", 5)
        with open(os.path.join(self.home, "lists.sqlite"), "wb") as f:
            f.write(b"no database" * 1000)
        self.run_program("lists", status=5)
        self.run_program("screen", "Ana", status=5)


if __name__ == "__main__":
    unittest.main()
