// The list of formats a document can be written in.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "document/document.h"
#include "render/style.h"

namespace brm {

struct Format {
  std::string_view name;
  std::string_view summary;
  std::string (*render)(const Document& document, const TextStyle& style);
};

std::span<const Format> document_formats();
/// Null when there is none of this name.
const Format* find_document_format(std::string_view name);

std::string render_text(const Document& document, const TextStyle& style);
std::string render_json(const Document& document, const TextStyle& style);

}  // namespace brm
