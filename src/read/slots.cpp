#include "read/slots.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "read/lexical.h"

namespace brm {
namespace {

/// The tree and its bytes, with the small questions about both.
class Page {
 public:
  Page(const Tree& tree, std::string_view bytes) : tree_(tree), bytes_(bytes) {}

  const Node& node(std::uint32_t index) const { return tree_.nodes[index]; }
  std::string_view bytes() const { return bytes_; }

  bool is_flow(std::uint32_t index) const {
    const Node& each = node(index);
    if (each.begin >= bytes_.size()) return false;
    if (each.form == Form::list) return bytes_[each.begin] == '[';
    return each.form == Form::map && bytes_[each.begin] == '{';
  }

  /// Within brackets, whatever it is itself.
  bool is_within_flow(std::uint32_t index) const {
    for (std::uint32_t i = 0; i < index; ++i) {
      if (node(i).next > index && is_flow(i)) return true;
    }
    return false;
  }

  /// The last item of a list or the last value of a map; `index` itself when there is none.
  std::uint32_t last_child(std::uint32_t index) const {
    std::uint32_t last = index;
    for (std::uint32_t at = index + 1; at < node(index).next; at = node(at).next) last = at;
    return last;
  }

  std::uint32_t line_start(std::size_t offset) const {
    if (offset == 0) return 0;
    const std::size_t feed = bytes_.rfind('\n', offset - 1);
    return feed == std::string_view::npos ? 0 : static_cast<std::uint32_t>(feed + 1);
  }
  std::uint32_t column(std::size_t offset) const {
    return static_cast<std::uint32_t>(offset) - line_start(offset);
  }
  bool is_first_on_line(std::size_t offset) const {
    const std::string_view before = bytes_.substr(line_start(offset), offset - line_start(offset));
    return before.find_first_not_of(' ') == std::string_view::npos;
  }
  /// Where the line of `offset` ends, before its line feed and what belongs to that.
  std::size_t line_end(std::size_t offset) const {
    std::size_t end = std::min(bytes_.find('\n', offset), bytes_.size());
    if (end > offset && bytes_[end - 1] == '\r') --end;
    return end;
  }
  /// The start of the line after a value that ends at `offset`; the size in the last line.
  std::uint32_t line_after(std::size_t offset) const {
    if (offset > 0 && bytes_[offset - 1] == '\n') return static_cast<std::uint32_t>(offset);
    const std::size_t feed = bytes_.find('\n', offset);
    return static_cast<std::uint32_t>(feed == std::string_view::npos ? bytes_.size() : feed + 1);
  }

  std::size_t extent_end(std::uint32_t index) const {
    const std::uint32_t last = last_child(index);
    if (last == index && !is_flow(index)) return node(index).end;
    if (!is_flow(index)) return extent_end(last);
    std::size_t at = last == index ? node(index).begin + 1U : extent_end(last);
    at = skip_space_and_comments(bytes_, at);
    if (at < bytes_.size() && bytes_[at] == ',') at = skip_space_and_comments(bytes_, at + 1);
    return std::min(at + 1, bytes_.size());
  }

  std::optional<std::uint32_t> key(std::uint32_t map, std::string_view name) const {
    for (std::uint32_t at = map + 1; at < node(map).next; at = node(node(at).next).next) {
      if (node(at).text == name) return at;
    }
    return std::nullopt;
  }

  /// A slot with what the whole file tells: line ends and steps of indentation.
  Slot slot(Layout layout, std::size_t offset) const {
    Slot out;
    out.layout = layout;
    out.offset = static_cast<std::uint32_t>(offset);
    const std::size_t feed = bytes_.find('\n');
    const bool has_return = feed != std::string_view::npos && feed > 0 && bytes_[feed - 1] == '\r';
    if (has_return) out.line_end = "\r\n";
    out.list_step = step(Form::list).value_or(out.list_step);
    out.map_step = step(Form::map).value_or(out.map_step);
    return out;
  }

  /// Whole lines from `offset` on.
  Slot lines_at(std::size_t offset, std::uint32_t column) const {
    Slot out = slot(Layout::block, offset);
    out.column = column;
    out.needs_line_end = offset > 0 && offset == bytes_.size() && bytes_[offset - 1] != '\n';
    return out;
  }

  /// Behind the last child of what stands in brackets.
  Slot in_brackets(std::uint32_t holder) const {
    const std::uint32_t last = last_child(holder);
    if (last == holder) return slot(Layout::flow, node(holder).begin + 1U);
    const std::size_t end = extent_end(last);
    const std::size_t next = skip_space_and_comments(bytes_, end);
    const bool has_comma = next < bytes_.size() && bytes_[next] == ',';
    const std::size_t base = has_comma ? next + 1 : end;
    const std::size_t begin = first_of_last(holder);
    if (!is_first_on_line(begin) || line_start(begin) == line_start(node(holder).begin)) {
      Slot out = slot(Layout::flow, base);
      out.before = has_comma ? " " : ", ";
      return out;
    }
    return line_in_brackets(base, end, column(begin), has_comma);
  }

 private:
  /// Each item stands on a line of its own, and so does the new one.
  Slot line_in_brackets(std::size_t base, std::size_t end, std::uint32_t indent,
                        bool has_comma) const {
    const std::size_t rest = skip_blanks(bytes_, base);
    const bool is_comment = rest < bytes_.size() && bytes_[rest] == '#';
    Slot out = slot(Layout::flow, is_comment ? line_end(base) : base);
    out.before = out.line_end + std::string(indent, ' ');
    if (has_comma) out.behind = ",";
    if (!has_comma && is_comment) out.also = {static_cast<std::uint32_t>(end), 0, ","};
    if (!has_comma && !is_comment) out.before.insert(0, ",");
    return out;
  }

  /// Where the last item, or the key of the last pair, begins.
  std::size_t first_of_last(std::uint32_t holder) const {
    const std::uint32_t last = last_child(holder);
    if (node(holder).form == Form::list) return node(last).begin;
    std::uint32_t at = holder + 1;
    while (node(at).next != last) at = node(node(at).next).next;
    return node(at).begin;
  }

  /// How far the first nested block of this form is indented below its key.
  std::optional<std::uint32_t> step(Form form) const {
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      if (node(i).form != Form::map || is_flow(i) || is_within_flow(i)) continue;
      for (std::uint32_t at = i + 1; at < node(i).next; at = node(node(at).next).next) {
        const std::uint32_t value = node(at).next;
        const bool is_nested = node(value).form == form && node(value).count > 0 && !is_flow(value);
        if (is_nested) return column(node(value).begin) - column(node(at).begin);
      }
    }
    return std::nullopt;
  }

  const Tree& tree_;
  std::string_view bytes_;
};

/// `[a: b]` is a map without brackets of its own, in which nothing more fits.
std::optional<Failure> lone_pair(const Page& page, std::uint32_t map) {
  if (page.is_flow(map) || !page.is_within_flow(map)) return std::nullopt;
  return Failure{"it is written as a pair in brackets without braces of its own",
                 "put { and } around it"};
}

/// Nothing is written behind the key, or `~`, or `[]`, which go.
Result<Slot> slot_of_value(const Page& page, std::uint32_t map, std::uint32_t key, Lacks lacks) {
  const std::uint32_t value = page.node(key).next;
  const Node& written = page.node(value);
  const std::size_t end = page.extent_end(value);
  const auto colon = static_cast<std::uint32_t>(page.bytes().find(':', page.node(key).end)) + 1;
  const bool is_on_line =
      page.line_start(written.begin) == page.line_start(page.node(key).begin) &&
      page.bytes().substr(colon, end - colon).find_first_of("\n#") == std::string_view::npos;
  if (page.is_flow(map) || !is_on_line) {
    Slot out = page.slot(Layout::flow, colon);
    out.length = static_cast<std::uint32_t>(std::max<std::size_t>(end, colon)) - colon;
    out.before = " ";
    out.lacks = lacks;
    return out;
  }
  Slot out = page.lines_at(page.line_after(end), page.column(page.node(key).begin));
  out.lacks = lacks;
  out.also = {colon, static_cast<std::uint32_t>(std::max<std::size_t>(end, colon)) - colon, ""};
  return out;
}

/// The map has no such key yet: behind its last one.
Slot slot_of_key(const Page& page, std::uint32_t map) {
  Slot out = page.is_flow(map) ? page.in_brackets(map)
                               : page.lines_at(page.line_after(page.extent_end(map)),
                                               page.column(page.node(map).begin));
  out.lacks = Lacks::key;
  return out;
}

bool is_empty(const Node& value) {
  return value.form == Form::null || (value.form == Form::scalar && value.text.empty()) ||
         (value.form != Form::scalar && value.count == 0);
}

/// `[]` that has to stay: within other brackets, or with a comment of its own in it.
bool is_empty_in_brackets(const Page& page, std::uint32_t map, std::uint32_t value) {
  const Node& written = page.node(value);
  if (written.form != Form::list || written.count > 0) return false;
  const std::string_view bytes = page.bytes();
  const std::size_t end = page.extent_end(value);
  return page.is_flow(map) ||
         bytes.substr(written.begin, end - written.begin).find('\n') != std::string_view::npos;
}

/// Blank lines between the last item of a block list and the one before.
bool has_gap(const Page& page, std::uint32_t list, std::uint32_t last) {
  std::uint32_t before = list + 1;
  if (before == last) return false;
  while (page.node(before).next != last) before = page.node(before).next;
  const std::size_t end = page.line_after(page.extent_end(before));
  for (std::size_t at = end; at < page.node(last).begin;) {
    const std::size_t feed = page.bytes().find('\n', at);
    if (feed == std::string_view::npos || feed >= page.node(last).begin) return false;
    if (page.bytes().substr(at, feed - at).find_first_not_of(" \r") == std::string_view::npos) {
      return true;
    }
    at = feed + 1;
  }
  return false;
}

Slot slot_behind_items(const Page& page, std::uint32_t list) {
  if (page.is_flow(list)) return page.in_brackets(list);
  const std::uint32_t last = page.last_child(list);
  const std::uint32_t dash = page.column(page.node(list).begin);
  Slot out = page.lines_at(page.line_after(page.extent_end(last)), dash);
  out.items = page.is_flow(last) ? Layout::flow : Layout::block;
  const std::uint32_t begin = page.column(page.node(last).begin);
  if (page.node(last).form == Form::map && begin > dash) out.item_step = begin - dash;
  out.is_after_gap = has_gap(page, list, last);
  return out;
}

}  // namespace

std::size_t extent_end(const Tree& tree, std::string_view bytes, std::uint32_t node) {
  return Page(tree, bytes).extent_end(node);
}

std::optional<std::uint32_t> map_at(const Tree& tree, std::size_t offset) {
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].form == Form::map && tree.nodes[i].begin == offset) return i;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> value_of(const Tree& tree, std::uint32_t map, std::string_view key) {
  const auto found = Page(tree, {}).key(map, key);
  return found ? std::optional(tree.nodes[*found].next) : std::nullopt;
}

Result<Slot> slot_in_list(const Tree& tree, std::string_view bytes, std::uint32_t map,
                          std::string_view key) {
  const Page page(tree, bytes);
  if (const auto failure = lone_pair(page, map)) return *failure;
  const auto found = page.key(map, key);
  if (!found) return slot_of_key(page, map);
  const std::uint32_t value = tree.nodes[*found].next;
  if (is_empty_in_brackets(page, map, value)) return page.in_brackets(value);
  if (is_empty(tree.nodes[value])) return slot_of_value(page, map, *found, Lacks::value);
  if (tree.nodes[value].form == Form::list) return slot_behind_items(page, value);
  return Failure{fmt::format("its `{}` is no list", visible(key)),
                 "`brm check` shows the place; mend it first"};
}

Result<Slot> slot_of_field(const Tree& tree, std::string_view bytes, std::uint32_t map,
                           std::string_view key) {
  const Page page(tree, bytes);
  if (const auto failure = lone_pair(page, map)) return *failure;
  const auto found = page.key(map, key);
  if (!found) return slot_of_key(page, map);
  if (is_empty(tree.nodes[tree.nodes[*found].next])) {
    return slot_of_value(page, map, *found, Lacks::value);
  }
  return Failure{fmt::format("it has a `{}` already", visible(key)), "change it in the file"};
}

}  // namespace brm
