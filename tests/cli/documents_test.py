"""Documents through the program, with the list that is part of it: no false alarm on texts of other things,
figures of the annotated texts that do not fall, every hostile input answered."""
import glob
import json
import os
import subprocess
import sys
import tempfile
import unittest

from list_home import PROGRAM

HERE = os.path.dirname(os.path.abspath(__file__))
TEXTS = os.path.join(HERE, "..", "documents")
sys.path.insert(0, TEXTS)
from score import score  # noqa: E402


class DocumentsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        cls.env = dict(os.environ, INTERDICT_HOME=os.path.join(cls.work.name, "home"))
        subprocess.run([PROGRAM, "starter"], env=cls.env, check=True, capture_output=True)

    @classmethod
    def tearDownClass(cls):
        cls.work.cleanup()

    def run_program(self, *args, **options):
        return subprocess.run([PROGRAM, *args], env=self.env, capture_output=True, timeout=300, **options)

    def scans(self, *args):
        done = self.run_program("scan", "--json", *args)
        self.assertEqual(done.returncode, 0, done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def write(self, name, content):
        path = os.path.join(self.work.name, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def test_texts_of_other_things_report_nothing(self):
        for scan in self.scans(os.path.join(TEXTS, "negatives")):
            self.assertEqual(scan["measures"], [], scan["file"])
            self.assertEqual([m["party"] for m in scan["mentions"] if m["entity"]], [], scan["file"])

    def test_figures_of_the_annotated_texts(self):
        with open(os.path.join(TEXTS, "press_style", "gold.json"), encoding="utf-8") as file:
            gold = json.load(file)
        paths = sorted(glob.glob(os.path.join(TEXTS, "press_style", "*.txt")))
        scans = self.scans(*paths)
        for half, mentions, measures in (("dev", 0.75, 0.60), ("test", 0.55, 0.45)):
            figures = score(gold, scans, half)
            self.assertGreaterEqual(figures["mentions"][0], mentions, (half, figures))
            self.assertGreaterEqual(figures["measures"], measures, (half, figures))

    def test_without_a_list_there_is_no_answer(self):
        empty = dict(self.env, INTERDICT_HOME=os.path.join(self.work.name, "empty"))
        path = self.write("text.txt", b"Washington imposed sanctions on Nicolas Maduro.\n")
        done = subprocess.run([PROGRAM, "scan", path], env=empty, capture_output=True)
        self.assertEqual(done.returncode, 4)
        self.assertEqual(done.stdout, b"")

    def test_unreadable_documents_are_told_and_the_others_go_on(self):
        binary = self.write("data.bin", bytes(range(256)) * 64)
        text = self.write("good.txt", b"The EU froze the assets of Nicolas Maduro Moros.\n")
        done = self.run_program("scan", "--json", binary, text, os.path.join(self.work.name, "none.txt"))
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"data.bin", done.stderr)
        self.assertIn(b"none.txt", done.stderr)
        self.assertEqual(len(done.stdout.splitlines()), 1)

    def test_standard_input_and_published(self):
        done = self.run_program("scan", "-", "--json", "--published", "2019-01-28",
                                input=b"On Monday the Treasury sanctioned Nicolas Maduro Moros.\n")
        scan = json.loads(done.stdout)
        self.assertEqual(scan["published"]["value"], "2019-01-28")
        self.assertEqual(scan["measures"][0]["date"], "2019-01-28")

    def test_wrong_usage(self):
        self.assertEqual(self.run_program("scan").returncode, 2)
        self.assertEqual(self.run_program("scan", "-", "--published", "soon", input=b"").returncode, 2)

    def test_fail_on_hit(self):
        hit = self.write("hit.txt", b"Washington imposed sanctions on Nicolas Maduro Moros of Venezuela.\n")
        miss = self.write("miss.txt", b"It rained in the valley all day, and nobody minded.\n")
        self.assertEqual(self.run_program("scan", hit, "--fail-on-hit").returncode, 20)
        self.assertEqual(self.run_program("scan", miss, "--fail-on-hit").returncode, 0)

    def test_pages(self):
        text = self.write("page.txt", b"Washington imposed sanctions on Nicolas Maduro Moros <b>today</b>.\n")
        for command in ("scan", "timeline"):
            page = os.path.join(self.work.name, command + ".html")
            done = self.run_program(command, text, "--html", page)
            self.assertEqual(done.returncode, 0, done.stderr)
            with open(page, encoding="utf-8") as file:
                content = file.read()
            self.assertIn("Maduro", content)
            self.assertNotIn("<b>today", content)

    def test_many_small_files(self):
        folder = os.path.join(self.work.name, "many")
        os.makedirs(folder)
        for i in range(2000):
            with open(os.path.join(folder, "%05d.txt" % i), "wb") as file:
                file.write(b"Note %d: the EU froze the assets of Nicolas Maduro Moros.\n" % i)
        scans = self.scans(folder)
        self.assertEqual([os.path.basename(s["file"]) for s in scans], ["%05d.txt" % i for i in range(2000)])
        self.assertTrue(all(s["measures"] for s in scans))


if __name__ == "__main__":
    unittest.main()
