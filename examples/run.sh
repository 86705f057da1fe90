#!/usr/bin/env bash
# Builds brm in build/release and shows it at work on examples/small. One command on a fresh Debian 12,
# as root or with sudo; asks nothing. The examples go to stdout, all about the build to stderr.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null

# shellcheck disable=SC1091 # beside this file
. examples/packages.sh
need_to_build

# Without the tests, whose own packages a user can do without.
cmake --preset release -DBRM_TESTS=OFF >&2
cmake --build --preset release --target brm >&2

# A fixed day, so that everybody sees the same.
show() {
  local command=(brm -C examples/small --as-of 2026-07-08 "$@")
  printf '\n$ %s\n' "${command[*]}"
  "build/release/${command[0]}" "${command[@]:1}"
}

show check --strict
show report outcomes
show report portfolio
