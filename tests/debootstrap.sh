#!/usr/bin/env bash
# Proves that examples/run.sh and tests/run.sh need nothing but a minimal Debian 12 and a network: runs
# both in one made for the purpose under /tmp, and removes it. As root or with sudo; needs debootstrap.
set -euo pipefail
[ "$(id -u)" = 0 ] || exec sudo -n -- "$BASH" "${BASH_SOURCE[0]}" "$@"
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null
# shellcheck disable=SC1091 # beside this file
. tests/minimal_debian.sh

# The checkout as it is now: what is committed, and what is about to be.
mkdir "$root/brm"
git -c safe.directory='*' ls-files -z --cached --others --exclude-standard |
  while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done |
  tar --create --null --files-from=- | tar --extract --directory "$root/brm"

inside bash /brm/examples/run.sh
inside bash /brm/tests/run.sh
