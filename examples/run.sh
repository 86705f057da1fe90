#!/usr/bin/env bash
# Builds brm in build/release and shows it at work on the examples. One command on a fresh Debian 12,
# as root or with sudo; asks nothing. The examples go to stdout, all about the build to stderr.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null

# shellcheck disable=SC1091 # beside this file
. examples/packages.sh
need_to_build

# Without the tests, whose own packages a user can do without.
cmake --preset release -DBRM_TESTS=OFF >&2
cmake --build --preset release --target brm >&2

# show FOLDER COMMAND...: on a fixed day, so that everybody sees the same.
show() {
  local command=(brm -C "examples/$1" --as-of 2026-07-08 "${@:2}")
  printf '\n$ %s\n' "${command[*]}"
  "build/release/${command[0]}" "${command[@]:1}"
}

for folder in small office; do
  show "$folder" check --strict
  show "$folder" report outcomes
  show "$folder" report portfolio
  show "$folder" report risks
done

# The twin with one fault of each sort; its findings are what is to be seen, so its status is no failure.
show faulty check --max 0 || printf '(status %d)\n' "$?"
