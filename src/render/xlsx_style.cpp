// ECMA-376, part 1, 18.8. The order of the elements is that of its schema.
#include "render/xlsx_style.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/xml.h"

namespace brm {
namespace {

constexpr std::size_t first_own_format = 164;  // the smaller ones are built in

std::string cell_format(const CellStyle& style, std::size_t number_format) {
  std::string out = fmt::format(R"(<xf numFmtId="{}" fontId="{}" fillId="0" borderId="0" xfId="0")",
                                number_format, style.is_head ? 1 : 0);
  if (number_format != 0) out += R"( applyNumberFormat="1")";
  if (style.is_head) out += R"( applyFont="1")";
  if (style.is_text) out += R"( quotePrefix="1")";
  if (!style.wraps) return out + R"( applyAlignment="1"><alignment vertical="top"/></xf>)";
  return out + R"( applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>)";
}

}  // namespace

std::size_t StyleSheet::number_of(const CellStyle& style) {
  const auto found = std::find(styles_.begin(), styles_.end(), style);
  if (found != styles_.end()) return static_cast<std::size_t>(found - styles_.begin());
  styles_.push_back(style);
  return styles_.size() - 1;
}

std::string StyleSheet::xml() const {
  std::string formats;
  std::size_t format_count = 0;
  std::string cells;
  for (const CellStyle& style : styles_) {
    std::size_t number_format = 0;
    if (!style.number_format.empty()) {
      number_format = first_own_format + format_count++;
      formats += fmt::format(R"(<numFmt numFmtId="{}" formatCode="{}"/>)", number_format,
                             xml_text(style.number_format));
    }
    cells += cell_format(style, number_format);
  }
  if (format_count > 0) {
    formats = fmt::format(R"(<numFmts count="{}">{}</numFmts>)", format_count, formats);
  }
  constexpr std::string_view font = R"(<sz val="11"/><name val="Calibri"/><family val="2"/>)";
  return fmt::format(
      R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}<fonts count="2"><font>{}</font><font><b/>{}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{}">{}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
)",
      formats, font, font, styles_.size(), cells);
}

}  // namespace brm
