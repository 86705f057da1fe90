// The list of formats in which whole kinds are handed to other programs.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "document/document.h"
#include "render/format.h"

namespace brm {

struct ExportFormat {
  FormatWords words;
  std::string (*render)(const Document& document);  ///< Null for the register of risks.
  bool holds_several = false;                       ///< Tables, and so several kinds.
  bool is_binary = false;                           ///< Nothing for a terminal.
};

/// The first is the default.
std::span<const ExportFormat> export_formats();

/// An object a line, with a key for each column: JSON Lines.
std::string render_jsonl(const Document& document);
/// A database of SQLite: a table for each of the document's, and views of what is in trouble.
std::string render_sqlite(const Document& document);

/// One risk as NIST IR 8286 has it. Its own schema takes any number; here a likelihood is a percent
/// and the exposure is what follows from it and the impact.
struct RegisterEntry {
  std::string id;
  std::string description;
  std::string category;
  Decimal likelihood;  ///< Percent.
  Decimal impact;      ///< Of the currency, as all amounts.
  Decimal exposure;
  std::vector<std::string> responses;  ///< `Mitigate`
  Decimal response_cost;
  std::string response;
  std::string owner;
  std::string status;
};

/// A list of objects, each as the schema of NIST IR 8286 wants it.
std::string render_register(const std::vector<RegisterEntry>& entries);

}  // namespace brm
