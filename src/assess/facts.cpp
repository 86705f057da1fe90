#include "assess/facts.h"

#include <algorithm>
#include <array>

#include "model/relationship_fields.h"

namespace brm {
namespace {

/// The verdicts' names, from their table.
Words verdict_names() {
  static const auto names = [] {
    std::vector<std::string_view> out;
    for (const VerdictWords& words : verdict_words()) out.push_back(words.name);
    return out;
  }();
  return names;
}

constexpr std::array<std::string_view, 3> grade_names{"weak", "fair", "good"};

Fact text_fact(std::string_view text) { return text.empty() ? Fact{} : Fact{std::string(text)}; }
Fact whole_fact(std::int64_t number) { return Decimal{number, 0}; }
/// Two decimals, which is what a report shows.
Fact number_fact(const std::optional<Rational>& number) {
  if (!number) return {};
  return read_decimal(to_fixed(*number, 2)).number;
}
Fact days_left(const std::optional<Date>& day, Date as_of) {
  return day ? whole_fact(*day - as_of) : Fact{};
}

const Judgement& judged(const Assessment& assessed, const Item& item) {
  return assessed.outcome(item);
}
const InitiativeJudgement& rated(const Assessment& assessed, const Item& item) {
  return assessed.initiative(item);
}

/// The tier that asks for most care among the initiative's parties: strategic before preferred,
/// transactional and conditional.
Fact highest_tier(const Assessment& assessed, const Item& initiative) {
  const auto tiers = kinds::relationship.field(kinds::relationship.index_of("tier")).words;
  auto best = tiers.end();
  for (const auto party : Of<kinds::initiative>(initiative).get<"parties">()) {
    const Item* relationship = assessed.portfolio().find_record(party.text<"relationship">());
    if (relationship == nullptr || relationship->kind != &kinds::relationship) continue;
    best = std::min(best, std::find(tiers.begin(), tiers.end(),
                                    Of<kinds::relationship>(*relationship).text<"tier">()));
  }
  return best == tiers.end() ? Fact{} : Fact{std::string(*best)};
}

/// `dhhs`, `elig-portal/decision-days`; a part without an id goes by the one it stands in.
std::string address_of(const Item& item) {
  if (item.parent == nullptr) return std::string(item.id());
  if (item.id().empty()) return address_of(*item.parent);
  return std::string(item.record().id()) + "/" + std::string(item.id());
}

Fact place_of(const Assessment& assessed, const Item& item) {
  const SourceFile& source = assessed.portfolio().file(item.file);
  const std::uint32_t line = source.line_column(item.place().offset).line;
  return source.path() + ":" + std::to_string(line);
}

Words tiers() { return kinds::relationship.field(kinds::relationship.index_of("tier")).words; }

// The rows of the table below stay on a line or two each.
using A = const Assessment&;
using I = const Item&;

const auto& table() {
  static const std::array rows{
      ComputedField{"",
                    "address",
                    Type::line,
                    {},
                    "Its id, or that of its record and its own.",
                    [](A, I i) { return text_fact(address_of(i)); }},
      ComputedField{"",
                    "record",
                    Type::line,
                    {},
                    "The id of the record it stands in.",
                    [](A, I i) { return text_fact(i.record().id()); }},
      ComputedField{"", "place", Type::line, {}, "The file and line it is written at.", place_of},
      ComputedField{"outcome", "verdict", Type::choice, verdict_names(),
                    "What the measurements say.",
                    [](A a, I i) { return text_fact(to_text(judged(a, i).verdict)); }},
      ComputedField{"outcome", "grade", Type::choice, grade_names, "How strong the evidence is.",
                    [](A a, I i) { return text_fact(to_text(judged(a, i).grade)); }},
      ComputedField{"outcome",
                    "reason",
                    Type::line,
                    {},
                    "The verdict's reason in one sentence.",
                    [](A a, I i) { return text_fact(judged(a, i).reason); }},
      ComputedField{"outcome",
                    "progress",
                    Type::number,
                    {},
                    "Share of the way that is done, 0 to 1.",
                    [](A a, I i) { return number_fact(judged(a, i).progress); }},
      ComputedField{"outcome",
                    "planned",
                    Type::number,
                    {},
                    "Share of the way that was planned by then.",
                    [](A a, I i) { return number_fact(judged(a, i).planned); }},
      ComputedField{"outcome",
                    "pace",
                    Type::number,
                    {},
                    "Progress divided by what was planned.",
                    [](A a, I i) { return number_fact(judged(a, i).pace); }},
      ComputedField{"outcome",
                    "due",
                    Type::date,
                    {},
                    "The day it is due, or its standing target ends.",
                    [](A a, I i) {
                      const auto& due = judged(a, i).due;
                      return due ? Fact{*due} : Fact{};
                    }},
      ComputedField{"outcome",
                    "days_left",
                    Type::whole,
                    {},
                    "Days until it is due; negative when past.",
                    [](A a, I i) { return days_left(judged(a, i).due, a.as_of()); }},
      ComputedField{"outcome",
                    "measured",
                    Type::date,
                    {},
                    "The day of its last measurement.",
                    [](A a, I i) {
                      const auto& day = judged(a, i).measured;
                      return day ? Fact{*day} : Fact{};
                    }},
      ComputedField{
          "outcome",
          "points",
          Type::whole,
          {},
          "How many points the grade counts.",
          [](A a, I i) { return whole_fact(static_cast<std::int64_t>(judged(a, i).points)); }},
      ComputedField{"outcome",
                    "initiative",
                    Type::line,
                    {},
                    "The initiative that promises it.",
                    [](A, I i) { return text_fact(i.record().id()); }},
      ComputedField{"outcome", "tier", Type::choice, tiers(), "The highest tier among the parties.",
                    [](A a, I i) { return highest_tier(a, i.record()); }},
      ComputedField{"initiative", "verdict", Type::choice, verdict_names(),
                    "Its worst outcome's verdict.",
                    [](A a, I i) { return text_fact(to_text(rated(a, i).verdict)); }},
      ComputedField{"initiative",
                    "reason",
                    Type::line,
                    {},
                    "The worst outcome and its reason.",
                    [](A a, I i) { return text_fact(rated(a, i).reason); }},
      ComputedField{"initiative",
                    "reported",
                    Type::line,
                    {},
                    "The last rating somebody gave.",
                    [](A a, I i) {
                      const auto& reported = rated(a, i).reported;
                      return reported ? text_fact(reported->rating) : Fact{};
                    }},
      ComputedField{"initiative",
                    "evidenced",
                    Type::boolean,
                    {},
                    "Whether at least half of its outcomes are judged.",
                    [](A a, I i) { return Fact{rated(a, i).is_evidenced}; }},
      ComputedField{"initiative",
                    "watermelon",
                    Type::boolean,
                    {},
                    "Reported green while an outcome is missed, off track or worsening.",
                    [](A a, I i) { return Fact{rated(a, i).is_watermelon}; }},
      ComputedField{"initiative",
                    "avocado",
                    Type::boolean,
                    {},
                    "Reported red while everything judged is on track or achieved.",
                    [](A a, I i) { return Fact{rated(a, i).is_avocado}; }},
      ComputedField{"initiative",
                    "unsupported_green",
                    Type::boolean,
                    {},
                    "Reported green without evidence.",
                    [](A a, I i) { return Fact{rated(a, i).is_unsupported_green}; }},
      ComputedField{"initiative",
                    "stale_rating",
                    Type::boolean,
                    {},
                    "Whether its last rating is older than the policy allows.",
                    [](A a, I i) { return Fact{rated(a, i).has_stale_rating}; }},
      ComputedField{
          "initiative",
          "outcome_count",
          Type::whole,
          {},
          "How many outcomes it promises.",
          [](A a, I i) { return whole_fact(static_cast<std::int64_t>(rated(a, i).outcomes)); }},
      ComputedField{
          "initiative",
          "judged",
          Type::whole,
          {},
          "How many of them are judged.",
          [](A a, I i) { return whole_fact(static_cast<std::int64_t>(rated(a, i).judged)); }},
      ComputedField{"initiative", "tier", Type::choice, tiers(),
                    "The highest tier among its parties.",
                    [](A a, I i) { return highest_tier(a, i); }},
  };
  return rows;
}

Fact stored(const Field& field, const Value& value) {
  switch (field.type) {
    case Type::date:
      return value.as_date();
    case Type::number:
    case Type::percent:
      return value.as_decimal();
    case Type::whole:
      return Decimal{value.number, 0};
    case Type::money:
      return value.as_money();
    case Type::boolean:
      return value.number != 0;
    case Type::part:
      return true;  // it is there
    default:
      return text_fact(value.as_text());
  }
}

void follow(const Item& item, std::span<const std::size_t> path, std::vector<Fact>& out) {
  const Value* value = item.find(path.front());
  if (value == nullptr) return;
  const Field& field = item.kind->field(path.front());
  const auto each = [&](const Value& one) {
    if (path.size() > 1) {
      follow(*one.item, path.subspan(1), out);
    } else {
      out.push_back(stored(field, one));
    }
  };
  if (field.many == Many::one) return each(*value);
  for (const Value& element : value->as_list()) each(element);
}

}  // namespace

std::span<const ComputedField> computed_fields() { return table(); }

std::string to_text(const Fact& fact) {
  struct ToText {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Decimal& number) const { return brm::to_text(number); }
    std::string operator()(Date date) const { return brm::to_text(date); }
    std::string operator()(const Money& money) const { return brm::to_text(money); }
  };
  return std::visit(ToText{}, fact);
}

bool is_of(const ComputedField& field, const Kind& kind) {
  return field.kind.empty() || field.kind == kind.name;
}

std::optional<Question> Question::find(const Kind& kind, std::string_view name) {
  Question question;
  for (const ComputedField& field : computed_fields()) {
    if (!is_of(field, kind) || field.name != name) continue;
    question.computed_ = &field;
    question.type_ = field.type;
    question.words_ = field.words;
    return question;
  }
  const Kind* at = &kind;
  while (!name.empty()) {
    const std::size_t dot = name.find('.');
    const std::size_t index = at == nullptr ? 0 : at->index_of(name.substr(0, dot));
    if (at == nullptr || index == at->size()) return std::nullopt;
    question.path_.push_back(index);
    const Field& field = at->field(index);
    question.type_ = field.type;
    question.words_ = field.words;
    at = field.part;
    name.remove_prefix(dot == std::string_view::npos ? name.size() : dot + 1);
  }
  return question.path_.empty() ? std::nullopt : std::optional(question);
}

std::vector<Fact> Question::ask(const Assessment& assessed, const Item& item) const {
  if (computed_ != nullptr) return {computed_->compute(assessed, item)};
  std::vector<Fact> out;
  follow(item, path_, out);
  return out;
}

std::vector<std::string_view> names_of(const Kind& kind) {
  std::vector<std::string_view> names;
  for (const ComputedField& field : computed_fields()) {
    if (is_of(field, kind)) names.push_back(field.name);
  }
  for (std::size_t i = 0; i < kind.size(); ++i) names.push_back(kind.field(i).name);
  return names;
}

}  // namespace brm
