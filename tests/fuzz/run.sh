#!/usr/bin/env bash
# Feeds made-up bytes to brm, and stops at the first of which something does not hold or that a sanitizer
# objects to:
#   lanes     both lanes of the reader make the same of them
#   answers   as a records folder: every report, list, graph and check in every format can be read
#   values    dates, numbers, money, conditions and encoders, beside a slow second way
#   where     conditions of --where, and their opposites
#   baseline  files of --baseline
#   imports   mappings and tables: faults have their places, what is made of the rest reads back as it
#             is meant, and importing it again changes nothing
#   edits     additions to records of any layout, and other words in them: all else stays as it was
# The corpora start from tests/fuzz/corpus, and from the YAML files of examples/ and tests/, and grow
# from one run to the next; what was found lies in build/fuzz/found, and belongs into corpus/.
#
# usage: tests/fuzz/run.sh [SECONDS [TARGET [libFuzzer option...]]]     (60, for each of the seven)
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." > /dev/null

seconds=${1:-60}
only=${2-}
shift "$(($# > 1 ? 2 : $#))"
all=(lanes answers values where baseline imports edits)
targets=("${all[@]}")
if [ -n "$only" ]; then targets=("$only"); fi

# shellcheck disable=SC1091 # beside examples/run.sh
. examples/packages.sh
need_to_build clang-14 libclang-rt-14-dev

build=build/fuzz
if command -v ccache > /dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi
cmake -G Ninja -B "$build" -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DBRM_FUZZ=ON -DBRM_TESTS=OFF -DBRM_SANITIZE=address,undefined > /dev/null
cmake --build "$build" --target "${targets[@]/#/fuzz_}" --parallel "${BRM_JOBS:-$(nproc)}" >&2

mkdir -p "$build/found"
for name in "${all[@]}"; do
  mkdir -p "$build/corpus/$name"
  if [ -d "tests/fuzz/corpus/$name" ]; then cp tests/fuzz/corpus/"$name"/* "$build/corpus/$name"; fi
done
# Stretches of seven lines: small texts are soon tried, and often enough stay what the fast lane accepts.
find examples tests -name '*.yaml' -print0 | sort -z | LC_ALL=C xargs -0 awk -v folder="$build/corpus/lanes" '
  FNR % 7 == 1 { if (out != "") close(out); out = folder "/stretch-" ++stretches; printf "" > out }
  FNR % 7 == 1 && FNR > 1 { print "kind: relationship" > out }
  { print > out }'
# Each rule's gallery as one text, and of each one other question: reports begin with a letter.
letters='@ABCDEFGHIJKLMNOPQRSTUVWXYZ""""'
digits=0123456789:
number=0
for gallery in tests/rules/*/*/; do
  number=$((number + 1))
  {
    echo "${letters:number % ${#letters}:1}${digits:number % ${#digits}:1}"
    find "$gallery" -name '*.yaml' -printf '%P\n' | LC_ALL=C sort | while read -r path; do
      printf '# %s\n' "$path"
      cat "$gallery/$path"
    done
  } > "$build/corpus/answers/gallery-$number"
done

# Each example record, and one edit of it.
number=0
find examples -name '*.yaml' -size -8 | LC_ALL=C sort | while read -r path; do
  number=$((number + 1))
  {
    echo "$((number % 4))${letters:number % ${#letters}:1}$((number % 10))$((number % 3 + 1))new: #$number"
    cat "$path"
  } > "$build/corpus/edits/example-$number"
done

# fuzz TARGET OPTION...
fuzz() {
  local target=$1
  shift
  if [ -n "$only" ] && [ "$only" != "$target" ]; then return; fi
  local corpus=$build/corpus/$target
  echo "$target: $(find "$corpus" -type f | wc -l) texts to begin with, $seconds seconds"
  local options=("-max_total_time=$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1
    "-artifact_prefix=$build/found/$target-" "$@")
  if ! "$build/tests/fuzz/fuzz_$target" "${options[@]}" "$corpus" > "$build/$target.log" 2>&1; then
    tail -n 60 "$build/$target.log" >&2
    echo "FAILED: the bytes are in $build/found; once it is mended, put them into tests/fuzz/corpus/$target" >&2
    exit 1
  fi
  grep -E '^stat::number_of_executed_units|^#[0-9]+.*DONE' "$build/$target.log"
  echo "$target: nothing found"
}
cat tests/fuzz/yaml.dict tests/fuzz/records.dict > "$build/answers.dict"
fuzz lanes -max_len=1024 -dict=tests/fuzz/yaml.dict "$@"
fuzz answers -max_len=4096 -dict="$build/answers.dict" "$@"
fuzz values -max_len=1024 -dict=tests/fuzz/values.dict "$@"
fuzz where -max_len=256 -dict=tests/fuzz/where.dict "$@"
fuzz baseline -max_len=1024 "$@"
cat tests/fuzz/yaml.dict tests/fuzz/import.dict > "$build/imports.dict"
fuzz imports -max_len=4096 -dict="$build/imports.dict" "$@"
fuzz edits -max_len=2048 -dict=tests/fuzz/yaml.dict "$@"
