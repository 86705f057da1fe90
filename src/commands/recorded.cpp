#include "commands/recorded.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/command.h"
#include "read/values.h"

namespace brm {
namespace {

constexpr std::string_view measured[] = {"outcome", "service_level"};
constexpr std::string_view rated[] = {"initiative"};
constexpr std::string_view promised[] = {"promise"};
constexpr std::string_view due[] = {"milestone", "agreement_milestone"};
constexpr std::string_view reviewed[] = {"relationship"};
constexpr std::string_view corrected[] = {"correction"};

constexpr std::string_view of_a_day[] = {"date"};
constexpr std::string_view of_a_day_and_person[] = {"date", "by"};

constexpr FieldOption of_measurement[] = {
    {"--source", "source"}, {"--by", "by"}, {"--note", "note"}};
constexpr FieldOption of_rating[] = {{"--by", "by"}, {"--scale", "scale"}, {"--note", "comment"}};
constexpr FieldOption of_review[] = {{"--by", "held_by"},
                                     {"--attendee", "attendees"},
                                     {"--note", "summary"},
                                     {"--decision", "decisions"}};
constexpr FieldOption of_result[] = {{"--effective", "effective"}, {"--note", "note"}};

constexpr Recorded list_of_recorded[] = {
    {"measurement", "One dated value of an outcome or service level.", measured, "measurements", "",
     "value", of_a_day, of_measurement},
    {"rating", "An opinion of an initiative: a colour, 1 to 5, or not_published.", rated,
     "reported_status", "", "rating", of_a_day_and_person, of_rating},
    {"promise-met", "The day a promise was kept.", promised, "", "met_on", "", {}, {}},
    {"milestone-met", "The day a milestone was met.", due, "", "met_on", "", {}, {}},
    {"review", "A meeting about a relationship.", reviewed, "reviews", "", "", of_a_day, of_review},
    {"correction-result",
     "What came of a course correction, looked at on a day.",
     corrected,
     "",
     "result",
     "value",
     {},
     of_result},
};

using Given = std::vector<std::pair<std::string_view, std::vector<std::string>>>;

/// The finding of the reader, had it been written in a file.
std::optional<Failure> wrong_value(const Field& field, const std::string& text) {
  const SourceFile nowhere("", text);
  Node node;
  node.form = Form::scalar;
  node.style = Style::quoted;
  node.end = static_cast<std::uint32_t>(text.size());
  node.text = text;
  Findings findings;
  if (text.empty()) return Failure{fmt::format("`{}` is empty", field.name), "write something"};
  if (read_scalar(field, node, {nowhere, 0, {}}, findings)) return std::nullopt;
  const Finding& finding = findings.list().front();
  return Failure{finding.message, finding.help};
}

/// `37/120` is a share, `met` a verdict of its own; anything else a value.
Given value_fields(const Recorded& recorded, const std::string& text) {
  if (recorded.value.empty() || text.empty()) return {};
  if (recorded.name != "measurement") return {{recorded.value, {text}}};
  if (text == "met") return {{"met", {"true"}}};
  if (text == "not-met") return {{"met", {"false"}}};
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return {{recorded.value, {text}}};
  return {{"numerator", {text.substr(0, slash)}}, {"denominator", {text.substr(slash + 1)}}};
}

/// Colours are of one scale and figures of the other.
std::optional<std::string> scale_of(const std::string& rating) {
  if (rating.size() == 1 && rating[0] >= '1' && rating[0] <= '5') return "cio_1_5";
  if (rating == "green" || rating == "amber" || rating == "red") return "rag";
  return std::nullopt;
}

Failure no_such_option(const Recorded& recorded, std::string_view option) {
  std::vector<std::string_view> names{"--date"};
  for (const FieldOption& each : recorded.options) names.push_back(each.option);
  return {fmt::format("a {} has no {}", recorded.name, option),
          fmt::format("it takes {}", join_and(names))};
}

/// The fields that were given, by their names.
Result<Given> fields_given(const Recorded& recorded, const RecordOptions& options) {
  if (recorded.value.empty() && !options.value.empty()) {
    return Failure{
        fmt::format("a {} has no value, and here is `{}`", recorded.name, visible(options.value)),
        "give its day with --date"};
  }
  Given given = value_fields(recorded, options.value);
  given.emplace_back("date", std::vector<std::string>{options.date});
  for (const auto& [option, texts] : options.fields) {
    if (texts.empty()) continue;
    const auto known =
        std::find_if(recorded.options.begin(), recorded.options.end(),
                     [&, name = option](const FieldOption& each) { return each.option == name; });
    if (known == recorded.options.end()) return no_such_option(recorded, option);
    given.emplace_back(known->field, texts);
  }
  const bool has_scale = std::any_of(given.begin(), given.end(),
                                     [](const auto& each) { return each.first == "scale"; });
  if (recorded.name == "rating" && !has_scale) {
    if (const auto scale = scale_of(options.value)) given.push_back({"scale", {*scale}});
  }
  return given;
}

/// `--by`, for a required field that was not given.
Failure missing(const Recorded& recorded, const Field& field) {
  const std::string what = fmt::format("a {} needs its `{}`", recorded.name, field.name);
  if (field.name == recorded.value)
    return {what, "write it behind the ID: " + std::string(field.meaning)};
  for (const FieldOption& each : recorded.options) {
    if (each.field == field.name) {
      return {what, fmt::format("give it with {}: {}", each.option, field.meaning)};
    }
  }
  return {what, std::string(field.meaning)};
}

Result<Yaml> entry_of(const Recorded& recorded, const Kind& kind, const Given& given) {
  Yaml map = Yaml::map();
  for (const Field& field : kind.fields) {
    const auto found = std::find_if(given.begin(), given.end(),
                                    [&](const auto& each) { return each.first == field.name; });
    if (found == given.end()) {
      if (field.need == Need::required) return missing(recorded, field);
      continue;
    }
    std::vector<Yaml> texts;
    for (const std::string& text : found->second) {
      if (const auto failure = wrong_value(field, text)) return *failure;
      texts.push_back(Yaml::of(text));
    }
    map.fields.emplace_back(
        field.name, field.many == Many::list ? Yaml::list(std::move(texts)) : texts.front());
  }
  return map;
}

}  // namespace

std::span<const Recorded> all_recorded() { return list_of_recorded; }

Result<Yaml> entry_for(const Recorded& recorded, const RecordOptions& options, const Item& item) {
  const auto given = fields_given(recorded, options);
  if (!given.ok()) return given.failure();
  const std::string_view name = recorded.list.empty() ? recorded.field : recorded.list;
  const Field& field = item.kind->field(item.kind->index_of(name));
  if (field.type != Type::part) {
    if (const auto failure = wrong_value(field, options.date)) return *failure;
    return Yaml::of(options.date);
  }
  auto entry = entry_of(recorded, *field.part, given.value());
  if (!entry.ok()) return entry;
  const bool says_nothing = entry.value().fields.size() < 2 && recorded.name != "review";
  if (says_nothing) {
    return Failure{fmt::format("a {} of nothing but its day says nothing", recorded.name),
                   recorded.name == "measurement"
                       ? "write the value behind the ID: 41.5, a share as 37/120, met or not-met"
                       : "write the value behind the ID, or give --effective or --note"};
  }
  return entry;
}

}  // namespace brm
