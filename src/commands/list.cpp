#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/folding.h"
#include "base/spelling.h"
#include "commands/command.h"
#include "commands/output_options.h"
#include "commands/values.h"
#include "commands/where_option.h"
#include "model/all_kinds.h"
#include "reports/question_cell.h"

namespace brm {
namespace {

struct Options {
  std::string kind;
  std::string where;
  std::optional<std::string> columns;
  std::optional<std::string> sort;
  OutputOptions output;
};

struct ListColumn {
  std::string name;
  Question question;
};

/// What people most often want to see of a kind; every other name can be asked for.
constexpr std::pair<std::string_view, std::string_view> usual_columns[] = {
    {"relationship", "id,title,type,tier,manager,status"},
    {"initiative", "id,title,status,reported,verdict"},
    {"outcome", "verdict,grade,address,title,due"},
    {"risk", "exposure,band,address,event,managed_by"},
    {"agreement", "address,title,type,value,period.end"},
    {"correction", "date,address,type,decision"},
    {"experiment", "address,hypothesis,ends,decision"},
    {"lesson", "date,address,observation"},
    {"promise", "due,address,by,text,met_on"},
    {"person", "id,role,at,backup,leaves_on"},
    {"measurement", "date,address,value"},
    {"goal", "id,statement,owner,until"},
};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    std::string_view name = text.substr(0, end);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (!name.empty()) out.emplace_back(name);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

/// Of a kind without a row above: where it stands, and what it must have.
std::string needed_columns(const Kind& kind) {
  std::string out = "address";
  for (const Field& field : kind.fields) {
    const bool is_shown = field.need == Need::required && field.type != Type::part &&
                          field.type != Type::id && field.many == Many::one;
    if (is_shown) out += "," + std::string(field.name);
  }
  return out;
}

std::string default_columns(const Kind& kind) {
  for (const auto& [name, columns] : usual_columns) {
    if (name == kind.name) return std::string(columns);
  }
  return kind.common.empty() ? needed_columns(kind) : "id,title";
}

Result<ListColumn> read_column(const Kind& kind, const std::string& name) {
  if (const auto question = Question::find(kind, name)) return ListColumn{name, *question};
  const auto names = names_of(kind);
  Failure failure = unknown_word("column", name, names);
  failure.message += fmt::format(" of {}", kind.plural);
  return failure;
}

Result<std::vector<ListColumn>> read_columns(const Kind& kind,
                                             const std::optional<std::string>& text) {
  std::vector<ListColumn> columns;
  const std::vector<std::string> names = split(text.value_or(default_columns(kind)));
  if (names.empty()) {
    return Failure{"--columns names no column",
                   fmt::format("write names such as {}", default_columns(kind))};
  }
  for (const std::string& name : names) {
    auto column = read_column(kind, name);
    if (!column.ok()) return column.failure();
    columns.push_back(std::move(column).value());
  }
  return columns;
}

/// Between several values of one cell.
constexpr std::string_view between = ", ";

bool is_empty(const Cell& cell) { return std::holds_alternative<std::monostate>(cell.value); }

/// Numbers and dates by value, texts by bytes; neither is empty.
bool comes_before(const Cell& a, const Cell& b) {
  if (a.value.index() != b.value.index()) return a.value.index() < b.value.index();
  if (const auto* place = std::get_if<std::int64_t>(&a.value)) {
    return *place < std::get<std::int64_t>(b.value);
  }
  if (const auto* number = std::get_if<Decimal>(&a.value)) {
    return *number < std::get<Decimal>(b.value);
  }
  if (const auto* date = std::get_if<Date>(&a.value)) return *date < std::get<Date>(b.value);
  if (const auto* money = std::get_if<Money>(&a.value)) {
    const auto& other = std::get<Money>(b.value);
    if (money->currency != other.currency) return money->currency < other.currency;
    return money->minor < other.minor;
  }
  return to_text(a) < to_text(b);
}

Column column_of(const ListColumn& wanted) {
  const Type type = wanted.question.type();
  Room room = Room::fixed;
  if (type == Type::line || wanted.question.has_several()) room = Room::shrink;
  // Of paragraphs the beginning: `brm show` has all of them.
  if (type == Type::prose) room = Room::cut;
  return column(wanted.name, plain_word(wanted.name), holds_of(wanted.question), room);
}

struct SortKey {
  std::optional<ListColumn> column;
  bool is_descending = false;
};

Result<SortKey> read_sort(const Kind& kind, const std::optional<std::string>& text) {
  SortKey key;
  if (!text) return key;
  std::string name = *text;
  key.is_descending = name.starts_with('-');
  if (key.is_descending) name.erase(0, 1);
  if (name.empty()) return Failure{"--sort names no field", "write one, such as id"};
  auto column = read_column(kind, name);
  if (!column.ok()) return column.failure();
  key.column = std::move(column).value();
  return key;
}

/// Words of a closed list are sorted as it orders them: verdicts worst first.
Cell sort_cell(const ListColumn& column, const Assessment& assessed, const Item& item) {
  Cell cell = cell_of(column.question, column.question.ask(assessed, item), between);
  const Words words = column.question.words();
  const auto* text = std::get_if<std::string>(&cell.value);
  if (text == nullptr || words.empty()) return cell;
  const auto place = std::find(words.begin(), words.end(), *text) - words.begin();
  return {static_cast<std::int64_t>(place), Tone::plain};
}

std::vector<const Item*> chosen_items(const Assessment& assessed, const Kind& kind,
                                      const Where& where, const SortKey& key) {
  std::vector<std::pair<Cell, const Item*>> found;
  for (const Item* item : assessed.portfolio().all(kind)) {
    if (!where.holds(assessed, *item)) continue;
    found.emplace_back(key.column ? sort_cell(*key.column, assessed, *item) : Cell{}, item);
  }
  if (key.column) {
    // What has no value comes last, whichever way the rest is sorted.
    std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
      if (is_empty(a.first) || is_empty(b.first)) return is_empty(a.first) < is_empty(b.first);
      return key.is_descending ? comes_before(b.first, a.first) : comes_before(a.first, b.first);
    });
  }
  std::vector<const Item*> items;
  for (const auto& [cell, item] : found) items.push_back(item);
  return items;
}

Document to_document(const Assessment& assessed, const Kind& kind,
                     const std::vector<ListColumn>& columns,
                     const std::vector<const Item*>& items) {
  Table table;
  table.key = kind.plural;
  table.if_empty =
      fmt::format("No {} here: none is recorded, or --where leaves none.", kind.plural);
  for (const ListColumn& column : columns) table.columns.push_back(column_of(column));
  for (const Item* item : items) {
    std::vector<Cell> row;
    for (const ListColumn& column : columns) {
      row.push_back(cell_of(column.question, column.question.ask(assessed, *item), between));
    }
    table.rows.push_back(std::move(row));
  }
  Document document;
  document.name = fmt::format("list {}", kind.plural);
  document.as_of = assessed.as_of();
  document.sections.push_back({});
  document.sections.back().tables.push_back(std::move(table));
  document.next = items.empty() ? "" : counted(items.size(), kind.name, kind.plural);
  return document;
}

/// On a terminal long texts wrap; elsewhere each record has one line, however long, for programs
/// that take lines.
Output whole_lines(Output output, const Invocation& invocation) {
  constexpr std::size_t no_line_is_longer = 1'000'000;
  const bool is_on_terminal = output.path.empty() && invocation.world.out_is_terminal;
  if (!is_on_terminal) output.rendering.style.width = no_line_is_longer;
  return output;
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  auto output = read_output(options.output, invocation);
  if (!output.ok()) return invocation.fail(output.failure());
  const auto kind = read_kind(options.kind);
  if (!kind.ok()) return invocation.fail(kind.failure());
  const auto where = read_where(*kind.value(), options.where);
  if (!where.ok()) return invocation.fail(where.failure());
  const auto columns = read_columns(*kind.value(), options.columns);
  if (!columns.ok()) return invocation.fail(columns.failure());
  const auto key = read_sort(*kind.value(), options.sort);
  if (!key.ok()) return invocation.fail(key.failure());
  const auto opened = open_records(invocation);
  if (!opened.ok()) return invocation.fail(opened.failure());
  const Assessment assessed(opened.value().reading.portfolio, invocation.as_of);
  auto items = chosen_items(assessed, *kind.value(), where.value(), key.value());
  const bool is_silent = invocation.options.quiet && output.value().path.empty();
  if (items.empty() && is_silent) return said_notices(invocation, opened.value());
  return put_document(invocation, to_document(assessed, *kind.value(), columns.value(), items),
                      opened.value(), whole_lines(std::move(output).value(), invocation));
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("KIND", options->kind, "What to list"), values::kind)->required();
  takes(app.add_option("--where", options->where, "Only those of which this is true"),
        values::condition);
  takes(app.add_option("--columns", options->columns, "Names of fields, separated by commas"),
        values::columns);
  takes(app.add_option("--sort", options->sort, "A field to sort by; -NAME turns it round"),
        values::sort_key);
  add_output_options(app, options->output);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command list{
    .name = "list",
    .summary = "Print one line for each record or part",
    .description =
        "Any kind of record or part can be listed, by its plural: relationships, "
        "initiatives, outcomes, risks, agreements, people, measurements. Columns are "
        "stored fields (target.date), or computed ones (verdict); `brm explain KIND` "
        "names them all. On a terminal long titles wrap; in a pipe or a file each record has one "
        "line, however long.",
    .examples =
        "  brm list outcomes --where 'verdict = off_track' --sort due\n"
        "  brm list relationships --columns id,title,manager\n",
    .also = "ls find search query",
    .add = add,
};

}  // namespace commands
}  // namespace brm
