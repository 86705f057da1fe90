#include "exchange/template.h"

#include <fmt/format.h>

#include "base/folding.h"
#include "base/spelling.h"
#include "base/utf8.h"

namespace brm {
namespace {

/// Cut at `sign` where it stands outside of quotation marks.
std::vector<std::string_view> cut_at(std::string_view text, char sign) {
  std::vector<std::string_view> out;
  bool is_quoted = false;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\'') is_quoted = !is_quoted;
    if (text[at] != sign || is_quoted) continue;
    out.push_back(text.substr(from, at - from));
    from = at + 1;
  }
  out.push_back(text.substr(from));
  return out;
}

std::string unquoted(std::string_view word) {
  const bool is_quoted = word.size() >= 2 && word.starts_with('\'') && word.ends_with('\'');
  return std::string(is_quoted ? word.substr(1, word.size() - 2) : word);
}

/// Words with blanks between; what stands between quotation marks is one.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view word : cut_at(text, ' ')) {
    if (!word.empty()) out.push_back(unquoted(word));
  }
  return out;
}

class TemplateReader {
 public:
  TemplateReader(const Scope& scope, Template& out) : scope_(scope), out_(out) {}

  TemplateFault read(std::string_view text) {
    constexpr std::string_view between = " || ";
    for (;;) {
      const std::size_t end = std::min(text.find(between), text.size());
      out_.alternatives.emplace_back();
      if (auto fault = read_alternative(text.substr(0, end))) return fault;
      if (end == text.size()) return std::nullopt;
      text.remove_prefix(end + between.size());
    }
  }

 private:
  TemplateFault read_alternative(std::string_view text) {
    std::string literal;
    std::vector<Piece>& pieces = out_.alternatives.back();
    const auto end_literal = [&] {
      if (!literal.empty()) pieces.push_back({{Term{literal, {}}}, {}});
      literal.clear();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text.substr(at).starts_with("{{") || text.substr(at).starts_with("}}")) {
        literal += text[at++];
      } else if (text[at] == '{') {
        end_literal();
        const std::size_t close = text.find('}', at);
        if (close == std::string_view::npos) {
          return Failure{fmt::format("`{}` has no closing brace", visible(text.substr(at))),
                         "write {column}, or {{ for a brace that is text"};
        }
        pieces.emplace_back();
        if (auto fault = read_piece(text.substr(at + 1, close - at - 1), pieces.back()))
          return fault;
        at = close;
      } else {
        literal += text[at];
      }
    }
    end_literal();
    return std::nullopt;
  }

  TemplateFault read_piece(std::string_view text, Piece& piece) {
    const auto parts = cut_at(text, '|');
    if (auto fault = read_terms(parts.front(), piece)) return fault;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (auto fault = read_filter(parts[i], piece)) return fault;
    }
    return std::nullopt;
  }

  /// `year '-' month`: columns, and texts between quotation marks.
  TemplateFault read_terms(std::string_view text, Piece& piece) {
    bool is_quoted = false;
    for (const std::string_view part : cut_at_quotes(text)) {
      if (is_quoted) {
        piece.terms.push_back({std::string(part), {}});
      } else if (const std::string_view name = trimmed(part); !name.empty()) {
        const auto column = find_column(name, scope_);
        if (!column) return unknown_column(name, scope_);
        piece.terms.push_back({std::string(name), column});
        if (out_.column.empty()) out_.column = name.substr(0, name.find_last_not_of("?") + 1);
      }
      is_quoted = !is_quoted;
    }
    if (piece.terms.empty()) {
      return Failure{"braces without a column", "write {column}, or {{ for a brace that is text"};
    }
    return std::nullopt;
  }

  static std::vector<std::string_view> cut_at_quotes(std::string_view text) {
    std::vector<std::string_view> out;
    for (;;) {
      const std::size_t end = std::min(text.find('\''), text.size());
      out.push_back(text.substr(0, end));
      if (end == text.size()) return out;
      text.remove_prefix(end + 1);
    }
  }

  TemplateFault read_filter(std::string_view text, Piece& piece) {
    std::vector<std::string> words = words_of(text);
    if (words.empty()) return Failure{"a `|` without a filter behind it", "write {column | slug}"};
    const Filter* filter = find_filter(words.front());
    if (filter == nullptr) return unknown_filter(words.front());
    words.erase(words.begin());
    const bool is_column_of_blanks = filter->takes_column && words.size() > 1;
    if (is_column_of_blanks) {  // a column's name may have blanks
      words = {std::string(trimmed(trimmed(text).substr(filter->name.size())))};
    }
    if (words.size() < filter->least || words.size() > filter->most) {
      return Failure{fmt::format("`{}` takes {}, and here it has {}", filter->name,
                                 filter->most == 0 ? "nothing" : filter->arguments,
                                 counted(words.size(), "word")),
                     fmt::format("write it as in {}", filter->example)};
    }
    if (std::find(words.begin(), words.end(), "") != words.end()) {
      return Failure{fmt::format("`{}` has an empty text behind it", filter->name),
                     fmt::format("write it as in {}", filter->example)};
    }
    FilterCall call{filter, std::move(words), {}};
    if (filter->takes_column) {
      call.column = find_column(call.arguments.front(), scope_);
      if (!call.column) return unknown_column(call.arguments.front(), scope_);
    }
    piece.filters.push_back(std::move(call));
    return std::nullopt;
  }

  static Failure unknown_filter(const std::string& name) {
    std::vector<std::string_view> names;
    for (const Filter& each : all_filters()) names.push_back(each.name);
    const auto near = nearest(name, names);
    return {
        fmt::format("there is no filter `{}`", visible(name)),
        near ? fmt::format("did you mean `{}`?", *near) : fmt::format("one of {}", join_or(names))};
  }

  const Scope& scope_;
  Template& out_;
};

}  // namespace

TemplateFault read_template(std::string_view text, const Scope& scope, Template& out) {
  return TemplateReader(scope, out).read(text);
}

namespace {

/// As many as anybody would read.
std::string columns_of(const SourceTable& table) {
  constexpr std::size_t most = 12;
  std::vector<std::string_view> names(table.columns.begin(), table.columns.end());
  const std::size_t more = names.size() > most ? names.size() - most : 0;
  names.resize(names.size() - more);
  const std::string rest = fmt::format("{} more", more);
  if (more > 0) names.push_back(rest);
  return fmt::format("its columns are {}", visible(join_and(names)));
}

std::optional<ColumnPlace> find_named(std::string_view name, const Scope& scope) {
  std::size_t depth = 0;
  for (const Scope* each = &scope; each != nullptr && each->table != nullptr; each = each->outer) {
    const std::size_t column = each->table->column(name);
    if (column < each->table->columns.size()) return ColumnPlace{depth, column};
    ++depth;
  }
  depth = 0;
  for (const Scope* each = &scope; each != nullptr && each->table != nullptr; each = each->outer) {
    const std::string lead = each->table->name + ".";
    if (name.starts_with(lead)) {
      const std::size_t column = each->table->column(name.substr(lead.size()));
      if (column < each->table->columns.size()) return ColumnPlace{depth, column};
    }
    ++depth;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ColumnPlace> find_column(std::string_view name, const Scope& scope) {
  if (const auto found = find_named(name, scope)) return found;
  const bool may_lack = name.ends_with('?');
  if (may_lack) {
    if (const auto found = find_named(name.substr(0, name.size() - 1), scope)) return found;
  }
  for (const Scope* each = &scope; each != nullptr && each->table != nullptr; each = each->outer) {
    if (may_lack || each->table->is_open) return ColumnPlace{0, ColumnPlace::nowhere};
  }
  return std::nullopt;
}

std::string text_at(const ColumnPlace& place, const Scope& scope) {
  const Scope* at = &scope;
  for (std::size_t i = 0; i < place.depth && at != nullptr; ++i) at = at->outer;
  const bool is_there = at != nullptr && at->row != nullptr && place.column < at->row->cells.size();
  return is_there ? at->row->cells[place.column] : std::string();
}

Failure unknown_column(std::string_view name, const Scope& scope) {
  if (scope.table == nullptr) {
    return {fmt::format("there is no table to take `{}` from", visible(name)),
            "write `from: TABLE`"};
  }
  std::vector<std::string_view> names;
  std::vector<std::string> tables;
  for (const Scope* each = &scope; each != nullptr && each->table != nullptr; each = each->outer) {
    tables.push_back(fmt::format("`{}`", each->table->name));
    for (const std::string& column : each->table->columns) names.push_back(column);
  }
  const std::vector<std::string_view> shown(tables.begin(), tables.end());
  const auto near = nearest(name, names);
  std::string help =
      near ? fmt::format("did you mean `{}`?", visible(*near)) : columns_of(*scope.table);
  if (scope.table->path.ends_with(".json")) {
    help += fmt::format("; write `{}?` for one that every row may lack", visible(name));
  }
  return {fmt::format("table {} has no column `{}`", join_or(shown), visible(name)), help};
}

}  // namespace brm
