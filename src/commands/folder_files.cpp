#include "commands/folder_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace brm {
namespace {

constexpr std::string_view hook = R"(# Checks the records before each commit: pre-commit install
repos:
  - repo: local
    hooks:
      - id: brm-check
        name: brm check
        entry: brm check
        language: system
        # Also where a commit only deletes: others may need it.
        always_run: true
        pass_filenames: false
)";

constexpr std::string_view github =
    R"(# Checks every change of the records. A pull request fails on what it
# adds, by the policy of the branch it goes into.
name: brm
on:
  push: {branches: [main]}
  pull_request:
permissions: {contents: read}
jobs:
  check:
    runs-on: ubuntu-latest
    env:
      # Where the static brm is kept, and its sum. They stand
      # here, for a fork's pull request gets no variables.
      BRM_URL: https://example.org/brm
      BRM_SHA256: replace-me
      BASE: ${{ github.base_ref }}
    steps:
      - uses: actions/checkout@v4
        with: {fetch-depth: 0}
      - run: |
          curl -fsSL "$BRM_URL" -o "$RUNNER_TEMP/brm"
          echo "$BRM_SHA256  $RUNNER_TEMP/brm" | sha256sum -c -
          chmod +x "$RUNNER_TEMP/brm"
          echo "$RUNNER_TEMP" >> "$GITHUB_PATH"
      - run: |
          base="origin/$BASE"
          brm check --format github \
            ${BASE:+--new-since "$base..." --policy "$base:brm.yaml"}
)";

constexpr std::string_view gitlab =
    R"(# Checks every change of the records. A merge request fails on what
# it adds, by the policy of the branch it goes into.
brm:
  image: alpine:3
  variables:
    GIT_DEPTH: 0 # with it, all branches are fetched
    # Where the static brm is kept, and its sum. They stand
    # here, for the pipeline of a fork gets no variables.
    BRM_URL: https://example.org/brm
    BRM_SHA256: replace-me
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  before_script:
    - wget -q -O brm "$BRM_URL"
    - echo "$BRM_SHA256  brm" | sha256sum -c -
    - chmod +x brm
  script:
    - branch=$CI_MERGE_REQUEST_TARGET_BRANCH_NAME
    - base=${branch:+origin/$branch}
    - >-
      ./brm check --format text --format gitlab=brm-quality.json
      --format junit=brm-junit.xml
      ${base:+--new-since "$base..." --policy "$base:brm.yaml"}
  artifacts:
    when: always
    reports: {codequality: brm-quality.json, junit: brm-junit.xml}
)";

constexpr std::string_view weekly = R"sh(#!/bin/sh
# Mails what changed in the records within a week, and nothing where
# nothing did. A line of a crontab, for Mondays at seven:
#  0 7 * * 1 cd /srv/it && git pull -q && ./weekly.sh cio@example.gov
set -eu
: "${1:?usage: weekly.sh ADDRESS}"
PATH=$PATH:/usr/local/bin:/usr/sbin # that of cron is short
cd "$(dirname "$0")"

# One at a time: a run that finds another leaves the work to it.
exec 9< .
flock --nonblock 9 || exit 0

work=$(mktemp -d)
news=$work/news.eml
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
status=0
if ! brm report weekly --if-changed -o "$news"; then status=2; fi
# Where records could not be read, the letter says so.
if [ -s "$news" ]; then
  { echo "To: $1"; cat "$news"; } > "$work/letter"
  sendmail -t < "$work/letter"
fi
exit "$status"
)sh";

constexpr std::array files{
    FolderFile{
        ".pre-commit-config.yaml",
        "pre-commit runs `brm check` before each commit, on the whole folder, for one record "
        "may break another, and one that is deleted or renamed is missed by others.",
        hook},
    FolderFile{".github/workflows/brm.yml",
               "GitHub Actions: faults are shown beside their lines, and in the page of the run.",
               github},
    FolderFile{".gitlab-ci.yml",
               "GitLab: faults are shown in the merge request, as code quality and as tests.",
               gitlab},
    FolderFile{
        "weekly.sh",
        "A weekly letter, from cron. It is silent where nothing changed, sends nothing that "
        "is half "
        "written, leaves nothing behind, and where two runs meet the second leaves the work "
        "to the first. It ends with the status of brm, or with that of sendmail where it does "
        "not take the letter, and what they say on standard error is what cron mails to "
        "whoever looks after it. Where the records are in no git repository, or in a clone "
        "that does not reach back a week, nobody can say what changed: the letter comes "
        "every week then, and says so.",
        weekly, true},
};

}  // namespace

std::span<const FolderFile> folder_files() { return files; }

const FolderFile* find_folder_file(std::string_view path) {
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const FolderFile& each) { return each.path == path; });
  return found == files.end() ? nullptr : &*found;
}

std::string schema_line(std::size_t folders_deep) {
  std::string up;
  for (std::size_t i = 0; i < folders_deep; ++i) up += "../";
  return fmt::format("# yaml-language-server: $schema={}{}\n", up, schema_file);
}

}  // namespace brm
