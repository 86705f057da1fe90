#include "assess/hygiene.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "assess/next_dates.h"
#include "assess/radar.h"
#include "base/cadence.h"
#include "base/folding.h"
#include "model/of.h"
#include "model/people_fields.h"
#include "model/relationship_fields.h"
#include "model/status.h"
#include "model/technology_fields.h"

namespace brm {
namespace {

/// Stopped, completed, exiting or ended, or a signal whose end is known: nothing to keep up.
bool is_closed(const Item& record, Date as_of) {
  if (record.kind != &kinds::signal) return is_over(record, as_of);
  return !judge_signal(Of<kinds::signal>(record), as_of).is_open;
}

std::string_view owner_of(const Item& record) {
  for (const std::string_view field : {"owner", "manager", "chair", "reported_by"}) {
    if (const auto owner = record.text(field); !owner.empty()) return owner;
  }
  return {};
}

/// The first field that is recommended for the item and was not written; empty when none is.
std::string_view missing_field(const Item& item) {
  for (std::size_t i = 0; i < item.kind->size(); ++i) {
    const Field& field = item.kind->field(i);
    if (field.need == Need::recommended && item.find(i) == nullptr) return field.name;
  }
  return {};
}

/// Whether the first measurement of an outcome is still ahead of its time.
bool is_waiting(const Item& outcome, Date as_of, const Policy& policy) {
  const Of<kinds::outcome> of(outcome);
  const auto baseline = of.get<"baseline">();
  const auto date = baseline ? baseline->get<"date">() : std::nullopt;
  if (!date || date->value > as_of) return false;
  const auto indicator = of.get<"indicator">();
  const auto frequency = indicator ? indicator->get<"frequency">() : std::nullopt;
  const auto days = frequency ? read_cadence(frequency->value) : std::nullopt;
  const Rational allowed = days ? policy.number<"stale_factor">() * Rational(*days)
                                : policy.number<"default_stale_days">();
  return Rational(as_of - date->value) <= allowed;
}

class Inspection {
 public:
  explicit Inspection(const Assessment& assessed) : assessed_(assessed) {}

  void look_at(const Item& record) {
    if (record.kind == &kinds::person || is_closed(record, assessed_.as_of())) return;
    ask_review(record);
    if (record.text("tier") != "transactional") ask_complete(record, owner_of(record));
    if (record.kind != &kinds::initiative) return;
    const Of<kinds::initiative> initiative(record);
    const bool has_begun =
        !initiative.is<"status", "proposed">() && !initiative.is<"status", "approved">();
    for (const auto outcome : initiative.get<"outcomes">()) {
      const std::string_view owner = owner_of(outcome.item());
      if (has_begun) ask_measured(outcome.item(), owner.empty() ? owner_of(record) : owner);
      ask_complete(outcome.item(), owner.empty() ? owner_of(record) : owner);
    }
  }
  Hygiene take() && { return std::move(found_); }

 private:
  void count(HygieneShare& share, HygieneTest test, const Item& item, std::string_view owner,
             std::string lack) {
    ++share.asked;
    if (lack.empty()) {
      ++share.passed;
    } else {
      found_.lacks.push_back({test, &item, std::move(lack), owner});
    }
  }

  void ask_review(const Item& record) {
    const int months = assessed_.policy().whole<"evidence_months">();
    const auto newest = newest_date(record, assessed_.as_of());
    const bool is_kept = newest && months_after(*newest, months) >= assessed_.as_of();
    count(found_.reviewed, HygieneTest::reviewed, record, owner_of(record),
          is_kept ? ""
                  : fmt::format("{} with nothing dated in {} months", record.kind->name, months));
  }

  void ask_complete(const Item& item, std::string_view owner) {
    const std::string_view field = missing_field(item);
    count(found_.complete, HygieneTest::complete, item, owner,
          field.empty() ? "" : fmt::format("{} without {}", item.kind->name, field));
  }

  void ask_measured(const Item& outcome, std::string_view owner) {
    const Verdict verdict = assessed_.outcome(outcome).verdict;
    const bool is_unmeasured = verdict == Verdict::unmeasured;
    const bool is_late =
        verdict == Verdict::stale || verdict == Verdict::undetermined ||
        verdict == Verdict::no_target ||
        (is_unmeasured && !is_waiting(outcome, assessed_.as_of(), assessed_.policy()));
    count(found_.measured, HygieneTest::measured, outcome, owner,
          is_late ? fmt::format("outcome {}", plain_word(to_text(verdict))) : "");
  }

  const Assessment& assessed_;
  Hygiene found_;
};

template <class Name>
std::vector<HygieneGroup> grouped(const std::vector<HygieneLack>& lacks, const Name& name_of) {
  std::map<std::string, std::size_t> counts;
  for (const HygieneLack& lack : lacks) ++counts[std::string(name_of(lack))];
  std::vector<HygieneGroup> groups;
  for (const auto& [name, count] : counts) groups.push_back({name, count});
  std::stable_sort(groups.begin(), groups.end(),
                   [](const HygieneGroup& a, const HygieneGroup& b) { return a.lacks > b.lacks; });
  return groups;
}

}  // namespace

std::optional<Date> newest_date(const Item& record, Date as_of) {
  std::optional<Date> newest;
  for (const Value& value : record.fields()) {
    const Field& field = record.kind->field(value.field);
    if (field.type != Type::date && field.type != Type::part) continue;
    const std::span<const Value> values =
        field.many == Many::list ? value.as_list() : std::span(&value, 1);
    for (const Value& one : values) {
      const auto day =
          field.type == Type::part ? newest_date(*one.item, as_of) : std::optional(one.as_date());
      if (day && *day <= as_of && (!newest || *newest < *day)) newest = day;
    }
  }
  return newest;
}

HygieneShare Hygiene::all() const {
  return {reviewed.asked + measured.asked + complete.asked,
          reviewed.passed + measured.passed + complete.passed};
}

std::optional<int> Hygiene::score() const {
  const HygieneShare share = all();
  if (share.asked == 0) return std::nullopt;
  return static_cast<int>(share.passed * 100 / share.asked);
}

std::vector<HygieneGroup> Hygiene::by_owner() const {
  return grouped(lacks, [](const HygieneLack& lack) { return lack.owner; });
}

std::vector<HygieneGroup> Hygiene::by_cause() const {
  return grouped(lacks, [](const HygieneLack& lack) { return std::string_view(lack.cause); });
}

Hygiene judge_hygiene(const Assessment& assessed) {
  assessed.judge_outcomes();
  Inspection inspection(assessed);
  for (const Item* record : assessed.portfolio().records()) inspection.look_at(*record);
  return std::move(inspection).take();
}

}  // namespace brm
