#include "assess/rating_words.h"

#include <fmt/format.h>

namespace brm {

std::string rating_words(const std::optional<Reported>& reported) {
  if (!reported) return "";
  const bool is_federal = reported->scale == "cio_1_5" && reported->rating != "not_published";
  return is_federal ? fmt::format("{} of 5", reported->rating) : std::string(reported->rating);
}

}  // namespace brm
