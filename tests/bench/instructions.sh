#!/usr/bin/env bash
# Counts the instructions that one record costs `brm check`, and compares with instructions.txt: unlike
# times, a count does not drift with the machine.
#
# usage: tests/bench/instructions.sh [--write | --profile] BRM     (of preset release or ci: the same code)
#
# Ends with 1 when the count grew by more than 5 %. --write commits the figure to instructions.txt.
# --profile says, too, which part of the work costs how much of it.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." > /dev/null

committed=tests/bench/instructions.txt
records=300
tolerance=5 # percent
usage() { sed -n '/^# usage/s/^# //p' tests/bench/instructions.sh >&2; exit 2; }
write='' profile=''
case ${1-} in
  --write) write=yes; shift ;;
  --profile) profile=yes; shift ;;
esac
if [ $# != 1 ] || ! [ -x "$1" ]; then usage; fi
brm=$(realpath "$1")

if ! command -v valgrind > /dev/null; then
  # shellcheck disable=SC1091 # beside examples/run.sh
  . examples/packages.sh
  if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null || ! need valgrind; then
    echo "skipped: counting instructions, because valgrind is not there; as root: apt-get install valgrind"
    exit 0
  fi
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/none"
PYTHONDONTWRITEBYTECODE=1 python3 tests/bench/make_records.py "$records" "$work/records"

# count FOLDER: instructions of the whole program; the same environment for everybody.
count() {
  if ! env -i PATH="$PATH" valgrind --tool=callgrind --callgrind-out-file="$work/calls" \
    "$brm" -C "$1" --as-of 2026-07-08 -j 1 check > "$work/said" 2>&1; then
    cat "$work/said" >&2
    exit 1
  fi
  awk '/ Collected : / { print $NF }' "$work/said"
}
# What brm does before and after its records is not theirs.
alone=$(count "$work/none")
all=$(count "$work/records")
figure=$(((all - alone) / records))
built="$("$brm" doctor | sed -n 's/^compiler  *//p'), $(getconf GNU_LIBC_VERSION)"
bytes=$(find "$work/records" -name '*.yaml' -printf '%s\n' | awk '{ sum += $1 } END { print sum }')

echo "instructions: $figure a record of $((bytes / records)) bytes ($built); $alone to start and end"
if [ -n "$profile" ]; then
  # What each part costs with all that it calls; a part that the compiler has put into another is not found.
  callgrind_annotate --inclusive=yes --threshold=100 --show-percs=no "$work/calls" |
    awk -v records="$records" -v figure="$figure" '
      function part(name, signature, inner) {
        names[++parts] = name; signatures[parts] = signature; inside[parts] = inner
      }
      BEGIN {
        part("bytes to a tree, strictly", "brm::read_tree(")
        part("the tree to a typed record", "brm::read_record(brm::Tree")
        part("rules on one record", "brm::RecordRules::check(")
        part("  judging its risks, in money", "brm::Assessment::risk(", 1)
        part("what rules over all need of it", "brm::Outliner::copy(brm::Item const&, std::pmr")
        part("rules over all records", "brm::check_portfolio(")
      }
      { for (i = 1; i <= parts; ++i)
          if (!(i in cost) && index($0, ":" signatures[i])) { gsub(",", "", $1); cost[i] = $1 / records } }
      END {
        rest = figure
        for (i = 1; i <= parts; ++i) {
          if (!(i in cost)) { print "FAILED: no call of " signatures[i] " was counted" > "/dev/stderr"; exit 1 }
          printf "  %-34s %7d  %4.1f %%\n", names[i], cost[i], 100 * cost[i] / figure
          if (!inside[i]) rest -= cost[i]
        }
        printf "  %-34s %7d  %4.1f %%\n", "the walk, bytes, indexes, the rest", rest, 100 * rest / figure
      }'
fi
if [ -n "$write" ]; then
  echo "$figure $built" > "$committed"
  exit 0
fi
read -r known known_built < "$committed"
if [ "$built" != "$known_built" ]; then
  echo "not compared: $known in $committed were counted with $known_built"
  exit 0
fi
change=$(awk -v now="$figure" -v then="$known" 'BEGIN { printf "%+.1f", 100 * (now - then) / then }')
echo "$change % against the $known in $committed"
if [ $((figure * 100)) -gt $((known * (100 + tolerance))) ]; then
  echo "FAILED: more than $tolerance % above it. Find out what costs more (valgrind --tool=callgrind," \
    "callgrind_annotate); where it is worth that, commit the new figure: $0 --write BRM" >&2
  exit 1
fi
if [ $((figure * 100)) -lt $((known * (100 - tolerance))) ]; then
  echo "It costs less now: commit the new figure, so that it stays so: tests/bench/instructions.sh --write BRM"
fi
