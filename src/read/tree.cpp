#include "read/tree.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>

#include "read/bytes.h"
#include "read/faults.h"
#include "read/lexical.h"
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

void check_root(std::string_view bytes, const Tree& tree) {
  if (tree.empty() || tree.root().form == Form::null) {
    throw Stop{&faults::no_record, 0, 0, "this file holds no record",
               "write one, or delete the file"};
  }
  const Node& root = tree.root();
  if (root.form == Form::map) return;
  if (root.form == Form::scalar && root.style == Style::plain) {
    const std::size_t colon = root.text.find(':');
    const bool is_pair = colon != std::string_view::npos && colon + 1 < root.text.size() &&
                         root.text.substr(0, colon).find(' ') == std::string_view::npos;
    const bool is_dash = root.text.size() > 1 && root.text[0] == '-';
    if (is_pair || is_dash) {
      throw Stop{&faults::missing_space, root.begin, 1,
                 is_dash ? "there is no blank after this `-`" : "there is no blank after this `:`",
                 is_dash ? "put a blank between `-` and the item"
                         : "put a blank between `:` and the value"};
    }
  }
  const std::size_t at = skip_space_and_comments(bytes, root.begin);
  throw Stop{&faults::not_a_mapping, std::min(at, bytes.size()), 1,
             root.form == Form::list ? "a record is a mapping of fields, and this is a list"
                                     : "a record is a mapping of fields, and this is text",
             "expected a mapping: begin with `kind: relationship` or another kind"};
}

}  // namespace

Tree read_tree(const SourceFile& source, std::uint32_t file, Findings& findings) {
  if (!check_bytes(source, file, findings)) return {};
  const std::string_view bytes = source.bytes();
  TreeBuilder builder(bytes);
  try {
    check_start(bytes);
    parse(bytes, builder);
    check_root(bytes, builder.tree());
    check_after_document(bytes, builder);
    return std::move(builder.tree());
  } catch (const Stop& stop) {
    findings.add(
        *stop.fault,
        {file, static_cast<std::uint32_t>(stop.offset), static_cast<std::uint32_t>(stop.length)},
        stop.message, stop.help);
    return {};
  }
}

}  // namespace brm
