#!/usr/bin/env bash
# Builds the one file that needs no other (preset static) and shows that it says what the ordinary
# binary says: every answer over examples/office and examples/faulty, and what several threads make of
# 2,000 records. Prints the size and the start-up of both; ends with 1 on a difference.
#
# usage: tests/static.sh [BRM]     BRM is the ordinary binary; without it, preset release is built
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null

# shellcheck disable=SC1091 # beside examples/run.sh
. examples/packages.sh
need_to_build python3

built() { # PRESET
  cmake --preset "$1" -DBRM_TESTS=OFF > /dev/null
  cmake --build --preset "$1" --target brm >&2
  echo "build/$1/brm"
}
plain=$(realpath "${1:-$(built release)}")
static=$(realpath "$(built static)")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
answers=0
differences=0
differ() { echo "DIFFERS: $*"; differences=$((differences + 1)); }

readelf --wide --dynamic --segments "$static" > "$work/needs"
if grep -E 'NEEDED|INTERP' "$work/needs"; then differ "the static binary needs others"; fi

# compare WORD...: what both say, where, and how they end.
compare() {
  local each status
  for each in plain static; do
    status=0
    "${!each}" "$@" > "$work/$each.out" 2> "$work/$each.err" || status=$?
    echo "$status" > "$work/$each.status"
  done
  answers=$((answers + 1))
  for each in out err status; do
    cmp -s "$work/plain.$each" "$work/static.$each" || differ "$each of brm $*"
  done
}

kinds=(relationships initiatives outcomes risks people)
for folder in examples/office examples/faulty; do
  at=(-C "$folder" --as-of 2026-07-08)
  compare "${at[@]}" check --max 0
  compare "${at[@]}" check --strict --format json
  for format in text markdown html email csv json; do
    for report in outcomes risks portfolio; do
      compare "${at[@]}" report "$report" --format "$format"
    done
    for kind in "${kinds[@]}"; do compare "${at[@]}" list "$kind" --format "$format"; done
  done
  compare "${at[@]}" report risks --simulate 10000
  for kind in "${kinds[@]}"; do
    compare "${at[@]}" count "$kind"
    while IFS= read -r id; do
      compare "${at[@]}" show "$id"
      compare "${at[@]}" get "$id.title"
    done < <("$plain" "${at[@]}" list "$kind" --columns address --format csv 2> /dev/null | tail -n +2)
  done
done
compare schema
for report in outcomes risks portfolio check; do compare schema --report "$report"; done
for name in initiative outcome.interim at_risk policy; do compare explain "$name"; done
compare --help
compare check --no-such-option
# The local day, which the C library asks the time zone's file for.
for TZ in Pacific/Kiritimati Pacific/Pago_Pago; do
  export TZ
  compare -C examples/small report outcomes
done
unset TZ

# Threads: glibc's were once left out of static programs, which then crashed in the first one.
python3 tests/bench/make_records.py 2000 "$work/records"
made=(-C "$work/records" --as-of 2026-07-08)
for jobs in 1 2 4 16; do
  compare "${made[@]}" -j "$jobs" check
  compare "${made[@]}" -j "$jobs" report outcomes
  cp "$work/static.out" "$work/jobs-$jobs"
  cmp -s "$work/jobs-1" "$work/jobs-$jobs" || differ "report outcomes with $jobs threads from one with 1"
done
if command -v strace > /dev/null; then
  strace -f -o "$work/calls" -e trace=clone,clone3,openat "$static" "${made[@]}" -j 4 check > /dev/null
  threads=$(grep -c 'clone3\?(.*CLONE_THREAD' "$work/calls" || true)
  echo "check -j 4 started $threads threads beside the first"
  [ "$threads" -ge 3 ] || differ "check -j 4 started $threads threads"
  # What a static program would look up at run time: libraries, names of users and hosts, locales.
  if grep -E '\.so|nsswitch|gconv|locale' "$work/calls"; then differ "it opens what it should not need"; fi
else
  echo "skipped: counting threads and opened files, because strace is not there"
fi

cc -O2 -o "$work/stopwatch" tests/bench/stopwatch.c
for round in $(seq 201); do
  for each in plain static; do
    "$work/stopwatch" "$work/time" "${!each}" --version > /dev/null
    # The first one only warms the page cache.
    [ "$round" = 1 ] || cut -d ' ' -f 1 "$work/time" >> "$work/$each.times"
  done
done
for each in plain static; do
  sort -n "$work/$each.times" | awk -v name="$each" -v size="$(stat -Lc %s "${!each}")" '{ time[NR] = $1 / 1e6 }
    END { printf "%-6s  %.1f MB, starts and ends in %.2f ms (median of %d; least %.2f)\n",
                 name, size / 1e6, time[int((NR + 1) / 2)], NR, time[1] }'
done
echo "$answers answers compared, $differences differences"
[ "$differences" = 0 ]
