// A page of HTML in one file: no script, nothing fetched, no style but its own, whose fingerprint
// the page's policy names.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/folding.h"
#include "base/sha256.h"
#include "base/text.h"
#include "render/format.h"
#include "render/html_style.h"
#include "render/html_table.h"
#include "render/html_text.h"
#include "render/shown_columns.h"
#include "render/svg.h"

namespace brm {
namespace {

/// `what-is-overdue`: ASCII letters and digits of the title, unlike any before.
class Anchors {
 public:
  std::string of(std::string_view title) {
    std::string slug;
    for (const char c : title) {
      const bool is_kept = is_letter_or_digit(c);
      if (is_kept) slug += to_small(c);
      if (!is_kept && !slug.empty() && slug.back() != '-') slug += '-';
      constexpr std::size_t longest = 48;
      if (slug.size() == longest) break;
    }
    while (slug.ends_with('-')) slug.pop_back();
    if (slug.empty()) slug = "part";
    if (slug.front() < 'a') slug.insert(0, "part-");
    return unlike(slug, "-");
  }

  /// The name itself, or with a number where there is one like it.
  std::string unlike(const std::string& name, std::string_view separator) {
    for (std::size_t number = 1;; ++number) {
      std::string tried = number == 1 ? name : fmt::format("{}{}{}", name, separator, number);
      if (seen_.insert(tried).second) return tried;
    }
  }

 private:
  std::set<std::string> seen_;
};

bool is_shown(const Detail& detail) {
  return !is_nothing(detail.value) && detail.room != Room::data;
}

/// Figures and single words stand large; sentences in a list.
bool are_figures(const std::vector<Detail>& details) {
  constexpr std::size_t longest = 16;
  return std::all_of(details.begin(), details.end(), [](const Detail& detail) {
    return !is_shown(detail) ||
           (!detail.title.empty() && display_width(to_text(detail.value)) <= longest);
  });
}

std::string draw_details(const std::vector<Detail>& details) {
  if (std::none_of(details.begin(), details.end(), is_shown)) return "";
  const bool is_large = are_figures(details);
  std::string out = is_large ? "<dl class=\"tiles\">\n" : "<dl class=\"pairs\">\n";
  for (const Detail& detail : details) {
    if (!is_shown(detail)) continue;
    std::string pair = detail.title.empty() ? "" : "<dt>" + html_line(detail.title) + "</dt>";
    pair += "<dd>" + html_cell(detail.value) + "</dd>";
    // What is long takes the room of two.
    constexpr std::size_t longest_single = 6;
    const bool is_long = display_width(to_text(detail.value)) > longest_single;
    out +=
        !is_large ? pair + "\n" : (is_long ? "<div class=\"two\">" : "<div>") + pair + "</div>\n";
  }
  return out + "</dl>\n";
}

/// Sentences, and the commands below them that stand to the right.
std::string draw_next(std::string_view text) {
  std::string out =
      "<section class=\"next\" aria-labelledby=\"next\">\n<h2 id=\"next\">Next</h2>\n";
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::string_view line = text.substr(from, end - from);
    const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
    out += blanks > 0 ? fmt::format("<pre>{}</pre>\n", html_line(line.substr(blanks)))
                      : fmt::format("<p>{}</p>\n", html_prose(line));
    from = end + 1;
  }
  return out + "</section>\n";
}

class HtmlPage {
 public:
  explicit HtmlPage(const Document& document) : document_(document) {
    names_.unlike("Contents", " ");
    names_.unlike("Next", " ");
    anchors_.of("next");
  }

  std::string draw() {
    for (const Section& section : document_.sections) {
      if (!is_silent(section) || !section.charts.empty()) add(section);
    }
    std::string out = head() + header() + "<main>\n";
    if (!document_.notices.empty()) {
      out += "<div class=\"notice\">\n";
      for (const std::string& notice : document_.notices) {
        out += fmt::format("<p><strong>Warning:</strong> {}</p>\n", html_prose(notice));
      }
      out += "</div>\n";
    }
    out += draw_details(document_.summary) + contents() + body_;
    if (!document_.next.empty()) out += draw_next(document_.next);
    return out + "</main>\n" + footer() + "</body>\n</html>\n";
  }

 private:
  std::string as_of() const {
    return document_.as_of ? fmt::format("as of <time>{}</time>", to_text(*document_.as_of)) : "";
  }

  std::string title() const { return document_.title.empty() ? document_.name : document_.title; }

  std::string head() const {
    std::string whole = title();
    if (!document_.subtitle.empty()) whole += " · " + document_.subtitle;
    if (document_.as_of) whole += " · as of " + to_text(*document_.as_of);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'{}'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<meta name=\"generator\" content=\"brm " BRM_VERSION
        "\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
        csp_hash(html_style()), html_line(whole), html_style());
  }

  std::string header() const {
    std::string out = "<header>\n";
    if (!document_.subtitle.empty()) {
      out += fmt::format("<p class=\"over\">{}</p>\n", html_line(document_.subtitle));
    }
    out += fmt::format("<h1>{}</h1>\n", html_text(title()));
    if (document_.as_of) out += fmt::format("<p>{}</p>\n", as_of());
    return out + "</header>\n";
  }

  /// Where there is much to find.
  std::string contents() const {
    constexpr std::size_t fewest = 3;
    if (headings_.size() < fewest) return "";
    std::string out = "<nav aria-label=\"Contents\">\n<ol>\n";
    for (const auto& [anchor, text] : headings_) {
      out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", anchor, html_heading(text));
    }
    return out + "</ol>\n</nav>\n";
  }

  std::string footer() const {
    const std::string day = document_.as_of ? ", " + as_of() : "";
    return fmt::format("<footer>\n<p>Written by brm " BRM_VERSION
                       "{} from the records alone.</p>\n"
                       "</footer>\n",
                       day);
  }

  void add_heading(std::string_view title, int level) {
    const std::string_view text = without_free_line(title);
    if (text.empty()) return;
    const std::string anchor = anchors_.of(text);
    body_ += fmt::format("<h{0} id=\"{1}\">{2}</h{0}>\n", level, anchor, html_heading(text));
    if (level == 2) headings_.emplace_back(anchor, std::string(text));
  }

  /// What stands below others needs a name, so that nobody takes it for a part of them.
  static std::string name_of(const Section& section) {
    if (section.tables.empty() || !section.tables.front().title.empty()) return "";
    std::string name = plain_word(section.tables.front().key);
    name.front() = to_capital(name.front());
    return name;
  }

  void add(const Section& section) {
    const bool is_named = !without_free_line(section.title).empty();
    add_heading(is_named || headings_.empty() ? section.title : name_of(section), 2);
    for (const std::string& paragraph : section.paragraphs) {
      body_ += fmt::format("<p>{}</p>\n", html_prose(paragraph));
    }
    body_ += draw_details(section.details);
    if (!section.code.empty()) body_ += fmt::format("<pre>{}</pre>\n", html_text(section.code));
    if (!section.charts.empty()) {
      body_ += html_charts(section.charts, anchors_.of(section.charts.front().key));
    }
    for (const Table& table : section.tables) {
      add_heading(table.title, section.title.empty() ? 2 : 3);
      std::string_view name = without_free_line(table.title);
      if (name.empty()) name = without_free_line(section.title);
      body_ += html_table(table, names_.unlike(name.empty() ? title() : std::string(name), " "));
    }
  }

  const Document& document_;
  Anchors anchors_;
  Anchors names_;  // of tables
  std::string body_;
  std::vector<std::pair<std::string, std::string>> headings_;
};

}  // namespace

std::string render_html(const Document& document) { return HtmlPage(document).draw(); }

}  // namespace brm
