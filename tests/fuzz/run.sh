#!/usr/bin/env bash
# Feeds made-up bytes to both lanes of the reader (lanes.cpp), and to dates, numbers, money, conditions
# and encoders (values.cpp), and stops at the first on which the lanes differ, of which something does
# not hold, or that a sanitizer objects to. The corpora start from the YAML files of examples/ and
# tests/, and from corpus/, and grow from one run to the next; what was found lies in build/fuzz/found.
#
# usage: tests/fuzz/run.sh [SECONDS [libFuzzer option...]]     (60, for each of the two)
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." > /dev/null

seconds=${1:-60}
shift "$(($# > 0))"

# shellcheck disable=SC1091 # beside examples/run.sh
. examples/packages.sh
need_to_build clang-14 libclang-rt-14-dev

build=build/fuzz
if command -v ccache > /dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi
cmake -G Ninja -B "$build" -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DBRM_FUZZ=ON -DBRM_TESTS=OFF -DBRM_SANITIZE=address,undefined > /dev/null
cmake --build "$build" --target fuzz_lanes fuzz_values --parallel "$(nproc)" >&2

# Stretches of seven lines: small texts are soon tried, and often enough stay what the fast lane accepts.
corpus=$build/corpus
mkdir -p "$corpus" "$build/found"
find examples tests -name '*.yaml' -print0 | sort -z | LC_ALL=C xargs -0 awk -v folder="$corpus" '
  FNR % 7 == 1 { if (out != "") close(out); out = folder "/stretch-" ++stretches; printf "" > out }
  FNR % 7 == 1 && FNR > 1 { print "kind: relationship" > out }
  { print > out }'
echo "$(find "$corpus" -type f | wc -l) texts to begin with, $seconds seconds"

mkdir -p "$build/values"
cp -n tests/fuzz/corpus/values/* "$build/values"

# fuzz TARGET DICTIONARY CORPUS WHERE-TO-KEEP OPTION...
fuzz() {
  local target=$1 dictionary=$2 texts=$3 case=$4
  shift 4
  local options=("-max_total_time=$seconds" -max_len=1024 -timeout=10 -rss_limit_mb=2048 "-dict=$dictionary"
    -print_final_stats=1 "-artifact_prefix=$build/found/" "$@")
  if ! "$build/tests/fuzz/$target" "${options[@]}" "$texts" > "$build/log" 2>&1; then
    tail -n 60 "$build/log" >&2
    echo "FAILED: the bytes are in $build/found; make a case of $case of them" >&2
    exit 1
  fi
  grep -E '^stat::number_of_executed_units|^#[0-9]+.*DONE' "$build/log"
  echo "$target: nothing found"
}
fuzz fuzz_lanes tests/fuzz/yaml.dict "$corpus" tests/unit/read/lanes_test.cpp "$@"
fuzz fuzz_values tests/fuzz/values.dict "$build/values" tests/unit/base/value_properties_test.cpp "$@"
