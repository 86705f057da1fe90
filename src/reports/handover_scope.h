// What of the records a handover is about: all of it, or what one person who leaves has to do with.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "assess/assessment.h"
#include "assess/clocks.h"
#include "assess/where.h"

namespace brm::handover {

/// What a person is to a record and its parts.
struct Holding {
  const Item* record = nullptr;
  std::string role;                 ///< `manager`, `risk: managed by`
  std::vector<const Item*> things;  ///< The record itself, or its parts.
  bool is_alone = false;            ///< Nobody else is named in the record.
};

class Scope {
 public:
  /// `leaving` is null for a handover of everything.
  /// Of initiatives only those of which `where` is true.
  Scope(const Assessment& assessed, const Item* leaving, const Where& where);

  const Assessment& assessed() const { return assessed_; }
  const Item* leaving() const { return leaving_; }
  /// Of a part: it or something in it names the person, or its record is theirs.
  bool concerns(const Item& item) const;
  /// Those of its items of a kind, in the order of the records.
  std::vector<const Item*> all(const Kind& kind) const;
  /// Of all records, whoever they ask; in order, and found once.
  const std::vector<Clock>& clocks() const;
  /// Of the person who leaves, in the order of the records.
  const std::vector<Holding>& holdings() const { return holdings_; }

 private:
  void walk(const Item& item);
  void add(const Item& item, std::string_view field);
  bool is_attended(const Item& item, const Field& field, std::string_view text) const;

  const Assessment& assessed_;
  const Item* leaving_;
  const Where& where_;
  std::unordered_set<const Item*> naming_;  // they name the person, or something in them does
  std::unordered_set<const Item*>
      theirs_;  // records that name the person themselves, and bodies they sit in
  std::vector<Holding> holdings_;
  std::size_t first_ = 0;  // holdings of the record that is being walked through
  bool names_others_ = false;
  mutable std::optional<std::vector<Clock>> clocks_;
};

}  // namespace brm::handover
