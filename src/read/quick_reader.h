// The fast lane from within: one pass over the bytes, which stops at the first thing it is not sure
// of. What it accepts is a subset of YAML that yaml-cpp 0.7 and our strict checks read in one way.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/tree.h"

namespace brm {

/// Every `read_x` returns whether it knows what stands there; false ends the whole attempt. After a
/// value in block style the position is the next thing that is no comment.
class QuickReader {
 public:
  QuickReader(std::string_view bytes, Tree& tree) : bytes_(bytes), tree_(tree) {}
  bool read_document();

 private:
  // quick_tree.cpp: maps and lists by indentation
  bool read_map();
  bool read_map_value(std::size_t column);
  bool read_list();
  bool read_item(std::size_t column);
  /// A value on a line of its own, deeper than `column`.
  bool read_nested(std::size_t column);
  /// A value behind its key or dash, or alone on its line; `column` is that of the map or list.
  bool read_value(std::size_t column);

  // quick_flow.cpp: maps and lists in brackets
  bool read_flow();
  bool read_flow_list();
  bool read_flow_map();
  bool read_flow_value();
  bool skip_flow_space();
  /// Past a comma, or to the closing bracket.
  bool read_separator(char closing);

  // quick_scalars.cpp
  /// One past the name that stands here before a colon; npos when none does.
  std::size_t key_end();
  std::size_t find_key_end() const;
  bool is_key() { return key_end() != std::string_view::npos; }
  bool read_key();
  bool read_plain(std::size_t column);
  bool read_quoted();
  bool read_single_quoted(std::size_t begin);
  bool read_double_quoted(std::size_t begin);
  bool read_escape(std::string& text);
  bool add_plain(std::size_t begin);
  /// Past plain text on this line and not past the blanks behind it; false at `: ` and the like.
  bool skip_plain(bool is_flow);

  // quick_texts.cpp: texts over several lines
  /// From behind plain text, at the end of its line, to the line that goes on with it; empty lines
  /// between count. False when the next line does not.
  bool find_continuation(std::size_t column, std::size_t& breaks);
  bool read_folded_plain(std::size_t column, std::size_t begin);
  bool read_block_text(std::size_t column);
  bool read_block_lines(std::size_t column, bool is_folded, std::string& text);

  // the position
  bool is_at_end() const { return at_ >= bytes_.size(); }
  char here() const { return byte(at_); }
  /// A zero past the end, which no file that got here holds.
  char byte(std::size_t at) const { return at < bytes_.size() ? bytes_[at] : '\0'; }
  std::size_t column() const { return at_ - line_; }
  bool is_dash() const;
  bool is_line_over() const { return here() == '\n' || is_at_end(); }
  void skip_spaces() {
    while (here() == ' ') ++at_;
  }
  /// To the end of the line, or of the bytes.
  void skip_line();
  /// Past white space and comments, from the end or the beginning of a line.
  void skip_to_content();
  /// Nothing but a comment may follow on this line.
  bool finish_line();

  // the tree
  bool open(Form form, std::size_t begin);
  bool close(std::size_t index, std::size_t count);
  bool add(Form form, Style style, std::size_t begin, std::size_t end, std::string_view text) {
    if (tree_.nodes.size() >= most_values) return false;
    Node node;
    node.form = form;
    node.style = style;
    node.begin = static_cast<std::uint32_t>(begin);
    node.end = static_cast<std::uint32_t>(end);
    node.next = static_cast<std::uint32_t>(tree_.nodes.size() + 1);
    node.text = text;
    tree_.nodes.push_back(node);
    end_ = end;
    return true;
  }

  std::string_view bytes_;
  Tree& tree_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;  // where the line of at_ begins
  std::size_t end_ = 0;   // one past the last byte that belongs to a value
  std::size_t depth_ = 0;
  // What key_end() answered last: it is asked whether there is a key, and then for it.
  std::size_t key_at_ = std::string_view::npos;
  std::size_t key_end_ = 0;
};

}  // namespace brm
