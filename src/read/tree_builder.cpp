#include "read/tree_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "read/escapes.h"
#include "read/faults.h"
#include "read/lexical.h"

namespace brm {
namespace {

bool starts_with_tab(std::string_view text) { return text.starts_with('\t'); }

Stop too_deep(std::size_t at) {
  return {&faults::too_deep, at, 1, fmt::format("values are nested more than {} deep", most_depth),
          "records need at most a handful of levels"};
}

}  // namespace

const Node* TreeBuilder::last_scalar() const {
  return last_scalar_ == 0 ? nullptr : &tree_.nodes[last_scalar_ - 1];
}

void TreeBuilder::reached(std::size_t end) {
  end_ = end;
  open_at_end_.clear();
  for (const Open& open : open_) {
    // `[a: b]` makes a map of one pair that has no bracket of its own.
    const std::size_t begin = tree_.nodes[open.node].begin;
    const char bracket = tree_.nodes[open.node].form == Form::list ? '[' : '{';
    if (open.is_flow && bytes_[begin] == bracket) open_at_end_.push_back(begin);
  }
}

Node& TreeBuilder::append(Form form, std::size_t begin, std::size_t end) {
  // A stray comma makes yaml-cpp 0.7 emit events for ever (jbeder/yaml-cpp#1040).
  if (tree_.nodes.size() >= most_values || ++events_ > 2 * bytes_.size() + 64) {
    throw Stop{&faults::too_many_values, begin, 0,
               fmt::format("this file holds more than {} values", most_values),
               "divide it into several records"};
  }
  if (!open_.empty()) {
    Open& parent = open_.back();
    Node& holder = tree_.nodes[parent.node];
    const bool is_key = parent.expects_key;
    if (holder.form == Form::list || is_key) ++holder.count;
    if (holder.form == Form::map) parent.expects_key = !is_key;
  }
  Node node;
  node.form = form;
  node.begin = static_cast<std::uint32_t>(begin);
  node.end = static_cast<std::uint32_t>(end);
  node.next = static_cast<std::uint32_t>(tree_.nodes.size() + 1);
  tree_.nodes.push_back(node);
  return tree_.nodes.back();
}

void TreeBuilder::refuse_tag_and_anchor(std::size_t at, std::string_view tag,
                                        YAML::anchor_t anchor) const {
  if (anchor != 0) {
    throw Stop{&faults::anchor, at, 1, "a value that starts with `&` is an anchor to YAML",
               "put the value in quotes; records have no anchors"};
  }
  if (!tag.empty() && tag != "?" && at < bytes_.size() && bytes_[at] == '!') {
    throw Stop{&faults::tag, at, 1, "a value that starts with `!` is a tag to YAML",
               "put the value in quotes; records have no tags"};
  }
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) { (void)mark; }

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  throw Stop{&faults::anchor, static_cast<std::size_t>(mark.pos), 1,
             "a value that starts with `*` is an alias to YAML",
             "put the value in quotes; records have no aliases"};
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const auto at = static_cast<std::size_t>(mark.pos);
  refuse_tag_and_anchor(at, "", anchor);
  // A tag alone is an empty text to the writer of `priority: !important`.
  if (at < bytes_.size() && bytes_[at] == '!') refuse_tag_and_anchor(at, "!", anchor);
  if (is_key_next()) {
    if (at >= bytes_.size()) {  // to yaml-cpp all behind `{#` is a comment
      refuse_open_bracket(end_);
      throw Stop{&faults::unclosed_bracket, end_, 1, "the bracket before this is not closed",
                 "put text that begins with `#` in quotes: behind it all is a comment"};
    }
    throw Stop{&faults::bad_key, at, 1, "there is no key before this `:`",
               "write a field's name before the colon"};
  }
  const std::size_t from = skip_blanks(bytes_, end_);
  const bool in_map = !open_.empty() && tree_.nodes[open_.back().node].form == Form::map;
  const std::size_t value_at =
      in_map && from < bytes_.size() && bytes_[from] == ':' ? skip_blanks(bytes_, from + 1) : at;
  const std::string_view word = bytes_.substr(std::min(value_at, bytes_.size()), 4);
  const bool is_written = value_at == at && (word.starts_with('~') || word == "null" ||
                                             word == "Null" || word == "NULL");
  if (is_written) {
    const std::size_t end = at + (word.starts_with('~') ? 1 : 4);
    append(Form::null, at, end);
    reached(end);
  } else {
    add_missing_value(mark);
  }
}

/// Where a bracket is left open, yaml-cpp first takes what is in it for a key without a colon.
void TreeBuilder::refuse_open_bracket(std::size_t from) const {
  std::vector<std::size_t> open;
  std::size_t blocks = 0;
  for (const Open& each : open_) {
    const std::size_t begin = tree_.nodes[each.node].begin;
    if (!each.is_flow) ++blocks;
    // Not the map of one pair that yaml-cpp makes of `[a: b]`: it has no bracket of its own, but
    // may begin with its key's.
    const char bracket = tree_.nodes[each.node].form == Form::list ? '[' : '{';
    if (each.is_flow && begin != from && bytes_[begin] == bracket) open.push_back(begin);
  }
  const std::size_t known = open.size();
  open = left_open(bytes_, from, std::move(open));
  if (open.empty() || (open.size() == known && from >= bytes_.size())) return;
  if (open.size() + blocks > most_depth) throw too_deep(open[most_depth - blocks]);
  const char bracket = bytes_[open.back()];
  throw Stop{&faults::unclosed_bracket, open.back(), 1,
             fmt::format("this `{}` is not closed", bracket),
             fmt::format("add the missing `{}`", bracket == '[' ? ']' : '}')};
}

/// Nothing was written: yaml-cpp marks the next token, whatever that is.
void TreeBuilder::add_missing_value(const YAML::Mark& mark) {
  const auto at = static_cast<std::size_t>(mark.pos);
  if (open_.empty()) {
    append(Form::null, 0, 0);
    return;
  }
  const Node& holder = tree_.nodes[open_.back().node];
  if (holder.form == Form::map) {
    const Node& key = tree_.nodes.back();
    const std::size_t colon = skip_space_and_comments(bytes_, key.end);
    if (colon >= bytes_.size() || bytes_[colon] != ':') {
      if (open_.back().is_flow) refuse_open_bracket(key.end);
      if (open_.back().is_flow && holder.count > 1 && !lacks_space(key.text)) {
        throw Stop{&faults::missing_colon, key.begin, key.end - key.begin,
                   "the comma before this begins another field, and this has no `:`",
                   "leave commas out of numbers; put a text that holds one in quotes"};
      }
      throw without_colon(key.begin, bytes_.substr(key.begin, key.end - key.begin));
    }
    append(Form::null, colon + 1, colon + 1);
    reached(colon + 1);
    return;
  }
  const bool is_flow = open_.back().is_flow;
  if (is_flow) refuse_open_bracket(end_);
  std::size_t dash = std::min(at, bytes_.size());
  if (!is_flow) {
    dash = std::min(bytes_.find('-', end_), bytes_.size());
  }
  throw Stop{
      &faults::empty_item, dash, 1, "this list has an empty item",
      is_flow ? "delete the extra comma, or write the item" : "write the item after the `-`"};
}

void TreeBuilder::check_key(const Node& key) const {
  const auto stop = [&](const RuleWords& fault, std::string message, std::string help) {
    throw Stop{&fault, key.begin, key.end - key.begin, std::move(message), std::move(help)};
  };
  if (key.text.empty()) stop(faults::bad_key, "this key is empty", "write a field's name");
  if (key.text == "<<" && key.style == Style::plain) {
    stop(faults::merge_key, "merge keys (`<<`) are not supported", "write the fields out");
  }
  if (starts_with_tab(key.text)) {
    stop(faults::tab_indentation, "this line is indented with a tab", "use spaces");
  }
  if (key.text.size() > longest_key) {
    stop(faults::bad_key, fmt::format("this key is longer than {} bytes", longest_key),
         "a key is the name of a field");
  }
}

/// yaml-cpp lets a quoted text go on at the very start of a line, so that a quote left open
/// swallows the keys below it up to the next quote.
void TreeBuilder::check_quoted(const Node& node) const {
  const auto block =
      std::find_if(open_.rbegin(), open_.rend(), [](const Open& open) { return !open.is_flow; });
  if (block == open_.rend()) return;
  const std::size_t holder = tree_.nodes[block->node].begin;
  const std::size_t column = holder - (bytes_.rfind('\n', holder) + 1);
  for (std::size_t at = bytes_.find('\n', node.begin); at < node.end;
       at = bytes_.find('\n', at + 1)) {
    const std::size_t text = bytes_.find_first_not_of(" \t\r", at + 1);
    if (text >= node.end || bytes_[text] == '\n') continue;
    if (text - (at + 1) <= column) {
      throw Stop{&faults::unindented_quote, node.begin, 1,
                 "this quote goes on at the start of a line below",
                 "close it on its own line, or indent what belongs to it"};
    }
  }
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  const auto at = static_cast<std::size_t>(mark.pos);
  refuse_tag_and_anchor(at, tag, anchor);
  const bool is_key = is_key_next();
  const char first = at < bytes_.size() ? bytes_[at] : ' ';
  Node& node = append(Form::scalar, at, scalar_end(bytes_, at, value));
  node.style = first == '"' || first == '\''                  ? Style::quoted
               : (first == '|' || first == '>') && tag != "?" ? Style::block
                                                              : Style::plain;
  const std::string_view written = bytes_.substr(at, node.end - at);
  node.text = written == value ? written : tree_.decoded.emplace_back(value);
  if (first == '"') check_escapes(bytes_, at, node.end);
  if (is_key) check_key(node);
  if (node.style == Style::quoted) check_quoted(node);
  last_scalar_ = tree_.nodes.size();
  reached(node.end);
}

void TreeBuilder::open(std::size_t at, Form form, bool is_flow) {
  if (is_key_next()) {
    const bool is_template = at > 0 && bytes_[at] == '{' && bytes_[at - 1] == '{';
    if (is_template) {
      throw Stop{&faults::unquoted_value, at - 1, 2,
                 "a value that starts with `{{` is a map to YAML", "put the value in quotes"};
    }
    refuse_open_bracket(at);
    throw Stop{&faults::bad_key, at, 1, "a list or map cannot be a key", "write a field's name"};
  }
  if (open_.size() >= most_depth) throw too_deep(at);
  append(form, at, at);
  open_.push_back({static_cast<std::uint32_t>(tree_.nodes.size() - 1), is_flow, form == Form::map});
  if (is_flow) reached(at + 1);
}

void TreeBuilder::close() {
  Node& node = tree_.nodes[open_.back().node];
  node.next = static_cast<std::uint32_t>(tree_.nodes.size());
  node.end = static_cast<std::uint32_t>(std::max<std::size_t>(end_, node.begin));
  open_.pop_back();
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
  refuse_tag_and_anchor(static_cast<std::size_t>(mark.pos), tag, anchor);
  open(static_cast<std::size_t>(mark.pos), Form::list, style == YAML::EmitterStyle::Flow);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
  refuse_tag_and_anchor(static_cast<std::size_t>(mark.pos), tag, anchor);
  open(static_cast<std::size_t>(mark.pos), Form::map, style == YAML::EmitterStyle::Flow);
}

}  // namespace brm
