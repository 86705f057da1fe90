#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "assess/facts.h"
#include "base/spelling.h"
#include "commands/command.h"
#include "commands/output_options.h"
#include "commands/unknown_id.h"
#include "commands/value_cell.h"
#include "commands/values.h"
#include "reports/clock_tables.h"
#include "reports/outcome_charts.h"
#include "reports/question_cell.h"

namespace brm {
namespace {

struct Options {
  std::string id;
  OutputOptions output;
};

/// What brm computes of it, each by the name that --where knows.
Section computed_section(const Assessment& assessed, const Item& item) {
  Section section{"Computed", {}, {}, {}, "", ""};
  for (const ComputedField& field : computed_fields()) {
    if (field.kind != item.kind->name) continue;
    Cell value = cell_of(field.compute(assessed, item));
    const bool* yes = std::get_if<bool>(&value.value);
    if (yes != nullptr && *yes) value.tone = Tone::strong;
    section.details.push_back(
        {fmt::format("computed.{}", field.name), std::string(field.name), std::move(value)});
  }
  return section;
}

void add_list(const Field& field, const Value& value, Section& section) {
  std::size_t number = 0;
  for (const Value& element : value.as_list()) {
    ++number;
    section.details.push_back({fmt::format("{}.{}", field.name, number),
                               number == 1 ? std::string(field.name) : "",
                               cell_of(field, element)});
  }
}

Section stored_section(const Item& item) {
  Section section{"Written", {}, {}, {}, "", ""};
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    if (field.many == Many::list) {
      add_list(field, value, section);
    } else {
      section.details.push_back(
          {std::string(field.name), std::string(field.name), cell_of(field, value)});
    }
  }
  return section;
}

/// The way of an outcome, or of those of an initiative.
std::vector<Chart> trajectories(const Assessment& assessed, const Item& item) {
  std::vector<const Item*> outcomes;
  if (item.kind == &kinds::outcome) outcomes.push_back(&item);
  if (item.kind == &kinds::initiative) {
    for (const auto outcome : Of<kinds::initiative>(item).get<"outcomes">()) {
      outcomes.push_back(&outcome.item());
    }
  }
  return outcome_charts::trajectories(assessed, outcomes).charts;
}

/// The outcomes of an initiative with their verdicts.
Section outcomes_section(const Assessment& assessed, const Item& item) {
  Section section{"Outcomes", {}, {}, {}, "", ""};
  Table table{"outcomes",
              "",
              {{"verdict", "verdict"},
               {"grade", "evidence"},
               {"title", "outcome", Align::left, Room::shrink},
               {"reason", "reason", Align::left, Room::below},
               {"id", "id", Align::left, Room::data}},
              {},
              "It promises no outcome."};
  for (const auto outcome : Of<kinds::initiative>(item).get<"outcomes">()) {
    const Judgement& judgement = assessed.outcome(outcome.item());
    table.rows.push_back({cell(std::string(to_text(judgement.verdict))),
                          cell(std::string(to_text(judgement.grade))),
                          cell(std::string(outcome.text<"title">()), Tone::strong),
                          cell(judgement.reason), cell(std::string(outcome.item().id()))});
  }
  section.tables.push_back(std::move(table));
  section.charts = trajectories(assessed, item);
  return section;
}

class Referrers {
 public:
  Referrers(const Portfolio& portfolio, const Item& target)
      : portfolio_(portfolio), target_(target) {
    for (const Item* record : portfolio.records()) walk(*record);
  }

  Section section() && {
    Section out{"Referred to by", {}, {}, {}, "", ""};
    out.tables.push_back({"referred_to_by",
                          "",
                          {{"record", "record"}, {"field", "field"}, {"place", "place"}},
                          std::move(rows_),
                          "No record refers to it."});
    return out;
  }

 private:
  void walk(const Item& item) {
    for (const Value& value : item.fields()) {
      const Field& field = item.kind->field(value.field);
      const std::span<const Value> values =
          field.many == Many::list ? value.as_list() : std::span(&value, 1);
      for (const Value& one : values) {
        if (field.type == Type::part) walk(*one.item);
        if (field.type == Type::ref && portfolio_.find(one.as_text()) == &target_) {
          add(item, field, one);
        }
      }
    }
  }

  void add(const Item& item, const Field& field, const Value& value) {
    const SourceFile& source = portfolio_.file(item.file);
    const std::string name = fmt::format("{}.{}", item.kind->name, field.name);
    rows_.push_back(
        {cell(std::string(item.record().id())), cell(name),
         cell(fmt::format("{}:{}", source.path(), source.line_column(value.offset).line),
              Tone::faint)});
  }

  const Portfolio& portfolio_;
  const Item& target_;
  std::vector<std::vector<Cell>> rows_;
};

bool stands_in(const Item& part, const Item& whole) {
  for (const Item* at = &part; at != nullptr; at = at->parent) {
    if (at == &whole) return true;
  }
  return false;
}

/// Every date in it that asks somebody for something.
Section clocks_section(const Assessment& assessed, const Item& item) {
  std::vector<Clock> clocks = clocks_of(assessed);
  std::erase_if(clocks, [&](const Clock& clock) { return !stands_in(*clock.item, item); });
  Section section{"Clocks", {}, {}, {}, "", ""};
  section.tables.push_back(clock_table(assessed, clocks, "It asks nobody for anything."));
  return section;
}

Document to_document(const Assessment& assessed, const Item& item) {
  const Portfolio& portfolio = assessed.portfolio();
  const SourceFile& source = portfolio.file(item.file);
  const Value* title = item.find("title");
  Document document;
  document.name = fmt::format("show {}", item.kind->name);
  document.title = title != nullptr ? std::string(title->as_text()) : std::string(item.id());
  document.subtitle = fmt::format("{} · {}:{}", item.kind->name, source.path(),
                                  source.line_column(item.place().offset).line);
  document.as_of = assessed.as_of();
  Section computed = computed_section(assessed, item);
  if (item.kind == &kinds::outcome) computed.charts = trajectories(assessed, item);
  if (!computed.details.empty()) document.sections.push_back(std::move(computed));
  if (item.kind == &kinds::initiative)
    document.sections.push_back(outcomes_section(assessed, item));
  document.sections.push_back(clocks_section(assessed, item));
  document.sections.push_back(stored_section(item));
  document.sections.push_back(Referrers(portfolio, item).section());
  return document;
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto output = read_output(options.output, invocation);
  if (!output.ok()) return invocation.fail(output.failure());
  const auto opened = open_records(invocation);
  if (!opened.ok()) return invocation.fail(opened.failure());
  const Portfolio& portfolio = opened.value().reading.portfolio;
  const Item* item = portfolio.find(options.id);
  if (item == nullptr) {
    said_notices(invocation, opened.value());
    return invocation.fail(unknown_id(portfolio, options.id));
  }
  const Assessment assessed(portfolio, invocation.as_of);
  return put_document(invocation, to_document(assessed, *item), opened.value(), output.value());
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("ID", options->id,
                       "A record (dhhs) or a part of one (elig-portal/decision-days)"),
        values::id)
      ->required();
  add_output_options(app, options->output);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command show{
    .name = "show",
    .summary = "Print one record or part, and what is computed of it",
    .description =
        "Shows what brm computes of the record, the dates at which it asks somebody for "
        "something, what is written in it, and which other records refer to it.",
    .examples =
        "  brm show benefits-online\n"
        "  brm show benefits-online/online-share\n",
    .also = "view cat info display",
    .add = add,
};

}  // namespace commands
}  // namespace brm
