# shellcheck shell=bash
# Sourced by tests that need another program's modules: installs those of a package.json, once.

skip() { echo "skipped: $*"; exit 77; } # as ctest is told

# modules_of PACKAGE_JSON FOLDER: keeps them in FOLDER/node_modules; skips the test where that cannot be.
modules_of() {
  command -v node > /dev/null || skip "no node"
  node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
    skip "node $(node --version), and 20 or later is needed"
  mkdir -p "$2"
  exec 8> "$2/lock" # another test may want the same ones
  flock 8
  if ! cmp -s "$1" "$2/package.json"; then
    command -v npm > /dev/null || skip "no npm"
    rm -rf "$2/new"
    mkdir "$2/new"
    cp "$1" "$2/new/package.json"
    (cd "$2/new" && npm install --no-package-lock --ignore-scripts --no-audit --no-fund \
      --loglevel=error < /dev/null) || skip "npm could not install what $1 names"
    rm -rf "$2/node_modules"
    mv "$2/new/node_modules" "$2/"
    mv "$2/new/package.json" "$2/" # last, so that what is half done is done again
  fi
  exec 8>&-
}
