#include "source/source_file.h"

#include <algorithm>

namespace brm {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_continuation_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The place after these bytes of a file.
LineColumn counted_to(std::string_view before) {
  std::size_t line = 1;
  std::size_t start = 0;
  for (std::size_t end = 0; (end = before.find('\n', start)) != std::string_view::npos; ++line) {
    start = end + 1;
  }
  const std::string_view in_line = before.substr(start);
  const auto column = 1 + std::count_if(in_line.begin(), in_line.end(),
                                        [](char c) { return !is_continuation_byte(c); });
  return {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)};
}

}  // namespace

SourceFile::SourceFile(std::string path, std::string bytes) : path_(std::move(path)) {
  restore_bytes(std::move(bytes));
}

std::string SourceFile::take_bytes() {
  lines_.reset();
  has_bytes_ = false;
  std::string taken;
  taken.swap(bytes_);  // a move would leave the memory here
  return taken;
}

void SourceFile::restore_bytes(std::string bytes) {
  bytes_ = std::move(bytes);
  has_bytes_ = true;
  if (bytes_.starts_with(byte_order_mark)) {
    had_byte_order_mark_ = true;
    bytes_.erase(0, byte_order_mark.size());
  }
  // Texts of records point in here: a short string kept inside its object would move with it.
  constexpr std::size_t too_long_for_that = 64;
  if (bytes_.capacity() < too_long_for_that) bytes_.reserve(too_long_for_that);
}

std::string_view SourceFile::stem() const {
  std::string_view name = path_;
  if (const auto slash = name.rfind('/'); slash != std::string_view::npos) {
    name.remove_prefix(slash + 1);
  }
  return name.substr(0, name.rfind('.'));
}

SourceFile::Lines& SourceFile::lines() const {
  if (lines_ == nullptr) lines_ = std::make_unique<Lines>();
  return *lines_;
}

const std::vector<std::uint32_t>& SourceFile::line_starts() const {
  auto& starts = lines().starts;
  if (starts.empty()) {
    starts.push_back(0);
    for (std::size_t at = bytes_.find('\n'); at != std::string::npos;
         at = bytes_.find('\n', at + 1)) {
      starts.push_back(static_cast<std::uint32_t>(at + 1));
    }
  }
  return starts;
}

std::size_t SourceFile::line_start(std::size_t offset) const {
  const auto& starts = line_starts();
  const auto after =
      std::upper_bound(starts.begin(), starts.end(), std::min(offset, bytes_.size()));
  return *(after - 1);
}

LineColumn SourceFile::line_column(std::size_t offset) const {
  offset = std::min(offset, bytes_.size());
  // Most files are asked about one place: an index of their lines would be made for it alone.
  if (lines_ == nullptr) {
    lines_ = std::make_unique<Lines>();
    return counted_to(bytes().substr(0, offset));
  }
  const auto& starts = line_starts();
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  const std::size_t characters = characters_before(offset) - characters_before(*(after - 1));
  return {static_cast<std::uint32_t>(after - starts.begin()),
          static_cast<std::uint32_t>(characters + 1)};
}

std::size_t SourceFile::characters_before(std::size_t offset) const {
  const auto count = [&](std::size_t from, std::size_t to) {
    const std::string_view part = bytes().substr(from, to - from);
    const auto continued = std::count_if(part.begin(), part.end(), is_continuation_byte);
    return part.size() - static_cast<std::size_t>(continued);
  };
  if (offset < stretch) return count(0, offset);
  // Many findings on one long line do not each count all of it.
  auto& characters = lines().characters;
  if (characters.empty()) {
    characters.push_back(0);
    for (std::size_t at = stretch; at <= bytes_.size(); at += stretch) {
      const std::size_t more = count(at - stretch, at);
      characters.push_back(characters.back() + static_cast<std::uint32_t>(more));
    }
  }
  const std::size_t known = offset / stretch;
  return characters[known] + count(known * stretch, offset);
}

std::string_view SourceFile::line_at(std::size_t offset) const {
  const auto& starts = line_starts();
  const auto after =
      std::upper_bound(starts.begin(), starts.end(), std::min(offset, bytes_.size()));
  const std::size_t start = *(after - 1);
  const std::size_t end = after == starts.end() ? bytes_.size() : *after - 1U;
  std::string_view line = bytes().substr(start, end - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace brm
