#include "render/format.h"

#include <array>

namespace brm {
namespace {

constexpr std::array formats{
    Format{"text", "For people, as wide as the terminal.", render_text},
    Format{"json", "For programs, with a schema_version.", render_json},
};

}  // namespace

std::span<const Format> document_formats() { return formats; }

const Format* find_document_format(std::string_view name) {
  for (const Format& format : formats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace brm
