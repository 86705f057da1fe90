#!/usr/bin/env python3
"""Cases 1 to 148 as a user runs them: a status, no signal, a second of processor time, 300 MB.

    check_limits.py BRM BRM_TESTS SOURCE

What is found and where, the unit tests say; here each file of expected.tsv stands alone in a folder, and
the binary checks it, reports over it and lists it. BRM_TESTS writes the files that are too large to keep.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from brm_process import AS_OF, KILOBYTES, SECOND, Failures, hidden_in, is_sanitized, run, scratch


def expectations(source):
    rules = {}
    for line in (source / "tests/bad-input/expected.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        file, _, _, rule, _, _ = line.split("\t")
        rules.setdefault(file, set()).add(rule)
    return rules


def main():
    brm, tests, source = (Path(each).resolve() for each in sys.argv[1:4])
    failures = Failures()
    limits = not is_sanitized(brm)
    at = scratch()
    large = at / "large"
    large.mkdir()
    subprocess.run([tests, "--no-skip", "-tc=bad input: the large files*"], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, "BRM_LARGE_INPUTS": str(large)})
    costs = []
    runs = 0
    for number, (file, rules) in enumerate(sorted(expectations(source).items())):
        name = file.removeprefix("generated:")
        path = large / f"{name}.yaml" if name != file else source / "tests/bad-input" / file
        folder = at / str(number)
        folder.mkdir()
        shutil.copyfile(path, folder / path.name)
        for arguments in (["check", "--max", "0", "--format", "json"], ["check"], ["report", "relationships"],
                          ["list", "relationships", "--format", "html"]):
            ran = run([brm, "-C", folder, "--as-of", AS_OF, *arguments])
            runs += 1
            where = f"{file} {' '.join(arguments)}"
            if arguments[0] == "check":
                wanted = (0 if rules <= {"-", "swallowed-list"} else 1,)
            else:
                wanted = (0, 2)  # 2 where the record itself could not be read
            failures.check(ran.status in wanted, f"{where}: {ran.ended()} instead of {wanted}")
            failures.check(ran.status < 2 or ran.err, f"{where}: status 2 without a word on stderr")
            failures.check(hidden_in(ran.err) is None, f"{where}: {hidden_in(ran.err)} on stderr")
            if arguments == ["check"] or arguments[0] == "report":
                shown = hidden_in(ran.out.decode("utf-8", "surrogateescape"))
                failures.check(shown is None, f"{where}: {shown} on stdout")
            if "json" in arguments and ran.out:
                found = {each["rule"] for each in json.loads(ran.out)["findings"] if each["severity"] != "note"}
                failures.check(found == rules - {"-"}, f"{where}: {found} instead of {rules}")
            if limits:
                failures.check(ran.seconds < SECOND, f"{where}: {ran.seconds:.2f} s of processors")
                failures.check(ran.kilobytes < KILOBYTES, f"{where}: {ran.kilobytes / 1000:.0f} MB")
            costs.append((ran.seconds, ran.kilobytes, where))
    shutil.rmtree(at)
    for seconds, kilobytes, where in (max(costs), max(costs, key=lambda each: each[1])):
        print(f"{where}: {seconds:.2f} s, {kilobytes / 1000:.0f} MB")
    failures.end(f"{len(expectations(source))} files, {runs} runs")


if __name__ == "__main__":
    main()
