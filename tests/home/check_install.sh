#!/usr/bin/env bash
# Installs a build folder below a folder of its own, and looks at it as man and the shells do; then makes
# the package, which lintian reads. Ends with 77, which ctest takes for skipped, where nothing else failed
# and lintian is not installed.
#
# usage: tests/home/check_install.sh BUILD_FOLDER
set -euo pipefail
build=$(realpath "$1")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." > /dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
fail() { echo "$*"; failures=$((failures + 1)); }

DESTDIR=$work/root cmake --install "$build" --prefix /usr > "$work/log"
usr=$work/root/usr
(cd "$usr" && find . -type f | sort) > "$work/files"
{
  printf './%s\n' bin/brm share/bash-completion/completions/brm share/doc/brm/{changelog.gz,copyright} \
    share/fish/vendor_completions.d/brm.fish share/lintian/overrides/brm share/zsh/vendor-completions/_brm
  for page in man/*; do echo "./share/man/man${page##*.}/${page##*/}.gz"; done
} | sort > "$work/wanted"
diff "$work/wanted" "$work/files" || fail "other files are installed than were meant to be"
DESTDIR=$work/local cmake --install "$build" --prefix /usr/local > "$work/log"
[ -e "$work/local/usr/local/share/zsh/site-functions/_brm" ] || fail "zsh finds nothing below /usr/local"

"$usr/bin/brm" --version | grep -q '^brm [0-9]' || fail "brm does not run where it was installed"
for page in "$usr"/share/man/man*/*.gz; do
  gzip -dc "$page" | mandoc -T lint -W warning > "$work/log" || fail "$page: $(cat "$work/log")"
done
# The shells find the completions by themselves, through the machinery that each has.
PATH=$usr/bin:$PATH
if [ -e /usr/share/bash-completion/bash_completion ]; then
  said=$(XDG_DATA_DIRS="$usr/share" bash --norc -c '. /usr/share/bash-completion/bash_completion
    _completion_loader brm; complete -p brm' 2>&1) || true
  [ "$said" = "complete -F _brm brm" ] || fail "bash does not find its completion: $said"
else
  echo "skipped: bash-completion is not installed, so that bash loads no completion by itself"
fi
if command -v zsh > /dev/null; then
  said=$(zsh -f -c "fpath=('$usr/share/zsh/vendor-completions' \$fpath); autoload -U compinit
    compinit -D -u; echo \$_comps[brm]")
  [ "$said" = _brm ] || fail "zsh does not find its completion: $said"
fi
if command -v fish > /dev/null; then
  said=$(HOME=$work XDG_DATA_DIRS="$usr/share" fish --no-config -c \
    "set -p fish_complete_path '$usr/share/fish/vendor_completions.d'; complete -C 'brm chec'" | cut -f 1)
  [ "$said" = check ] || fail "fish does not find its completion: $said"
fi

if ! command -v dpkg-shlibdeps > /dev/null; then
  echo "skipped: dpkg-dev is not installed, so that no package is made"
  [ "$failures" = 0 ] && exit 77
  exit 1
fi
for folder in package again; do
  SOURCE_DATE_EPOCH=1783468800 cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work/$folder" \
    > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
  sleep 1
done
package=$(ls "$work"/package/brm_*.deb)
cmp "$package" "$work/again/${package##*/}" || fail "the same files do not make the same package"
dpkg-deb --info "$package"
dpkg-deb --contents "$package" | awk '$6 !~ /\/$/ { print $1, $2, $6 }' > "$work/contents"
sed 's/^/.\/usr/;s/\/usr\./\/usr/' "$work/wanted" | sort > "$work/in-package"
awk '{ print $3 }' "$work/contents" | sort | diff "$work/in-package" - || fail "the package holds other files"
if grep -v ' root/root ' "$work/contents"; then fail "files of somebody else are in the package"; fi
if command -v lintian > /dev/null; then
  lintian --allow-root --fail-on error,warning "$package" || fail "lintian does not accept it"
else
  echo "skipped: lintian is not installed, so that nobody reads the package"
  [ "$failures" = 0 ] && exit 77
fi
echo "$(wc -l < "$work/wanted") files in their places and in ${package##*/}: $failures failures"
[ "$failures" = 0 ]
