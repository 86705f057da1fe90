#!/usr/bin/env python3
"""How the binary was built: what makes an attack on it harder, as readelf and nm see it.

    check_binary.py BRM SOURCE BUILD_TYPE ARCHIVE

ARCHIVE holds brm's own code: what libgit2 could call, but is never asked to, is for check_calls.py to see.
"""

import json
import platform
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from brm_process import Failures, is_sanitized, skip

# The libraries that the manual names, and those of the compiler. One more would be a decision.
LIBRARIES = re.compile(r"^(lib(fmt|utf8proc|yaml-cpp|git2|sqlite3|stdc\+\+|m|gcc_s|c|pthread)|ld-linux-[\w-]+)\.so")
# A program that calls none of them starts nothing, talks to nobody and is no other wherever it runs.
BANNED_CALLS = {"system", "popen", "posix_spawn", "posix_spawnp", "execve", "execv", "execvp", "execvpe", "execl", "execlp", "fork",
                "vfork", "socket", "connect", "bind", "listen", "accept", "getaddrinfo", "gethostbyname", "setlocale", "newlocale",
                "uselocale", "dlopen", "strptime", "mktime", "gets", "strcpy", "strcat", "sprintf", "tmpnam", "mktemp", "tempnam",
                "alloca", "atoi", "atof", "strtok", "rand", "srand"}
# As words of the source. What stands in a string or comment does not count.
BANNED_WORDS = {
    r"\bYAML::Load": "the strict reader reads", r"\.as<": "values are read by read/values", r"std::regex": "recurses as deep as its input",
    r"\b(system|popen)\(": "no command is run", r"setlocale|std::locale\b": "the locale is C",
    r"\b(std::)?(stod|stof|stoi|stol|stoul|atoi|atof|strtod|strtol)\(": "take blanks, signs and overflows",
    r"\bstrptime\(|\b(std::)?mktime\(": "dates are base/date", r"std::(cout|cerr|ofstream|fstream)\b|fmt::print\(|\bprintf\(":
    "everything is written by write/", r"\bstrcpy\(|\bstrcat\(|\bsprintf\(": "no bound", r"\brand\(\)|random_device": "reports are the same each time",
}


def output_of(*command):
    return subprocess.run([str(each) for each in command], capture_output=True, check=True).stdout.decode()


def check_binary(brm, failures):
    header = output_of("readelf", "--wide", "--file-header", "--segments", brm)
    dynamic = output_of("readelf", "--wide", "--dynamic", brm)
    symbols = {line.split()[-1].split("@")[0] for line in output_of("nm", "--dynamic", "--undefined-only", brm).splitlines()}
    failures.check("DYN (Position-Independent Executable file)" in header, "no position-independent executable")
    failures.check("GNU_RELRO" in header, "no RELRO")
    failures.check(re.search(r"FLAGS_1.*\bNOW\b.*\bPIE\b", dynamic), "symbols are bound late, so that RELRO is not full")
    stack = re.search(r"GNU_STACK +\S+ +\S+ +\S+ +\S+ +\S+ +(\w+)", header)
    failures.check(stack and stack.group(1) == "RW", f"the stack may be run: {stack and stack.group(1)}")
    loaded = re.findall(r"^ +LOAD +(?:0x\w+ +){5}([RWE ]{3}) ", header, re.M)
    failures.check(loaded and not any("W" in each and "E" in each for each in loaded), f"memory both written and run: {loaded}")
    failures.check("R E" in loaded and "R  " in loaded, f"code and data share a segment: {loaded}")
    failures.check("RPATH" not in dynamic and "RUNPATH" not in dynamic, "libraries are looked for in a folder of the build")
    failures.check("TEXTREL" not in dynamic, "code is changed when it is loaded")
    needed = re.findall(r"NEEDED.*\[(.*)\]", dynamic)
    failures.check(all(LIBRARIES.match(each) for each in needed), f"libraries {needed}")
    failures.check("__stack_chk_fail" in symbols, "no stack protector")
    failures.check("__memcpy_chk" in symbols or "__snprintf_chk" in symbols, "no _FORTIFY_SOURCE")
    all_symbols = output_of("nm", "--dynamic", brm)
    failures.check("__glibcxx_assert_fail" in all_symbols or b"__glibcxx_assert" in Path(brm).read_bytes() or
                   "_ZSt21__glibcxx_assert_fail" in all_symbols, "no assertions of the C++ library")
    return len(symbols)


# What no look at the binary tells. A compiler for another processor has no such jumps to guard.
FLAGS = ["-D_FORTIFY_SOURCE=3", "-D_GLIBCXX_ASSERTIONS", "-fstack-protector-strong", "-fstack-clash-protection",
         "-ftrivial-auto-var-init=zero"]


def check_commands(archive, source, failures):
    """How brm's own code was compiled, and what that left in it."""
    commands = json.loads((Path(archive).parent / "compile_commands.json").read_text(encoding="utf-8"))
    ours = [each for each in commands if Path(each["file"]).is_relative_to(source / "src")]
    if not failures.check(len(ours) > 100, f"{len(ours)} commands compile brm"):
        return
    for each in ours:
        lacking = [flag for flag in FLAGS if flag not in each["command"].split()]
        failures.check(not lacking, f"{Path(each['file']).name} is compiled without {lacking}")
    if "-fcf-protection=full" in ours[0]["command"] or platform.machine() == "x86_64":
        notes = re.split(r"^File: ", output_of("readelf", "--notes", "--wide", archive), flags=re.M)[1:]
        unmarked = [note.split("\n")[0] for note in notes if "IBT" not in note or "SHSTK" not in note]
        failures.check(notes and not unmarked, f"jumps and returns are not guarded in {unmarked[:3]}")


def check_calls(archive, failures):
    symbols = {words[-1] for words in map(str.split, output_of("nm", "--undefined-only", archive).splitlines()) if words}
    failures.check(len(symbols) > 100, "the archive holds no code")
    failures.check(not symbols & BANNED_CALLS, f"could call {sorted(symbols & BANNED_CALLS)}")
    return len(symbols)


def without_words(text):
    """Strings and comments become blanks, line ends stay."""
    def blank(found):
        return re.sub(r"[^\n]", " ", found.group(0))
    return re.sub(r'R"(\w*)\((?:.|\n)*?\)\1"|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|//[^\n]*|/\*(?:.|\n)*?\*/', blank, text)


def check_source(source, failures):
    files = sorted([*source.glob("src/**/*.cpp"), *source.glob("src/**/*.h")])
    for path in files:
        code = without_words(path.read_text(encoding="utf-8"))
        name = str(path.relative_to(source))
        for pattern, why in BANNED_WORDS.items():
            for found in re.finditer(pattern, code):
                line = code.count("\n", 0, found.start()) + 1
                failures.check(False, f"{name}:{line}: `{found.group(0)}`: {why}")
    return len(files)


def main():
    brm, source = (Path(each).resolve() for each in sys.argv[1:3])
    if is_sanitized(brm) or sys.argv[3] != "Release":
        skip("this is not how users get it")
    failures = Failures()
    check_binary(brm, failures)
    check_commands(sys.argv[4], source, failures)
    calls = check_calls(sys.argv[4], failures)
    files = check_source(source, failures)
    failures.end(f"{calls:,} symbols from elsewhere, {files} files of source")


if __name__ == "__main__":
    main()
