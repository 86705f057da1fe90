#!/usr/bin/env python3
"""brm as a hook of git: pre-commit of the distribution runs .pre-commit-hooks.yaml, and the file that
brm-setup(7) shows for a records folder. A commit with a fault is refused, one without is made.

    check_hooks.py BRM SOURCE_FOLDER
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


from home import FAULT, RECORD, Failures, Records, files_of_the_manual, skip

NEEDED = "relationships/fairmont-county.yaml"


def tries(records, failures, config, name):
    """With this configuration: nothing to do, a fault, a mended fault, and another file."""
    records.write(".pre-commit-config.yaml", config)
    records.commit("hook")
    installed = records.run("pre-commit install")
    failures.check(installed.returncode == 0, f"{name}: {installed.stdout} {installed.stderr}")
    record = records.folder / RECORD
    sound = record.read_text(encoding="utf-8")

    records.add_fault()
    refused = records.run("git add -A && git commit -m fault")
    said = refused.stdout + refused.stderr
    failures.check(refused.returncode != 0, f"{name}: a commit with a fault was made")
    failures.check("[unknown-key]" in said and RECORD in said, f"{name}: what is wrong is not said: {said}")

    # Only what would be committed counts: the mended record, and not what is not staged yet.
    record.write_text(sound + "tags: [seen]\n", encoding="utf-8")
    records.git("add", "-A")
    records.add_fault()
    made = records.run("git commit -m mended")
    failures.check(made.returncode == 0, f"{name}: a sound commit was refused: {made.stdout}{made.stderr}")
    failures.check("brm check" in made.stdout + made.stderr and "Passed" in made.stdout + made.stderr,
                   f"{name}: the hook did not run: {made.stdout}{made.stderr}")
    failures.check(record.read_text(encoding="utf-8").endswith(FAULT), f"{name}: a change was lost")
    record.write_text(sound + "tags: [seen]\n", encoding="utf-8")

    # Of a file that is deleted or renamed pre-commit names nothing, and others may miss it.
    deleted = records.run(f"git rm -q {NEEDED} && git commit -m deleted")
    said = deleted.stdout + deleted.stderr
    failures.check(deleted.returncode != 0 and "[dangling-reference]" in said, f"{name}: a deleted record: {said}")
    records.git("reset", "-q", "--hard")
    renamed = records.run(f"git mv {NEEDED} away.txt && git commit -m renamed")
    said = renamed.stdout + renamed.stderr
    failures.check(renamed.returncode != 0 and "[dangling-reference]" in said, f"{name}: a renamed record: {said}")
    records.git("reset", "-q", "--hard")


def hooks_repository(records, source, folder):
    """The hooks file alone, as a repository with a revision: what a configuration names."""
    repository = Path(folder) / "hooks"
    repository.mkdir()
    shutil.copy(Path(source) / ".pre-commit-hooks.yaml", repository)
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "hooks"], ["tag", "v0.1.0"]):
        subprocess.run(["git", *arguments], cwd=repository, env=records.environment, check=True)
    return repository


def main():
    brm, source = sys.argv[1:3]
    if not shutil.which("pre-commit"):
        skip("pre-commit is not installed, so that no hook is tried")
    failures = Failures()
    files = files_of_the_manual(source)
    with tempfile.TemporaryDirectory() as folder:
        records = Records(source, folder)
        records.put_first(brm)
        tries(records, failures, files[".pre-commit-config.yaml"], "the file of the manual")
    with tempfile.TemporaryDirectory() as folder:
        records = Records(source, folder)
        records.put_first(brm)
        repository = hooks_repository(records, source, folder)
        checked = records.run(f"pre-commit validate-manifest {repository}/.pre-commit-hooks.yaml")
        failures.check(checked.returncode == 0, f"validate-manifest: {checked.stdout}")
        config = f"repos:\n  - repo: {repository}\n    rev: v0.1.0\n    hooks: [{{id: brm-check}}]\n"
        tries(records, failures, config, ".pre-commit-hooks.yaml")
    version = subprocess.run(["pre-commit", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    failures.end(f"{version}: two ways to call the hook, five commits each")


if __name__ == "__main__":
    main()
