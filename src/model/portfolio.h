// Everything read from one records folder, with its indexes built once. The input of every rule and
// report.
#pragma once

#include <memory>
#include <memory_resource>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/item.h"
#include "source/source_file.h"

namespace brm {

/// Owns the files and the memory that items point into.
class Portfolio {
 public:
  /// `files` in the order of their indexes; a file that could not be read is there without bytes.
  /// `arenas` hold the items of the records that are added later, and their texts point into both.
  Portfolio(std::vector<SourceFile> files,
            std::vector<std::unique_ptr<std::pmr::monotonic_buffer_resource>> arenas)
      : files_(std::move(files)), arenas_(std::move(arenas)) {}

  /// For rules that look at one record at a time: holds none yet. Nothing can be looked up in it by
  /// its id but the office's goals.
  explicit Portfolio(const Item* office) : is_single_(true) { set_office(office); }
  /// From now on `record` is the only one. Both are used until the next call.
  void hold(const Item& record, const SourceFile& source);
  bool is_single() const { return is_single_; }

  const SourceFile& file(std::uint32_t index) const { return is_single_ ? *only_ : files_[index]; }
  const std::vector<SourceFile>& files() const { return files_; }
  /// To take bytes away, or to put them back.
  SourceFile& change_file(std::uint32_t index) { return files_[index]; }

  void add_record(const Item& record) { records_.push_back(&record); }
  /// All records in the order of their files, which is bytewise by path.
  const std::vector<const Item*>& records() const { return records_; }
  /// Records of a kind (kinds::initiative) or parts of one (kinds::outcome), as they were written.
  const std::vector<const Item*>& all(const Kind& kind) const;
  /// Built after the last record was added; looking anything up before is an error.
  void build_indexes();

  /// The record with this id; of several the first.
  const Item* find_record(std::string_view id) const;
  /// `dhhs`, `elig-portal/decision-days`, or a goal's bare id; null when there is none.
  const Item* find(std::string_view reference) const;
  /// The office's goal of this id; null when there is none.
  const Item* find_goal(std::string_view id) const;
  /// The part called `id` anywhere in a record; of several the first.
  const Item* find_part(const Item& record, std::string_view id) const;
  /// brm.yaml's record; null in a folder without.
  const Item* office() const { return office_; }

 private:
  /// How an item is looked up: `record/part`, or a record by its id alone. An item tells its own,
  /// so that an index needs to hold nothing but where it is.
  struct Name {
    std::string_view record;
    std::string_view part;
    bool operator==(const Name&) const = default;
  };
  static Name name_of(Name name) { return name; }
  static Name name_of(const Item* item) {
    if (item->parent == nullptr) return {item->id(), {}};
    return {item->record().id(), item->id()};
  }
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(const auto& named) const {
      const Name name = name_of(named);
      const std::hash<std::string_view> hash;
      return hash(name.record) * 31 + (name.part.empty() ? 0 : hash(name.part));
    }
  };
  struct Same {
    using is_transparent = void;
    bool operator()(const auto& a, const auto& b) const { return name_of(a) == name_of(b); }
  };
  using List = std::vector<const Item*>;

  void index_parts(const Item& item);
  const Item* find(Name name) const;
  void refuse_single() const;
  void set_office(const Item* office);

  std::vector<SourceFile> files_;  // never grows, so that short texts stay where they are
  std::vector<std::unique_ptr<std::pmr::monotonic_buffer_resource>> arenas_;
  List records_;
  std::unordered_map<const Kind*, List> by_kind_;
  std::unordered_set<const Item*, Hash, Same> named_;  // of equal names the first
  const Kind* last_kind_ = nullptr;
  List* last_list_ = nullptr;
  const Item* office_ = nullptr;
  std::unordered_map<std::string_view, const Item*> goals_;
  bool is_single_ = false;
  const SourceFile* only_ = nullptr;  // of a single one
};

}  // namespace brm
