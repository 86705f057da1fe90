#include "exchange/part_names.h"

#include <fmt/format.h>

#include <array>

#include "model/initiative_fields.h"
#include "model/office_fields.h"
#include "model/people_fields.h"
#include "model/relationship_fields.h"
#include "model/technology_fields.h"

namespace brm {
namespace {

// The day alone is not enough where both sides, or several people, can say something on one day.
constexpr std::string_view day[] = {"date"};
constexpr std::string_view day_by[] = {"date", "by"};
constexpr std::string_view advice[] = {"date", "from", "about", "text"};
constexpr std::string_view amendment[] = {"date", "rationale"};
constexpr std::string_view charter[] = {"version"};
constexpr std::string_view contact[] = {"person", "role"};
constexpr std::string_view election[] = {"date", "what"};
constexpr std::string_view identifier[] = {"scheme", "id"};
constexpr std::string_view lesson_application[] = {"ref", "date"};
constexpr std::string_view level[] = {"level"};
constexpr std::string_view matrix_cell[] = {"likelihood", "impact"};
constexpr std::string_view member[] = {"person", "seat"};
constexpr std::string_view milestone_revision[] = {"date", "from", "to"};
constexpr std::string_view name[] = {"name"};
constexpr std::string_view party[] = {"relationship", "role"};
constexpr std::string_view performance[] = {"date", "of", "event"};
constexpr std::string_view relationship[] = {"relationship"};
constexpr std::string_view review[] = {"date", "held_by"};
constexpr std::string_view revision[] = {"date", "field"};
constexpr std::string_view rule[] = {"rule"};
constexpr std::string_view share[] = {"relationship", "office"};
constexpr std::string_view text[] = {"text"};
constexpr std::string_view title[] = {"title"};
constexpr std::string_view type[] = {"type"};
constexpr std::string_view what[] = {"what"};

constexpr std::array names{
    PartNames{&kinds::advice, advice},
    PartNames{&kinds::agreement_milestone, title},
    PartNames{&kinds::allowance, rule},
    PartNames{&kinds::amendment, amendment},
    PartNames{&kinds::charter, charter},
    PartNames{&kinds::contact, contact},
    PartNames{&kinds::decision, what},
    PartNames{&kinds::decision_right, type},
    PartNames{&kinds::election, election},
    PartNames{&kinds::house_rule, name},
    PartNames{&kinds::identifier, identifier},
    PartNames{&kinds::impact_level, level},
    PartNames{&kinds::lesson_application, lesson_application},
    PartNames{&kinds::likelihood_level, level},
    PartNames{&kinds::matrix_cell, matrix_cell},
    PartNames{&kinds::maturity, day_by},
    PartNames{&kinds::measurement, day_by},
    PartNames{&kinds::meeting, day},
    PartNames{&kinds::member, member},
    PartNames{&kinds::milestone_revision, milestone_revision},
    PartNames{&kinds::party, party},
    PartNames{&kinds::performance, performance},
    PartNames{&kinds::point, day},
    PartNames{&kinds::rating, day_by},
    PartNames{&kinds::realized, day},
    PartNames{&kinds::review, review},
    PartNames{&kinds::revision, revision},
    PartNames{&kinds::risk_action, text},
    PartNames{&kinds::risk_assessment, day_by},
    PartNames{&kinds::rule_severity, rule},
    PartNames{&kinds::satisfaction, day_by},
    PartNames{&kinds::share, share},
    PartNames{&kinds::stakeholder, name},
    PartNames{&kinds::technology_assessment, day_by},
    PartNames{&kinds::value_share, relationship},
};

/// However its lines are broken.
std::string on_one(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) out += c;
    if (is_blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

std::span<const PartNames> all_part_names() { return names; }

Words naming_fields(const Kind& kind) {
  for (const PartNames& each : names) {
    if (each.kind == &kind) return each.fields;
  }
  return {};
}

bool has_id(const Kind& kind) {
  const std::size_t index = kind.index_of("id");
  return index < kind.size() && kind.field(index).type == Type::id;
}

std::string naming_of(const Kind& kind, const Yaml& part) {
  std::string out;
  bool is_named = false;
  for (const std::string_view field : naming_fields(kind)) {
    const std::string said = on_one(part.text_of(field));
    is_named = is_named || !said.empty();
    out += fmt::format("{} {}:{};", field, said.size(), said);
  }
  return is_named ? out : "";
}

std::string identity_of(const Kind& kind, const Yaml& part) {
  const std::string_view id = part.text_of("id");
  return has_id(kind) && !id.empty() ? fmt::format("id {}", id) : naming_of(kind, part);
}

}  // namespace brm
