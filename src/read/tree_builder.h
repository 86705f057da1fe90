// Turns yaml-cpp's events into our own tree, refusing what a record may not hold.
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <string>
#include <string_view>
#include <vector>

#include "read/stop.h"
#include "read/tree.h"

namespace brm {

/// yaml-cpp's positions are bytes of the text it was given, which is the file without its byte
/// order mark, so they are ours too. Throws Stop.
class TreeBuilder final : public YAML::EventHandler {
 public:
  /// Fills `tree`, which is empty.
  TreeBuilder(std::string_view bytes, Tree& tree) : bytes_(bytes), tree_(tree) {}

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

  /// One past the last byte that is known to belong to the document.
  std::size_t end() const { return end_; }
  /// Opening brackets that were not closed when the last byte was seen, outermost first.
  const std::vector<std::size_t>& open_brackets() const { return open_at_end_; }
  /// The scalar seen last; null before the first.
  const Node* last_scalar() const;

 private:
  struct Open {
    std::uint32_t node = 0;
    bool is_flow = false;
    bool expects_key = false;  // of a map: whether the next child is a key
  };

  void refuse_tag_and_anchor(std::size_t at, std::string_view tag, YAML::anchor_t anchor) const;
  void open(std::size_t at, Form form, bool is_flow);
  void close();
  Node& append(Form form, std::size_t begin, std::size_t end);
  void check_key(const Node& key) const;
  void check_quoted(const Node& node) const;
  void add_missing_value(const YAML::Mark& mark);
  void refuse_open_bracket(std::size_t from) const;
  bool is_key_next() const { return !open_.empty() && open_.back().expects_key; }
  void reached(std::size_t end);

  std::string_view bytes_;
  Tree& tree_;
  std::vector<Open> open_;
  std::vector<std::size_t> open_at_end_;
  std::size_t end_ = 0;
  std::size_t last_scalar_ = 0;
  std::size_t events_ = 0;
};

}  // namespace brm
