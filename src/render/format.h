// The list of formats a document can be written in.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "render/format_words.h"
#include "render/style.h"

namespace brm {

/// What a spreadsheet would take for a formula gets an apostrophe in front, or stays as it is.
enum class Formulas : std::uint8_t { defused, raw };

/// How a document is to be written; each format heeds what concerns it.
struct Rendering {
  TextStyle style;
  std::string table = {};  ///< The key of the one table that csv holds; empty: the first.
  Formulas formulas = Formulas::defused;
  Date day = {};  ///< The day it is written as of: what a message is dated.
};

struct Format {
  FormatWords words;
  std::string (*render)(const Document& document, const Rendering& rendering);
};

/// The first is the one for people, and the default.
std::span<const Format> document_formats();
/// The same, and one for calendars.
std::span<const Format> agenda_formats();

/// The keys of the tables that csv can hold of a document. The first is the one it does, unless
/// told otherwise; `details` are the lines beside the tables.
std::vector<std::string> csv_tables(const Document& document);

std::string render_text(const Document& document, const TextStyle& style);
std::string render_markdown(const Document& document);
/// One page that needs nothing beside it, and no script.
std::string render_html(const Document& document);
/// A whole message, RFC 5322: text, and the same as HTML.
std::string render_email(const Document& document, const Rendering& rendering);
/// One table of it, whose key must be one of `csv_tables`.
std::string render_csv(const Document& document, const Rendering& rendering);
std::string render_json(const Document& document, const TextStyle& style);
/// The table `clocks` of it as a calendar.
std::string render_ics(const Document& document);
/// One value alone, or several as a list.
std::string render_json(const Cell& cell);
std::string render_json(const std::vector<Cell>& cells);

}  // namespace brm
