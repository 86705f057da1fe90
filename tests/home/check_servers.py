#!/usr/bin/env python3
"""brm in build servers: the action and the template under the dot folders of the project, and the files
that brm-setup(7) shows. GitHub's are read by action-validator, and their steps run as a runner does;
GitLab's are read and run by gitlab-ci-local, which holds them against GitLab's own schema.

    check_servers.py BRM SOURCE_FOLDER MODULES
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

try:
    import yaml
except ImportError:
    yaml = None

from home import RECORD, Failures, Records, files_of_the_manual, skip

OLD_FAULT = "relationships/fairmont-county.yaml"


def make_request(records):
    """The main branch has a fault of old; what is checked out is a request merged into it, as servers do."""
    with open(records.folder / OLD_FAULT, "a", encoding="utf-8") as record:
        record.write("parent: nobody-knows\n")
    base = records.commit("an old fault")
    records.git("update-ref", "refs/remotes/origin/main", base)
    records.git("checkout", "-q", "-b", "request")
    return base


def mend(records):
    path = records.folder / OLD_FAULT
    path.write_text(path.read_text(encoding="utf-8").replace("parent: nobody-knows\n", ""), encoding="utf-8")


def digest(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


class Runner:
    """What actions/runner does with the steps of a job or of an action that run a shell."""

    def __init__(self, records, folder, expressions):
        self.records = records
        self.folder = Path(folder)
        self.expressions = expressions
        (self.folder / "temp").mkdir(exist_ok=True)

    def fill(self, text):
        return re.sub(r"\$\{\{\s*([\w.]+)\s*\}\}", lambda found: self.expressions[found.group(1)], str(text))

    def run(self, steps, environment):
        path = self.folder / "path"
        path.write_text("")
        summary = self.folder / "summary.md"
        summary.write_text("")
        done = None
        for step in steps:
            if "run" not in step or ("if" in step and not self.holds(step["if"])):
                continue
            own = {name: self.fill(text) for name, text in {**environment, **step.get("env", {})}.items()}
            more = ":".join(reversed(path.read_text().split()))
            own.update(RUNNER_TEMP=str(self.folder / "temp"), GITHUB_PATH=str(path), GITHUB_STEP_SUMMARY=str(summary),
                       PATH=f"{more}:{self.records.environment['PATH']}")
            done = self.records.run(self.fill(step["run"]), **own)
            if done.returncode != 0:
                break
        return done, summary.read_text(encoding="utf-8")

    def holds(self, condition):
        name, _, value = condition.partition(" != ")
        return self.expressions[name] != value.strip("'")


def check_steps(name, make_run, records, failures):
    """A push, and four requests: only the one that adds a fault fails, and so does one that silences it."""
    base = make_request(records)
    run = make_run()

    def tried(base_ref, words, status):
        done, summary = run(base_ref)
        failures.check(done.returncode == status, f"{name}: {words}: {done.returncode}, {done.stdout} {done.stderr}")
        return done, summary

    done, summary = tried("", "a push onto an old fault", 1)
    failures.check(f"::error file={OLD_FAULT}" in done.stdout, f"{name}: no annotation: {done.stdout}")
    failures.check("dangling-reference" in summary, f"{name}: summary: {summary}")
    done, _ = tried("main", "a request that leaves an old fault", 0)
    failures.check("1 in origin/main already" in done.stdout, f"{name}: {done.stdout}")
    mend(records)
    done, _ = tried("main", "a request that mends", 0)
    failures.check("1 finding of origin/main is mended" in done.stderr, f"{name}: {done.stderr}")
    records.add_fault()
    done, _ = tried("main", "a request that adds a fault", 1)
    failures.check(f"::error file={RECORD}" in done.stdout, f"{name}: {done.stdout}")
    failures.check(OLD_FAULT not in done.stdout, f"{name}: the old fault is shown: {done.stdout}")
    records.git("checkout", "-q", base, "--", ".")
    silence(records)
    tried("main", "a request that silences what it adds", 1)
    tried("", "the same as a push, by its own policy", 0)


def silence(records):
    """A fault that may be silenced, and the policy that would."""
    mend(records)
    with open(records.folder / RECORD, "a", encoding="utf-8") as record:
        record.write("parent: nobody-either\n")
    office = records.folder / "brm.yaml"
    milder = "\npolicy:\n  severities: [{rule: dangling-reference, severity: off}]\n"
    office.write_text(office.read_text(encoding="utf-8").replace("\npolicy:\n", milder), encoding="utf-8")


def validate_action(modules, path, failures):
    tool = Path(modules) / "node_modules/.bin/action-validator"
    done = subprocess.run(["node", str(tool), str(path)], capture_output=True, text=True, check=False)
    failures.check(done.returncode == 0, f"action-validator of {path.name}: {done.stdout} {done.stderr}")
    # The validator does see faults.
    broken = path.with_name("broken-" + path.name)
    broken.write_text(path.read_text(encoding="utf-8").replace("runs-on:", "run-on:").replace("using:", "use:"))
    done = subprocess.run(["node", str(tool), str(broken)], capture_output=True, text=True, check=False)
    failures.check(done.returncode != 0, f"action-validator takes anything for {path.name}")


def check_github(brm, source, modules, failures):
    workflow = files_of_the_manual(source)[".github/workflows/brm.yml"]
    action = (Path(source) / ".github/actions/brm/action.yml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("workflow.yml", workflow), ("action.yml", action)):
            (Path(folder) / name).write_text(text, encoding="utf-8")
            validate_action(modules, Path(folder) / name, failures)
    with tempfile.TemporaryDirectory() as folder:
        records = Records(source, folder)

        def of_workflow():
            job = yaml.safe_load(workflow)["jobs"]["check"]

            def run(base):
                runner = Runner(records, folder, {"github.base_ref": base})
                return runner.run(job["steps"], {**job["env"], "BRM_URL": f"file://{brm}", "BRM_SHA256": digest(brm)})
            return run
        check_steps("the workflow of the manual", of_workflow, records, failures)
    for url in ("", f"file://{brm}"):
        with tempfile.TemporaryDirectory() as folder:
            records = Records(source, folder)
            if not url:
                records.put_first(brm)

            def of_action(records=records, folder=folder, url=url):
                steps = yaml.safe_load(action)["runs"]["steps"]

                def run(base):
                    runner = Runner(records, folder, {"inputs.records": ".", "inputs.arguments": "--max 0",
                                                      "inputs.url": url, "inputs.sha256": digest(brm),
                                                      "github.base_ref": base})
                    return runner.run(steps, {})
                return run
            check_steps(f"the action, with the url `{url}`", of_action, records, failures)


def gitlab(records, modules, folder, variables):
    tool = Path(modules) / "node_modules/.bin/gitlab-ci-local"
    words = ["node", str(tool), "--force-shell-executor", "--home", str(folder),
             "--state-dir", "../state", "--color", "false", "--timestamps", "false", "--artifacts-to-source", "brm"]
    for name, value in variables.items():
        words += ["--variable", f"{name}={value}"]
    return subprocess.run(words, cwd=records.folder, env=records.environment, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, check=False)


def check_gitlab(name, files, variables, brm, source, modules, failures):
    with tempfile.TemporaryDirectory() as folder:
        records = Records(source, folder)
        records.put_first(brm)
        records.git("remote", "add", "origin", "https://gitlab.example.org/it/records.git")
        for path, text in files.items():
            records.write(path, text)
        base = make_request(records)
        # The base is that of the branch, not of the day the request was begun.
        request = {**variables, "CI_MERGE_REQUEST_DIFF_BASE_SHA": f"{base}~1",
                   "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_PIPELINE_SOURCE": "merge_request_event"}

        def tried(words, status, wanted, with_variables):
            done = gitlab(records, modules, folder, with_variables)
            said = done.stdout + done.stderr
            failures.check((done.returncode != 0) == status, f"{name}: {words}: {done.returncode} {said[-1500:]}")
            failures.check(wanted in said, f"{name}: {words}: {said[-1500:]}")
            quality = records.folder / "brm-quality.json"
            failures.check(quality.exists() and (records.folder / "brm-junit.xml").exists(), f"{name}: no reports {said}")
            return json.loads(quality.read_text(encoding="utf-8")) if quality.exists() else []
        left = tried("a request that leaves an old fault", False, "1 in origin/main already", request)
        failures.check(left == [], f"{name}: quality {left}")
        records.add_fault()
        records.commit("a fault")
        added = tried("a request that adds a fault", True, "[unknown-key]", request)
        failures.check([each["location"]["path"] for each in added] == [RECORD], f"{name}: quality {added}")
        silence(records)
        path = records.folder / RECORD
        path.write_text(path.read_text(encoding="utf-8").replace("statuss: active\n", ""), encoding="utf-8")
        records.commit("silenced")
        tried("a request that silences what it adds", True, "[dangling-reference]", request)
        # Merged results: main went on with a fault and a stricter policy, and what is checked is both together.
        records.git("checkout", "-q", "-f", "--detach", base)
        office = records.folder / "brm.yaml"
        strict = "\npolicy:\n  severities: [{rule: no-cadence, severity: error}]\n"
        office.write_text(office.read_text(encoding="utf-8").replace("\npolicy:\n", strict), encoding="utf-8")
        records.add_fault()
        records.git("update-ref", "refs/remotes/origin/main", records.commit("main goes on"))
        records.git("commit", "-q", "--allow-empty", "-m", "the request, merged")
        merged = tried("what main has of its own", False, "2 in origin/main already", request)
        failures.check(merged == [], f"{name}: quality of what is merged {merged}")


def check_other_program(brm, source, failures):
    """What is fetched is not run where it is another program than was meant."""
    job = yaml.safe_load(files_of_the_manual(source)[".github/workflows/brm.yml"])["jobs"]["check"]
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(Records(source, folder), folder, {"github.base_ref": ""})
        done, _ = runner.run(job["steps"], {**job["env"], "BRM_URL": f"file://{brm}", "BRM_SHA256": "0" * 64})
        failures.check(done.returncode != 0 and "FAILED" in done.stdout, f"another program: {done.stdout} {done.stderr}")


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def serve(brm):
    """Where an office keeps its brm."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(Path(brm).parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/{Path(brm).name}"


def main():
    brm, source, modules = sys.argv[1:4]
    if yaml is None:
        skip("python3-yaml is not installed, so that no steps can be taken out of their files")
    failures = Failures()
    check_github(brm, source, modules, failures)
    check_other_program(brm, source, failures)
    if shutil.which("rsync"):
        manual = files_of_the_manual(source)[".gitlab-ci.yml"]
        check_gitlab("the file of the manual", {".gitlab-ci.yml": manual}, {"BRM_URL": serve(brm), "BRM_SHA256": digest(brm)}, brm, source,
                     modules, failures)
        template = (Path(source) / ".gitlab/brm.yml").read_text(encoding="utf-8")
        mine = "include: [{local: .gitlab/brm.yml}]\nbrm: {extends: .brm}\n"
        check_gitlab("the template", {".gitlab/brm.yml": template, ".gitlab-ci.yml": mine}, {}, brm, source, modules,
                     failures)
    else:
        print("skipped: rsync, which gitlab-ci-local copies with, is not installed, so that no job of GitLab is run")
    failures.end("GitHub's workflow and action, GitLab's file and template")


if __name__ == "__main__":
    main()
