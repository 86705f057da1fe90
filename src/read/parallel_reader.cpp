#include "read/parallel_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <thread>

#include "base/blocks.h"
#include "model/outliner.h"
#include "read/faults.h"
#include "read/record_reader.h"

namespace brm {
namespace {

/// Files are taken from the list a few at a time.
constexpr std::size_t block = 16;
/// More readers than cores, while they wait for the disk; warm it costs nothing.
constexpr std::size_t usual_readers = 8;
constexpr std::size_t worth_a_thread = 64;

}  // namespace

/// One thread's share, with everything that is used again from file to file.
class ParallelReader::Worker {
 public:
  explicit Worker(ParallelReader& all) : all_(all) {}

  void run() {
    for (;;) {
      const std::size_t begin = all_.next_.fetch_add(block);
      if (begin >= all_.files_) return;
      for (std::size_t i = begin; i < std::min(begin + block, all_.files_); ++i) {
        if (i != all_.office_) read_file(static_cast<std::uint32_t>(i));
      }
    }
  }

  /// Whole, whatever becomes of the others.
  void read_office(std::uint32_t index) { read_whole(index, *kept_); }
  /// Gives the office the policy of another file, which is the last of the sources.
  void replace_policy(const Item& office) {
    const auto index = static_cast<std::uint32_t>(all_.files_);
    const SourceFile& source = all_.out_.sources[index];
    std::vector<Value> values;
    for (const Value& value : office.fields()) {
      if (office.kind->field(value.field).name != "policy") values.push_back(value);
    }
    if (read_tree(source, index, all_.options_.lanes, tree_, found_) != Lane::none) {
      const Item* other =
          read_record(tree_, {source, index}, all_.currency_, memory_, *kept_, found_);
      const bool is_office = other != nullptr && other->kind == office.kind;
      const Value* policy = is_office ? other->find("policy") : nullptr;
      if (policy != nullptr) values.push_back(*policy);
    }
    auto* kept = static_cast<Value*>(
        kept_->allocate(sizeof(Value) * std::max<std::size_t>(values.size(), 1), alignof(Value)));
    std::copy(values.begin(), values.end(), kept);
    // In its place, because its parts know it by its address; it was made here, and not const.
    auto& changed = const_cast<Item&>(office);
    changed.values = kept;
    changed.count = values.size() & 0x7FFFFFFFU;
  }
  void visit_whole(std::uint32_t index) {
    const Item* record = all_.out_.records[index];
    if (visitor_ && record != nullptr) visitor_->visit(*record, all_.out_.sources[index], found_);
    take_findings();
  }

  std::unique_ptr<RecordVisitor> visitor_;
  std::unique_ptr<Arena> kept_ = std::make_unique<Arena>();
  std::vector<Finding> findings_;
  std::vector<std::pair<std::uint32_t, Failure>> troubles_;
  LaneCounts lanes_;

 private:
  void read_file(std::uint32_t index) {
    if (!visitor_ || visitor_->keeps_records()) {
      read_whole(index, *kept_);
      return visit_whole(index);
    }
    read_whole(index, passing_);
    SourceFile& source = all_.out_.sources[index];
    const Item*& record = all_.out_.records[index];
    if (record != nullptr) {
      visitor_->visit(*record, source, found_);
      record = outliner_.copy(*record, *kept_);
    }
    passing_.release();
    // Where something was found somebody will want to see the line.
    if (found_.list().empty()) memory_of_bytes_ = source.take_bytes();
    take_findings();
  }

  void read_whole(std::uint32_t index, Arena& arena) {
    SourceFile& source = all_.out_.sources[index];
    // Read once: what was settled by it and what is reported of it are the same bytes.
    auto content = index == all_.office_
                       ? *all_.office_content_
                       : all_.folder_.read(source.path(), std::move(memory_of_bytes_));
    if (!content.ok()) {
      troubles_.emplace_back(index, content.failure());
      return;
    }
    all_.out_.versions[index] = content.value().version;
    const bool is_too_large = content.value().is_too_large;
    source.restore_bytes(std::move(content).value().bytes);
    if (is_too_large) return add_too_large(index);
    const Lane lane = read_tree(source, index, all_.options_.lanes, tree_, found_);
    if (lane == Lane::none) return;
    ++(lane == Lane::quick ? lanes_.quick : lanes_.strict);
    all_.out_.records[index] =
        read_record(tree_, {source, index}, all_.currency_, memory_, arena, found_);
  }

  void add_too_large(std::uint32_t index) {
    found_.add(faults::file_too_large, {index, 0, 0},
               fmt::format("this file is larger than {} MiB", most_bytes >> 20U),
               "keep the results here and name the data under `sources`; what is no record goes "
               "under `ignore` in brm.yaml");
  }

  void take_findings() {
    auto& list = found_.list();
    std::move(list.begin(), list.end(), std::back_inserter(findings_));
    list.clear();
  }

  ParallelReader& all_;
  std::array<std::byte, 1U << 16U> first_memory_;  // most records need no more
  Arena passing_{first_memory_.data(), first_memory_.size()};
  std::string memory_of_bytes_;
  Tree tree_;
  ReadingMemory memory_;
  Outliner outliner_;
  Findings found_;  // of the file at hand
};

std::size_t ParallelReader::threads_for(std::size_t files) const {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t wanted = options_.jobs > 0 ? options_.jobs : std::max(cores, usual_readers);
  return std::min(wanted, 1 + files / worth_a_thread);
}

void ParallelReader::run(std::vector<std::unique_ptr<Worker>>& workers) {
  run_on_threads(workers.size(), [&](std::size_t i) { workers[i]->run(); });
}

FileReadings ParallelReader::read(std::vector<std::string> paths, std::size_t first,
                                  std::size_t office, const Result<FileBytes>& office_content,
                                  Currency currency) {
  office_content_ = &office_content;
  currency_ = currency;
  office_ = office;
  files_ = paths.size();
  next_ = first;
  out_.sources.reserve(files_ + 1);
  for (std::string& path : paths) out_.sources.emplace_back(std::move(path));
  if (options_.policy) out_.sources.emplace_back(options_.policy->path, options_.policy->bytes);
  paths = {};
  out_.records.resize(files_, nullptr);
  out_.versions.resize(files_, 0);
  std::vector<std::unique_ptr<Worker>> workers;
  for (std::size_t i = 0; i < threads_for(files_ - first); ++i) {
    workers.push_back(std::make_unique<Worker>(*this));
  }
  read_office(workers);
  run(workers);
  merge(workers);
  return std::move(out_);
}

void ParallelReader::read_office(std::vector<std::unique_ptr<Worker>>& workers) {
  const auto index = static_cast<std::uint32_t>(office_);
  const bool is_there = office_ < files_;
  if (is_there) workers.front()->read_office(index);
  const Item* record = is_there ? out_.records[index] : nullptr;
  if (record != nullptr && record->kind->name != "office") record = nullptr;
  if (record != nullptr && options_.policy) workers.front()->replace_policy(*record);
  for (auto& worker : workers) {
    if (options_.visitor) worker->visitor_ = options_.visitor(record);
  }
  if (is_there) workers.front()->visit_whole(index);
}

/// In the order of the files, whoever read them.
void ParallelReader::merge(std::vector<std::unique_ptr<Worker>>& workers) {
  auto& findings = out_.findings.list();
  for (auto& worker : workers) {
    std::move(worker->findings_.begin(), worker->findings_.end(), std::back_inserter(findings));
    std::move(worker->troubles_.begin(), worker->troubles_.end(),
              std::back_inserter(out_.troubles));
    out_.lanes.quick += worker->lanes_.quick;
    out_.lanes.strict += worker->lanes_.strict;
    out_.arenas.push_back(std::move(worker->kept_));
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.place.file < b.place.file; });
  std::sort(out_.troubles.begin(), out_.troubles.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
}

void read_alone(FileBytes content, const std::string& path, Lanes lanes, LoneFile& out) {
  if (content.is_too_large) return;
  out.source = SourceFile(path, std::move(content.bytes));
  Tree tree;
  ReadingMemory memory;
  Findings findings;  // found again when the file is read in its place
  if (read_tree(out.source, 0, lanes, tree, findings) == Lane::none) return;
  out.record = read_record(tree, {out.source, 0}, Currency{}, memory, out.arena, findings);
}

}  // namespace brm
