// Elements of a drawing, one after the other: what every picture is put together from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/tone.h"

namespace brm {

struct SvgPoint {
  double x = 0;
  double y = 0;
};

enum class Anchor : std::uint8_t { start, middle, end };

/// How wide about a text is, in the units of a drawing.
double svg_width(std::string_view text);
/// The height of its letters: no smaller anywhere, so that they can be read on a phone.
inline constexpr double svg_letters = 12;

/// With two decimals at most, and the same on every machine.
std::string svg_number(double number);

/// Coordinates from the upper left corner; looks by the classes of html_style.
class SvgCanvas {
 public:
  void line(SvgPoint from, SvgPoint to, std::string_view look);
  void path(const std::vector<SvgPoint>& points, std::string_view look);
  /// From side to side, level at both ends.
  void bow(SvgPoint from, SvgPoint to, std::string_view look);
  void rectangle(SvgPoint corner, double width, double height, std::string_view look,
                 double rounded = 0);
  void circle(SvgPoint centre, double radius, std::string_view look);
  void diamond(SvgPoint centre, double radius, std::string_view look);
  /// The shape that goes with the tone, so that colour is not the only signal.
  void mark(SvgPoint centre, double radius, Tone tone, bool is_hollow = false);
  /// `at` is on its base line. Never wider than `most`.
  void text(SvgPoint at, std::string_view words, Anchor anchor = Anchor::start,
            std::string_view look = "", double most = 1e6);
  /// The head of an arrow that comes from `from` and ends in `to`.
  void head(SvgPoint from, SvgPoint to, std::string_view look);

  std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

/// The class that fills with a tone's colour.
std::string_view fill_of(Tone tone);

}  // namespace brm
