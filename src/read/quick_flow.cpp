#include "read/quick_reader.h"

namespace brm {

bool QuickReader::skip_flow_space() {
  skip_to_content();
  // At the start of a line yaml-cpp looks for other things first: `---`, `%`.
  return column() > 0 || here() == ']' || here() == '}';
}

bool QuickReader::read_separator(char closing) {
  const std::size_t from = at_;
  if (!skip_flow_space()) return false;
  // `"text"# comment` is none: a comment needs a blank before it.
  if (byte(from) == '#') return false;
  if (here() == closing) return true;
  if (here() != ',') return false;
  const std::size_t behind_comma = ++at_;
  return byte(behind_comma) != '#' && skip_flow_space() && here() != closing;
}

bool QuickReader::read_flow_value() {
  switch (here()) {
    case '"':
    case '\'':
      return read_quoted();
    case '[':
    case '{':
      return read_flow();
    default: {
      const std::size_t begin = at_;
      return skip_plain(true) && add_plain(begin);
    }
  }
}

bool QuickReader::read_flow_list() {
  const std::size_t index = tree_.nodes.size();
  std::size_t count = 0;
  if (!open(Form::list, at_)) return false;
  end_ = ++at_;
  if (here() == '#' || !skip_flow_space()) return false;
  while (here() != ']') {
    if (!read_flow_value() || !read_separator(']')) return false;
    ++count;
  }
  ++at_;
  return close(index, count);
}

bool QuickReader::read_flow_map() {
  const std::size_t index = tree_.nodes.size();
  std::size_t count = 0;
  if (!open(Form::map, at_)) return false;
  end_ = ++at_;
  if (here() == '#' || !skip_flow_space()) return false;
  while (here() != '}') {
    if (!is_key() || !read_key() || here() != ' ') return false;
    skip_spaces();
    if (!read_flow_value() || !read_separator('}')) return false;
    ++count;
  }
  ++at_;
  return close(index, count);
}

bool QuickReader::read_flow() { return here() == '[' ? read_flow_list() : read_flow_map(); }

}  // namespace brm
