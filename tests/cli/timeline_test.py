"""The command timeline: events of several documents, as text, JSON and a page."""
import json
import os
import unittest

from list_home import HomeTestCase, party

FIRST = ("The US Treasury Department sanctioned Ana Maria Roe on Monday, it said in a statement.\n\n"
         "The United Kingdom is considering an asset freeze on Ana Maria Roe, Reuters reported.\n")
SECOND = ("In June the US Treasury sanctioned Ana Maria Roe.\n\n"
          "Venezuela severed diplomatic relations with the United States in 2019.\n")


class TimelineTest(HomeTestCase):
    def setUp(self):
        super().setUp()
        self.import_list([party(7, "Ana Maria Roe", program="TEST", country="ve")], "2024-01-01")
        os.mkdir(self.path("texts"))
        self.write("texts/a.txt", FIRST)
        self.write("texts/b.txt", SECOND)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text)
        return self.path(name)

    def timeline(self, *args, **options):
        return self.run_program("timeline", self.path("texts"), *args, "--max-age", "none", **options).stdout

    def test_events_have_every_statement_with_its_place(self):
        found = json.loads(self.timeline("--json", "--published", "2024-06-20"))
        self.assertEqual([os.path.basename(d["file"]) for d in found["documents"]], ["a.txt", "b.txt"])
        self.assertGreaterEqual(len(found["events"]), 2)
        dates = [event["date"] for event in found["events"]]
        self.assertEqual([d for d in dates if d], sorted(d for d in dates if d), "by date, those without at the end")
        texts = {self.path("texts/a.txt"): FIRST.encode(), self.path("texts/b.txt"): SECOND.encode()}
        for event in found["events"]:
            self.assertTrue(event["id"].startswith("ev-"))
            for statement in event["statements"]:
                evidence = statement["evidence"]
                source = texts[statement["file"]]
                self.assertEqual(source[evidence["start"]:evidence["end"]].decode(), evidence["text"])
        listed = [e for e in found["events"] if "our_list:7" in e["target_entities"]]
        self.assertTrue(listed)

    def test_the_same_run_gives_the_same_bytes(self):
        self.assertEqual(self.timeline("--json"), self.timeline("--json"))

    def test_people_see_a_table(self):
        text = self.timeline("--published", "2024-06-20")
        for word in ("date", "status", "severed_relations", "in_force"):
            self.assertIn(word, text)

    def test_the_page_stands_alone(self):
        self.assertEqual(self.timeline("--html", self.path("t.html")), "")
        page = self.text("t.html")
        self.assertIn("Content-Security-Policy", page)
        self.assertIn("<svg", page)
        self.assertIn("Ana Maria Roe", page)

    def test_a_page_is_never_written_over_or_among_what_is_read(self):
        self.timeline("--html", self.path("texts/a.txt"), status=2)
        self.timeline("--html", self.path("texts/t.html"), status=2)
        self.run_program("timeline", self.path("texts/a.txt"), "--html", self.path("texts/a.txt"), status=2)
        self.assertEqual(self.text("texts/a.txt"), FIRST)

    def test_a_document_that_cannot_be_read_is_told_and_the_others_go_on(self):
        with open(self.path("texts/c.bin"), "wb") as f:
            f.write(bytes(range(256)) * 40)
        done = self.run_program("timeline", self.path("texts"), "--json", "--max-age", "none", status=3)
        self.assertIn("c.bin", done.stderr)
        self.assertEqual(len(json.loads(done.stdout)["documents"]), 2)

    def test_without_lists_there_is_no_answer(self):
        self.home = self.path("empty")
        self.timeline(status=4)


if __name__ == "__main__":
    unittest.main()
