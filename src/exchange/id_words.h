// Of which words an id was made by `slug`: two names may fall together in one id, and are not
// thereby one thing.
#pragma once

#include <string>
#include <unordered_map>

namespace brm {

class IdWords {
 public:
  struct Made {
    std::string words;  ///< What went into `slug`.
    std::string title;
    std::size_t row = 0;
  };

  /// How the first row made the id at this place, where it is about something else than `own`: its
  /// letters are others, or it is written otherwise and so is its title. Null where it is not.
  const Made* other(const std::string& place, const Made& own, bool may_have_other_title);

 private:
  std::unordered_map<std::string, Made> first_;
};

}  // namespace brm
