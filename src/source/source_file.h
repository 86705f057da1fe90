// The bytes of one records file, immutable, and where in them a person would look.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace brm {

/// As people count: both from 1, the column in Unicode code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Its bytes stay where they are in memory when it is moved.
class SourceFile {
 public:
  /// `path` is relative to the records root, with `/`. A byte order mark at the start of `bytes` is
  /// taken off: no offset, line or column counts it.
  SourceFile(std::string path, std::string bytes);
  /// Not read yet: no bytes.
  explicit SourceFile(std::string path) : path_(std::move(path)), has_bytes_(false) {}

  /// Gives up the bytes, to be put back where somebody wants to see them; their memory may be used
  /// again.
  std::string take_bytes();
  void restore_bytes(std::string bytes);
  bool has_bytes() const { return has_bytes_; }

  const std::string& path() const { return path_; }
  std::string_view bytes() const { return bytes_; }
  bool had_byte_order_mark() const { return had_byte_order_mark_; }
  /// `relationships/dhhs.yaml` has the stem `dhhs`.
  std::string_view stem() const;

  /// An offset past the end counts as the end.
  LineColumn line_column(std::size_t offset) const;
  /// The whole line that holds `offset`, without its line end.
  std::string_view line_at(std::size_t offset) const;
  /// Where the line that holds `offset` begins.
  std::size_t line_start(std::size_t offset) const;

 private:
  static constexpr std::size_t stretch = 1024;

  const std::vector<std::uint32_t>& line_starts() const;
  std::size_t characters_before(std::size_t offset) const;

  std::string path_;
  std::string bytes_;
  bool had_byte_order_mark_ = false;
  bool has_bytes_ = true;
  /// Made when first asked: of most files nobody asks.
  struct Lines {
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> characters;  // before each stretch
  };
  Lines& lines() const;
  mutable std::unique_ptr<Lines> lines_;
};

}  // namespace brm
