# shellcheck shell=bash
# Sourced by root: a minimal Debian 12 in $root, a folder under /tmp that goes when the script ends, and
# `inside WORD...`, which runs there. Needs debootstrap and a network.
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

# Nothing of this machine's environment but the way to the network.
inside() {
  echo "== $* in $(chroot "$root" cat /etc/debian_version)"
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C http_proxy="${http_proxy-}" \
    https_proxy="${https_proxy-}" no_proxy="${no_proxy-}" chroot "$root" "$@" < /dev/null
}
