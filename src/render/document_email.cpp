// A whole message, RFC 5322: the text as on a terminal, and the same as tables of HTML. Who it is
// from and to is left to the program that sends it.
#include <fmt/format.h>

#include "base/sha256.h"
#include "base/spelling.h"
#include "base/text.h"
#include "render/email_html.h"
#include "render/format.h"
#include "render/mime.h"

namespace brm {
namespace {

/// Stands in no part: an equals sign is always followed by digits or the end of a line there.
constexpr std::string_view boundary = "=_brm";

constexpr std::size_t text_width = 72;

/// Some programs show no more of a message than 102,400 bytes.
constexpr std::size_t most_bytes = 100'000;

std::string subject_of(const Document& document) {
  std::string out = document.title.empty() ? document.name : document.title;
  if (!document.subtitle.empty()) out += ", " + document.subtitle;
  if (document.as_of) out += ", as of " + to_text(*document.as_of);
  return out;
}

std::string part(std::string_view type, std::string_view text) {
  return fmt::format(
      "--{}\r\nContent-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: "
      "quoted-printable\r\n\r\n{}\r\n",
      boundary, type, quoted_printable(text));
}

std::string body_of(const Document& document) {
  const std::string text = render_text(document, TextStyle{.width = text_width});
  return part("text/plain", text) + part("text/html", email_html(document)) +
         fmt::format("--{}--\r\n", boundary);
}

/// Longer ones are cut where a message has to be.
constexpr std::size_t longest_text = 600;

void cut_texts(Table& table) {
  for (auto& row : table.rows) {
    for (Cell& each : row) {
      if (auto* text = std::get_if<std::string>(&each.value)) *text = cut_to(*text, longest_text);
    }
  }
}

/// No table longer than `most` rows, and each says so where it was.
Document shortened(Document document, std::size_t most) {
  for (Section& section : document.sections) {
    for (Table& table : section.tables) {
      cut_texts(table);
      if (table.rows.size() <= most) continue;
      section.paragraphs.push_back(
          fmt::format("Here the first {} of {}, as a message bears no more; brm writes all of them "
                      "as text, html or csv.",
                      counted(most, "row"), table.rows.size()));
      table.rows.resize(most);
    }
  }
  return document;
}

}  // namespace

std::string render_email(const Document& document, const Rendering& rendering) {
  std::string body = body_of(document);
  for (const std::size_t most : {200U, 100U, 50U, 25U, 10U, 5U}) {
    if (body.size() <= most_bytes) break;
    body = body_of(shortened(document, most));
  }
  const std::string subject = mime_header("Subject", subject_of(document));
  const std::string date = mime_header("Date", mime_date(rendering.day));
  std::string fingerprint;
  for (const std::uint8_t byte : sha256(subject + date + body)) {
    fingerprint += fmt::format("{:02x}", byte);
  }
  constexpr std::size_t id_size = 32;
  return subject + date +
         fmt::format("Message-ID: <{}@brm.invalid>\r\n", fingerprint.substr(0, id_size)) +
         // Mail programs open it as a message yet to be sent.
         "X-Unsent: 1\r\nMIME-Version: 1.0\r\n" +
         fmt::format("Content-Type: multipart/alternative; boundary=\"{}\"\r\n\r\n", boundary) +
         body;
}

}  // namespace brm
