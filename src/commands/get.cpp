#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "assess/facts.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/command.h"
#include "commands/unknown_id.h"
#include "commands/values.h"
#include "render/format.h"
#include "render/plain_text.h"
#include "reports/question_cell.h"

namespace brm {
namespace {

struct Options {
  std::string address;
  std::string format = "text";
};

/// `elig-portal/decision-days.target.date`: no id has a point.
struct Address {
  std::string id;
  std::string field;
};

Result<Address> read_address(const std::string& text) {
  const std::size_t point = text.find('.');
  if (point != std::string::npos && point > 0 && point + 1 < text.size()) {
    return Address{text.substr(0, point), text.substr(point + 1)};
  }
  return Failure{fmt::format("`{}` is no id with a field", visible(text)),
                 "write both with a point between, such as benefits-online.verdict"};
}

Failure unknown_field(const Kind& kind, const std::string& field) {
  const std::vector<std::string> near = names_near(kind, field);
  const std::vector<std::string_view> names(near.begin(), near.end());
  Failure failure = unknown_word("field", field, names);
  failure.message += fmt::format(" of {}", kind.plural);
  return failure;
}

/// A part is no value, and neither are several.
Failure no_value(const Kind& kind, const std::string& field) {
  const std::vector<std::string> inner = names_near(kind, field + ".");
  const std::vector<std::string_view> names(inner.begin(), inner.end());
  return {fmt::format("`{}` has fields of its own", visible(field)),
          fmt::format("ask for one of them: {}", join_or(names))};
}

std::vector<Cell> cells_of(const std::vector<Fact>& facts) {
  std::vector<Cell> cells;
  for (const Fact& fact : facts) {
    Cell cell = cell_of(fact);
    if (!std::holds_alternative<std::monostate>(cell.value)) cells.push_back(std::move(cell));
  }
  return cells;
}

/// For scripts: true or false, money without thousands set apart.
std::string bare(const Cell& cell) {
  if (const bool* yes = std::get_if<bool>(&cell.value)) return *yes ? "true" : "false";
  if (const auto* money = std::get_if<Money>(&cell.value)) return to_text(*money);
  return plain_text(to_text(cell));
}

void put_values(const Invocation& invocation, const std::string& format, bool may_be_several,
                const std::vector<Cell>& cells) {
  std::string& out = invocation.console.out;
  if (format == "text") {
    for (const Cell& cell : cells) out += bare(cell) + "\n";
  } else if (may_be_several) {
    out += render_json(cells);
  } else {
    out += render_json(cells.empty() ? Cell{} : cells.front());
  }
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto formats = names_of(values::value_format.words());
  if (std::find(formats.begin(), formats.end(), options.format) == formats.end()) {
    return invocation.fail(unknown_word("format", options.format, formats));
  }
  const auto address = read_address(options.address);
  if (!address.ok()) return invocation.fail(address.failure());
  const auto& [id, field] = address.value();
  const auto opened = open_records(invocation);
  if (!opened.ok()) return invocation.fail(opened.failure());
  const Portfolio& portfolio = opened.value().reading.portfolio;
  const Item* item = portfolio.find(id);
  if (item == nullptr) {
    said_notices(invocation, opened.value());
    return invocation.fail(unknown_id(portfolio, id));
  }
  const auto question = Question::find(*item->kind, field);
  if (!question) return invocation.fail(unknown_field(*item->kind, field));
  if (question->type() == Type::part) return invocation.fail(no_value(*item->kind, field));
  const Assessment assessed(portfolio, invocation.as_of);
  const std::vector<Cell> cells = cells_of(question->ask(assessed, *item));
  for (const Cell& cell : cells) {
    const std::string text = to_text(cell);
    if (const auto failure = find_telling(opened.value(), {text})) {
      return invocation.fail(*failure);
    }
  }
  put_values(invocation, options.format, question->has_several(), cells);
  return said_notices(invocation, opened.value());
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("ID.FIELD", options->address,
                       "A record or part and one of its fields, stored or computed"),
        values::address)
      ->required();
  takes(app.add_option("--format", options->format, "How it is written"), values::value_format);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command get{
    .name = "get",
    .summary = "Print one value of a record or part, for scripts",
    .description =
        "Fields may be stored (target.date) or computed (verdict); `brm explain KIND` names them "
        "all. Numbers are as they were written, dates YYYY-MM-DD, money with its code and without "
        "thousands separators, truths true or false. The values of a list stand on a line each. "
        "Where nothing is written, nothing is printed, and the status is 0: that is an answer. An "
        "id or field that brm does not know ends with 2, and so do records that could not be read "
        "in full.",
    .examples =
        "  brm get benefits-online/decision-days.verdict\n"
        "  brm get human-services.manager\n"
        "  brm get benefits-online/decision-days.target.date\n",
    .add = add,
};

}  // namespace commands
}  // namespace brm
