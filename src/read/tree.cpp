#include "read/tree.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <fmt/format.h>

#include <istream>
#include <streambuf>

#include "read/bytes.h"
#include "read/faults.h"
#include "read/lexical.h"
#include "read/quick_tree.h"
#include "read/syntax.h"
#include "read/tree_builder.h"

namespace brm {
namespace {

/// The file's bytes, then the closing sentinel: without it yaml-cpp accepts a quote that is never
/// closed as the rest of the file.
class SentinelBuffer final : public std::streambuf {
 public:
  explicit SentinelBuffer(std::string_view bytes) : text_(bytes) {
    text_ += "\n...\n";
    setg(text_.data(), text_.data(), text_.data() + text_.size());
  }

 private:
  std::string text_;
};

/// The only place that runs yaml-cpp, and so the only one that meets its exceptions.
void parse(std::string_view bytes, TreeBuilder& builder) {
  SentinelBuffer buffer(bytes);
  std::istream in(&buffer);
  try {
    YAML::Parser parser(in);
    parser.HandleNextDocument(builder);
  } catch (const YAML::Exception& fault) {
    const auto offset =
        fault.mark.pos < 0 ? bytes.size() : static_cast<std::size_t>(fault.mark.pos);
    throw translate(fault.msg, offset, bytes, builder);
  }
}

/// What a file that holds text but no fields seems to be; empty when nobody can say.
std::string_view looks_like(std::string_view bytes, const Node& root) {
  if (root.text.starts_with('<')) return "XML or HTML";
  const std::size_t first = skip_space_and_comments(bytes, 0);
  if (bytes.substr(std::min(first, bytes.size())).starts_with('[') &&
      bytes.find(" = ") != std::string_view::npos) {
    return "TOML or INI";
  }
  if (root.form == Form::scalar && bytes.starts_with("# ")) return "Markdown";
  return {};
}

[[noreturn]] void refuse_empty(std::string_view bytes) {
  std::size_t at = skip_space_and_comments(bytes, 0);
  if (bytes.substr(std::min(at, bytes.size())).starts_with("---")) {
    at = skip_space_and_comments(bytes, at + 3);
  }
  if (at < bytes.size() && bytes[at] == ',') throw stray_comma(at);
  const bool is_blank = bytes.find_first_not_of(" \t\r\n") == std::string_view::npos;
  throw Stop{&faults::no_record, 0, 0,
             is_blank ? "this file is empty" : "this file holds no record",
             "write a record, or delete the file"};
}

void check_root(std::string_view bytes, const Tree& tree) {
  if (tree.empty() || tree.root().form == Form::null) refuse_empty(bytes);
  const Node& root = tree.root();
  if (root.form == Form::map) return;
  if (root.form == Form::scalar && root.style == Style::plain && lacks_space(root.text)) {
    throw without_colon(root.begin, root.text);
  }
  const std::string_view other = looks_like(bytes, root);
  throw Stop{&faults::not_a_mapping, skip_space_and_comments(bytes, root.begin), 1,
             root.form == Form::list ? "a record is a mapping of fields, and this is a list"
                                     : "a record is a mapping of fields, and this is text",
             other.empty()
                 ? "expected a mapping: begin with `kind: relationship` or another kind"
                 : fmt::format("this looks like {}: move it out of the records folder", other)};
}

/// What is only noticed at the end of the file is shown at the last thing in it.
Span place_of(const Stop& stop, std::uint32_t file, std::string_view bytes) {
  std::size_t offset = std::min(stop.offset, bytes.size());
  std::size_t length = std::min(stop.length, bytes.size() - offset);
  const std::size_t last = bytes.find_last_not_of(" \t\r\n");
  if (offset == bytes.size() && last != std::string_view::npos) {
    const auto is_within = [&](std::size_t at) {
      return (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U;
    };
    offset = last;
    while (offset > 0 && is_within(offset)) --offset;
    length = last + 1 - offset;
  }
  return {file, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
}

}  // namespace

Lane read_tree(const SourceFile& source, std::uint32_t file, Lanes lanes, Tree& tree,
               Findings& findings) {
  if (!check_bytes(source, file, findings)) return Lane::none;
  const std::string_view bytes = source.bytes();
  if (lanes == Lanes::both && read_quickly(bytes, tree)) return Lane::quick;
  tree.clear();
  TreeBuilder builder(bytes, tree);
  try {
    check_start(bytes);
    parse(bytes, builder);
    check_root(bytes, tree);
    check_after_document(bytes, builder);
    return Lane::strict;
  } catch (const Stop& stop) {
    findings.add(*stop.fault, place_of(stop, file, source.bytes()), stop.message, stop.help);
    return Lane::none;
  }
}

}  // namespace brm
