#include "render/style.h"

namespace brm {
namespace {

/// The sixteen colours every terminal has, chosen to be readable on dark and on light ground.
std::string_view sequence(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "";
    case Tone::good:
      return "\x1B[32m";
    case Tone::doubtful:
      return "\x1B[33m";
    case Tone::bad:
      return "\x1B[31m";
    case Tone::faint:
      return "\x1B[2m";
    case Tone::strong:
      return "\x1B[1m";
  }
  return "";
}

}  // namespace

std::string toned(std::string_view text, Tone tone, const TextStyle& style) {
  if (style.colour == Colour::off || tone == Tone::plain || text.empty()) return std::string(text);
  return std::string(sequence(tone)) + std::string(text) + "\x1B[0m";
}

Tone tone_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Tone::bad;
    case Severity::warning:
      return Tone::doubtful;
    case Severity::note:
      return Tone::faint;
  }
  return Tone::plain;
}

}  // namespace brm
