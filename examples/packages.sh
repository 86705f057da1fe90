# shellcheck shell=bash
# Sourced by examples/run.sh and tests/run.sh: Debian's packages, installed only where one is missing.

# A tool counts from wherever it comes, so that nothing is downloaded for one that is there already.
is_there() {
  command -v "${1%-build}" > /dev/null && return # ninja-build brings ninja
  [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]
}

# `sudo -n` fails where a password would be asked for.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -y -o Acquire::Retries=3 \
    -o DPkg::Lock::Timeout=300 "$@" >&2
}

# need PACKAGE...; what is said about it goes to stderr.
need() {
  local package missing=()
  if ! command -v apt-get > /dev/null; then
    echo "No apt-get here, so nothing is installed. Needed, by the names Debian gives them: $*" >&2
    return 0 # they may be there; cmake names the first that is not
  fi
  for package in "$@"; do
    is_there "$package" || missing+=("$package")
  done
  [ "${#missing[@]}" = 0 ] && return
  echo "Installing ${missing[*]}" >&2
  if as_root true; then
    apt_get update || echo "apt-get update failed; trying with the lists that are there" >&2
    apt_get install --no-install-recommends "${missing[@]}" && return
  fi
  echo "Not installed. As root: apt-get update && apt-get install ${missing[*]}" >&2
  return 1
}

# What building brm needs, and PACKAGE... besides.
need_to_build() {
  need g++ cmake ninja-build pkg-config libcli11-dev libyaml-cpp-dev libfmt-dev \
    nlohmann-json3-dev libutf8proc-dev libgit2-dev libsqlite3-dev libboost-dev "$@"
}
