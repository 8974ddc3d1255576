"""What scan makes of large and hostile inputs: the right exit status, bounded time and memory, the same bytes twice."""
import json
import os
import random
import subprocess
import sys
import unittest

from list_home import HomeTestCase, party

MB = 1 << 20
SENTENCE = ("The United States imposed sanctions on Ana Maria Roe of Venezuela on Monday, a senior official told "
            "Reuters. The tanker left the port, and Roe said that the measures would be lifted. ")


def filled(unit, size):
    return (unit * (size // len(unit) + 1))[:size]


class ScanHostileTest(HomeTestCase):
    def setUp(self):
        super().setUp()
        self.import_list([party(1, "Ana Maria Roe", country="ve"), party(2, "Juan Perez Gomez", country="cu")],
                         "2024-01-01")

    def write(self, name, content):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def scan(self, *paths, status=0, stdin=None, timeout=60):
        """Standard output of a scan as JSON Lines, as bytes."""
        out, err = self.path("out.jsonl"), self.path("err.txt")
        with open(out, "wb") as o, open(err, "wb") as e, open(stdin or os.devnull, "rb") as i:
            child = subprocess.Popen(self.command("scan", "--json", *paths), stdin=i, stdout=o, stderr=e)
            try:
                child.wait(timeout)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
                self.fail("more than %d s: %s" % (timeout, paths))
        self.assertEqual(child.returncode, status, self.text("err.txt")[:2000])
        with open(out, "rb") as f:
            return f.read()

    def peak_megabytes(self, *paths):
        """Peak resident size of a scan, taken by a small process: a child begins with the size of its parent."""
        measure = ("import resource, subprocess, sys; status = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL);"
                   "print(status, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
        done = subprocess.run([sys.executable, "-c", measure, *self.command("scan", "--json", *paths)],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
        status, kilobytes = done.stdout.split()
        self.assertEqual(status, b"0")
        return int(kilobytes) / 1024

    # --- small and odd ---------------------------------------------------------------------------

    def test_an_empty_file_is_a_document(self):
        for content in ("", " \n", "\ufeff"):
            (line,) = self.scan(self.write("empty.txt", content)).splitlines()
            document = json.loads(line)
            self.assertEqual((document["mentions"], document["measures"], document["hits"]), ([], [], []))

    def test_standard_input(self):
        text = self.write("a.txt", SENTENCE)
        piped = json.loads(self.scan("-", stdin=text))
        self.assertEqual([m["entity"] for m in piped["mentions"] if m["text"] == "Ana Maria Roe"], ["our_list:1"])
        self.assertEqual(piped["file"], "-")

    def test_utf16_offsets_are_those_of_the_file(self):
        for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
            content = ("" if encoding == "utf-16" else "\ufeff") + SENTENCE
            raw = content.encode(encoding)
            document = json.loads(self.scan(self.write("wide.txt", raw)))
            (mention,) = [m for m in document["mentions"] if m["text"] == "Ana Maria Roe"]
            wide = "utf-16-be" if encoding.endswith("be") else "utf-16-le"
            self.assertEqual(raw[mention["start"]:mention["end"]].decode(wide), "Ana Maria Roe")

    def test_what_cannot_be_read_is_named_and_the_others_go_on(self):
        folder = self.path("folder")
        self.write("folder/a.txt", SENTENCE)
        self.write("folder/b.txt", random.Random(1).randbytes(5000))
        self.write("folder/c.txt", SENTENCE)
        lines = self.scan(folder, status=3).splitlines()
        self.assertEqual([os.path.basename(json.loads(line)["file"]) for line in lines], ["a.txt", "c.txt"])
        self.assertIn("b.txt", self.text("err.txt"))
        self.scan(self.path("none.txt"), status=3)
        self.assertIn("none.txt", self.text("err.txt"))

    def test_a_file_without_permission_is_named(self):
        self.write("folder/a.txt", SENTENCE)
        os.chmod(self.write("folder/b.txt", SENTENCE), 0)
        # The superuser may read everything; then the same is asked of a name that leads nowhere.
        if os.geteuid() == 0:
            os.remove(self.path("folder/b.txt"))
            os.symlink("nowhere", self.path("b.txt"))
            inputs = [self.path("folder"), self.path("b.txt")]
        else:
            inputs = [self.path("folder")]
        self.assertEqual(len(self.scan(*inputs, status=3).splitlines()), 1)
        self.assertIn("b.txt", self.text("err.txt"))

    def test_links_and_pipes_in_a_folder_are_no_trap(self):
        self.write("folder/a.txt", SENTENCE)
        os.symlink("nowhere", self.path("folder/gone.txt"))
        os.symlink(".", self.path("folder/loop"))
        os.mkfifo(self.path("folder/pipe.txt"))
        self.assertEqual(len(self.scan(self.path("folder"), timeout=20).splitlines()), 1)

    def test_ten_thousand_files(self):
        for i in range(10_000):
            self.write("many/%02d/%04d.txt" % (i % 100, i), "Ana Maria Roe of Venezuela, number %d." % i)
        first = self.scan(self.path("many"), timeout=120)
        self.assertEqual(len(first.splitlines()), 10_000)
        names = [json.loads(line)["file"] for line in first.splitlines()]
        self.assertEqual(names, sorted(names))
        self.assertEqual(self.scan(self.path("many"), timeout=120), first)
        self.assertLess(self.peak_megabytes(self.path("many")), 400)

    # --- large -----------------------------------------------------------------------------------

    def large(self, content, megabytes):
        path = self.write("large.txt", content)
        first = self.scan(path)
        self.assertEqual(self.scan(path), first)
        self.assertLess(self.peak_megabytes(path), megabytes)
        return json.loads(first)

    def test_a_long_text(self):
        document = self.large(filled(("word " * 400 + "\n") * 9 + SENTENCE + "\n", 10 * MB), 400)
        self.assertGreater(len(document["measures"]), 100)

    def test_a_line_without_end(self):
        document = self.large(filled("the ship went on and on, ", 10 * MB) + SENTENCE, 400)
        self.assertIn("our_list:1", [m["entity"] for m in document["mentions"]])

    def test_a_line_of_many_sentences(self):
        document = self.large(filled("The ship went on. ", 10 * MB) + SENTENCE, 400)
        self.assertIn("our_list:1", [m["entity"] for m in document["mentions"]])

    def test_a_word_without_end(self):
        for letter in ("a", "A", "é", "я", "金", "U.", "a\u200b", "a-"):
            document = self.large(filled(letter, 2 * MB), 400)
            self.assertEqual(document["hits"], [])

    def test_a_million_lines(self):
        self.large("a\n" * 1_000_000, 400)

    def test_nothing_but_names(self):
        document = self.large(filled("Ana Maria Roe, ", 2 * MB), 900)
        self.assertGreater(len(document["mentions"]), 100_000)

    def test_nothing_but_triggers(self):
        for unit in ("sanctions ", "US sanctions on Venezuela and ", "he said that ", "cartel sanctions. ",
                     "Roe's sanctions (", "designated Blue Cartel and Red Gang, "):
            self.large(filled(unit, MB // 2), 900)


if __name__ == "__main__":
    unittest.main()
