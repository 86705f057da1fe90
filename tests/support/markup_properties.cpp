#include "support/markup_properties.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace brm::test {
namespace {

constexpr std::string_view without_end[] = {"br",    "col",  "hr",   "img",
                                            "input", "link", "meta", "wbr"};

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == ':' || c == '_';
}

/// From one `<` to the next, with the elements that are open in between.
class Elements {
 public:
  explicit Elements(std::string_view text) : text_(text) {}

  std::string run() {
    while (broken_.empty()) {
      at_ = text_.find('<', at_);
      if (at_ == text_.npos) break;
      ++at_;
      one();
    }
    if (broken_.empty() && !open_.empty()) broken_ = "an element is not closed";
    return broken_;
  }

 private:
  bool take(std::string_view start) {
    if (!text_.substr(at_).starts_with(start)) return false;
    at_ += start.size();
    return true;
  }
  std::string_view take_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_letter(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  void skip_behind(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    if (found == text_.npos) broken_ = "what has begun does not end";
    at_ = found == text_.npos ? text_.size() : found + end.size();
  }

  void one() {
    if (take("!--")) return skip_behind("-->");
    if (take("!") || take("?")) return skip_behind(">");
    if (take("/")) return end();
    const std::string_view name = take_name();
    if (name.empty()) {
      broken_ = "a < that begins nothing";
      return;
    }
    if (name == "script" || name == "iframe" || name == "object") broken_ = "a script";
    const bool is_closed = attributes();
    const bool is_alone =
        std::find(std::begin(without_end), std::end(without_end), name) != std::end(without_end);
    if (name == "style") return skip_behind("</style>");
    if (!is_closed && !is_alone) open_.push_back(name);
  }

  void end() {
    const std::string_view name = take_name();
    if (open_.empty() || open_.back() != name) broken_ = "an element ends that was not begun";
    if (!open_.empty()) open_.pop_back();
    if (!take(">")) broken_ = "the end of an element does not end";
  }

  /// Behind its `>`; whether that was `/>`.
  bool attributes() {
    while (broken_.empty()) {
      while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
      if (take("/>")) return true;
      if (take(">")) return false;
      const std::string_view name = take_name();
      if (name.empty()) broken_ = "an attribute without a name";
      if (name.starts_with("on")) broken_ = "an attribute runs a script";
      if (!take("=")) continue;
      if (take("\"")) {
        skip_behind("\"");
      } else if (take_name().empty()) {
        broken_ = "an attribute without a value";
      }
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::string_view> open_;
  std::string broken_;
};

/// A number may begin as a formula does.
bool is_formula(std::string_view field) {
  if (field.empty()) return false;
  if (field.front() == '-') return field.find_first_not_of("-0123456789.") != field.npos;
  return field.find_first_of("=+@\t\r") == 0;
}

}  // namespace

std::string broken_markup(const std::string& bytes) { return Elements(bytes).run(); }

std::string broken_xml(const std::string& bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    const bool is_none = point.value < U' ' && point.value != U'\n' && point.value != U'\t';
    if (!point.valid || is_none || point.value == 0xFFFE || point.value == 0xFFFF) {
      return "a character that XML cannot hold";
    }
    at += point.size;
  }
  return broken_markup(bytes);
}

std::string broken_csv(const std::string& bytes) {
  std::vector<std::string> line(1);
  std::size_t wanted = 0;
  bool is_quoted = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (is_quoted) {
      if (c != '"') {
        line.back() += c;
      } else if (at + 1 < bytes.size() && bytes[at + 1] == '"') {
        line.back() += bytes[++at];
      } else {
        is_quoted = false;
      }
    } else if (c == '"' && line.back().empty()) {
      is_quoted = true;
    } else if (c == ',') {
      line.emplace_back();
    } else if (c == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n') {
      if (wanted == 0) wanted = line.size();
      if (line.size() != wanted) return "a line has more or fewer fields";
      if (std::any_of(line.begin(), line.end(), is_formula)) return "a field is a formula";
      line.assign(1, "");
      ++at;
    } else if (c == '"' || c == '\r' || c == '\n') {
      return "a field without the quotes it needs";
    } else {
      line.back() += c;
    }
  }
  return is_quoted || line.size() > 1 || !line.front().empty() ? "the last line does not end" : "";
}

std::string broken_email(const std::string& bytes) {
  const std::size_t head = bytes.find("\r\n\r\n");
  if (head == bytes.npos) return "no header";
  for (std::size_t begin = 0; begin < head;) {
    const std::size_t end = bytes.find("\r\n", begin);
    const std::string_view line = std::string_view(bytes).substr(begin, end - begin);
    const bool is_folded = begin > 0 && (line.starts_with(' ') || line.starts_with('\t'));
    const std::string_view name = line.substr(0, line.find(": "));
    const bool is_named = name.size() < line.size() && !name.empty() &&
                          std::all_of(name.begin(), name.end(), is_name_letter);
    if (!is_folded && !is_named) return "a line of the header has no name";
    const auto is_bad = [](char c) {
      return static_cast<unsigned char>(c) - 32U > 94U && c != '\t';
    };
    if (std::any_of(line.begin(), line.end(), is_bad)) return "a header that is not ASCII";
    begin = end + 2;
  }
  for (std::size_t at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1)) {
    if (at == 0 || bytes[at - 1] != '\r') return "a line that ends otherwise";
  }
  return "";
}

}  // namespace brm::test
