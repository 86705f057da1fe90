#!/usr/bin/env bash
# clang-tidy (.clang-tidy) and cppcheck over the sources that changed since a revision, or all of
# them: an hour. Needs a build folder with compile_commands.json; ends with 1 where one objects.
#
# usage: tests/lint.sh [--since REVISION | --all | FILE.cpp...]     (--since origin/HEAD)
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null

# shellcheck disable=SC1091 # beside examples/run.sh
. examples/packages.sh
need_to_build clang-tidy cppcheck

case "${1-}" in
  --all) mapfile -t files < <(git ls-files 'src/*.cpp') ;;
  --since | '') mapfile -t files < <(git diff --name-only --diff-filter=d "${2-origin/HEAD}" -- 'src/*.cpp') ;;
  *) files=("$@") ;;
esac
if [ "${#files[@]}" = 0 ]; then
  echo "0 files to look at"
  exit
fi

build=${BRM_BUILD:-build/ci}
cmake --preset "${build##*/}" > /dev/null
# Clang knows neither GCC's precompiled headers nor some of its options.
commands=$(mktemp -d)
trap 'rm -rf "$commands"' EXIT
sed -E 's/-include [^ ]*cmake_pch[^ ]*//g; s/-fpch-preprocess|-Winvalid-pch|-Werror|-Wduplicated-(cond|branches)|-ftrivial-auto-var-init=[a-z]*|-Wlogical-op|-Wuseless-cast|-Wno-restrict|-Wbidi-chars=any//g' \
  "$build/compile_commands.json" > "$commands/compile_commands.json"

status=0
printf '%s\0' "${files[@]}" | xargs -0 -P "$(nproc)" -n 4 nice clang-tidy --quiet --warnings-as-errors='*' -p "$commands" 2> "$commands/counts" || status=1
# What is left out: it does not see that doctest and CLI11 call, nor what a template is asked with, and
# takes a currency, three letters in an array, for a large thing to pass.
nice cppcheck --quiet --std=c++20 --language=c++ --enable=warning,performance,portability --inline-suppr \
  --suppress=missingIncludeSystem --suppress=unknownMacro --suppress=syntaxError --suppress=internalAstError --suppress=passedByValue \
  --error-exitcode=1 -j "$(nproc)" -I src "${files[@]}" || status=1
echo "${#files[@]} files looked at, $([ "$status" = 0 ] && echo "nothing found" || echo "see above")"
exit "$status"
