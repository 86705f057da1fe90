// Registries are data, so they are tested as data; and what is generated is compared with what is
// committed.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "assess/facts.h"
#include "assess/policy.h"
#include "commands/application.h"
#include "commands/command.h"
#include "commands/option_words.h"
#include "model/all_kinds.h"
#include "render/format.h"
#include "reports/report.h"
#include "support/run.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

bool is_spelled(std::string_view name, std::string_view letters) {
  return !name.empty() && name.find_first_not_of(letters) == std::string_view::npos;
}
constexpr std::string_view snake = "abcdefghijklmnopqrstuvwxyz0123456789_";

}  // namespace

TEST_CASE("registries: every command has its file, its words and its golden folder") {
  std::set<std::string_view> names;
  for (const Command* command : all_commands()) {
    CAPTURE(command->name);
    CHECK(names.insert(command->name).second);
    CHECK(!command->summary.ends_with("."));
    CHECK(command->description.ends_with("."));
    CHECK(command->examples.find("  brm ") != std::string_view::npos);
    const std::string name(command->name);
    CHECK(fs::exists(source_path("src/commands/" + name + ".cpp")));
    CHECK(fs::exists(source_path("tests/golden/" + name)));
  }
}

TEST_CASE("registries: every option that takes a value says which") {
  std::set<std::string_view> sorts;
  for (const Values* values : all_values()) {
    CAPTURE(values->what);
    CHECK(sorts.insert(values->what).second);
    const bool has_words = values->source == Source::words || values->source == Source::topics;
    CHECK(has_words == (values->words != nullptr));
    if (has_words) CHECK(!values->words().empty());
  }
  const Application application;
  for (const CLI::App* app :
       application.app.get_subcommands([](const CLI::App*) { return true; })) {
    for (const OptionWords& option : option_words(*app)) {
      const bool takes_value = option.is_argument || !option.value.empty();
      const std::string name = app->get_name() + " " + option.heading();
      CHECK_MESSAGE(takes_value == (option.values != nullptr), name << ": see takes() of values.h");
      CHECK_MESSAGE(!option.meaning.ends_with("."), name);
    }
  }
}

TEST_CASE("registries: every report has its file and its golden case") {
  std::set<std::string_view> names;
  for (const Report* report : all_reports()) {
    CAPTURE(report->name);
    CHECK(names.insert(report->name).second);
    CHECK(report->summary.ends_with("."));
    const std::string name(report->name);
    CHECK(fs::exists(source_path("src/reports/" + name + ".cpp")));
    CHECK(fs::exists(source_path("tests/golden/report/" + name)));
  }
}

TEST_CASE("registries: kinds and fields are named once and explained") {
  std::set<std::string_view> names;
  for (const Kind* kind : all_kinds()) {
    CAPTURE(kind->name);
    CHECK(names.insert(kind->name).second);
    CHECK(is_spelled(kind->name, snake));
    CHECK(is_spelled(kind->plural, snake));
    CHECK(kind->meaning.ends_with("."));
    CHECK(find_kind(kind->name) == kind);
    CHECK(find_kind(kind->plural) == kind);
    std::set<std::string_view> fields;
    for (const Field& field : kind->fields) {
      CAPTURE(field.name);
      CHECK(fields.insert(field.name).second);
      CHECK(is_spelled(field.name, snake));
      CHECK(field.meaning.ends_with("."));
      CHECK((field.type == Type::part) == (field.part != nullptr));
      CHECK((field.type == Type::choice) == !field.words.empty());
      for (const std::string_view to : field.to) CHECK_MESSAGE(find_kind(to) != nullptr, to);
    }
  }
}

TEST_CASE("registries: computed fields do not hide stored ones") {
  for (const ComputedField& computed : computed_fields()) {
    CAPTURE(computed.name);
    CHECK(computed.meaning.ends_with("."));
    for (const Kind* kind : all_kinds()) {
      if (!is_of(computed, *kind)) continue;
      CHECK_MESSAGE(kind->index_of(computed.name) == kind->size(), kind->name);
    }
  }
}

TEST_CASE("registries: every threshold of the policy has a readable default") {
  for (const Field& field : kinds::policy.fields) {
    if (field.type != Type::number && field.type != Type::whole) continue;
    CAPTURE(field.name);
    CHECK(read_decimal(field.implied).fault == NumberFault::none);
  }
}

TEST_CASE("registries: formats are named once") {
  std::set<std::string_view> names;
  for (const Format& format : document_formats()) {
    CHECK(names.insert(format.words.name).second);
    CHECK(names.insert(format.words.ending).second);
    CHECK(format.words.summary.ends_with("."));
    CHECK(
        fs::exists(source_path("src/render/document_" + std::string(format.words.name) + ".cpp")));
  }
  CHECK(names.contains("text"));
  CHECK(names.contains("json"));
}

}  // namespace brm::test
