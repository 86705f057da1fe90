#include "render/answer_schema.h"

#include "render/json.h"
#include "source/finding.h"

namespace brm {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view draft = "http://json-schema.org/draft-07/schema#";

Json object_of(Json properties, Json required) {
  return {
      {"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
}

Json day() { return {{"type", "string"}, {"format", "date"}}; }

Json count() { return {{"type", "integer"}, {"minimum", 0}}; }

Json money() {
  return object_of({{"amount", {{"type", "string"}, {"pattern", "^-?[0-9]+(?:\\.[0-9]+)?$"}}},
                    {"currency", {{"type", "string"}, {"pattern", "^[A-Z]{3}$"}}}},
                   {"amount", "currency"});
}

Json value_schema(Holds holds) {
  switch (holds) {
    case Holds::text:
      return {{"type", "string"}};
    case Holds::boolean:
      return {{"type", "boolean"}};
    case Holds::whole:
      return {{"type", "integer"}};
    case Holds::number:  // text where its digits are more than other programs keep
      return {{"type", {"number", "string"}}, {"pattern", "^-?[0-9]+(?:\\.[0-9]+)?$"}};
    case Holds::date:
      return day();
    case Holds::money:
      return money();
  }
  return Json::object();
}

/// Null where there is nothing to say.
Json or_null(Json schema) {
  Json types = Json::array();
  for (const Json& type : schema["type"].is_array() ? schema["type"] : Json{schema["type"]}) {
    types.push_back(type);
  }
  types.push_back("null");
  schema["type"] = std::move(types);
  return schema;
}

Json described(const std::string& title, Json schema) {
  Json out{{"description", title}};
  if (title.empty()) out = Json::object();
  out.update(schema);
  return out;
}

/// Properties of an object, all of them always there.
class Properties {
 public:
  void add(const std::string& key, Json schema, bool is_required = true) {
    if (is_required && !properties_.contains(key)) required_.push_back(key);
    properties_[key] = std::move(schema);
  }
  void add(const Detail& detail) {
    const Json schema = value_schema(detail.holds.value_or(holds_of(detail.value)));
    const bool may_be_empty =
        detail.holds || std::holds_alternative<std::monostate>(detail.value.value);
    add(detail.key, described(detail.title, may_be_empty ? or_null(schema) : schema));
  }
  Json schema() && { return object_of(std::move(properties_), std::move(required_)); }

 private:
  Json properties_ = Json::object();
  Json required_ = Json::array();
};

Json rows_schema(const Table& table) {
  Properties columns;
  for (const Column& column : table.columns) {
    if (column.room == Room::picture) continue;
    columns.add(column.key, described(column.title, or_null(value_schema(column.holds))));
  }
  return {{"type", "array"}, {"items", std::move(columns).schema()}};
}

Json summary_schema(const Document& document) {
  Properties summary;
  for (const Detail& detail : document.summary) summary.add(detail);
  summary.add("where",
              described("The condition that chose; not there where everything counts.",
                        {{"type", "string"}}),
              false);
  return std::move(summary).schema();
}

Json place_schema() {
  Properties place;
  place.add("path", described("From the records root.", {{"type", "string"}}));
  for (const std::string key : {"line", "column", "end_line", "end_column"}) {
    place.add(key, {{"type", "integer"}, {"minimum", 1}});
  }
  for (const std::string key : {"byte_offset", "byte_length"}) place.add(key, count());
  return std::move(place).schema();
}

Json finding_schema() {
  Json severities = Json::array();
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    severities.push_back(to_text(severity));
  }
  Json second = place_schema();
  second["properties"]["label"] = {{"type", "string"}};
  second["required"].push_back("label");
  Properties finding;
  finding.add("rule", described("`brm explain RULE` says more.", {{"type", "string"}}));
  finding.add("severity", {{"enum", std::move(severities)}});
  finding.add("message", {{"type", "string"}});
  finding.add("place", place_schema());
  finding.add("second_place", std::move(second), false);
  finding.add("help", described("How to mend it.", {{"type", "string"}}), false);
  finding.add("instead", described("The word that was meant, for its place.", {{"type", "string"}}),
              false);
  finding.add("fingerprint",
              described("The same as long as the finding is, whatever its line.",
                        {{"type", "string"}, {"pattern", "^[0-9a-f]{32}$"}}),
              false);
  return std::move(finding).schema();
}

Json schema_of(const Document& document) {
  Properties answer;
  answer.add("schema_version", {{"const", json_schema_version}});
  answer.add("report", {{"const", document.name}});
  if (document.as_of) answer.add("as_of", described("The day it judges by.", day()));
  answer.add("notices",
             described("What it may be short of; not there where it is whole.",
                       {{"type", "array"}, {"items", {{"type", "string"}}}}),
             false);
  if (!document.summary.empty()) answer.add("summary", summary_schema(document));
  for (const Section& section : document.sections) {
    for (const Detail& detail : section.details) answer.add(detail);
    for (const Table& table : section.tables) {
      if (!is_picture(table)) answer.add(table.key, described(table.title, rows_schema(table)));
    }
  }
  return std::move(answer).schema();
}

std::string written(const std::string& title, const std::string& description, Json schema) {
  Json out{{"$schema", draft}, {"title", title}, {"description", description}};
  out.update(schema);
  return dump(out);
}

}  // namespace

std::string answer_schema(const Document& least, const Document& most) {
  Json schema = schema_of(most);
  const Json always = schema_of(least);
  schema["required"] = always["required"];
  if (always["properties"].contains("summary")) {
    schema["properties"]["summary"]["required"] = always["properties"]["summary"]["required"];
  }
  return written("brm report " + least.name, least.title + ".", std::move(schema));
}

std::string findings_schema() {
  Properties counts;
  for (const std::string key :
       {"records", "error", "warning", "note", "unreadable_files", "left_out", "allowed",
        "baseline", "earlier", "mended", "unwatched"}) {
    counts.add(key, count());
  }
  Properties answer;
  answer.add("schema_version", {{"const", json_schema_version}});
  answer.add("column_unit", {{"const", "unicode_code_points"}});
  answer.add("findings", {{"type", "array"}, {"items", finding_schema()}});
  Properties unreadable;
  unreadable.add("message", {{"type", "string"}});
  unreadable.add("help", described("What to do.", {{"type", "string"}}), false);
  answer.add("unreadable",
             described("Files of which nothing was read, and that no finding tells.",
                       {{"type", "array"}, {"items", std::move(unreadable).schema()}}));
  answer.add("counts", std::move(counts).schema());
  return written("brm check", "Every fault of the records folder.", std::move(answer).schema());
}

}  // namespace brm
