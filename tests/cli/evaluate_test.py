"""The command evaluate, the model of OFAC's search, and what weak aliases are worth."""
import csv
import html.parser
import json
import os
import unittest

from list_home import HomeTestCase, parties, party, write_csv

PAIRS = ["name1", "name2", "schema", "is_match", "case_group", "quality"]
ROWS = [("Ana Maria Roe", "ROE, Ana Maria", "Person", "true", "people", "STRONG"),
        ("Ana Maria Roe", "Ivan Petrov", "Person", "false", "people", "STRONG"),
        ("Vladimir Putin", "PUTIN, Vladimir", "Person", "1", "people", "WEAK"),
        ("Acme Shipping Ltd", "Zenith Bank", "Company", "true", "bodies", "WEAK"),
        ("Northern Star Trading", "Northern Star Trading", "Company", "0", "bodies", "WEAK")]


class Tags(html.parser.HTMLParser):
    """The elements of a page; fails on one that is closed and was not open."""
    EMPTY = {"meta", "br", "path", "rect", "circle", "link", "img"}

    def __init__(self):
        super().__init__()
        self.open, self.seen = [], []

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if tag not in self.EMPTY:
            assert self.open and self.open.pop() == tag, tag


class EvaluateTest(HomeTestCase):
    def setUp(self):
        super().setUp()
        self.pairs = write_csv(self.path("pairs.csv"), [dict(zip(PAIRS, row)) for row in ROWS], PAIRS)

    def evaluate(self, *args):
        return self.json("evaluate", "--input", self.pairs, *args)

    def test_counts_and_measures_are_those_of_the_pairs(self):
        report = self.evaluate()
        counts = [report[k] for k in ("true_positive", "false_positive", "false_negative", "true_negative")]
        self.assertEqual(counts, [2, 1, 1, 1])
        self.assertAlmostEqual(report["f1"], 4 / 6, places=5)
        self.assertEqual(report["accuracy"], 0.6)
        self.assertEqual(len(report["curve"]), 101)
        self.assertEqual([w["line"] for w in report["missed"]], [5])
        self.assertEqual([w["line"] for w in report["false_hits"]], [6])
        self.assertTrue(report["missed"][0]["detail"])
        groups = {(g["column"], g["value"]): g["pairs"] for g in report["groups"]}
        self.assertEqual(groups[("case_group", "people")], 3)
        self.assertEqual(groups[("quality", "WEAK")], 3)

    def test_scores_are_those_of_compare(self):
        self.run_program("compare", "--input", self.pairs, "--output", self.path("s.csv"))
        with open(self.path("s.csv"), encoding="utf-8", newline="") as f:
            scores = {(row["name1"], row["name2"]): float(row["score"]) for row in csv.DictReader(f)}
        for wrong in self.evaluate()["missed"] + self.evaluate()["false_hits"]:
            self.assertEqual(wrong["score"], scores[(wrong["name1"], wrong["name2"])])

    def test_the_threshold_decides_what_is_a_match(self):
        self.assertEqual(self.evaluate("--threshold", "0")["recall"], 1.0)
        self.run_program("evaluate", "--input", self.pairs, "--threshold", "1.5", status=2)
        self.run_program("evaluate", "--input", self.pairs, "--threshold", "nan", status=2)

    def test_a_person_gets_a_table(self):
        shown = self.run_program("evaluate", "--input", self.pairs).stdout
        for word in ("precision", "case_group people", "quality WEAK", "best F1"):
            self.assertIn(word, shown)
        self.assertNotIn("\033", shown)

    def test_the_folder_holds_the_report_and_a_page_that_stands_alone(self):
        out = self.path("new/report")
        report = self.evaluate("--output", out)
        self.assertEqual(sorted(os.listdir(out)), ["index.html", "report.json"])
        with open(os.path.join(out, "report.json"), encoding="utf-8") as f:
            self.assertEqual(json.load(f), report)
        tags = Tags()
        with open(os.path.join(out, "index.html"), encoding="utf-8") as f:
            tags.feed(f.read())
        self.assertEqual(tags.open, [])
        names = [tag for tag, _ in tags.seen]
        self.assertEqual(names.count("svg"), 4)
        self.assertNotIn("script", names)
        for _, attributes in tags.seen:
            self.assertFalse({"src", "href", "onclick", "onload"} & set(attributes))

    def test_the_same_pairs_give_the_same_bytes(self):
        for folder in ("a", "b"):
            self.evaluate("--output", self.path(folder))
        for name in ("index.html", "report.json"):
            self.assertEqual(self.text("a/" + name), self.text("b/" + name))

    def test_bad_input_is_told_with_file_and_line(self):
        for content, where in (("", "bad.csv:1: "), ("name1,name2,schema\na,b,\n", "bad.csv:1: "),
                               (",".join(PAIRS) + "\na,b,Person,true,x,y\na,b,Person,maybe,x,y\n", "bad.csv:3: "),
                               (",".join(PAIRS) + "\na,b,Robot,true,x,y\n", "bad.csv:2: "),
                               (",".join(PAIRS) + "\na,\"b,Person,true,x,y\n", "bad.csv:2")):
            with self.subTest(content):
                with open(self.path("bad.csv"), "w", encoding="utf-8") as f:
                    f.write(content)
                done = self.run_program("evaluate", "--input", self.path("bad.csv"), status=3)
                self.assertIn(where, done.stderr)
                self.assertEqual(done.stdout, "")
        self.run_program("evaluate", "--input", self.path("absent.csv"), status=3)
        self.run_program("evaluate", status=2)

    def test_a_folder_that_cannot_be_made_is_a_failure_of_storage(self):
        with open(self.path("file"), "w", encoding="utf-8") as f:
            f.write("x")
        self.run_program("evaluate", "--input", self.pairs, "--output", self.path("file/below"), status=5)


class OfacModelTest(HomeTestCase):
    def setUp(self):
        super().setUp()
        self.import_list([party(1, "KIM, Jong Sik", birth_date="1968"), party(2, "GEORGIOU, Georgios"),
                          party(3, "Grey Star", schema="Vessel", imo="9289166")], "2024-01-01")

    def test_compare_and_evaluate_score_as_the_model_does(self):
        result = self.json("compare", "KIM JONG UN", "KIM, Jong Sik", "--model", "ofac")
        self.assertEqual((result["score"], result["model"]), (1.0, "ofac"))
        self.assertLess(self.json("compare", "KIM JONG UN", "KIM, Jong Sik")["score"], 1.0)
        pairs = write_csv(self.path("p.csv"), [dict(zip(PAIRS, row)) for row in ROWS], PAIRS)
        report = self.json("evaluate", "--input", pairs, "--model", "ofac")
        self.assertEqual(report["model"], "ofac")

    def test_screen_names_the_model_in_every_result(self):
        hits = self.json("screen", "Kim Jong Un", "--model", "ofac")
        self.assertEqual(hits["model"], "ofac")
        self.assertEqual([(h["entity"], h["score"]) for h in hits["hits"]], [("our_list:1", 1.0)])
        self.assertEqual(self.json("screen", "Kim Jong Un")["model"], "interdict-1")
        self.assertEqual(self.json("screen", "Kim Jong Un", "--model", "interdict-1")["model"], "interdict-1")

    def test_the_order_of_the_words_typed_matters(self):
        self.assertEqual(self.hits("George Bush", "--model", "ofac", "--threshold", "0.8"), ["our_list:2"])
        self.assertEqual(self.hits("Bush George", "--model", "ofac", "--threshold", "0.8"), [])

    def test_other_facts_change_nothing(self):
        plain = self.json("screen", "Kim Jong Un", "--model", "ofac")
        self.assertEqual(self.json("screen", "Kim Jong Un", "--model", "ofac", "--birth-date", "1900"), plain)

    def test_a_query_without_a_name_is_refused_instead_of_finding_nothing(self):
        self.assertEqual(self.hits("--id", "imo:9289166"), ["our_list:3"])
        done = self.run_program("screen", "--id", "imo:9289166", "--model", "ofac", status=2)
        self.assertIn("names only", done.stderr)

    def test_a_file_is_screened_alike_by_any_number_of_threads(self):
        customers = write_csv(self.path("c.csv"), [{"id": str(i), "name": "Kim Jong %s" % w}
                                                   for i, w in enumerate(["Un", "Sik", "Georgios"] * 60)],
                              ["id", "name"])
        for threads in ("1", "2"):
            self.run_program("screen", "--input", customers, "--output", self.path(threads), "--threads", threads,
                             "--model", "ofac")
        self.assertEqual(self.text("1"), self.text("2"))
        self.assertTrue(all(line["model"] == "ofac" for line in self.lines("1")))

    def test_a_big_list_is_told_of(self):
        self.import_list(parties(20001, "Oldman"), "2024-01-01", "big_list")
        self.assertIn("no index", self.run_program("screen", "Kim", "--model", "ofac").stderr)
        self.assertNotIn("no index", self.run_program("screen", "Kim").stderr)

    def test_an_unknown_model_is_wrong_usage(self):
        for args in (["screen", "x"], ["compare", "x", "y"], ["evaluate", "--input", "x"]):
            self.assertIn("expected interdict-1 or ofac",
                          self.run_program(*args, "--model", "best", status=2).stderr)


class WeakAliasTest(HomeTestCase):
    def setUp(self):
        super().setUp()
        self.import_list([{**party(1, "Ana Maria Roe", birth_date="1970-03-04"), "weak_alias": "Night Shadow"}],
                         "2024-01-01")
        self.import_list([{**party(1, "Ivan Petrov"), "weak_alias": "Night Shadow"}], "2024-01-01", "other_list")

    def import_list(self, rows, published, source="our_list", status=0, *more):
        columns = ["id", "name", "schema", "birth_date", "weak_alias"]
        path = write_csv(self.path("%s_%s.csv" % (source, published)), rows, columns)
        return self.run_program("import", source, path, "--published", published, *more, status=status)

    def scores(self, *args):
        found = self.json("screen", "Night Shadow", "--cutoff", "0.1", *args)["hits"]
        return {hit["entity"]: hit["score"] for hit in found}

    def test_a_weak_alias_alone_is_lowered_until_a_fact_confirms_it(self):
        self.assertEqual(self.scores(), {"our_list:1": 0.85, "other_list:1": 0.85})
        self.assertEqual(self.scores("--birth-date", "1970-03-04")["our_list:1"], 1.0)

    def test_the_mode_is_chosen_for_all_lists_or_for_one(self):
        self.assertEqual(set(self.scores("--weak-aliases", "full").values()), {1.0})
        self.assertEqual(self.scores("--weak-aliases", "off"), {})
        self.assertEqual(self.scores("--weak-aliases", "our_list=full"), {"our_list:1": 1.0, "other_list:1": 0.85})
        self.assertEqual(self.scores("--weak-aliases", "off", "--weak-aliases", "other_list=full"),
                         {"other_list:1": 1.0})

    def test_the_option_takes_one_value_and_leaves_the_name(self):
        done = self.json("screen", "--weak-aliases", "full", "Night Shadow")
        self.assertEqual(len(done["hits"]), 2)

    def test_a_wrong_mode_or_list_is_wrong_usage(self):
        for text in ("some", "our_list=some", "=off", "no_such_list=off"):
            with self.subTest(text):
                self.run_program("screen", "x", "--weak-aliases", text, status=2)


if __name__ == "__main__":
    unittest.main()
