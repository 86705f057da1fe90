// JSON Lines, and the risk register of NIST IR 8286.
#include "render/export.h"
#include "render/json.h"

namespace brm {
namespace {

using Json = nlohmann::ordered_json;

/// As the json of an answer has it, on one line.
Json value_of(const Cell& cell) { return Json::parse(render_json(cell)); }

Json number_of(const Decimal& number) { return value_of({number, Tone::plain}); }

}  // namespace

std::string render_jsonl(const Document& document) {
  std::string out;
  for (const Section& section : document.sections) {
    for (const Table& table : section.tables) {
      for (const auto& row : table.rows) {
        Json object = Json::object();
        for (std::size_t i = 0; i < row.size(); ++i) {
          object[table.columns[i].key] = value_of(row[i]);
        }
        out += object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
      }
    }
  }
  return out;
}

std::string render_register(const std::vector<RegisterEntry>& entries) {
  Json out = Json::array();
  for (const RegisterEntry& entry : entries) {
    out.push_back({{"riskId", entry.id},
                   {"riskDescription", entry.description},
                   {"riskCategory", entry.category},
                   {"riskLikelihood", number_of(entry.likelihood)},
                   {"riskImpact", number_of(entry.impact)},
                   {"exposureRating", number_of(entry.exposure)},
                   {"riskResponseType", entry.responses},
                   {"riskResponseCost", number_of(entry.response_cost)},
                   {"riskResponseDescription", entry.response},
                   {"riskOwnerPointOfContact", entry.owner},
                   {"status", entry.status}});
  }
  return dump(out);
}

}  // namespace brm
