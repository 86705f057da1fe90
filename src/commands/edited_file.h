// A file of the records folder that is about to be changed: read, given its addition, and read
// back before anything is written.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "read/folder.h"
#include "read/tree.h"
#include "source/slot.h"
#include "write/yaml.h"

namespace brm {

/// Whether the entry becomes one more item of a list, or the only value of a field.
enum class Into : std::uint8_t { list, field };

/// What is to be added to one map of a file.
struct Addition {
  std::uint32_t map = 0;  ///< Its node in the file's tree.
  std::string key;
  Into into = Into::list;
  Yaml entry;
};

/// One word in the place of another.
struct Replacement {
  Span place;
  std::string text;
};

class EditedFile {
 public:
  /// Fails where the file cannot be read, or holds no YAML that can be.
  static Result<EditedFile> read(const Folder& folder, const std::string& path);
  /// Of bytes that are no file yet.
  static Result<EditedFile> of(const std::string& path, std::string bytes);

  const std::string& path() const { return source_.path(); }
  /// As the disk has it, byte order mark and all.
  const std::string& was() const { return was_; }
  std::string_view bytes() const { return source_.bytes(); }
  const SourceFile& source() const { return source_; }
  const Tree& tree() const { return tree_; }

  /// All that is to be in the file. Fails where it would not read as the old file and the addition,
  /// and nothing else.
  Result<std::string> with(const Addition& addition) const;
  /// The same with several, which lack nothing of each other: items of one list and fields of one
  /// map in their order. Of those that cannot come in together, as two in one pair of brackets, the
  /// first alone comes in; what is left over has to be looked for in what comes out. Takes as long
  /// as the file and the additions, whatever their number.
  Result<std::string> with(const std::vector<Addition>& additions) const;
  /// The same with other words in the places of scalars.
  Result<std::string> with(const std::vector<Replacement>& replacements) const;

 private:
  explicit EditedFile(const std::string& path, std::string bytes)
      : was_(std::move(bytes)), source_(path, was_) {}

  std::string was_;
  SourceFile source_;
  Tree tree_;
};

}  // namespace brm
