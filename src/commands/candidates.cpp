#include "commands/candidates.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/facts.h"
#include "commands/application.h"
#include "commands/office_rules.h"
#include "commands/option_words.h"
#include "commands/states.h"
#include "commands/typed_words.h"
#include "model/all_kinds.h"
#include "reports/report.h"

namespace brm {
namespace {

std::string text_of(std::string_view text) { return std::string(text); }

std::vector<Candidate> from(const std::vector<Word>& words) {
  std::vector<Candidate> out;
  for (const Word& word : words) out.push_back({text_of(word.name), text_of(word.meaning)});
  return out;
}

std::vector<Candidate> option_names_of(const TypedWords& typed) {
  std::vector<Candidate> out;
  for (const CLI::App* app : {typed.command, &typed.app}) {
    if (app == nullptr) continue;
    for (const OptionWords& option : options_of(*app)) {
      const bool is_there = std::any_of(out.begin(), out.end(), [&](const Candidate& each) {
        return each.text == option.names.back();
      });
      if (is_there) continue;
      out.push_back({option.names.back(), option.meaning});
      // A short name is offered only to whoever typed it, so that it is seen to be whole.
      if (option.names.front() == typed.current) out.push_back({typed.current, option.meaning});
    }
  }
  return out;
}

/// The kind whose fields are meant: of the KIND that was typed, or of the report.
const Kind* kind_of(const TypedWords& typed) {
  if (const Kind* kind = find_kind(typed.typed_for(values::kind))) return kind;
  for (const Report* report : all_reports()) {
    if (report->name == typed.typed_for(values::report)) return report->kind;
  }
  return nullptr;
}

/// Every name that `--where`, `--columns` and `--sort` know of the kind.
std::vector<Candidate> fields_of(const Kind& kind, const std::string& before = "") {
  std::vector<Candidate> out;
  for (const ComputedField& field : computed_fields()) {
    if (is_of(field, kind)) out.push_back({before + text_of(field.name), text_of(field.meaning)});
  }
  for (std::size_t i = 0; i < kind.size(); ++i) {
    const Field& field = kind.field(i);
    if (kind.index_of(field.name) != i) continue;
    out.push_back({before + text_of(field.name), text_of(field.meaning)});
  }
  return out;
}

/// As the shell would have expanded it.
std::string expanded(std::string path, const World& world) {
  std::erase_if(path, [](char c) { return c == '\\' || c == '"' || c == '\''; });
  if (path == "~" || path.starts_with("~/")) {
    path.replace(0, 1, world.environment("HOME").value_or("~"));
  }
  return path;
}

GlobalOptions options_of(const TypedWords& typed, const World& world) {
  GlobalOptions options;
  if (!typed.records.empty()) options.records = expanded(typed.records, world);
  return options;
}

/// A closed list, and the rules of the office itself where rules are asked for.
std::vector<Candidate> words_for(const Values& values, const TypedWords& typed,
                                 const Invocation& invocation) {
  std::vector<Candidate> out = from(values.words());
  if (&values != &values::rule && &values != &values::topic) return out;
  const GlobalOptions options = options_of(typed, invocation.world);
  const auto office =
      read_office_rules({invocation.world, options, invocation.console, {}, invocation.as_of, {}});
  if (office == nullptr) return out;
  for (const RuleWords* rule : office->house.words()) {
    out.push_back({text_of(rule->name), text_of(rule->summary)});
  }
  return out;
}

/// `explain` knows words, and behind a kind and a dot its fields.
std::vector<Candidate> topics(const Values& values, const TypedWords& typed,
                              const Invocation& invocation) {
  const std::string& current = typed.current;
  const std::size_t dot = current.find('.');
  const Kind* kind = dot == std::string::npos ? nullptr : find_kind(current.substr(0, dot));
  return kind == nullptr ? words_for(values, typed, invocation)
                         : fields_of(*kind, current.substr(0, dot + 1));
}

void add_parts(const Item& item, std::vector<Candidate>& out) {
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    if (field.type != Type::part) continue;
    const auto parts = field.many == Many::list ? value.as_list() : std::span(&value, 1);
    for (const Value& part : parts) {
      if (!part.item->id().empty()) {
        const Value* title = part.item->find("title");
        out.push_back({fmt::format("{}/{}", item.record().id(), part.item->id()),
                       text_of(title == nullptr ? field.part->name : title->as_text())});
      }
      add_parts(*part.item, out);
    }
  }
}

/// Records; the parts of one only behind its id and `/`, because there are many.
std::vector<Candidate> ids(const TypedWords& typed, const Invocation& invocation) {
  const GlobalOptions options = options_of(typed, invocation.world);
  const Invocation here{invocation.world, options, invocation.console, {}, invocation.as_of};
  const auto opened = open_records(here);
  std::vector<Candidate> out;
  if (!opened.ok()) return out;
  const Portfolio& portfolio = opened.value().reading.portfolio;
  const std::size_t slash = typed.current.find('/');
  for (const Item* record : portfolio.records()) {
    const Value* title = record->find("title");
    if (slash != std::string::npos && record->id() == typed.current.substr(0, slash)) {
      add_parts(*record, out);
    } else if (slash == std::string::npos && !record->id().empty()) {
      out.push_back({text_of(record->id()), text_of(title == nullptr ? "" : title->as_text())});
    }
  }
  return out;
}

/// The newest commit, and what branches and tags are called.
std::vector<Candidate> revisions(const TypedWords& typed, const Invocation& invocation) {
  const GlobalOptions options = options_of(typed, invocation.world);
  const Invocation here{invocation.world, options, invocation.console, {}, invocation.as_of};
  const auto root = find_records(here);
  if (!root.ok()) return {};
  const auto repository = open_repository(here, root.value());
  if (!repository.ok()) return {};
  std::vector<Candidate> out{{"HEAD", "The newest commit."}, {"HEAD~1", "The one before."}};
  for (std::string& name : repository.value().names()) out.push_back({std::move(name), ""});
  return out;
}

/// Several may be given with commas between; what stands before the last stays as it is.
std::vector<Candidate> listed_fields(const TypedWords& typed) {
  const Kind* kind = kind_of(typed);
  if (kind == nullptr) return {};
  const std::size_t comma = typed.current.rfind(',');
  const std::size_t begin = comma == std::string::npos ? 0 : comma + 1;
  const bool is_turned = typed.current.substr(begin).starts_with('-');
  return fields_of(*kind, typed.current.substr(0, begin) + (is_turned ? "-" : ""));
}

Candidates for_values(const Values& values, const TypedWords& typed, const Invocation& invocation) {
  switch (values.source) {
    case Source::anything:
      return {};
    case Source::words:
      return {words_for(values, typed, invocation), Paths::none};
    case Source::topics:
      return {topics(values, typed, invocation), Paths::none};
    case Source::fields:
      return {listed_fields(typed), Paths::none};
    case Source::condition: {
      const Kind* kind = kind_of(typed);
      return {kind == nullptr ? std::vector<Candidate>{} : fields_of(*kind), Paths::none};
    }
    case Source::ids:
      return {ids(typed, invocation), Paths::none};
    case Source::revisions:
      return {revisions(typed, invocation), Paths::none};
    case Source::folders:
      return {{}, Paths::folders};
    case Source::files:
      return {{}, Paths::files};
  }
  return {};
}

}  // namespace

Candidates candidates_after(std::span<const std::string> words, const Invocation& invocation) {
  const Application application;
  const TypedWords typed(application.app, words);
  Candidates found;
  if (const CLI::Option* option = typed.value_of()) {
    const Values* values = values_of(*option);
    if (values != nullptr) found = for_values(*values, typed, invocation);
  } else if (typed.is_option_name) {
    found.list = option_names_of(typed);
  } else if (typed.command == nullptr) {
    found.list = from(values::command.words());
  }
  std::erase_if(found.list,
                [&](const Candidate& each) { return !each.text.starts_with(typed.current); });
  for (Candidate& each : found.list) each.text.insert(0, typed.before_current);
  return found;
}

}  // namespace brm
