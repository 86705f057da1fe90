#include "read/quick_tree.h"

#include <algorithm>

#include "read/quick_reader.h"

namespace brm {
namespace {

bool is_blank_or_over(char c) { return c == ' ' || c == '\n' || c == '\0'; }

}  // namespace

bool QuickReader::is_dash() const { return here() == '-' && is_blank_or_over(byte(at_ + 1)); }

void QuickReader::skip_line() { at_ = std::min(bytes_.find('\n', at_), bytes_.size()); }

void QuickReader::skip_to_content() {
  for (;;) {
    skip_spaces();
    if (here() == '#') skip_line();
    if (here() != '\n') return;
    line_ = ++at_;
  }
}

bool QuickReader::finish_line() {
  const std::size_t from = at_;
  skip_spaces();
  if (here() == '#' && at_ > from) skip_line();
  if (!is_line_over()) return false;
  skip_to_content();
  return true;
}

bool QuickReader::open(Form form, std::size_t begin) {
  if (++depth_ > most_depth) return false;
  const std::size_t end = end_;
  const bool is_added = add(form, Style::plain, begin, begin, {});
  end_ = end;
  return is_added;
}

bool QuickReader::close(std::size_t index, std::size_t count) {
  --depth_;
  Node& node = tree_.nodes[index];
  node.next = static_cast<std::uint32_t>(tree_.nodes.size());
  node.end = static_cast<std::uint32_t>(std::max<std::size_t>(end_, node.begin));
  node.count = static_cast<std::uint32_t>(count);
  return true;
}

bool QuickReader::read_value(std::size_t column) {
  switch (here()) {
    case '"':
    case '\'':
      return read_quoted() && finish_line();
    case '[':
    case '{':
      return read_flow() && finish_line();
    case '|':
    case '>':
      return read_block_text(column);
    default:
      return read_plain(column);
  }
}

bool QuickReader::read_nested(std::size_t column) {
  if (is_dash()) return read_list();
  if (is_key()) return read_map();
  if (here() == '|' || here() == '>') return false;
  // yaml-cpp marks a null elsewhere when it stands below its key.
  return read_value(column) && tree_.nodes.back().form != Form::null;
}

bool QuickReader::read_map_value(std::size_t column) {
  const std::size_t behind_colon = at_;
  skip_spaces();
  const bool is_comment = here() == '#' && at_ > behind_colon;
  if (!is_line_over() && !is_comment) return read_value(column);
  skip_to_content();
  const bool is_below = !is_at_end() && this->column() > column;
  if (is_below) return read_nested(column);
  // A list may stand in the column of its key.
  if (!is_at_end() && this->column() == column && is_dash()) return read_list();
  return add(Form::null, Style::plain, behind_colon, behind_colon, {});
}

bool QuickReader::read_map() {
  const std::size_t own = column();
  const std::size_t index = tree_.nodes.size();
  std::size_t count = 0;
  if (!open(Form::map, at_)) return false;
  do {
    if (!read_key() || !read_map_value(own)) return false;
    ++count;
  } while (!is_at_end() && column() == own);
  return (is_at_end() || column() < own) && close(index, count);
}

bool QuickReader::read_item(std::size_t column) {
  const std::size_t behind_dash = ++at_;
  skip_spaces();
  const bool is_comment = here() == '#' && at_ > behind_dash;
  if (is_line_over() || is_comment) {
    skip_to_content();
    return !is_at_end() && this->column() > column && read_nested(column);
  }
  if (is_dash()) return read_list();
  return is_key() ? read_map() : read_value(column);
}

bool QuickReader::read_list() {
  const std::size_t own = column();
  const std::size_t index = tree_.nodes.size();
  std::size_t count = 0;
  if (!open(Form::list, at_)) return false;
  do {
    if (!read_item(own)) return false;
    ++count;
  } while (!is_at_end() && column() == own && is_dash());
  return (is_at_end() || column() <= own) && close(index, count);
}

bool QuickReader::read_document() {
  skip_to_content();
  if (column() == 0 && bytes_.substr(std::min(at_, bytes_.size())).starts_with("---")) {
    at_ += 3;
    if (!finish_line()) return false;
  }
  return column() == 0 && is_key() && read_map() && is_at_end();
}

bool read_quickly(std::string_view bytes, Tree& tree) {
  tree.clear();
  // Carriage returns belong to line ends that yaml-cpp folds in ways of its own.
  if (bytes.find('\r') != std::string_view::npos) return false;
  return QuickReader(bytes, tree).read_document();
}

}  // namespace brm
