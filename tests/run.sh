#!/usr/bin/env bash
# Builds with warnings as errors and runs every test; the last line says how many passed. One command
# on a fresh Debian 12, as root or with sudo; asks nothing.
#   tests/run.sh                       preset ci, in build/ci
#   tests/run.sh --preset asan-ubsan   another preset of CMakePresets.json; the first argument
#   tests/run.sh -R decimal            whatever else ctest takes
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null

preset=ci
if [ "${1-}" = --preset ]; then
  preset=${2:?--preset needs the name of one}
  shift 2
fi

# shellcheck disable=SC1091 # beside examples/run.sh
. examples/packages.sh
need_to_build doctest-dev python3 python3-jsonschema python3-openpyxl python3-yaml python3-icalendar cmark-gfm graphviz \
  clang-format mandoc zsh fish git pre-commit rsync bash-completion dpkg-dev lintian \
  python3-junitparser libxml2-utils vim emacs-nox elpa-flycheck
# To make calls fail, to look at them, to be elsewhere and at another time, and to read pages.
need strace faketime locales python3-html5lib
# Debian 12 has no node that is new enough to drive a browser; where there is one, pages are looked at.
if command -v npm > /dev/null; then
  need chromium fonts-dejavu-core
fi

if command -v ccache > /dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi
cmake --preset "$preset" -DBRM_TESTS=ON
cmake --build --preset "$preset" --parallel "$(nproc)"

if ! [ -e ../shared/real ]; then
  echo "skipped: tests on real records, because ../shared/real is not there"
fi
# ctest prints times after its closing line; who reads only the last line wants that one.
ctest --preset "$preset" --parallel "$(nproc)" --no-tests=error "$@" |
  awk '/^[0-9]+% tests passed/ { closing = $0; next }
       { print; fflush() }
       END { if (closing != "") print closing }'
