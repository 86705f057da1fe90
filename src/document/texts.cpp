#include "document/texts.h"

namespace brm {
namespace {

class Texts {
 public:
  void add(std::string_view text) { found_.push_back(text); }
  void add(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell.value)) add(*text);
  }
  void add(const std::vector<Detail>& details) {
    for (const Detail& detail : details) add(detail.value);
  }
  void add(const Section& section) {
    for (const std::string& paragraph : section.paragraphs) add(paragraph);
    add(section.details);
    add(section.code);
    for (const Table& table : section.tables) {
      for (const auto& row : table.rows) {
        for (const Cell& each : row) add(each);
      }
    }
  }
  std::vector<std::string_view> take() && { return std::move(found_); }

 private:
  std::vector<std::string_view> found_;
};

}  // namespace

std::vector<std::string_view> texts_of(const Document& document) {
  Texts texts;
  texts.add(document.title);
  texts.add(document.subtitle);
  texts.add(document.summary);
  for (const Section& section : document.sections) texts.add(section);
  texts.add(document.next);
  return std::move(texts).take();
}

}  // namespace brm
