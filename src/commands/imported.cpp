#include "commands/imported.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.h"
#include "commands/edited_file.h"
#include "commands/new_file.h"
#include "exchange/brought_up_to_date.h"
#include "rules/shared_ids.h"

namespace brm {
namespace {

constexpr BlockStyle layout{.width = 100};

/// More of the draft in the file: the words that differ, then all that comes in together of what is
/// lacking. It is read back, and the rest looked for in that.
Result<std::string> with_next(const EditedFile& file, const Differences& differences) {
  if (!differences.words.empty()) {
    std::vector<Replacement> replacements;
    for (const OtherWord& each : differences.words) replacements.push_back({each.place, each.text});
    return file.with(replacements);
  }
  std::vector<Addition> additions;
  for (const LackingEntry& each : differences.lacking) {
    additions.push_back({each.map, each.key, each.is_item ? Into::list : Into::field, *each.value});
  }
  return file.with(additions);
}

void say_what_stays(const EditedFile& file, const Differences& left,
                    std::vector<RowFault>& faults) {
  const auto line_of = [&](std::uint32_t node) {
    return file.source().line_column(file.tree().nodes[node].begin).line;
  };
  for (const OtherForm& each : left.forms) {
    faults.push_back({fmt::format("{}:{}", file.path(), line_of(each.node)), 0, each.key,
                      "it is written in another form than the mapping makes, and stays as it is",
                      "write it as the mapping does, or take it out of the mapping"});
  }
  for (const AlikeEntries& each : left.alike) {
    faults.push_back(
        {fmt::format("{}:{}", file.path(), line_of(each.first)), 0, each.key,
         fmt::format("nothing tells this entry from that of line {}, so both stay as "
                     "they are",
                     line_of(each.second)),
         "take one of them out, or write what tells them apart: `brm manual mapping`"});
  }
}

Result<std::string> brought_up_to_date(const EditedFile& old, const RecordDraft& draft,
                                       std::vector<RowFault>& faults) {
  std::string bytes = old.was();
  for (bool is_first = true;; is_first = false) {
    const auto file = EditedFile::of(old.path(), bytes);
    if (!file.ok()) return file.failure();
    const Differences left = differences(file.value().tree(), 0, *draft.kind, draft.fields);
    if (is_first) say_what_stays(file.value(), left, faults);
    if (left.words.empty() && left.lacking.empty()) return bytes;
    auto next = with_next(file.value(), left);
    if (!next.ok()) return next;
    bytes = std::move(next).value();
  }
}

/// Whether the text says what the draft does, and nothing else that it would have to.
bool reads_back(const std::string& path, const std::string& text, const RecordDraft& draft) {
  const auto file = EditedFile::of(path, text);
  if (!file.ok()) return false;
  const Differences left = differences(file.value().tree(), 0, *draft.kind, draft.fields);
  return left.words.empty() && left.lacking.empty() && left.forms.empty() && left.alike.empty();
}

class Applying {
 public:
  Applying(const Opened& opened, const Invocation& invocation, Imported& out)
      : opened_(opened), invocation_(invocation), out_(out) {
    const Listing listing = opened.folder->list();
    for (const std::string& path : listing.paths) paths_.emplace(stem_of(path), path);
    for (const rules::SharedId& each : rules::shared_record_ids(opened.reading.portfolio)) {
      if (each.later->parent == nullptr) shared_.emplace(each.later->id(), each);
    }
  }

  void apply(const RecordDraft& draft) {
    const Portfolio& portfolio = opened_.reading.portfolio;
    const bool is_office = draft.kind->name == "office";
    if (is_office && std::exchange(has_office_, true)) {
      return refuse(draft, "the mapping makes two offices, and a folder has one",
                    "give both the same id in the mapping");
    }
    const Item* item = is_office ? portfolio.office() : portfolio.find_record(draft.id());
    if (item == nullptr) return make(draft, is_office);
    if (const auto shared = shared_.find(draft.id()); shared != shared_.end() && !is_office) {
      return refuse(draft,
                    fmt::format("two records have this id, in {} and {}, so neither is changed",
                                visible(portfolio.file(shared->second.first->file).path()),
                                visible(portfolio.file(shared->second.later->file).path())),
                    "give one of them another id, or delete it; then import again");
    }
    if (item->kind != draft.kind) {
      refuse(draft,
             fmt::format("`{}` is the id of a record of another kind, {}", visible(draft.id()),
                         item->kind->name),
             "give it another id in the mapping");
      return;
    }
    if (!is_office) return update(draft, portfolio.file(item->file).path());
    RecordDraft office = draft;  // there is one, whatever it is called
    std::erase_if(office.fields.fields, [](const auto& field) { return field.first == "id"; });
    update(office, portfolio.file(item->file).path());
  }

 private:
  /// What a file is called is the id of its record, whether it can be read or not.
  static std::string_view stem_of(std::string_view path) {
    path.remove_prefix(path.rfind('/') + 1);
    return path.substr(0, path.rfind('.'));
  }

  void make(const RecordDraft& draft, bool is_office) {
    const auto there = paths_.find(is_office ? "brm" : draft.id());
    if (there != paths_.end()) {
      return refuse(draft,
                    fmt::format("{} is there, and no record of this id can be read from it",
                                visible(there->second)),
                    "mend that file first: brm check");
    }
    const auto [made, is_new] = made_.emplace(draft.id(), draft.kind);
    if (!is_new) {
      return refuse(draft,
                    fmt::format("`{}` would be the id of two records, {} and {}",
                                visible(draft.id()), made->second->name, draft.kind->name),
                    "give one of them another id in the mapping");
    }
    const std::string path =
        is_office ? "brm.yaml" : fmt::format("{}{}.yaml", folder_of(draft), draft.id());
    std::string text = editor_line(invocation_, opened_, path) + in_block(draft.fields, 0, layout);
    if (!reads_back(path, text, draft)) {
      return refuse(draft, "it would not read back as it is meant",
                    "write it by hand; and please report its values, as this is a fault of brm");
    }
    out_.files.push_back({path, "", std::move(text), Writing::create});
  }

  std::string folder_of(const RecordDraft& draft) {
    if (!draft.folder.empty()) return draft.folder + "/";
    const auto [found, is_new] = folders_.try_emplace(draft.kind);
    if (is_new) found->second = folder_for(*draft.kind, opened_.reading.portfolio);
    return found->second;
  }

  void update(const RecordDraft& draft, const std::string& path) {
    auto read = opened_.folder->read(path);
    if (!read.ok()) return out_.troubles.push_back(read.failure());
    const auto file = EditedFile::of(path, std::move(read).value().bytes);
    if (!file.ok()) return refuse(draft, file.failure().message, file.failure().help);
    auto now = brought_up_to_date(file.value(), draft, out_.faults);
    if (!now.ok()) return refuse(draft, now.failure().message, now.failure().help);
    if (now.value() == file.value().was()) {
      ++out_.unchanged;
    } else {
      out_.files.push_back({path, file.value().was(), std::move(now).value()});
    }
  }

  void refuse(const RecordDraft& draft, std::string message, std::string help) {
    out_.faults.push_back({std::string(draft.id()), 0, "", std::move(message), std::move(help)});
  }

  const Opened& opened_;
  const Invocation& invocation_;
  Imported& out_;
  std::map<std::string_view, rules::SharedId> shared_;
  std::map<std::string, std::string, std::less<>> paths_;  ///< By stem.
  std::map<std::string, const Kind*, std::less<>> made_;
  std::map<const Kind*, std::string> folders_;
  bool has_office_ = false;
};

}  // namespace

Imported apply_drafts(const std::vector<RecordDraft>& drafts, const Opened& opened,
                      const Invocation& invocation) {
  Imported out;
  Applying applying(opened, invocation, out);
  for (const RecordDraft& draft : drafts) applying.apply(draft);
  std::sort(out.files.begin(), out.files.end(),
            [](const FileChange& a, const FileChange& b) { return a.path < b.path; });
  return out;
}

}  // namespace brm
