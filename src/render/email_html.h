// The HTML of a message: what mail programs keep of HTML, which is tables and styles that stand in
// the elements themselves. Nothing is fetched, nothing is a link.
#pragma once

#include <string>

#include "document/document.h"

namespace brm {

std::string email_html(const Document& document);

}  // namespace brm
