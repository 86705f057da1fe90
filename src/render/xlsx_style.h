// How cells of a workbook look: each way is written once, and cells name it by its number.
#pragma once

#include <string>
#include <vector>

namespace brm {

struct CellStyle {
  std::string number_format = {};  ///< `yyyy\-mm\-dd`; empty: as the program likes.
  bool is_head = false;
  bool wraps = false;
  bool is_text = false;  ///< It stays one when somebody edits it, whatever it begins with.
  friend bool operator==(const CellStyle&, const CellStyle&) = default;
};

class StyleSheet {
 public:
  /// Its number in `xml`.
  std::size_t number_of(const CellStyle& style);
  /// All of xl/styles.xml.
  std::string xml() const;

 private:
  std::vector<CellStyle> styles_{CellStyle{}};  // the first is that of cells that name none
};

}  // namespace brm
