"""Screening of files: the same bytes for any number of threads, and after any interruption."""
import os
import signal
import subprocess
import time
import unittest

from list_home import HomeTestCase, letters, parties, party, write_csv

CUSTOMERS = 4000


class BatchTest(HomeTestCase):
    def setUp(self):
        super().setUp()
        self.import_list(parties(1500, "Oldman") + [party("a", "Ana Maria Roe")], "2024-01-01")

    def customers(self, count=CUSTOMERS, name="customers.csv"):
        rows = [{"id": "c%d" % i, "name": "Person %s %s" % (letters(i), letters(i * 3)), "birth_date": "1970"}
                for i in range(count)]
        for i in range(0, count, 100):
            rows[i]["name"] = "Oldman %s %s" % (letters(i % 1500), letters(i % 1500 * 7 + 3))
        return write_csv(self.path(name), rows, ["id", "name", "birth_date"])

    def arguments(self, customers, output, *args):
        return ["screen", "--input", customers, "--output", self.path(output), *args]

    def screen(self, customers, output, *args, status=0):
        return self.run_program(*self.arguments(customers, output, *args), status=status)

    def interrupt(self, customers, output, sent, *args):
        """Starts a run and sends a signal as soon as it has written something."""
        process = subprocess.Popen(self.command(*self.arguments(customers, output, *args)),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        path = self.path(output)
        size = os.path.getsize(path) if os.path.exists(path) else 0
        while process.poll() is None:
            if os.path.exists(path) and os.path.getsize(path) > size:
                process.send_signal(sent)
                break
            time.sleep(0.002)
        return process.wait(), process.communicate()[1]

    def test_any_number_of_threads_gives_the_same_bytes(self):
        customers = self.customers()
        self.screen(customers, "one.jsonl", "--threads", "1")
        lines = self.lines("one.jsonl")
        self.assertEqual([line["id"] for line in lines], ["c%d" % i for i in range(CUSTOMERS)])
        self.assertGreaterEqual(sum(bool(line["hits"]) for line in lines), 10)
        for threads in ("2", "5"):
            self.screen(customers, "more.jsonl", "--threads", threads)
            self.assertEqual(self.text("more.jsonl"), self.text("one.jsonl"), threads)

    def test_exhaustive_screening_gives_the_same_lines(self):
        customers = self.customers(300)
        self.screen(customers, "a.jsonl")
        self.screen(customers, "b.jsonl", "--exhaustive")
        self.assertEqual(self.text("a.jsonl"), self.text("b.jsonl"))

    def test_a_killed_run_goes_on_where_it_was(self):
        customers = self.customers()
        self.screen(customers, "whole.jsonl")
        whole = self.text("whole.jsonl")
        killed = 0
        for i in range(4):
            args = ["--resume"] if i > 0 else []
            status, _ = self.interrupt(customers, "part.jsonl", signal.SIGKILL, *args)
            if status == 0:
                break
            killed += 1
            self.assertTrue(whole.startswith(self.text("part.jsonl")))
            self.assertTrue(os.path.exists(self.path("part.jsonl.run")))
            with open(self.path("part.jsonl"), "a", encoding="utf-8") as f:
                f.write('{"id":"c9')  # a line that was cut
        self.assertGreater(killed, 0, "no run was killed")
        if os.path.exists(self.path("part.jsonl.run")):
            self.screen(customers, "part.jsonl", "--resume", "--threads", "3")
        self.assertEqual(self.text("part.jsonl"), whole)
        self.assertFalse(os.path.exists(self.path("part.jsonl.run")))

    def test_the_hits_before_an_interruption_still_count(self):
        rows = [{"id": "hit", "name": "Ana Maria Roe"}, {"id": "bad", "name": "..."}]
        rows += [{"id": str(i), "name": "Nobody %s" % letters(i)} for i in range(CUSTOMERS)]
        customers = write_csv(self.path("c.csv"), rows, ["id", "name"])
        status, _ = self.interrupt(customers, "o.jsonl", signal.SIGKILL, "--threads", "1")
        self.assertEqual(status, -signal.SIGKILL, "the run was not killed")
        done = self.screen(customers, "o.jsonl", "--resume", "--fail-on-hit", status=3)
        self.assertIn("1 with hits", done.stderr)
        self.assertIn("1 records could not be screened", done.stderr)
        rows[1]["name"] = "Nobody"
        write_csv(customers, rows, ["id", "name"])
        self.interrupt(customers, "p.jsonl", signal.SIGKILL, "--threads", "1")
        self.screen(customers, "p.jsonl", "--resume", "--fail-on-hit", status=20)

    def test_an_interrupted_run_says_how_to_go_on(self):
        customers = self.customers(10 * CUSTOMERS, "many.csv")  # more than are done before the signal
        self.screen(customers, "whole.jsonl")
        for sent in (signal.SIGINT, signal.SIGTERM):
            status, message = self.interrupt(customers, "part.jsonl", sent, "--threads", "1")
            self.assertEqual(status, 130)
            self.assertIn("--resume", message)
            self.assertTrue(self.text("part.jsonl").endswith("\n"))
        self.screen(customers, "part.jsonl", "--resume")
        self.assertEqual(self.text("part.jsonl"), self.text("whole.jsonl"))

    def test_a_run_is_not_resumed_with_another_question(self):
        customers = self.customers()
        self.interrupt(customers, "part.jsonl", signal.SIGKILL)
        before = self.text("part.jsonl")
        other = self.customers(CUSTOMERS + 1, "other.csv")
        for args in ((other,), (customers, "--threshold", "0.8"), (customers, "--limit", "3"),
                     (customers, "--weak-aliases", "full"), (customers, "--model", "ofac")):
            done = self.screen(args[0], "part.jsonl", "--resume", *args[1:], status=3)
            self.assertIn("another input, other lists or other options", done.stderr)
        self.run_program("merges", "join", "our_list:1", "our_list:2", "--reason", "a test")
        self.screen(customers, "part.jsonl", "--resume", status=3)
        self.run_program("merges", "withdraw", "our_list:1", "our_list:2")
        self.import_list(parties(1500, "Oldman"), "2024-01-02")
        self.screen(customers, "part.jsonl", "--resume", status=3)
        self.assertEqual(self.text("part.jsonl"), before)

    def test_a_complete_file_is_not_resumed_and_a_missing_one_is_begun(self):
        customers = self.customers(100)
        self.screen(customers, "o.jsonl", "--resume")
        self.assertEqual(len(self.lines("o.jsonl")), 100)
        done = self.screen(customers, "o.jsonl", "--resume", status=3)
        self.assertIn("complete", done.stderr)
        self.screen(customers, "o.jsonl")

    def test_unknown_columns_are_named_and_ours_may_be_called_otherwise(self):
        path = self.path("c.csv")
        with open(path, "w", encoding="utf-8") as f:
            f.write("Kunde,Filiale,Geburtstag\nAna Maria Roe,12,1970\n")
        done = self.screen(path, "o.jsonl", "--map", "Kunde=name", "--map", "Geburtstag=birth_date")
        self.assertIn("Filiale", done.stderr)
        self.assertNotIn("Kunde", done.stderr)
        self.assertEqual(self.lines("o.jsonl")[0]["id"], "1")
        self.assertEqual(len(self.lines("o.jsonl")[0]["hits"]), 1)

    def test_json_lines_give_the_same_answers_as_csv(self):
        with open(self.path("c.csv"), "w", encoding="utf-8") as f:
            f.write('id,name,country\n1,"""Roe; Ana Maria"";Nobody",ve;co\n2,Ana Roe,\n')
        with open(self.path("c.jsonl"), "w", encoding="utf-8") as f:
            f.write('{"id":1,"name":["Roe; Ana Maria","Nobody"],"country":["ve","co"]}\n'
                    '{"id":"2","name":"Ana Roe"}\n')
        self.screen(self.path("c.csv"), "csv.jsonl")
        self.screen(self.path("c.jsonl"), "json.jsonl")
        self.assertEqual(self.text("csv.jsonl"), self.text("json.jsonl"))
        self.assertEqual(self.lines("csv.jsonl")[0]["hits"][0]["entity"], "our_list:a")

    def test_one_query_and_a_file_of_one_give_the_same_hits(self):
        path = write_csv(self.path("c.csv"), [{"id": "q", "name": "Ana Maria Row"}], ["id", "name"])
        self.screen(path, "o.jsonl")
        self.assertEqual(self.lines("o.jsonl")[0]["hits"], self.json("screen", "Ana Maria Row")["hits"])

    def test_a_pipe_may_take_the_results(self):
        done = self.run_program("screen", "--input", self.customers(10), "--output", "/dev/stdout")
        self.assertEqual(done.stdout.count("\n"), 10)
        self.assertFalse(os.path.exists("/dev/stdout.run"))


if __name__ == "__main__":
    unittest.main()
