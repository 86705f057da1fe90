#include <algorithm>

#include "read/quick_reader.h"

namespace brm {

bool QuickReader::find_continuation(std::size_t column, std::size_t& breaks) {
  skip_spaces();
  if (here() != '\n') return false;
  std::size_t at = at_;
  std::size_t begin = at;
  for (breaks = 0; byte(at) == '\n'; ++breaks) {
    begin = ++at;
    while (byte(at) == ' ') ++at;
  }
  const bool goes_on = at < bytes_.size() && at - begin > column && byte(at) != '#';
  if (!goes_on) return false;
  at_ = at;
  line_ = begin;
  return true;
}

/// A line break is folded into a space; of several the first is left out.
bool QuickReader::read_folded_plain(std::size_t column, std::size_t begin) {
  std::string text(bytes_.substr(begin, at_ - begin));
  std::size_t end = at_;
  for (std::size_t breaks = 0; find_continuation(column, breaks); end = at_) {
    const std::size_t from = at_;
    if (!skip_plain(false)) return false;
    if (breaks == 1) {
      text += ' ';
    } else {
      text.append(breaks - 1, '\n');
    }
    text += bytes_.substr(from, at_ - from);
  }
  at_ = end;
  const std::string_view folded = tree_.decoded.emplace_back(std::move(text));
  return add(Form::scalar, Style::plain, begin, end, folded) && finish_line();
}

bool QuickReader::read_block_text(std::size_t column) {
  const std::size_t begin = at_;
  const bool is_folded = here() == '>';
  ++at_;
  const bool is_stripped = here() == '-';
  if (is_stripped) ++at_;
  if (here() != '\n') return false;
  std::string text;
  if (!read_block_lines(column, is_folded, text)) return false;
  if (!is_stripped) text += '\n';
  const std::size_t end = at_;
  const std::string_view block = tree_.decoded.emplace_back(std::move(text));
  if (!add(Form::scalar, Style::block, begin, end, block)) return false;
  skip_to_content();
  return true;
}

/// From the end of the header to that of the last line. Lines without text must be empty, and text
/// may not end in blanks: yaml-cpp has ways of its own there.
bool QuickReader::read_block_lines(std::size_t column, bool is_folded, std::string& text) {
  std::size_t indent = 0;
  std::size_t end = at_;
  std::size_t breaks = 0;
  for (std::size_t at = at_; at < bytes_.size();) {
    const std::size_t begin = at + 1;
    const std::size_t stop = std::min(bytes_.find('\n', begin), bytes_.size());
    const std::size_t first = std::min(bytes_.find_first_not_of(' ', begin), stop);
    at = stop;
    if (first == stop) {
      // Blanks alone, or an empty first line: not here.
      if (stop > begin || (indent == 0 && stop < bytes_.size())) return false;
      ++breaks;
      continue;
    }
    if (indent == 0) indent = first - begin;
    if (indent <= column) return false;
    if (first - begin < indent) break;
    const std::string_view line = bytes_.substr(begin + indent, stop - begin - indent);
    const bool is_odd = line.ends_with(' ') || line.find('\t') != std::string_view::npos;
    if (is_odd || (is_folded && line.starts_with(' '))) return false;
    if (!text.empty()) {
      if (is_folded && breaks == 0) text += ' ';
      if (!is_folded) text += '\n';
      text.append(breaks, '\n');
    }
    text += line;
    breaks = 0;
    end = stop;
  }
  at_ = end;
  return !text.empty();
}

}  // namespace brm
