#!/usr/bin/env python3
"""What goes wrong around brm: full disks, failing calls, closed ends, limits, signals, rights, haste.

    check_faults.py BRM SOURCE

The twenty of the page on bad input, in its order and by its commands, on the real binary: strace makes
calls fail, the kernel sets limits. A lost byte is never status 0; the old file stays, or the new one is
whole; nothing lies beside it. (Every single call that can fail: check_nth.py. The environment: promises.)
"""

import os
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from brm_process import AS_OF, RELATIONSHIP, Failures, hidden_in, is_sanitized, put, run, scratch

OLD = b"the old file\n"
NOBODY = 65534
CHECKS = []


def fault(function):
    CHECKS.append(function)
    return function


class Bench:
    """A copy of examples/small, a place for files, and the runs that went well."""

    def __init__(self, brm, source):
        self.brm, self.source = str(brm), source
        self.failures = Failures()
        self.is_sanitized = is_sanitized(brm)
        self.at = scratch()
        self.records = self.at / "records"
        shutil.copytree(source / "examples/small", self.records)
        self.large = self.at / "large"
        shutil.copytree(source / "examples/office", self.large)
        self.here = self.at / "out"
        self.here.mkdir()
        self.out = self.here / "report.html"
        self.runs = 0
        self.report = self.words("report", "outcomes", "-o", self.out)
        self.whole = self.ran(self.report)
        self.failures.check(self.whole.status == 0, f"without a fault: {self.whole.ended()} {self.whole.err}")
        self.file = self.out.read_bytes()
        self.can_trace = shutil.which("strace") and self.traced("-e", "trace=none").status == 0
        if not self.can_trace:
            print("skipped: calls that fail, because strace is missing or may not trace")

    def words(self, *arguments, folder=None):
        return [self.brm, "-C", folder or self.records, "--as-of", AS_OF, *arguments]

    def ran(self, command, **more):
        self.runs += 1
        return run(command, **more)

    def traced(self, *options, command=None, **more):
        return self.ran(["strace", "-qq", "-f", "-o", self.at / "trace", *options, *(command or self.report)], **more)

    def reset(self):
        for each in self.here.iterdir():
            each.unlink()
        self.out.write_bytes(OLD)

    def check(self, holds, words):
        return self.failures.check(holds, words)

    def refused(self, name, ran, says=""):
        """Status 2 with a word, the old file untouched, nothing beside it."""
        self.check(ran.status == 2, f"{name}: {ran.ended()} instead of 2: {ran.err[-200:]}")
        self.check(says in ran.err and ran.err, f"{name}: stderr says {ran.err!r}, not {says!r}")
        self.check(self.out.read_bytes() == OLD, f"{name}: the old file is not there any more")
        left = [each.name for each in self.here.iterdir() if each != self.out]
        self.check(not left, f"{name}: left behind: {left}")

    def is_old_or_whole(self, name):
        self.check(self.out.read_bytes() in (OLD, self.file), f"{name}: the file is neither old nor whole")

    def shell(self, line, **more):
        return self.ran(["bash", "-c", line], **more)


@fault
def full_stdout(bench):  # 1
    for words in (["report", "outcomes"], ["check"], ["check", "--format", "sarif"], ["list", "people"], ["agenda"],
                  ["show", "human-services"], ["get", "human-services.tier"], ["count", "people"], ["explain"],
                  ["explain", "policy"], ["schema"], ["completion", "bash"], ["doctor"], ["--help"], ["--version"],
                  ["help", "check"]):
        with open("/dev/full", "wb") as full:
            ran = bench.ran(bench.words(*words), stdout=full)
        bench.check(ran.status == 2 and "stdout could not be written: No space left on device" in ran.err,
                    f"/dev/full: {words}: {ran.ended()} {ran.err!r}")


@fault
def full_disk(bench):  # 2
    disk = bench.at / "disk"
    disk.mkdir()
    inside = (f"mount -t tmpfs -o size=16k none {disk} && printf 'the old file\\n' > {disk}/o.html && "
              f"{{ {shlex.join(map(str, bench.words('report', 'outcomes', '-o', disk / 'o.html')))}; echo \"status $?\"; "
              f"cat {disk}/o.html; ls -A {disk}; }}")
    ran = bench.ran(["unshare", "-m", "bash", "-c", inside])
    if ran.status != 0:
        print("skipped: a disk that is full, because nothing may be mounted here")
        return
    bench.check(ran.out == b"status 2\nthe old file\no.html\n", f"full disk: {ran.out!r}")
    bench.check("No space left on device" in ran.err, f"full disk: {ran.err!r}")


@fault
def failing_calls(bench):  # 3 to 6
    if not bench.can_trace:
        return
    for calls, errors, says in (("write", ["ENOSPC", "EIO", "EDQUOT"], "could not be written"),
                                ("fsync,fdatasync", ["EIO", "ENOSPC"], "could not be written"),
                                ("rename,renameat,renameat2", ["ENOSPC", "EXDEV", "EACCES"], "could not be written")):
        for error in errors:
            bench.reset()
            when = ":when=1" if calls != "rename,renameat,renameat2" else ""
            ran = bench.traced("-e", f"trace={calls}", "-e", f"inject={calls}:error={error}{when}")
            bench.refused(f"{calls} {error}", ran, says)
    # The last close is the temporary file's own; those before it are of files that were read.
    bench.reset()
    ran = bench.traced("-e", "trace=close", "-y")
    closed = (bench.at / "trace").read_text().splitlines()
    nth = next(i for i, line in enumerate(closed, 1) if ".brm-" in line)
    bench.reset()
    bench.refused("close ENOSPC", bench.traced("-e", "trace=close", "-e", f"inject=close:error=ENOSPC:when={nth}"),
                  "could not be written")


@fault
def some_bytes_at_a_time(bench):  # 3: a write that takes less than it was given, and one that is interrupted
    if not bench.can_trace:
        return
    bench.reset()
    ran = bench.traced("-e", "trace=write", "-e", "inject=write:error=EINTR:when=1")
    bench.check(ran.status == 0 and bench.out.read_bytes() == bench.file, f"write EINTR: {ran.ended()} {ran.err}")


@fault
def killed_in_mid_write(bench):  # 7
    if not bench.can_trace:
        return
    for call in ("write", "fsync", "close", "renameat", "openat"):
        for number in ("KILL", "TERM", "INT", "HUP"):
            for when in (("1", "2", "6") if call in ("close", "openat") else ("1",)):
                bench.reset()
                ran = bench.traced("-e", f"trace={call}", "-e", f"inject={call}:signal={number}:when={when}")
                name = f"SIG{number} at {call} {when}"
                bench.check(ran.status == -getattr(signal, f"SIG{number}"), f"{name}: {ran.ended()}")
                bench.is_old_or_whole(name)
                left = [each.name for each in bench.here.iterdir() if each != bench.out]
                bench.check(number == "KILL" or not left, f"{name}: left behind: {left}")


def new_title(bench):
    """A mapping by which an initiative gets another title."""
    put(bench.at / "tables/t.csv", "id,title\nbenefits-online,Benefits online at last\n")
    return put(bench.at / "tables/map.yaml", "kind: import\ntables: [{name: t, file: t.csv}]\nrecords:\n"
               "  - {kind: initiative, from: t, fields: {id: \"{id}\", title: \"{title}\"}}\n")


@fault
def killed_while_editing(bench):  # 7, of the commands that write records
    if not bench.can_trace:
        return
    record = ["record", "measurement", "benefits-online/decision-days", "28", "--date", "2026-07-01"]
    for words, path in ((record, "initiatives/benefits-online.yaml"), (["new", "person", "jo-doe"], "people/jo-doe.yaml"),
                        (["import", new_title(bench)], "initiatives/benefits-online.yaml")):
        folder = bench.at / "edited"
        target = folder / path

        def start_again(folder=folder):
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(bench.records, folder)
        start_again()
        old = target.read_bytes() if target.exists() else None
        names = {each.name for each in target.parent.iterdir()} | {target.name}
        ran = bench.ran(bench.words(*words, folder=folder))
        whole = target.read_bytes()
        bench.check(ran.status == 0 and whole != old, f"{words}: {ran.ended()} {ran.err!r}")
        for call in ("write", "fsync", "renameat,renameat2"):
            for number in ("KILL", "TERM", "INT", "HUP"):
                start_again()
                ran = bench.traced("-e", f"trace={call}", "-e", f"inject={call}:signal={number}:when=1",
                                   command=bench.words(*words, folder=folder))
                name = f"{words[0]}: SIG{number} at {call}"
                bench.check(ran.status == -getattr(signal, f"SIG{number}"), f"{name}: {ran.ended()}")
                found = target.read_bytes() if target.exists() else None
                bench.check(found in (old, whole), f"{name}: the file is neither old nor whole")
                left = {each.name for each in target.parent.iterdir()} - names
                bench.check(number == "KILL" or not left, f"{name}: left behind: {left}")


MAPPING = """kind: import
tables: [{name: t, file: t.csv}]
records:
  - {kind: person, from: t, folder: made, fields: {id: "{Id}", title: "{Title}", role: Clerk}}
"""


@fault
def import_of_several(bench):
    """One file that is changed and three that are new: all or none, unless one of the last steps fails."""
    if not bench.can_trace:
        return
    tables, folder = bench.at / "several", bench.at / "imported"
    tables.mkdir()
    (tables / "map.yaml").write_text(MAPPING, encoding="utf-8")
    (tables / "t.csv").write_text("Id,Title\nada,Ada\nbea,Bea\ncyd,Cyd\nold,Older\n", encoding="utf-8")
    command = bench.words("import", tables / "map.yaml", folder=folder)

    def start_again():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(bench.records, folder)
        (folder / "people/old.yaml").write_text("kind: person\nid: old\ntitle: Old\nrole: Clerk\n", encoding="utf-8")

    def files():
        return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}
    start_again()
    old = files()
    ran = bench.ran(command)
    whole = files()
    bench.check(ran.status == 0 and len(whole) == len(old) + 4, f"import: {ran.ended()} {ran.err!r}")
    order = ["made/ada.yaml", "made/bea.yaml", "made/cyd.yaml", "people/old.yaml"]
    for call in ("write", "fsync", "renameat,renameat2", "mkdir"):
        for when in range(1, 7):
            start_again()
            ran = bench.traced("-e", f"trace={call}", "-e", f"inject={call}:error=EIO:when={when}", command=command)
            now, name = files(), f"import: EIO at {call} {when}"
            if ran.status == 0:
                bench.check(now == whole, f"{name}: status 0, and not all is written")
                continue
            bench.check(ran.status == 2 and "could not be written" in ran.err, f"{name}: {ran.ended()} {ran.err!r}")
            if now in (old, whole):
                # The last calls put words out, or see to the folder, when all files are there.
                bench.check(now == whole or "none of 4 files was written" in ran.err, f"{name}: {ran.err!r}")
                continue
            bench.check(call.startswith("rename"), f"{name}: some files are written, and some not")
            written = [path for path in order if now.get(path) == whole[path]]
            bench.check(written == order[:when - 1], f"{name}: {written}")
            said = ran.err.split("brm: as they were are\n")
            bench.check(all(path in said[0] for path in written), f"{name}: {ran.err!r}")
            bench.check(all(path in said[1] for path in order[when - 1:]), f"{name}: {ran.err!r}")
            bench.check({*now} == {*old, "made", *written}, f"{name}: left behind: {sorted(now)}")
            again = bench.ran(command)
            bench.check(again.status == 0 and files() == whole, f"{name}: again: {again.ended()} {again.err!r}")
        for number in ("KILL", "TERM", "INT"):
            start_again()
            ran = bench.traced("-e", f"trace={call}", "-e", f"inject={call}:signal={number}:when=1", command=command)
            now, name = files(), f"import: SIG{number} at {call}"
            bench.check(ran.status == -getattr(signal, f"SIG{number}"), f"{name}: {ran.ended()}")
            left = {path for path in now if "/.brm-" not in path}
            is_last = call.startswith("rename")
            bench.check(is_last or number == "KILL" or now == old, f"{name}: changed: {sorted({*now} ^ {*old})}")
            bench.check(not is_last or number == "KILL" or now == whole, f"{name}: {sorted(now)}")
            bench.check(number != "KILL" or all(now[path] in (old.get(path), whole.get(path)) for path in left),
                        f"{name}: a file is neither old nor whole")


@fault
def changed_while_writing(bench):  # by somebody else, between the look at a record and its replacement
    if not bench.can_trace:
        return
    record = ["record", "measurement", "benefits-online/decision-days", "28", "--date", "2026-07-01"]
    for words in (record, ["import", new_title(bench)]):
        folder = bench.at / "edited"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(bench.records, folder)
        target = folder / "initiatives/benefits-online.yaml"
        names = {each.name for each in target.parent.iterdir()}
        others = target.read_bytes() + b"x-note: of somebody else\n"

        def meddle(_, target=target, names=names, others=others):
            until = time.monotonic() + 10
            while {each.name for each in target.parent.iterdir()} == names and time.monotonic() < until:
                time.sleep(0.001)
            target.write_bytes(others)
        ran = bench.traced("-e", "trace=fsync", "-e", "inject=fsync:delay_enter=500000:when=1",
                           command=bench.words(*words, folder=folder), wait=meddle)
        name = f"{words[0]}: changed by somebody else"
        bench.check(ran.status == 2, f"{name}: {ran.ended()} {ran.err!r}")
        bench.check("it was changed since it was read" in ran.err, f"{name}: {ran.err!r}")
        bench.check(target.read_bytes() == others, f"{name}: what they wrote is lost")
        bench.check({each.name for each in target.parent.iterdir()} == names, f"{name}: something is left behind")


@fault
def failing_reads(bench):  # 8 to 10
    if not bench.can_trace:
        return
    path = bench.records / "initiatives/benefits-online.yaml"
    for words in (["report", "outcomes"], ["check"], ["list", "outcomes"], ["explain", "policy"], ["agenda"]):
        command = bench.words(*words)
        clean = bench.ran(command)
        ran = bench.traced("-P", path, "-e", "trace=read", "-e", "inject=read:error=EIO", command=command)
        bench.check(ran.status == 2 and "benefits-online.yaml: cannot be read: Input/output error" in ran.err,
                    f"read EIO: {words}: {ran.ended()} {ran.err!r}")
        ran = bench.traced("-P", path, "-e", "trace=read", "-e", "inject=read:error=EINTR:when=1", command=command)
        bench.check((ran.status, ran.out) == (clean.status, clean.out), f"read EINTR: {words}: {ran.ended()}")
        ran = bench.traced("-P", path, "-e", "trace=read", "-e", "inject=read:retval=0:when=1", command=command)
        bench.check(ran.status == 2 and "changed while it was read" in ran.err, f"read 0: {words}: {ran.ended()}")
        ran = bench.traced("-P", path, "-e", "trace=read", "-e", "inject=read:retval=1:when=1", command=command)
        bench.check(ran.status in (1, 2), f"a read that lies: {words}: {ran.ended()}")


def limited(what, value):
    return lambda: resource.setrlimit(what, (value, value))


@fault
def no_descriptors(bench):  # 11
    bench.reset()
    for count in range(3, 12):
        bench.reset()
        ran = bench.ran(bench.report, before=limited(resource.RLIMIT_NOFILE, count))
        # Below what the loader needs, it is the loader that refuses.
        bench.check(ran.status in (0, 2, 127), f"{count} descriptors: {ran.ended()} {ran.err[-200:]}")
        bench.check(ran.status == 0 or ran.err, f"{count} descriptors: nothing is said")
        bench.check(ran.status == 2 or bench.out.read_bytes() in (OLD, bench.file), f"{count} descriptors: another file")


@fault
def no_memory(bench):  # 12
    if bench.is_sanitized:
        return
    for folder in (bench.records, bench.large):
        for megabytes in (20, 30, 40, 60, 100, 200, 400):
            bench.reset()
            command = bench.words("report", "outcomes", "-o", bench.out, folder=folder)
            ran = bench.ran(command, before=limited(resource.RLIMIT_AS, megabytes * 1024 * 1024))
            name = f"{megabytes} MB for {folder.name}"
            bench.check(ran.status in (0, 2, 127), f"{name}: {ran.ended()} {ran.err[-200:]}")
            bench.check(ran.status == 0 or ran.err, f"{name}: nothing is said")
            bench.check(ran.status == 0 or bench.out.read_bytes() == OLD, f"{name}: {ran.ended()}, and another file")


@fault
def little_stack(bench):  # 13
    deep = bench.at / "deep"
    deep.mkdir()
    name = "075b-nesting-of-32-levels.yaml"
    shutil.copyfile(bench.source / "tests/bad-input" / name, deep / name)
    for kilobytes in (256, 512):
        for words in (["check"], ["check", "--reader", "yaml-cpp"], ["list", "relationships"]):
            ran = bench.ran(bench.words(*words, folder=deep), before=limited(resource.RLIMIT_STACK, kilobytes * 1024))
            bench.check(ran.status == 0 or bench.is_sanitized, f"a stack of {kilobytes} kB: {words}: {ran.ended()}")


@fault
def file_size_limit(bench):  # 14
    for most in (0, 1, 4096):
        bench.reset()
        ran = bench.ran(bench.report, before=limited(resource.RLIMIT_FSIZE, most))
        # What stderr says goes to a file here too, and may not fit.
        bench.check(ran.status == 2, f"files of {most} bytes: {ran.ended()}")
        bench.check(bench.out.read_bytes() == OLD, f"files of {most} bytes: the old file is gone")


@fault
def closed_pipe(bench):  # 15
    line = shlex.join(map(str, bench.words("check", "--strict", "--max", "0", folder=bench.source / "examples/faulty")))
    for before in ("", "trap '' PIPE; "):
        ran = bench.shell(f"{before}{line} | head -1; echo \"${{PIPESTATUS[0]}}\"")
        lines = ran.out.decode().splitlines()
        bench.check(len(lines) == 2 and lines[1] == "1", f"a reader that goes: {lines} {ran.err!r}")
        bench.check("written" not in ran.err and "abort" not in ran.err.lower(), f"a reader that goes: {ran.err!r}")
        ran = bench.shell(f"{before}{line} | true; echo \"${{PIPESTATUS[0]}}\"")
        bench.check(ran.out == b"1\n", f"a reader that never came: {ran.out!r}")


@fault
def closed_descriptors(bench):  # 16
    command = shlex.join(map(str, bench.words("report", "outcomes")))
    whole = bench.ran(bench.words("report", "outcomes")).out
    ran = bench.shell(f"{command} <&-")
    bench.check(ran.status == 0 and ran.out == whole, f"stdin closed: {ran.ended()}")
    ran = bench.shell(f"{command} >&-")
    bench.check(ran.status == 2 and "stdout could not be written" in ran.err, f"stdout closed: {ran.ended()} {ran.err!r}")
    ran = bench.shell(f"{command} 2>&-")
    bench.check(ran.status == 0 and ran.out == whole, f"stderr closed: {ran.ended()}")
    ran = bench.shell(f"{command} <&- >&- 2>&-")
    bench.check(ran.status == 2, f"all closed: {ran.ended()}")
    # A file that is opened next must not become what stdout is.
    for closed in ("<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"):
        bench.reset()
        ran = bench.shell(f"{shlex.join(map(str, bench.report))} {closed}")
        bench.check(ran.status == 0 and bench.out.read_bytes() == bench.file, f"-o with {closed}: {ran.ended()} {ran.err!r}")
        missing = shlex.join(map(str, bench.words("report", "outcomes", "-o", bench.out, folder=bench.at / "nowhere")))
        bench.reset()
        ran = bench.shell(f"{missing} {closed}")
        bench.check(ran.status == 2 and bench.out.read_bytes() == OLD, f"a failure with {closed}: {ran.ended()}")


@fault
def permissions(bench):  # 17
    if os.geteuid() != 0:
        print("skipped: files of others, because only root may become nobody")
        return
    nobody = lambda: (os.setgroups([]), os.setgid(NOBODY), os.setuid(NOBODY))
    bench.reset()
    bench.here.chmod(0o555)
    bench.refused("a folder nobody may write to", bench.ran(bench.report, before=nobody), "Permission denied")
    bench.here.chmod(0o777)
    bench.out.chmod(0o444)
    bench.refused("a file nobody may write to", bench.ran(bench.report, before=nobody), "Permission denied")
    bench.out.chmod(0o644)
    bench.here.chmod(0o755)
    path = bench.records / "people/joel-nakamura.yaml"
    path.chmod(0)
    ran = bench.ran(bench.words("list", "people"), before=nobody)
    path.chmod(0o644)
    bench.check(ran.status == 2 and "joel-nakamura.yaml: cannot be read: Permission denied" in ran.err,
                f"a record nobody may read: {ran.ended()} {ran.err!r}")


@fault
def signals_during_work(bench):  # 18
    command = bench.words("report", "risks", "--simulate", "10000000", "-o", bench.out, folder=bench.large)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        bench.reset()

        def end(process, number=number):
            time.sleep(0.15)
            os.kill(process, number)
        ran = bench.ran(command, wait=end)
        bench.check(ran.status == -number, f"{number.name} during work: {ran.ended()}")
        bench.check(bench.out.read_bytes() == OLD and len(list(bench.here.iterdir())) == 1, f"{number.name}: files changed")


@fault
def changed_while_read(bench):  # 19
    folder = bench.at / "restless"
    folder.mkdir()
    path = folder / "health.yaml"
    sound = RELATIONSHIP.format(id="health").encode()
    path.write_bytes(sound)
    stop = threading.Event()

    def change():
        while not stop.is_set():
            path.write_bytes(sound)
            path.write_bytes(b"")
    changing = threading.Thread(target=change)
    changing.start()
    told = {0: 0, 1: 0, 2: 0}
    try:
        for _ in range(150):
            ran = bench.ran(bench.words("check", "-q", "--format", "json", folder=folder))
            if not bench.check(ran.status in told, f"restless: {ran.ended()}"):
                break
            told[ran.status] += 1
            is_said = ran.status != 1 or b'"no-record"' in ran.out
            bench.check(is_said and (ran.status != 2 or "changed while it was read" in ran.err),
                        f"restless: {ran.ended()} {ran.out[-300:]} {ran.err}")
    finally:
        stop.set()
        changing.join()
    path.write_bytes(sound)
    if not bench.can_trace:
        return
    # Held in its read while somebody writes more.
    def grow(_):
        time.sleep(0.4)
        with path.open("ab") as file:
            file.write(b"priority: 1\n")
    ran = bench.traced("-P", path, "-e", "trace=read", "-e", "inject=read:delay_exit=800000:when=1",
                       command=bench.words("check", folder=folder), wait=grow)
    bench.check(ran.status == 2 and "changed while it was read" in ran.err, f"growing: {ran.ended()} {ran.err!r}")


@fault
def removed_while_read(bench):  # case 168: listed, and gone when it is opened
    if not bench.can_trace:
        return
    ran = bench.traced("-e", "trace=openat2", "-e", "inject=openat2:error=ENOENT:when=3", command=bench.words("check"))
    bench.check(ran.status == 2 and ".yaml: cannot be read: No such file or directory" in ran.err,
                f"removed: {ran.ended()} {ran.err!r}")


@fault
def old_kernel(bench):  # openat2 came with Linux 5.6, and some containers forbid it
    if not bench.can_trace:
        return
    for error in ("ENOSYS", "EPERM"):
        bench.reset()
        ran = bench.traced("-e", "trace=openat2", "-e", f"inject=openat2:error={error}")
        bench.check(ran.status == 0 and bench.out.read_bytes() == bench.file, f"openat2 {error}: {ran.ended()} {ran.err}")


@fault
def no_threads(bench):
    if not bench.can_trace:
        return
    clean = bench.ran(bench.words("check", folder=bench.large))
    for error in ("EAGAIN", "EPERM"):
        ran = bench.traced("-e", "trace=clone,clone3", "-e", f"inject=clone,clone3:error={error}",
                           command=bench.words("-j", "8", "check", folder=bench.large))
        bench.check((ran.status, ran.out) == (clean.status, clean.out), f"no threads, {error}: {ran.ended()} {ran.err}")


@fault
def two_at_once(bench):
    for _ in range(50):
        bench.reset()
        both = [subprocess.Popen([str(each) for each in bench.report], stderr=subprocess.PIPE) for _ in range(2)]
        ends = [each.wait() for each in both]
        bench.runs += 2
        for each in both:
            each.stderr.close()
        bench.check(ends == [0, 0], f"two at once: {ends}")
        bench.check(bench.out.read_bytes() == bench.file, "two at once: the file is not whole")
        bench.check(len(list(bench.here.iterdir())) == 1, "two at once: something is left behind")


@fault
def other_surroundings(bench):
    """Without a network, and with records that nobody can write."""
    command = shlex.join(map(str, bench.words("report", "outcomes")))
    whole = bench.ran(bench.words("report", "outcomes")).out
    for what, line in (("no network", f"exec unshare -n {command}"),
                       ("a read-only mount", f"exec unshare -m bash -c 'mount --bind {bench.records} {bench.records} && "
                                             f"mount -o remount,bind,ro {bench.records} && exec {command}'")):
        ran = bench.shell(line)
        if ran.status != 0 and "unshare" in ran.err or "mount" in ran.err:
            print(f"skipped: {what}, because it cannot be had here")
            continue
        bench.check((ran.status, ran.out) == (0, whole), f"{what}: {ran.ended()} {ran.err}")


def main():
    brm, source = (Path(each).resolve() for each in sys.argv[1:3])
    bench = Bench(brm, source)
    try:
        for each in CHECKS:
            if len(sys.argv) < 4 or each.__name__ in sys.argv[3:]:
                before = bench.runs
                started = time.monotonic()
                each(bench)
                print(f"{each.__name__.replace('_', ' ')}: {bench.runs - before} runs, {time.monotonic() - started:.1f} s")
    finally:
        shutil.rmtree(bench.at)
    bench.failures.end(f"{bench.runs} runs")


if __name__ == "__main__":
    main()
