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

skip() { echo "skipped: $*"; exit 77; }
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
  skip "no chromium"
command -v node > /dev/null || skip "no node"
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' || skip "node $(node --version), and 20 or later is needed"

if ! cmp -s tests/browser/package.json "$modules/package.json"; then
  command -v npm > /dev/null || skip "no npm"
  cp tests/browser/package.json "$modules/wanted.json"
  mkdir -p "$modules/new" && cp tests/browser/package.json "$modules/new/"
  (cd "$modules/new" && npm install --no-package-lock --ignore-scripts --no-audit --no-fund \
    --loglevel=error < /dev/null) || skip "npm could not install axe-core, html-validate, mermaid and puppeteer-core"
  rm -rf "$modules/node_modules" "$modules/wanted.json"
  mv "$modules/new/node_modules" "$modules/"
  mv "$modules/new/package.json" "$modules/" # last, so that what is half done is done again
fi
node tests/browser/check_pages.mjs "$brm" "$PWD" "$modules" "$browser"
exec node tests/browser/check_graphs.mjs "$brm" "$PWD" "$modules" "$browser"
