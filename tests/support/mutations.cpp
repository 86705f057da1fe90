#include "support/mutations.h"

#include <string_view>

namespace brm::test {
namespace {

constexpr std::string_view telling[] = {" ",           "  ",
                                        "\n",          "\n\n",
                                        "\n ",         "\n  ",
                                        ":",           ": ",
                                        " #",          "#",
                                        "-",           "- ",
                                        "\n- ",        ",",
                                        "[",           "]",
                                        "{",           "}",
                                        "'",           "\"",
                                        "''",          "\\",
                                        "\\n",         "\\u00e9",
                                        "|",           ">",
                                        "|-",          "|\n",
                                        ">\n",         "|\n    x\n",
                                        "?",           "? ",
                                        "!",           "&a",
                                        "*a",          "%",
                                        "@",           "`",
                                        "~",           "null",
                                        "Null",        "---",
                                        "\n---\n",     "\n...\n",
                                        "\t",          "\r\n",
                                        "é",           "[]",
                                        "{}",          "[a, b]",
                                        "{a: b}",      "{a: b, c: [d]}",
                                        "\"x\"",       "'x'",
                                        "a: b",        "\na: b\n",
                                        "<<",          "0",
                                        ".",           "x",
                                        "\n# c\n",     " # c\n",
                                        "\n    # c\n", "a:\n",
                                        ":\n",         "\xEF\xBB\xBF",
                                        "=",           "<",
                                        "\n\n\n"};

}  // namespace

std::string Mutations::next() {
  std::string text = seeds_[below(seeds_.size())];
  for (std::size_t i = 0, times = 1 + below(3); i < times; ++i) change(text);
  return text;
}

void Mutations::change(std::string& text) {
  const std::size_t at = below(text.size() + 1);
  switch (below(6)) {
    case 0:
    case 1:
      text.insert(at, telling[below(std::size(telling))]);
      return;
    case 2:
      text.erase(at, 1 + below(4));
      return;
    case 3:
      if (at < text.size()) text.replace(at, 1, telling[below(std::size(telling))]);
      return;
    case 4: {  // a stretch of another one
      const std::string& other = seeds_[below(seeds_.size())];
      const std::size_t from = below(other.size());
      text.insert(at, other.substr(from, 1 + below(24)));
      return;
    }
    default: {  // a line twice, or another indentation
      const std::size_t line = text.rfind('\n', at == 0 ? 0 : at - 1) + 1;
      const std::size_t end = text.find('\n', line);
      if (below(2) == 0) {
        text.insert(line, std::string(1 + below(3), ' '));
      } else if (end != std::string::npos) {
        text.insert(line, text.substr(line, end + 1 - line));
      }
      return;
    }
  }
}

}  // namespace brm::test
