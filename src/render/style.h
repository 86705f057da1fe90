// How a page of text looks: its width, and whether it may use colour.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/document.h"
#include "source/rule_words.h"

namespace brm {

enum class Colour : std::uint8_t { off, on };

struct TextStyle {
  std::size_t width = 100;
  Colour colour = Colour::off;
};

/// The text in the tone's colour, or as it is without colour or for a plain tone.
std::string toned(std::string_view text, Tone tone, const TextStyle& style);

Tone tone_of(Severity severity);

}  // namespace brm
