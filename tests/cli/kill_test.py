"""An import that is killed at any moment leaves the state before it or the state after it, nothing between."""
import os
import random
import shutil
import signal
import subprocess
import time
import unittest

from list_home import HomeTestCase, parties, party, write_csv

PARTIES = 3000
KILLS = 40


class KillTest(HomeTestCase):
    def setUp(self):
        super().setUp()
        self.random = random.Random(20240503)
        old = parties(PARTIES, "Oldman")
        new = old[150:] + [party("n%d" % i, "Newman Arrived %d" % i) for i in range(2000)]
        new[:500] = [dict(row, program="OTHER", alias="Renamed " + row["name"]) for row in new[:500]]
        self.old_file = write_csv(self.path("old.csv"), old + [party("x", "Removed Laterman")])
        self.new_file = write_csv(self.path("new.csv"), new)

    def import_command(self, path, date):
        return self.command("import", "our_list", path, "--published", date)

    def duration_of(self, command):
        start = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.monotonic() - start

    def start_and_kill(self, command, after):
        """Whether the process was still running."""
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL

    def state(self):
        """What a user sees: the lists, and who is found."""
        lists = [{key: row[key] for key in ("source", "published", "records", "by_schema", "sha256", "versions")}
                 for row in self.json("lists")]
        if not lists:
            self.run_program("screen", "Oldman", status=4)
            return lists, None
        return lists, (self.hits("Removed Laterman"), self.hits("Newman Arrived 7", "--limit", "1"))

    def integrity(self):
        if not os.path.exists(os.path.join(self.home, "lists.sqlite")):
            return "ok"
        database = self.database()
        found = database.execute("PRAGMA integrity_check").fetchone()[0]
        database.close()
        return found

    def expect_one_of(self, before, after):
        state = self.state()
        self.assertIn(state, (before, after))
        self.assertEqual(self.integrity(), "ok")
        return state == after

    def test_a_killed_import_leaves_the_previous_or_the_new_state(self):
        self.duration_of(self.import_command(self.old_file, "2024-01-01"))
        before = self.state()
        self.assertEqual(before[1][0], ["our_list:x"])
        saved = self.path("saved")
        shutil.copytree(self.home, saved)
        duration = self.duration_of(self.import_command(self.new_file, "2024-02-01"))
        after = self.state()
        self.assertEqual([after[0][0][key] for key in ("records", "versions")], [PARTIES + 1850, 2])
        self.assertEqual(after[1][0], [])
        running = arrived = 0
        for i in range(KILLS):
            shutil.rmtree(self.home)
            shutil.copytree(saved, self.home)
            moment = duration * (i + self.random.random()) / KILLS * 1.05
            running += self.start_and_kill(self.import_command(self.new_file, "2024-02-01"), moment)
            arrived += self.expect_one_of(before, after)
        self.assertGreater(running, KILLS // 4, "too few of the imports were killed")
        self.assertLess(arrived, KILLS, "no import was killed early enough")
        # What was left behind does not stand in the way of the next import.
        self.duration_of(self.import_command(self.new_file, "2024-02-01"))
        self.assertEqual(self.state(), after)

    def test_a_first_import_that_is_killed_leaves_no_list_or_the_whole_one(self):
        duration = self.duration_of(self.import_command(self.old_file, "2024-01-01"))
        after = self.state()
        for i in range(12):
            shutil.rmtree(self.home, ignore_errors=True)  # it may have been killed before it made one
            self.start_and_kill(self.import_command(self.old_file, "2024-01-01"), duration * (i + 0.5) / 12)
            self.expect_one_of(([], None), after)


if __name__ == "__main__":
    unittest.main()
