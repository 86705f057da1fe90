// Inputs of the bad-input corpus that are too large to keep: each is made from its name.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace brm::bad_input {

inline constexpr std::size_t kMib = std::size_t{1} << 20;

/// A sound record of six lines; what follows starts on line 7.
inline std::string sound_record(std::string_view id) {
  return "kind: relationship\nid: " + std::string{id} +
         "\ntitle: \"Department of Health\"\ntype: agency\ntier: preferred\nmanager: jane-doe\n";
}

inline std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

/// The record, then comment lines until the file has exactly `size` bytes.
inline std::string padded_with_comments(std::string record, std::size_t size) {
  constexpr std::size_t kLine = 64;
  while (size - record.size() >= 2 * kLine) {
    record += "# " + std::string(kLine - 3, '.') + '\n';
  }
  return record + "# " + std::string(size - record.size() - 3, '.') + '\n';
}

/// Mappings inside mappings, each one column further in than the one around it.
inline std::string stairs(std::size_t levels) {
  std::string out;
  for (std::size_t level = 1; level < levels; ++level) out += std::string(level, ' ') + "a:\n";
  return out + std::string(levels, ' ') + "a: 1\n";
}

/// The bytes of `<name>.yaml`; throws std::invalid_argument for a name expected.tsv does not have.
inline std::string generate(std::string_view name) {
  const std::string record = sound_record(name);
  if (name == "077-nesting-of-100000-brackets") {
    return record + "x-deep: " + repeat("[", 100'000) + repeat("]", 100'000) + '\n';
  }
  if (name == "077b-nesting-of-100000-brackets-not-closed") {
    return record + "x-deep: " + repeat("[", 100'000);
  }
  if (name == "078-nesting-of-100000-braces") {
    return record + "x-deep: " + repeat("{a: ", 100'000) + '1' + repeat("}", 100'000) + '\n';
  }
  if (name == "079b-nesting-of-600-block-mappings") return record + "x-deep:\n" + stairs(600);
  if (name == "109-text-of-10-mib") {
    return record + "notes: |\n" + repeat("  They asked for a call.\n", 10 * kMib / 25 + 1);
  }
  if (name == "146-one-mib-and-one-byte") return padded_with_comments(record, kMib + 1);
  if (name == "146b-one-mib") return padded_with_comments(record, kMib);
  if (name == "147-one-mib-of-commas") {
    const std::string head = record + "x-list: [";
    return head + repeat(",", kMib - head.size() - 2) + "]\n";
  }
  if (name == "148-line-of-5-mib") {
    return record + "notes: " + repeat("call ", kMib) + "ended\n";
  }
  throw std::invalid_argument{"no generated input named " + std::string{name}};
}

}  // namespace brm::bad_input
