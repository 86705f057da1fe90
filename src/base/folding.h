// Texts that differ only in how they are written, made equal.
#pragma once

#include <string>
#include <string_view>

namespace brm {

/// `A` to `Z` as small letters; all else as it is.
std::string lowered(std::string_view text);

/// Equal for texts that look alike: case and normal form folded. A text that is no UTF-8 is like
/// itself only.
std::string folded(std::string_view text);

/// Folded in case and width, without accents; empty where it is no UTF-8.
std::string bared(std::string_view text);

/// As `bared`, and letters that are not made of another one and an accent as people write them
/// where they have none: `o` for `ø`, `ae` for `æ`.
std::string latinised(std::string_view text);

/// The letters and digits alone, as `latinised`, of whatever script.
std::string letters_of(std::string_view text);

/// Without the blanks around it.
std::string_view trimmed(std::string_view text);

/// A word of a closed list or a name of a field as people say it: `off_track` is `off track`.
std::string plain_word(std::string_view word);

}  // namespace brm
