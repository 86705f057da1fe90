#!/usr/bin/env python3
"""What brm asks of the system, seen by strace, for every command, report and format.

    check_calls.py BRM SOURCE

No socket; no process, only threads; nothing opened for writing but the output; nothing opened outside the
records, their repository and the system's libraries; no link, pipe or device in the records opened.
"""

import os
import re
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from brm_process import AS_OF, Failures, every_command, is_sanitized, make_repository, run, scratch, skip

CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)$")
PATHS = re.compile(r'"((?:[^"\\]|\\.)*)"')
AT = re.compile(r"^(?:AT_FDCWD|\d+)<([^>]*)>")
# What the loader, the C library and the C++ library open on any machine.
SYSTEM = ("/etc/ld.so", "/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/", "/etc/localtime", "/usr/share/zoneinfo/",
          "/sys/devices/system/cpu", "/sys/fs/cgroup", "/proc/self/", "/proc/cpuinfo", "/dev/null", "/proc/sys/",
          "/etc/ssl/")  # libgit2 readies TLS when it starts, for a network that brm never asks it for
CHANGES = {"unlink", "unlinkat", "rename", "renameat", "renameat2", "mkdir", "mkdirat", "rmdir", "link", "linkat", "symlink",
           "symlinkat", "chmod", "fchmodat", "chown", "lchown", "fchownat", "truncate", "mknod", "mknodat", "utimensat",
           "utime", "utimes", "setxattr", "creat", "mount", "umount2", "chroot", "fchmod", "fchown", "ftruncate"}
NEVER = {"execveat", "fork", "vfork", "ptrace", "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4",
         "sendto", "sendmsg", "recvfrom", "recvmsg", "inotify_init", "inotify_init1", "memfd_create", "io_uring_setup"}


def resolved(arguments, cwd):
    """The path of a call as strace writes it, after the folder it starts from."""
    found = PATHS.search(arguments)
    if not found:
        return None
    path = found.group(1)
    if path.startswith("/"):
        return os.path.normpath(path)
    at = AT.match(arguments)
    return os.path.normpath(os.path.join(at.group(1) if at else str(cwd), path))


def check_line(line, number, allowed, writable, cwd, bad):
    matched = CALL.match(line)
    if not matched:
        return
    call, arguments = matched.groups()
    if call in NEVER or (call == "execve" and number > 0):
        bad(f"calls {line[:160]}")
    if call in ("clone", "clone3") and "CLONE_THREAD" not in arguments:
        bad(f"starts a process: {line[:160]}")
    if call in ("fchmod", "fchown", "ftruncate"):
        path = AT.match(arguments).group(1)
    else:
        path = resolved(arguments, cwd)
    if path is None:
        return
    is_output = any(path.startswith(str(each)) for each in writable)
    if call in CHANGES and not is_output:
        bad(f"changes {path}: {line[:160]}")
    if call not in ("open", "openat", "openat2"):
        return
    if re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND", arguments) and not is_output:
        bad(f"opens for writing: {line[:160]}")
    # One that is not there gives nothing away but that it was looked for.
    if " = -1 ENOENT" in line:
        return
    if not is_output and not any(path == str(each) or path.startswith(f"{each}/") for each in allowed) and \
            not path.startswith(SYSTEM):
        bad(f"opens {path}: {line[:160]}")
    if Path(path).name.startswith("trap"):
        bad(f"opens what it must not follow: {line[:160]}")


def traced(brm, at, records, command, failures, writable=(), env=None):
    log = at / "trace"
    ran = run(["strace", "-f", "-y", "-qq", "-s", "4096", "-o", log, "-e",
               "trace=%network,%process,%file,%desc,memfd_create,ptrace,io_uring_setup",
               brm, "-C", records, "--as-of", AS_OF, *command], cwd=at / "elsewhere",
              env=env or {"PATH": "/usr/bin:/bin", "HOME": str(at / "home"), "XDG_CONFIG_HOME": str(at / "home/.config")})
    name = " ".join(map(str, command))
    failures.check(ran.status in (0, 1, 2), f"{name}: {ran.ended()} {ran.err[-200:]}")
    lines = log.read_text(errors="surrogateescape").splitlines()
    failures.check(len(lines) > 5, f"{name}: nothing was traced")
    for number, line in enumerate(lines):
        check_line(line, number, [at / "repository", at / "elsewhere"], writable, at / "elsewhere",
                   lambda words: failures.check(False, f"{name}: {words}"))
    return len(lines)


def set_traps(records):
    """What a pull request could bring along; each would be opened if anything followed it."""
    (records / "trap-link.yaml").symlink_to("/etc/passwd")
    (records / "trap-folder").symlink_to("/etc")
    (records / "trap-self.yaml").symlink_to("trap-self.yaml")
    os.mkfifo(records / "trap-pipe.yaml")
    try:
        os.mknod(records / "trap-device.yaml", 0o20644, os.makedev(1, 5))
    except PermissionError:
        print("skipped: a device in the records, which only root makes")


def main():
    brm, source = (Path(each).resolve() for each in sys.argv[1:3])
    if is_sanitized(brm):
        skip("a sanitizer calls the system itself")
    if not shutil.which("strace") or run(["strace", "-qq", "-o", "/dev/null", "true"]).status != 0:
        skip("strace is missing or may not trace")
    failures = Failures()
    at = scratch()
    (at / "elsewhere").mkdir()
    (at / "home/.config/git").mkdir(parents=True)
    for name in (".gitconfig", ".config/git/config", ".brm.yaml"):
        (at / "home" / name).write_text("[core]\n\tpager = touch ran\n\tfsmonitor = touch ran\n")
    (at / "repository").mkdir()
    records = make_repository(source, at / "repository")
    commands = every_command(brm)
    lines = sum(traced(brm, at, records, command, failures) for command in commands)
    before = {path: path.stat().st_mtime_ns for path in (at / "repository").rglob("*") if path.is_file()}
    out = at / "made"
    out.mkdir()
    written = [["report", "outcomes", "-o", out / "o.html"], ["check", "--format", f"sarif={out}/x.sarif"],
               ["check", "--write-baseline", out / "b.json"], ["agenda", "-o", out / "a.ics"],
               ["diff", "HEAD~1", "-o", out / "d.md"]]
    lines += sum(traced(brm, at, records, command, failures, [out]) for command in written)
    set_traps(records)
    lines += sum(traced(brm, at, records, command, failures) for command in commands if command[0] != "completion")
    after = {path: path.stat().st_mtime_ns for path in (at / "repository").rglob("*")
             if path.is_file() and not path.name.startswith("trap")}
    failures.check(before == after, "a file of the records or of the repository is another one")
    shutil.rmtree(at)
    failures.end(f"{2 * len(commands) + len(written)} runs, {lines:,} calls looked at")


if __name__ == "__main__":
    main()
