#include "commands/since.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "commands/within.h"

namespace brm {
namespace {

/// Nothing to compare with is no reason to keep back the rest.
Since without(const Failure& failure) {
  const std::string more = failure.help.empty() ? "" : fmt::format(" ({})", failure.help);
  return {nullptr, std::nullopt,
          fmt::format("What changed cannot be said: {}{}. What follows is as it is now.",
                      failure.message, more),
          tells_of_damage(failure)};
}

}  // namespace

Result<Since> open_since(const Invocation& invocation, const std::string& text,
                         const State& present) {
  const std::optional<Date> day = read_ago(text, invocation.as_of);
  const std::string& root = present.opened.root;
  auto opened = open_repository(invocation, root);
  const bool is_certain = !day;
  if (!opened.ok()) {
    if (is_certain) return opened.failure();
    return without(opened.failure());
  }
  auto repository = std::make_unique<Repository>(std::move(opened).value());
  auto state = open_revision(invocation, *repository, root, day ? to_text(*day) : text, &present);
  if (!state.ok()) {
    if (is_certain) return state.failure();
    return without(state.failure());
  }
  Since out{std::move(repository), std::move(state).value(), ""};
  // Nothing that is later than the day this is as of.
  if (out.state->as_of > invocation.as_of) out.state->as_of = invocation.as_of;
  out.words = fmt::format("Compared with the records of then: {}.", out.state->words());
  const Commit& commit = *out.state->commit;
  if (commit.day == out.state->as_of && out.state->name == to_text(commit.day)) {
    out.words =
        fmt::format("Compared with the records of that day, commit {}.", commit.id.substr(0, 7));
  }
  return out;
}

}  // namespace brm
