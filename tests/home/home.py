"""What the tests of brm at home share: a records folder in git, and the files that the manual shows."""

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

DAY = "2026-07-08"
FAULT = "statuss: active\n"
RECORD = "relationships/human-services.yaml"


def skip(words):
    """For ctest, which takes 77 for skipped."""
    print(f"skipped: {words}")
    sys.exit(77)


class Failures(list):
    def check(self, holds, words):
        if not holds:
            self.append(words)

    def end(self, words):
        for each in self[:30]:
            print(each)
        print(f"{words}: {len(self)} failures")
        sys.exit(1 if self else 0)


def files_of_the_manual(source):
    """Each file of brm-setup(7) as man shows it: what a reader copies."""
    page = Path(source) / "man/brm-setup.7"
    if not shutil.which("mandoc"):
        skip("mandoc is not installed, so that the files in the manual cannot be read")
    shown = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=200", str(page)], capture_output=True, check=True)
    text = re.sub(r".\x08", "", shown.stdout.decode())
    part = text[text.index("\nIN A RECORDS FOLDER\n"):text.index("\nSEE ALSO\n")]
    files = {}
    for heading in re.finditer(r"^ {3}(\S+)\n(.*?)(?=^ {3}\S|\Z)", part, re.M | re.S):
        lines = heading.group(2).splitlines(keepends=True)
        code = [line if line.strip() else "\n" for line in lines if not line.strip() or line.startswith(" " * 11)]
        files[heading.group(1)] = textwrap.dedent("".join(code)).strip("\n") + "\n"
    return files


class Records:
    """The small example in a repository of its own, with a branch `main` that is also that of a remote."""

    def __init__(self, source, folder):
        self.folder = Path(folder) / "records"
        shutil.copytree(Path(source) / "examples/small", self.folder)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "BRM_AS_OF": DAY,
            "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
            "GIT_AUTHOR_DATE": "2026-06-01T12:00:00+0000", "GIT_COMMITTER_DATE": "2026-06-01T12:00:00+0000",
        }
        for name in ("http_proxy", "https_proxy", "no_proxy"):
            if name in os.environ:
                self.environment[name] = os.environ[name]
        self.git("init", "-q", "-b", "main")
        self.commit("the records")
        self.git("update-ref", "refs/remotes/origin/main", "HEAD")

    def put_first(self, program):
        """Found before any other of its name."""
        self.environment["PATH"] = f"{Path(program).parent}:{self.environment['PATH']}"

    def git(self, *arguments):
        done = subprocess.run(["git", *arguments], cwd=self.folder, env=self.environment, capture_output=True,
                              text=True, check=True)
        return done.stdout.strip()

    def commit(self, words):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", words)
        return self.git("rev-parse", "HEAD")

    def write(self, relative, text, is_program=False):
        path = self.folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if is_program:
            path.chmod(0o755)
        return path

    def add_fault(self):
        with open(self.folder / RECORD, "a", encoding="utf-8") as record:
            record.write(FAULT)

    def run(self, command, **more):
        """`command` as a shell of a build server runs it."""
        environment = {**self.environment, **more}
        return subprocess.run(["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", command],
                              cwd=self.folder, env=environment, capture_output=True, text=True, check=False)
