#include "render/format.h"
#include "render/json.h"

namespace brm {
namespace {

using Json = nlohmann::ordered_json;

/// Numbers of more than 15 digits do not survive a double, which is what most readers of json use.
Json number_json(const Decimal& number) {
  const std::string text = to_text(number);
  constexpr std::int64_t first_of_16_digits = 1'000'000'000'000'000;
  const bool is_exact = number.coefficient < first_of_16_digits &&
                        number.coefficient > -first_of_16_digits && number.scale <= 15;
  if (number.scale == 0 && is_exact) return number.coefficient;
  return is_exact ? Json::parse(text) : Json(text);
}

Json cell_json(const Cell& cell) {
  struct ToJson {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(const std::string& text) const { return text; }
    Json operator()(bool yes) const { return yes; }
    Json operator()(std::int64_t number) const { return number; }
    Json operator()(const Decimal& number) const { return number_json(number); }
    Json operator()(Date date) const { return to_text(date); }
    Json operator()(const Money& money) const {
      const auto scale = static_cast<std::uint8_t>(minor_digits(money.currency));
      return {{"amount", to_text(Decimal{money.minor, scale})},
              {"currency", money.currency.text()}};
    }
  };
  return std::visit(ToJson{}, cell.value);
}

Json table_json(const Table& table) {
  Json rows = Json::array();
  for (const auto& row : table.rows) {
    Json object = Json::object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (table.columns[i].room == Room::picture) continue;
      object[table.columns[i].key] = cell_json(row[i]);
    }
    rows.push_back(std::move(object));
  }
  return rows;
}

}  // namespace

std::string render_json(const Cell& cell) { return dump(cell_json(cell)); }

std::string render_json(const std::vector<Cell>& cells) {
  Json out = Json::array();
  for (const Cell& cell : cells) out.push_back(cell_json(cell));
  return dump(out);
}

std::string render_json(const Document& document, const TextStyle&) {
  Json out{{"schema_version", json_schema_version}, {"report", document.name}};
  if (document.as_of) out["as_of"] = to_text(*document.as_of);
  if (!document.notices.empty()) out["notices"] = document.notices;
  for (const Detail& detail : document.summary)
    out["summary"][detail.key] = cell_json(detail.value);
  for (const Section& section : document.sections) {
    for (const Detail& detail : section.details) out[detail.key] = cell_json(detail.value);
    for (const Table& table : section.tables) {
      if (!is_picture(table)) out[table.key] = table_json(table);
    }
    if (!section.code.empty()) out[section.code_key] = section.code;
  }
  return dump(out);
}

}  // namespace brm
