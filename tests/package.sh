#!/usr/bin/env bash
# Proves that the package installs and runs where nothing else is: apt puts it into a minimal Debian 12
# made for the purpose under /tmp, with what it depends on, and takes it away again. As root or with sudo;
# needs debootstrap, a network, and a build folder.
#
# usage: tests/package.sh [BUILD_FOLDER]     build/release without it
set -euo pipefail
[ "$(id -u)" = 0 ] || exec sudo -n -- "$BASH" "${BASH_SOURCE[0]}" "$@"
build=$(realpath "${1:-build/release}")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null
# shellcheck disable=SC1091 # beside this file
. tests/minimal_debian.sh

mkdir "$root/package"
cpack -G DEB --config "$build/CPackConfig.cmake" -B "$root/package" > "$root.log" || { cat "$root.log" >&2; exit 1; }
rm -rf "$root/package/_CPack_Packages"
package=$(basename "$root"/package/brm_*.deb)
cp -r examples/small examples/faulty "$root/package/"
listing() { (cd "$root" && find usr etc var/lib/dpkg/info -name '*brm*' | sort); }

inside apt-get -q update
inside dpkg --install "/package/$package" || echo "dpkg alone lacks what it depends on, as is to be expected"
inside env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends --fix-broken install
inside dpkg --status brm
inside dpkg --verify brm
inside brm --version
inside brm -C /package/small --as-of 2026-07-08 check --strict
inside brm -C /package/small --as-of 2026-07-08 report outcomes
inside brm -C /package/small doctor
status=0
inside brm -C /package/faulty --as-of 2026-07-08 check --quiet > /dev/null || status=$?
[ "$status" = 1 ] || { echo "faults end with status $status"; exit 1; }
[ -e "$root/usr/share/bash-completion/completions/brm" ] || { echo "no completion is installed"; exit 1; }
inside apt-get -q -y purge brm
left=$(listing)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
echo "$package installs, runs and goes again in Debian $(cat "$root/etc/debian_version")"
