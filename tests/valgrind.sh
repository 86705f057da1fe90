#!/usr/bin/env bash
# Every report over examples/office, and a command of each kind, under valgrind's memcheck: no value that
# was never set decides anything, nothing is read or written beside its place, nothing lost is kept.
# Sanitizers look at brm's own code; this looks at the distribution's libraries too.
#
# usage: tests/valgrind.sh BRM     (of any preset without sanitizers; four minutes)
set -euo pipefail
if [ $# != 1 ] || ! [ -x "$1" ]; then
  sed -n '/^# usage/s/^# //p' "${BASH_SOURCE[0]}" >&2
  exit 2
fi
brm=$(realpath "$1")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null

# shellcheck disable=SC1091 # beside examples/run.sh
. examples/packages.sh
need valgrind

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
runs=0
bad=0
# What a compiler compares several at a time, memcheck takes for unset unless it looks at each bit.
look_at() {
  local status=0
  valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite \
    --expensive-definedness-checks=yes \
    "$brm" -C examples/office --as-of 2026-07-08 "$@" > "$work/out" 2> "$work/err" || status=$?
  runs=$((runs + 1))
  if [ "$status" -gt 2 ]; then
    bad=$((bad + 1))
    echo "FAILED: brm $*: status $status"
    grep '^==' "$work/err" | head -n 40
  fi
}
while read -r report; do
  if [ "$report" = brief ]; then look_at -j1 report brief labor; else look_at -j1 report "$report"; fi
done < <("$brm" completion candidates -- report "" | cut -f1 | grep -x '[a-z]*')
look_at -j4 check --strict
look_at check --format sarif --format "junit=$work/junit.xml"
look_at report portfolio --format html
look_at report outcomes --format email
look_at -j4 report risks --simulate 200 --format csv
look_at agenda --format ics
look_at graph --format svg
look_at list outcomes --where 'verdict = missed or title ~ x'
look_at export -o "$work/office.db"
look_at show claims-renewal
look_at explain policy
look_at completion bash
look_at doctor
echo "$runs commands looked at, $bad with a fault"
[ "$bad" = 0 ]
