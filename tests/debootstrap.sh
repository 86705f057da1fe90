#!/usr/bin/env bash
# Proves that examples/run.sh and tests/run.sh need nothing but a minimal Debian 12 and a network: runs
# both in one made for the purpose under /tmp, and removes it. As root or with sudo; needs debootstrap.
set -euo pipefail
[ "$(id -u)" = 0 ] || exec sudo -n -- "$BASH" "${BASH_SOURCE[0]}" "$@"
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null
unset TMPDIR # may name a folder that is mounted without devices

root=$(mktemp -d /tmp/brm-debian.XXXXXX)
clean_up() {
  # Never removes through a mount that would not go.
  if mountpoint -q "$root/proc"; then umount "$root/proc" || return; fi
  rm -rf --one-file-system -- "$root" "$root.log"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# The mirror this machine uses; where apt names none, debootstrap knows one.
# shellcheck disable=SC2016 # apt fills in that one
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Release: bookworm' \
  'Component: main' | sort -u | head -n 1)
debootstrap --variant=minbase --include=ca-certificates bookworm "$root" ${mirror:+"$mirror"} > "$root.log" ||
  { tail -n 30 "$root.log" >&2; exit 1; }
chmod 755 "$root" # apt fetches as a user of its own
mount -t proc proc "$root/proc"

# The checkout as it is now: what is committed, and what is about to be.
mkdir "$root/brm"
git -c safe.directory='*' ls-files -z --cached --others --exclude-standard |
  while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done |
  tar --create --null --files-from=- | tar --extract --directory "$root/brm"

# Nothing of this machine's environment but the way to the network.
inside() {
  echo "== $* in $(chroot "$root" cat /etc/debian_version)"
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C http_proxy="${http_proxy-}" \
    https_proxy="${https_proxy-}" no_proxy="${no_proxy-}" chroot "$root" "$@" < /dev/null
}
inside bash /brm/examples/run.sh
inside bash /brm/tests/run.sh
