// A page of the manual being written: sections, lists and examples in mdoc, the form that man
// reads.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brm {

/// Texts may hold `code` between backquotes, which is set in bold; everything else is escaped.
class Mdoc {
 public:
  /// `name` as in `brm-check`, `summary` without a full stop.
  Mdoc(std::string_view name, int section, std::string_view summary);

  void section(std::string_view title);
  void subsection(std::string_view title);
  /// Paragraphs, apart by an empty line between them; a new one after a list or an example.
  void text(std::string_view paragraphs);
  /// Lines as they are, indented.
  void code(std::string_view lines);
  /// What was called how, and may be called so: the heads of a list that begins and ends.
  void begin_list();
  void item(std::string_view head);
  /// A word in bold, and one beside it that is not.
  void item(std::string_view word, std::string_view beside);
  void end_list();
  /// A line of mdoc's own.
  void macro(std::string_view line);
  /// The last section: other pages, sorted by section and name.
  void see_also(std::vector<std::pair<std::string, int>> pages);

  std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

/// An argument of a macro: escaped, and in quotes where it has blanks.
std::string mdoc_argument(std::string_view text);

}  // namespace brm
