#include "rules/house_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/near_words.h"
#include "base/utf8.h"
#include "model/all_kinds.h"

namespace brm {
namespace {

using Written = Of<kinds::house_rule>;

Severity severity_of(std::string_view word) {
  for (const Severity severity : {Severity::note, Severity::error}) {
    if (word == to_text(severity)) return severity;
  }
  return Severity::warning;
}

bool is_name(std::string_view name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

/// Where in the file a stretch of a text stands. Not told in one with escapes or several lines:
/// then it is all of it.
Span place_in(const SourceFile& source, const Located<std::string_view>& text, std::size_t offset,
              std::size_t length) {
  std::string_view written = source.bytes().substr(text.span.offset, text.span.length);
  std::uint32_t quote = 0;
  if (written.starts_with('"') || written.starts_with('\'')) {
    written = written.substr(1, written.size() - 2);
    quote = 1;
  }
  if (written != text.value) return text.span;
  const std::size_t at = std::min(offset, written.size());
  return {text.span.file, text.span.offset + quote + static_cast<std::uint32_t>(at),
          static_cast<std::uint32_t>(std::min(length, written.size() - at))};
}

class HouseReader {
 public:
  HouseReader(const SourceFile& source, std::span<const RuleWords* const> built_in)
      : source_(source), built_in_(built_in) {}

  void add(const Written& written) {
    const auto name = written.get<"name">();
    const auto kind_name = written.get<"kind">();
    const auto where = written.get<"where">();
    const auto message = written.get<"message">();
    // What is missing was found when the file was read.
    if (!name || !kind_name || !where || !message || !is_free(*name)) return;
    const Kind* kind = find_kind(kind_name->value);
    if (kind == nullptr) return add_unknown_kind(*kind_name);
    auto bound = bind_where(*kind, std::string(where->value));
    if (auto* fault = std::get_if<ExpressionFault>(&bound)) {
      out_.faults.push_back({place_in(source_, *where, fault->offset, fault->length),
                             std::move(fault->message), std::move(fault->help)});
      return;
    }
    RuleWords words{.name = name->value,
                    .severity = severity_of(written.text<"severity">()),
                    .summary = message->value,
                    .why = "A rule of this office's own, of its brm.yaml.",
                    .mend = written.text<"help">(),
                    .faulty = "",
                    .sound = ""};
    const std::string_view help = words.mend;
    if (help.empty()) words.mend = "Its author says no more than the message does.";
    out_.rules.push_back({words, help, where->value, kind, std::move(std::get<Where>(bound))});
  }

  HouseRules take() { return std::move(out_); }

 private:
  bool is_free(const Located<std::string_view>& name) {
    if (!is_name(name.value)) {
      out_.faults.push_back({name.span,
                             fmt::format("`{}` is no name for a rule", visible(name.value)),
                             "small letters, digits and -, as in `contract-without-cap`"});
      return false;
    }
    const bool is_taken =
        std::any_of(built_in_.begin(), built_in_.end(),
                    [&](const RuleWords* words) { return words->name == name.value; });
    if (is_taken) {
      out_.faults.push_back({name.span, fmt::format("`{}` is a rule of brm", name.value),
                             "give it another name; `brm explain` lists those that are taken"});
      return false;
    }
    const auto [earlier, is_new] = names_.try_emplace(std::string(name.value), name.span);
    if (!is_new) {
      out_.faults.push_back({name.span, fmt::format("two rules are called `{}`", name.value),
                             "give one of them another name",
                             SecondPlace{earlier->second, "the other one"}});
    }
    return is_new;
  }

  void add_unknown_kind(const Located<std::string_view>& name) {
    std::vector<std::string_view> names;
    for (const Kind* kind : all_kinds()) names.push_back(kind->name);
    const std::string asks = did_you_mean(near_words(name.value, names));
    out_.faults.push_back(
        {name.span, fmt::format("there is no kind `{}`", visible(name.value)),
         asks.empty() ? "a kind of record or part, such as outcome; `brm explain` lists all"
                      : asks});
  }

  const SourceFile& source_;
  std::span<const RuleWords* const> built_in_;
  std::map<std::string, Span> names_;
  HouseRules out_;
};

const Item* policy_of(const Item* office) {
  const Value* value = office == nullptr ? nullptr : office->find("policy");
  return value == nullptr ? nullptr : value->item;
}

}  // namespace

std::vector<const RuleWords*> HouseRules::words() const {
  std::vector<const RuleWords*> out;
  for (const HouseRule& rule : rules) out.push_back(&rule.words);
  return out;
}

void HouseRules::check(const Assessment& assessed, Findings& findings) const {
  for (const HouseRule& rule : rules) {
    for (const Item* item : assessed.portfolio().all(*rule.kind)) {
      if (!rule.where.holds(assessed, *item)) continue;
      findings.add(rule.words, item->place(), visible(rule.words.summary), visible(rule.help));
    }
  }
}

bool has_house_rules(const Item* office) {
  const Item* policy = policy_of(office);
  return policy != nullptr && policy->find("rules") != nullptr;
}

HouseRules read_house_rules(const Item* office, const SourceFile& source,
                            std::span<const RuleWords* const> built_in) {
  HouseReader reader(source, built_in);
  if (const Item* policy = policy_of(office)) {
    for (const auto written : Of<kinds::policy>(*policy).get<"rules">()) reader.add(written);
  }
  return reader.take();
}

HouseRules read_house_rules(const Portfolio& portfolio,
                            std::span<const RuleWords* const> built_in) {
  const Item* policy = policy_of(portfolio.office());
  if (policy == nullptr) return {};
  return read_house_rules(portfolio.office(), portfolio.file(policy->file), built_in);
}

}  // namespace brm
