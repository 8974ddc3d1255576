"""What people see on a terminal, and what must never reach a file or a pipe."""
import os
import pty
import select
import subprocess
import unittest

from list_home import HomeTestCase, letters, parties, party, write_csv

ESCAPE = "\033["
BAR = ("█", "░")


class TerminalTest(HomeTestCase):
    def setUp(self):
        super().setUp()
        self.import_list(parties(1000, "Oldman") + [party("a", "Ana Maria Roe", program="P")], "2024-01-01")
        rows = [{"id": str(i), "name": "Oldman %s" % letters(i)} for i in range(2000)]
        self.customers = write_csv(self.path("c.csv"), rows, ["id", "name"])

    def on_terminal(self, *args, stdout=True, stderr=True, **environment):
        """Runs the program with standard output, standard error or both on a terminal; what it showed there."""
        terminal, program_side = pty.openpty()
        env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        process = subprocess.Popen(self.command(*args), stdin=subprocess.DEVNULL, env=dict(env, **environment),
                                   stdout=program_side if stdout else subprocess.DEVNULL,
                                   stderr=program_side if stderr else subprocess.DEVNULL)
        os.close(program_side)
        shown = b""
        while True:
            if not select.select([terminal], [], [], 30)[0]:
                process.kill()
                self.fail("nothing was shown for 30 s")
            try:
                part = os.read(terminal, 65536)
            except OSError:  # the program has closed its side
                break
            if not part:
                break
            shown += part
        os.close(terminal)
        self.assertEqual(process.wait(), 0)
        return shown.decode("utf-8")

    def screen_file(self):
        return ["screen", "--input", self.customers, "--output", self.path("o.jsonl"), "--threads", "1"]

    def test_colours_appear_on_a_terminal_and_only_there(self):
        for args in (["screen", "Ana Maria Roe"], ["lists"], ["show", "our_list:a"], ["history", "our_list:a"]):
            with self.subTest(" ".join(args)):
                self.assertIn(ESCAPE, self.on_terminal(*args))
                done = self.run_program(*args)
                self.assertNotIn("\033", done.stdout + done.stderr)

    def test_no_color_is_respected(self):
        self.assertNotIn(ESCAPE, self.on_terminal("screen", "Ana Maria Roe", NO_COLOR="1"))

    def test_json_has_no_colours_even_on_a_terminal(self):
        self.assertNotIn("\033", self.on_terminal("screen", "Ana Maria Roe", "--json"))

    def test_a_progress_bar_is_drawn_on_a_terminal_and_wiped_at_the_end(self):
        shown = self.on_terminal(*self.screen_file(), stdout=False)
        self.assertTrue(any(cell in shown for cell in BAR), repr(shown[:200]))
        self.assertIn("2,000 records screened", shown)
        end = shown.rindex("\r\033[K")
        self.assertFalse(any(cell in shown[end:] for cell in BAR), "the bar still stands")
        self.assertIn("2,000 records screened", shown[end:])

    def test_an_import_shows_its_progress_on_a_terminal(self):
        shown = self.on_terminal("import", "other", self.path("our_list_2024-01-01.csv"), "--published", "2024-01-01",
                                 stdout=False)
        self.assertIn("other ", shown)
        self.assertTrue(any(cell in shown for cell in BAR), repr(shown))
        self.assertTrue(shown.endswith("\r\033[K"), "the bar still stands")

    def test_progress_never_appears_where_standard_error_is_no_terminal(self):
        done = self.run_program(*self.screen_file())
        for text in (done.stdout, done.stderr):
            self.assertNotIn("\r", text)
            self.assertNotIn("\033", text)
            self.assertFalse(any(cell in text for cell in BAR))
        shown = self.on_terminal(*self.screen_file(), stderr=False)
        self.assertFalse(any(cell in shown for cell in BAR))

    def test_names_cannot_steer_the_terminal(self):
        self.import_list([party(1, "Evil \033[2J\033]0;owned\007 Roe"), party(2, "Line\nBreak\rRoe")],
                         "2024-01-01", "evil_list")
        for args in (["screen", "Evil Roe", "--threshold", "0.1"], ["show", "evil_list:1"], ["show", "evil_list:2"],
                     ["history", "evil_list:1"], ["screen", "Line Break Roe", "--source", "evil_list"]):
            with self.subTest(" ".join(args)):
                shown = self.on_terminal(*args)
                for steering in ("\033[2J", "\033]0;", "\007"):
                    self.assertNotIn(steering, shown)
        done = self.run_program("screen", "x", "--country", "\033[2Jnowhere", status=2)
        self.assertNotIn("\033", done.stderr)

    def test_a_wide_table_is_cut_to_the_width_of_the_terminal_only(self):
        long = "Very Long Name " * 20
        self.import_list([party(1, long)], "2024-01-01", "long_list")
        self.assertIn("…", self.on_terminal("screen", long, "--source", "long_list"))
        self.assertIn(long.strip(), self.run_program("screen", long, "--source", "long_list").stdout)


if __name__ == "__main__":
    unittest.main()
