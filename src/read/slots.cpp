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
  /// The layout is for slots alone.
  Page(const Tree& tree, std::string_view bytes, const FileLayout* layout = nullptr)
      : tree_(tree), bytes_(bytes), layout_(layout) {}

  const Node& node(std::uint32_t index) const { return tree_.nodes[index]; }
  std::string_view bytes() const { return bytes_; }

  bool is_flow(std::uint32_t index) const {
    const Node& each = node(index);
    if (each.begin >= bytes_.size()) return false;
    if (each.form == Form::list) return bytes_[each.begin] == '[';
    return each.form == Form::map && bytes_[each.begin] == '{';
  }

  /// Within brackets, whatever it is itself.
  bool is_within_flow(std::uint32_t index) const { return layout_->within_flow[index]; }

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

  /// `|+` and `>+` keep the blank lines behind them.
  bool ends_in_kept_lines(std::uint32_t index) const {
    std::uint32_t last = index;
    for (std::uint32_t below = last_child(last); below != last; below = last_child(below)) {
      last = below;
    }
    if (node(last).style != Style::block) return false;
    const std::size_t begin = node(last).begin;
    const std::string_view head = bytes_.substr(begin, line_end(begin) - begin);
    return head.substr(0, head.find('#')).find('+') != std::string_view::npos;
  }

  /// The start of the line behind all that belongs to a block from `offset` on: blank lines that
  /// its last text keeps, and comments that stand in `column`, as its own lines do, or deeper.
  std::uint32_t line_behind(std::uint32_t index, std::size_t offset, std::uint32_t column) const {
    std::uint32_t behind = line_after(offset);
    bool keeps_blanks = ends_in_kept_lines(index);
    for (std::uint32_t at = behind; at < bytes_.size();) {
      const std::size_t begin = std::min(bytes_.find_first_not_of(' ', at), bytes_.size());
      const bool is_blank = begin >= line_end(at);
      if (!is_blank && (bytes_[begin] != '#' || begin - at < column)) break;
      const std::size_t feed = std::min(bytes_.find('\n', at), bytes_.size() - 1);
      at = static_cast<std::uint32_t>(feed + 1);
      keeps_blanks = keeps_blanks && is_blank;
      if (!is_blank || keeps_blanks) behind = at;
    }
    return behind;
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
    out.line_end = layout_->line_end;
    out.list_step = layout_->list_step;
    out.map_step = layout_->map_step;
    return out;
  }

  /// Whole lines from `offset` on.
  Slot lines_at(std::size_t offset, std::uint32_t column) const {
    Slot out = slot(Layout::block, offset);
    out.column = column;
    out.needs_line_end = offset > 0 && offset == bytes_.size() && bytes_[offset - 1] != '\n';
    return out;
  }

  /// Whether the keys in brackets there, or those around, are written as JSON has them.
  bool is_json(std::uint32_t holder) const {
    std::uint32_t map = node(holder).form == Form::map ? holder : last_child(holder);
    for (std::uint32_t i = holder; !is_map_with_keys(map) && i > 0;) {
      --i;
      if (node(i).next > holder) map = i;
    }
    return is_map_with_keys(map) && is_flow(map) && bytes_[node(map + 1).begin] == '"';
  }

  /// Behind the last child of what stands in brackets.
  Slot in_brackets(std::uint32_t holder) const {
    Slot out = behind_in_brackets(holder);
    out.is_json = is_json(holder);
    return out;
  }

 private:
  bool is_map_with_keys(std::uint32_t index) const {
    return node(index).form == Form::map && node(index).count > 0;
  }

  Slot behind_in_brackets(std::uint32_t holder) const {
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

  const Tree& tree_;
  std::string_view bytes_;
  const FileLayout* layout_;
};

/// How far the first nested block of this form is indented below its key.
std::optional<std::uint32_t> step(const Page& page, const Tree& tree, const FileLayout& layout,
                                  Form form) {
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (page.node(i).form != Form::map || page.is_flow(i) || layout.within_flow[i]) continue;
    for (std::uint32_t at = i + 1; at < page.node(i).next;
         at = page.node(page.node(at).next).next) {
      const Node& value = page.node(page.node(at).next);
      const bool is_nested =
          value.form == form && value.count > 0 && !page.is_flow(page.node(at).next);
      if (is_nested) return page.column(value.begin) - page.column(page.node(at).begin);
    }
  }
  return std::nullopt;
}

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
    // A comment between the key and what stands for nothing stays where it is.
    const bool has_comment =
        written.begin > colon &&
        page.bytes().substr(colon, written.begin - colon).find('#') != std::string_view::npos;
    const std::uint32_t from = has_comment ? written.begin : colon;
    Slot out = page.slot(Layout::flow, from);
    out.length = static_cast<std::uint32_t>(std::max<std::size_t>(end, from)) - from;
    out.before = has_comment ? "" : " ";
    out.lacks = lacks;
    out.is_json = page.is_json(map);
    return out;
  }
  const std::uint32_t column = page.column(page.node(key).begin);
  Slot out = page.lines_at(page.line_behind(value, end, column + 1), column);
  out.lacks = lacks;
  out.also = {colon, static_cast<std::uint32_t>(std::max<std::size_t>(end, colon)) - colon, ""};
  return out;
}

/// At the very end of a file nobody agrees on how many line ends such a text keeps.
Result<Slot> unless_kept_to_the_end(const Page& page, std::uint32_t index, Slot slot) {
  const bool is_last =
      slot.layout == Layout::block && page.ends_in_kept_lines(index) &&
      page.bytes().find_first_not_of(" \r\n", page.extent_end(index)) == std::string_view::npos;
  if (!is_last) return slot;
  return Failure{"its last text, written with `|+` or `>+`, keeps the line ends of the file",
                 "write `|` or `>` there, and run again"};
}

/// The map has no such key yet: behind its last one.
Result<Slot> slot_of_key(const Page& page, std::uint32_t map) {
  Slot out;
  if (page.is_flow(map)) {
    out = page.in_brackets(map);
  } else {
    const std::uint32_t column = page.column(page.node(map).begin);
    out = page.lines_at(page.line_behind(map, page.extent_end(map), column), column);
  }
  out.lacks = Lacks::key;
  return unless_kept_to_the_end(page, map, std::move(out));
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

Result<Slot> slot_behind_items(const Page& page, std::uint32_t key) {
  const std::uint32_t list = page.node(key).next;
  if (page.is_flow(list)) return page.in_brackets(list);
  const std::uint32_t last = page.last_child(list);
  const std::uint32_t dash = page.column(page.node(list).begin);
  // Dashes may stand below their key itself, where a comment is of what comes next.
  const std::uint32_t deeper = page.column(page.node(key).begin) + 1;
  Slot out = page.lines_at(page.line_behind(last, page.extent_end(last), deeper), dash);
  out.items = page.is_flow(last) ? Layout::flow : Layout::block;
  out.is_json = page.is_flow(last) && page.is_json(last);
  const std::uint32_t begin = page.column(page.node(last).begin);
  if (page.node(last).form == Form::map && begin > dash) out.item_step = begin - dash;
  out.is_after_gap = has_gap(page, list, last) && !page.ends_in_kept_lines(last);
  return unless_kept_to_the_end(page, last, std::move(out));
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

FileLayout layout_of(const Tree& tree, std::string_view bytes) {
  const Page page(tree, bytes);
  FileLayout out;
  const std::size_t feed = bytes.find('\n');
  const bool has_return = feed != std::string_view::npos && feed > 0 && bytes[feed - 1] == '\r';
  if (has_return) out.line_end = "\r\n";
  out.within_flow.assign(tree.nodes.size(), false);
  for (std::uint32_t i = 0; i < tree.nodes.size();) {
    const std::uint32_t end = page.is_flow(i) ? tree.nodes[i].next : i + 1;
    for (std::uint32_t at = i + 1; at < end; ++at) out.within_flow[at] = true;
    i = end;
  }
  out.list_step = step(page, tree, out, Form::list).value_or(out.list_step);
  out.map_step = step(page, tree, out, Form::map).value_or(out.map_step);
  return out;
}

Result<Slot> slot_in_list(const Tree& tree, std::string_view bytes, const FileLayout& layout,
                          std::uint32_t map, std::string_view key) {
  const Page page(tree, bytes, &layout);
  if (const auto failure = lone_pair(page, map)) return *failure;
  const auto found = page.key(map, key);
  if (!found) return slot_of_key(page, map);
  const std::uint32_t value = tree.nodes[*found].next;
  if (is_empty_in_brackets(page, map, value)) return page.in_brackets(value);
  if (is_empty(tree.nodes[value])) return slot_of_value(page, map, *found, Lacks::value);
  if (tree.nodes[value].form == Form::list) return slot_behind_items(page, *found);
  return Failure{fmt::format("its `{}` is no list", visible(key)),
                 "`brm check` shows the place; mend it first"};
}

Result<Slot> slot_of_field(const Tree& tree, std::string_view bytes, const FileLayout& layout,
                           std::uint32_t map, std::string_view key) {
  const Page page(tree, bytes, &layout);
  if (const auto failure = lone_pair(page, map)) return *failure;
  const auto found = page.key(map, key);
  if (!found) return slot_of_key(page, map);
  if (is_empty(tree.nodes[tree.nodes[*found].next])) {
    return slot_of_value(page, map, *found, Lacks::value);
  }
  return Failure{fmt::format("it has a `{}` already", visible(key)), "change it in the file"};
}

}  // namespace brm
