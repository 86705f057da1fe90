#!/usr/bin/env python3
"""The weekly letter from cron: the script that brm-setup(7) shows, run as cron runs it, with a sendmail
that keeps what it is given.

    check_weekly.py BRM SOURCE_FOLDER
"""

import email
import email.policy
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from home import Failures, Records, files_of_the_manual, skip

# All that the small example promises was due long before, so that a week brings no news by itself.
DAY = "2028-06-09"

# Keeps each letter whole under a name of its own; waits while the folder holds a file `wait`.
SENDMAIL = """#!/bin/sh
[ "$*" = -t ] || exit 64
[ ! -e "$HOME/refuse" ] || exit 75
touch "$HOME/begun"
while [ -e "$HOME/wait" ]; do sleep 0.05; done
cat > "$HOME/letters/$$"
"""


class Cron:
    """What cron gives a job: hardly any environment, its own shell, the home folder of the user."""

    def __init__(self, brm, source, folder, script):
        self.home = Path(folder)
        self.records = Records(source, folder)
        for name in ("letters", "bin", "tmp"):
            (self.home / name).mkdir()
        (self.home / "bin/brm").symlink_to(brm)
        sendmail = self.home / "bin/sendmail"
        sendmail.write_text(SENDMAIL)
        sendmail.chmod(0o755)
        self.records.write("weekly.sh", script, is_program=True)
        self.environment = {"HOME": folder, "LOGNAME": "ada", "SHELL": "/bin/sh", "TMPDIR": str(self.home / "tmp"),
                            "PATH": f"{self.home}/bin:/usr/bin:/bin", "BRM_AS_OF": DAY}

    def start(self, line):
        return subprocess.Popen(["/bin/sh", "-c", line], cwd=self.home, env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)

    def run(self, line="cd records && ./weekly.sh cio@example.gov"):
        job = self.start(line)
        out, err = job.communicate(timeout=120)
        return job.returncode, out, err

    def letters(self):
        return [path.read_bytes() for path in sorted((self.home / "letters").iterdir())]

    def forget(self):
        for path in (self.home / "letters").iterdir():
            path.unlink()

    def left_behind(self):
        changed = self.records.git("status", "--porcelain", "--ignored")
        return [path.name for path in (self.home / "tmp").iterdir()], changed

    def change(self):
        """A week with news: a target is lowered."""
        record = self.records.folder / "initiatives/benefits-online.yaml"
        text = record.read_text(encoding="utf-8")
        record.write_text(text.replace("value: 65", "value: 58", 1), encoding="utf-8")
        for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
            self.records.environment[name] = "2028-06-06T12:00:00+0000"
        self.records.commit("a lower target")


def wait_for(path):
    for _ in range(600):
        if path.exists():
            return True
        time.sleep(0.05)
    return False


def check_letter(letter, failures):
    message = email.message_from_bytes(letter, policy=email.policy.default)
    failures.check(message["To"] == "cio@example.gov", f"to: {message['To']}")
    failures.check(DAY in message["Subject"], f"subject: {message['Subject']}")
    failures.check(not message.defects, f"defects: {message.defects}")
    kinds = [part.get_content_type() for part in message.walk() if not part.is_multipart()]
    failures.check(kinds == ["text/plain", "text/html"], f"parts: {kinds}")
    failures.check("target  65   58" in message.get_body(("plain",)).get_content(), "the letter lacks its news")


def check_overlap(cron, failures):
    """The second run finds the first at work."""
    wait = cron.home / "wait"
    wait.touch()
    first = cron.start("cd records && ./weekly.sh cio@example.gov")
    failures.check(wait_for(cron.home / "begun"), "the first run did not come to its letter")
    failures.check(cron.run() == (0, "", ""), "the second run said something")
    failures.check(cron.letters() == [], "the second run sent a letter")
    wait.unlink()
    out, err = first.communicate(timeout=120)
    failures.check((first.returncode, out, err) == (0, "", ""), f"the first run: {first.returncode} {out} {err}")
    failures.check(len(cron.letters()) == 1, f"two runs at once: {len(cron.letters())} letters")


def check_stop(cron, failures):
    """The machine is shut down in the middle of it."""
    wait = cron.home / "wait"
    (cron.home / "begun").unlink()
    wait.touch()
    job = cron.start("cd records && exec ./weekly.sh cio@example.gov")
    wait_for(cron.home / "begun")
    os.killpg(job.pid, signal.SIGTERM)
    job.communicate(timeout=120)
    wait.unlink()
    failures.check(job.returncode != 0, "a stopped run ended well")
    failures.check(cron.letters() == [], "half a letter")
    failures.check(cron.run()[0] == 0 and len(cron.letters()) == 1, "after a stop the next run does not work")


def check_without_history(cron, failures):
    """Nobody can say what changed: the letter comes, and says so."""
    folder = cron.records.folder
    shallow = cron.home / "shallow"
    cron.records.git("clone", "-q", "--depth", "1", f"file://{folder}", str(shallow))
    (folder / ".git").rename(cron.home / "git-away")
    for place in (folder, shallow):
        status, out, err = cron.run(f"cd {place} && ./weekly.sh cio@example.gov")
        failures.check((status, out, err) == (0, "", ""), f"{place.name}: {status} {out} {err}")
        failures.check(len(cron.letters()) == 1, f"{place.name}: {len(cron.letters())} letters")
        for each in cron.letters():
            letter = email.message_from_bytes(each, policy=email.policy.default)
            text = " ".join(letter.get_body(("plain",)).get_content().split())
            failures.check("What changed cannot be said" in text, f"{place.name}: {text[:300]}")
        cron.forget()
    (cron.home / "git-away").rename(folder / ".git")


def main():
    brm, source = sys.argv[1:3]
    if not shutil.which("flock"):
        skip("flock is not installed, so that no two runs can be kept apart")
    failures = Failures()
    script = files_of_the_manual(source)["weekly.sh"]
    with tempfile.TemporaryDirectory() as folder:
        cron = Cron(brm, source, folder, script)
        cron.records.commit("the script")
        failures.check(cron.run() == (0, "", ""), f"nothing changed: {cron.run()}")
        failures.check(cron.letters() == [], "nothing changed, and a letter was sent")

        cron.change()
        failures.check(cron.run() == (0, "", ""), "a letter is not all that a run says")
        failures.check(len(cron.letters()) == 1, f"{len(cron.letters())} letters for one change")
        for letter in cron.letters():
            check_letter(letter, failures)
        cron.forget()
        (cron.home / "begun").unlink()
        check_overlap(cron, failures)
        cron.forget()
        check_stop(cron, failures)
        cron.forget()

        (cron.home / "refuse").touch()
        status, out, _ = cron.run()
        failures.check(status == 75 and out == "", f"a letter that nobody takes: {status} {out}")
        (cron.home / "refuse").unlink()

        cron.records.write("relationships/broken.yaml", "kind: [\n")
        status, out, err = cron.run()
        failures.check(status == 2 and out == "" and "broken.yaml" in err, f"a broken record: {status} {out} {err}")
        letter = email.message_from_bytes(b"".join(cron.letters()), policy=email.policy.default)
        failures.check("broken.yaml" in letter.get_body(("plain",)).get_content(), "the letter hides what is missing")
        (cron.records.folder / "relationships/broken.yaml").unlink()

        status, out, err = cron.run("cd records && ./weekly.sh")
        failures.check(status != 0 and "usage: weekly.sh ADDRESS" in err, f"without an address: {status} {err}")
        failures.check(cron.left_behind() == ([], ""), f"left behind: {cron.left_behind()}")
        cron.forget()
        check_without_history(cron, failures)
    failures.end("the weekly letter, eleven runs")


if __name__ == "__main__":
    main()
