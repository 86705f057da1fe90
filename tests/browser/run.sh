#!/usr/bin/env bash
# Looks at every page that brm writes as HTML, and at its graphs, in a browser that shows no window:
# check_pages.mjs and check_graphs.mjs say at what. Ends with 77, which ctest takes for skipped, where the
# browser or what it is driven with is not there.
#
# usage: tests/browser/run.sh BRM FOLDER     what npm installs is kept in FOLDER
#   BRM_SCREENSHOTS=DIR keeps what was seen
set -euo pipefail
brm=$(realpath "$1")
mkdir -p "$2"
modules=$(realpath "$2")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." > /dev/null

# shellcheck disable=SC1091 # one folder up
. tests/npm.sh
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
  skip "no chromium"
modules_of tests/browser/package.json "$modules"
node tests/browser/check_pages.mjs "$brm" "$PWD" "$modules" "$browser"
exec node tests/browser/check_graphs.mjs "$brm" "$PWD" "$modules" "$browser"
