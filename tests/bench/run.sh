#!/usr/bin/env bash
# Compares brm with what a user might take instead, over records made for it.
#
# usage: tests/bench/run.sh [--records N] [--rounds N] [--quick] BRM
#
#   --records N  how many records (10000; 100 or more)
#   --rounds N   how often each program is started (11); slow ones in every third round
#   --quick      1,000 records and 3 rounds, unless said otherwise
#
# Installs what it needs: packages with apt-get, where it may, and packages of npm into a temporary
# folder, which is removed at the end. What cannot be installed is left out and said. README.md tells
# what the columns mean.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
records='' rounds='' quick='' brm=''
usage() { sed -n '/^# usage/,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2; }
while [ $# -gt 0 ]; do
    case $1 in
        --records | --rounds)
            [[ ${2-} =~ ^[1-9][0-9]*$ ]] || usage
            if [ "$1" = --records ]; then records=$2; else rounds=$2; fi
            shift
            ;;
        --quick) quick=yes ;;
        -*) usage ;;
        *) brm=$1 ;;
    esac
    shift
done
[ -x "$brm" ] || usage
brm=$(realpath "$brm")
records=${records:-${quick:+1000}}
records=${records:-10000}
rounds=${rounds:-${quick:+3}}
rounds=${rounds:-11}
[ "$records" -ge 100 ] || usage

# Not /tmp, which is memory on many machines: files have to be on a disk's file system.
work=$(mktemp -d "${TMPDIR:-/var/tmp}/brm-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT

export PYTHONDONTWRITEBYTECODE=1   # leaves nothing in the source tree
say() { printf '%s\n' "$*"; }

# The packages of those programs and headers that are not there.
wanted=()
want() { "${@:2}" >/dev/null 2>&1 || wanted+=("$1"); }
has_header() { printf '#include <%s>\n' "$1" | cc -E -x c -; }
want libyaml-dev has_header yaml.h
want yamllint command -v yamllint
want hledger command -v hledger
want ledger command -v ledger
want recutils command -v recfix
want nodejs command -v node
want npm command -v npm

# A Python that can run the peer. The system's own comes first: Debian's jsonschema 4.10 takes two thirds
# of the time of 4.26, and a comparison is with the faster one.
find_python() {
    local candidate
    for candidate in /usr/bin/python3 python3; do
        "$candidate" -c 'import sys, jsonschema, yaml; yaml.CSafeLoader; print(sys.executable)' 2>/dev/null && return
    done
    return 1
}
python=$(find_python) || wanted+=(python3-yaml python3-jsonschema)

if [ ${#wanted[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "installing ${wanted[*]}"
        # One by one: a name that one release does not have must not keep the others away.
        apt-get update -qq || say 'apt-get update failed'
        for package in "${wanted[@]}"; do
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" \
                >"$work/apt.log" 2>&1 || say "left out: $package (apt-get: $(tail -n 1 "$work/apt.log"))"
        done
        python=$(find_python) || python=''
    else
        say "missing, and not installed because this is not root on Debian: ${wanted[*]}"
    fi
fi

cc -O2 -o "$work/stopwatch" "$here/stopwatch.c"
cc -O2 -o "$work/libyaml_pass" "$here/libyaml_pass.c" -lyaml 2>"$work/cc.log" ||
    say "left out: libyaml_pass (cc: $(tail -n 1 "$work/cc.log"))"
mkdir "$work/node"
cp "$here/package.json" "$work/node/"
if command -v npm >/dev/null; then
    npm --prefix "$work/node" install --no-audit --no-fund --no-package-lock --loglevel=error \
        >"$work/npm.log" 2>&1 || say "left out: packages of npm ($(tail -n 1 "$work/npm.log"))"
fi

python3 "$here/make_records.py" "$records" "$work/records"
python3 "$here/make_records.py" 6755 "$work/risks" # with 1,003 risks in money
"$brm" schema >"$work/schema.json"
checkers=("$brm -C {} --as-of 2026-07-08 check")
if [ -n "$python" ]; then
    "$python" "$here/make_peers.py" "$work/records" "$work/peers"
    checkers+=("$python $here/peer_pyyaml.py $work/schema.json")
fi
if [ -d "$work/node/node_modules/ajv" ]; then
    checkers+=("node $here/peer_jsyaml.mjs $work/node/node_modules $work/schema.json")
fi

say "$records records, $(find "$work/records" -name '*.yaml' -printf '%s\n' |
    awk '{ bytes += $1 } END { printf "%.1f MB, %.0f bytes each", bytes / 1e6, bytes / NR }'), $rounds rounds"
say "$(nproc) processors, load $(cut -d ' ' -f 1 /proc/loadavg), Linux $(uname -r), $(stat -f -c %T "$work")"
say "$("$brm" --version | head -n 1)"
if [ -n "$python" ]; then
    "$python" -c 'import sys; from importlib.metadata import version
print("Python", sys.version.split()[0], "PyYAML", version("PyYAML"), "jsonschema", version("jsonschema"))'
fi
for program in 'node --version' 'hledger --version' 'ledger --version' 'yamllint --version' 'recfix --version'; do
    if command -v "${program% *}" >/dev/null; then say "${program% *}: $($program 2>&1 | head -n 1)"; fi
done
say
python3 "$here/same_work.py" "$work/records" "${checkers[@]}"
python3 "$here/measure.py" "$work" "$python" "$rounds" "$brm"
