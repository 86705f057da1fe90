// How the page of HTML looks, on a screen, on a phone and on paper.
#pragma once

#include <string_view>

namespace brm {

/// The same for every page, so that one fingerprint allows it.
std::string_view html_style();

}  // namespace brm
