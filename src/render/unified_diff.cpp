#include "render/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

namespace brm {
namespace {

constexpr std::size_t around = 3;

using Lines = std::vector<std::string_view>;

/// With their line ends, so that a last one without differs.
Lines lines_of(std::string_view text) {
  Lines out;
  while (!text.empty()) {
    const std::size_t feed = text.find('\n');
    const std::size_t size = feed == std::string_view::npos ? text.size() : feed + 1;
    out.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return out;
}

/// Lines `from` to `to` of the old text in whose place those of the new one come.
struct Change {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t new_from = 0;
  std::size_t new_to = 0;
};

/// The longest line of lines that both have, found by trying all: what differs is small, as brm
/// made it. Past a few thousand lines everything between is one change.
class Comparison {
 public:
  Comparison(const Lines& was, const Lines& now) : was_(was), now_(now) {}

  std::vector<Change> changes() {
    std::size_t head = 0;
    const std::size_t least = std::min(was_.size(), now_.size());
    while (head < least && was_[head] == now_[head]) ++head;
    std::size_t tail = 0;
    while (tail < least - head && was_[was_.size() - 1 - tail] == now_[now_.size() - 1 - tail]) {
      ++tail;
    }
    compare(head, was_.size() - tail, now_.size() - tail);
    return std::move(changes_);
  }

 private:
  void add(const Change& change) {
    if (change.from == change.to && change.new_from == change.new_to) return;
    changes_.push_back(change);
  }

  void compare(std::size_t head, std::size_t end, std::size_t new_end) {
    const std::size_t rows = end - head;
    const std::size_t columns = new_end - head;
    constexpr std::size_t most_cells = 4'000'000;
    if ((rows + 1) * (columns + 1) > most_cells) return add({head, end, head, new_end});
    const auto same = lengths(head, rows, columns);
    const auto at = [&](std::size_t i, std::size_t j) { return same[i * (columns + 1) + j]; };
    Change open{head, head, head, head};
    for (std::size_t i = 0, j = 0; i < rows || j < columns;) {
      if (i < rows && j < columns && was_[head + i] == now_[head + j]) {
        add(open);
        ++i, ++j;
        open = {head + i, head + i, head + j, head + j};
      } else if (j == columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) {
        open.to = head + ++i;
      } else {
        open.new_to = head + ++j;
      }
    }
    add(open);
  }

  /// How many lines both have in common from each pair of places on.
  std::vector<std::uint32_t> lengths(std::size_t head, std::size_t rows,
                                     std::size_t columns) const {
    std::vector<std::uint32_t> out((rows + 1) * (columns + 1));
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        const std::size_t here = i * (columns + 1) + j;
        const std::size_t below = here + columns + 1;
        out[here] = was_[head + i] == now_[head + j] ? out[below + 1] + 1
                                                     : std::max(out[below], out[here + 1]);
      }
    }
    return out;
  }

  const Lines& was_;
  const Lines& now_;
  std::vector<Change> changes_;
};

class Diff {
 public:
  Diff(const Lines& was, const Lines& now, const TextStyle& style)
      : was_(was), now_(now), style_(style) {}

  /// Changes so near to each other that their surroundings meet are shown together.
  std::string hunks(const std::vector<Change>& changes) {
    for (std::size_t first = 0; first < changes.size();) {
      std::size_t last = first;
      while (last + 1 < changes.size() && changes[last + 1].from <= changes[last].to + 2 * around) {
        ++last;
      }
      add_hunk(std::span(changes).subspan(first, last - first + 1));
      first = last + 1;
    }
    return std::move(out_);
  }

 private:
  void add_hunk(std::span<const Change> changes) {
    const std::size_t before = std::min(around, changes.front().from);
    const std::size_t from = changes.front().from - before;
    const std::size_t to = std::min(changes.back().to + around, was_.size());
    const std::size_t new_from = changes.front().new_from - before;
    const std::size_t new_to = changes.back().new_to + (to - changes.back().to);
    const auto range = [](std::size_t begin, std::size_t end) {
      return fmt::format("{},{}", end == begin ? begin : begin + 1, end - begin);
    };
    const std::string head = fmt::format("@@ -{} +{} @@", range(from, to), range(new_from, new_to));
    out_ += toned(head, Tone::faint, style_) + "\n";
    std::size_t at = from;
    for (const Change& change : changes) {
      while (at < change.from) add_line(' ', was_[at++], Tone::plain);
      while (at < change.to) add_line('-', was_[at++], Tone::bad);
      for (std::size_t i = change.new_from; i < change.new_to; ++i) {
        add_line('+', now_[i], Tone::good);
      }
    }
    while (at < to) add_line(' ', was_[at++], Tone::plain);
  }

  void add_line(char sign, std::string_view line, Tone tone) {
    const bool has_end = line.ends_with('\n');
    if (has_end) line.remove_suffix(1);
    out_ += toned(fmt::format("{}{}", sign, line), tone, style_) + "\n";
    if (!has_end) out_ += "\\ No newline at end of file\n";
  }

  const Lines& was_;
  const Lines& now_;
  const TextStyle& style_;
  std::string out_;
};

}  // namespace

std::string unified_diff(std::string_view path, std::string_view was, std::string_view now,
                         const TextStyle& style) {
  if (was == now) return "";
  const Lines old_lines = lines_of(was);
  const Lines new_lines = lines_of(now);
  const std::string from = was.empty() ? "/dev/null" : fmt::format("a/{}", path);
  const std::string head = fmt::format("--- {}\n+++ b/{}\n", from, path);
  return head + Diff(old_lines, new_lines, style).hunks(Comparison(old_lines, new_lines).changes());
}

}  // namespace brm
