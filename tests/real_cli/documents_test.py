"""Documents against the official list of 2024-05-03: the figures that the five annotated articles must reach."""
import glob
import json
import os
import re
import sys
import tempfile
import unittest

from real_lists import DATA, LISTS, Home, quad

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "documents"))
from score import score  # noqa: E402

ARTICLES = os.path.join(DATA, "articles")
PRESS = os.path.join(DATA, "press")


class DocumentsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        cls.home = Home(os.path.join(cls.work.name, "home"))
        cls.home.run("import", "us_ofac_sdn", os.path.join(LISTS, "us_ofac_sdn", "2024-05-03", "sdn.csv"),
                     "--published", "2024-05-03")
        cls.articles = sorted(glob.glob(os.path.join(ARTICLES, "*.txt")))

    @classmethod
    def tearDownClass(cls):
        cls.work.cleanup()

    def scan(self, *args, home=None):
        return (home or self.home).run("scan", *args, "--json").stdout

    def test_figures_of_the_five_articles(self):
        scans = [json.loads(line) for line in self.scan(*self.articles).splitlines()]
        with open(os.path.join(ARTICLES, "gold.json"), encoding="utf-8") as gold:
            figures = score(json.load(gold), scans)
        precision, recall = figures["mentions"]
        self.assertGreaterEqual(precision, 0.97, figures)
        self.assertGreaterEqual(recall, 0.93, figures)
        self.assertGreaterEqual(figures["measures"], 0.85, figures)
        self.assertGreaterEqual(figures["status"], 0.75, figures)
        self.assertGreaterEqual(figures["attribution"], 0.85, figures)
        self.assertGreaterEqual(figures["date"], 0.90, figures)

    def test_same_bytes_twice(self):
        self.assertEqual(self.scan(*self.articles), self.scan(*self.articles))

    def test_offsets_are_those_of_the_file(self):
        for line in self.scan(*self.articles).splitlines():
            scan = json.loads(line)
            with open(scan["file"], "rb") as file:
                content = file.read()
            for mention in scan["mentions"]:
                self.assertEqual(content[mention["start"]:mention["end"]].decode(), mention["text"])
            for measure in scan["measures"]:
                trigger = measure["trigger"]
                self.assertEqual(content[trigger["start"]:trigger["end"]].decode(), trigger["text"])

    def test_crawl_date_is_no_publication_date(self):
        scan = json.loads(self.scan(os.path.join(ARTICLES, "002.txt")))
        self.assertNotEqual(scan["published"]["value"], "2022-11-29")

    def test_names_in_bold_of_press_releases(self):
        """Those that the list has by that name, word for word, are found as listed parties."""
        home = Home(os.path.join(self.work.name, "quad"))
        home.run("import", "us_ofac_sdn", *quad("2023-12-28"), "--published", "2023-12-28")
        looked_for = found = 0
        for path in sorted(glob.glob(os.path.join(PRESS, "*.txt"))):
            with open(path, "rb") as file:
                content = file.read()
            scan = json.loads(self.scan(path, home=home))
            listed = [m for m in scan["mentions"] if m["entity"]]
            for bold in re.finditer(rb"\*\*([^*\n]{4,80}?)\*\*", content):
                name = " ".join(bold.group(1).decode().strip(" .,:\u00a0").split())
                if len(name.split()) < 2:
                    continue
                hits = home.json("screen", name, "--threshold", "0.93")["hits"]
                if not hits:
                    continue
                looked_for += 1
                found += any(m["start"] < bold.end(1) and bold.start(1) < m["end"] for m in listed)
        self.assertGreaterEqual(looked_for, 5)
        self.assertGreaterEqual(found / looked_for, 0.98)

    def test_timeline(self):
        timeline = self.home.json("timeline", *self.articles)
        self.assertEqual(len(timeline["documents"]), 5)
        types = {event["type"] for event in timeline["events"]}
        self.assertLessEqual({"designation", "relief", "blockade", "reward", "indictment"}, types)
        page = os.path.join(self.work.name, "timeline.html")
        self.home.run("timeline", *self.articles, "--html", page)
        with open(page, encoding="utf-8") as file:
            self.assertIn("<svg", file.read())


if __name__ == "__main__":
    unittest.main()
