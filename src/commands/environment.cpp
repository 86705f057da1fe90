#include "commands/environment.h"

#include <array>

namespace brm {
namespace {

constexpr std::array table{
    Variable{"BRM_RECORDS", "The records folder, where `-C` is not given."},
    Variable{"BRM_AS_OF", "The day to judge by, where `--as-of` is not given."},
    Variable{"SOURCE_DATE_EPOCH",
             "The same as seconds since 1970-01-01 UTC, where neither is given."},
    Variable{"NO_COLOR", "No colour, where `--color` does not say otherwise."},
    Variable{"FORCE_COLOR", "Colour even where the output is no terminal."},
    Variable{"CLICOLOR_FORCE", "The same."},
    Variable{"TERM", "Without colour where it is `dumb`."},
    Variable{"COLUMNS", "The width of the page on a terminal; elsewhere it is 100."},
    Variable{
        "GITHUB_STEP_SUMMARY",
        "The file to which `check --format github` appends its table, as GitHub Actions says."},
};

}  // namespace

std::span<const Variable> variables() { return table; }

}  // namespace brm
