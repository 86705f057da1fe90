#!/usr/bin/env bash
# Runs a test with the modules of package.json, which are kept in FOLDER. Ends with 77, which ctest takes
# for skipped, where they cannot be had.
#
# usage: tests/home/run.sh PROGRAM BRM FOLDER     PROGRAM BRM SOURCE_FOLDER FOLDER is what it runs
set -euo pipefail
program=$1
brm=$(realpath "$2")
mkdir -p "$3"
modules=$(realpath "$3")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." > /dev/null

# shellcheck disable=SC1091 # one folder up
. tests/npm.sh
modules_of tests/home/package.json "$modules"
case $program in
  *.mjs) exec node "$program" "$brm" "$PWD" "$modules" ;;
  *) exec python3 -B "$program" "$brm" "$PWD" "$modules" ;;
esac
