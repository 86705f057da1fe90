#include "render/export.h"

#include <array>

namespace brm {
namespace {

std::string render_plain_csv(const Document& document) {
  return render_csv(document, {.style = {}, .formulas = Formulas::raw});
}

constexpr std::array formats{
    ExportFormat{{"jsonl", ".jsonl", "For programs: an object of json on each line."},
                 render_jsonl},
    ExportFormat{{"csv", ".csv", "For programs: RFC 4180, texts as they are in the records."},
                 render_plain_csv},
    ExportFormat{{"sqlite", ".sqlite", "For SQL: one file with a table for each kind, and views."},
                 render_sqlite,
                 true,
                 true},
    ExportFormat{{"nist-ir-8286", ".json", "For risk registers: risks as NIST IR 8286 has them."},
                 nullptr},
};

}  // namespace

std::span<const ExportFormat> export_formats() { return formats; }

}  // namespace brm
