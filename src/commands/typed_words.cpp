#include "commands/typed_words.h"

namespace brm {
namespace {

/// bash makes three words of `--format=json`; this makes one of them again, but for the last.
std::vector<std::string> joined(std::span<const std::string> words) {
  std::vector<std::string> out;
  for (const std::string& word : words) {
    const bool is_option = !out.empty() && out.back().starts_with("--");
    const bool is_open = is_option && out.back().ends_with('=');
    const bool is_sign = is_option && word == "=" && out.back().find('=') == std::string::npos;
    if (is_open || is_sign) {
      out.back() += word;
    } else {
      out.push_back(word);
    }
  }
  return out;
}

std::vector<const CLI::Option*> arguments_of_command(const CLI::App& command) {
  std::vector<const CLI::Option*> out;
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional()) out.push_back(option);
  }
  return out;
}

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

}  // namespace

TypedWords::TypedWords(const CLI::App& of, std::span<const std::string> words) : app(of) {
  const std::vector<std::string> whole = joined(words);
  for (std::size_t i = 0; i + 1 < whole.size(); ++i) read(whole[i]);
  if (whole.empty()) return;
  read_current(whole.back());
  // Where the shell took `--format=` for words of their own, it wants only what comes after it.
  if (words.size() > whole.size() && words.back() != whole.back()) before_current.clear();
}

const CLI::Option* TypedWords::find_option(const std::string& name) const {
  for (const CLI::App* each : {command, &app}) {
    if (each == nullptr) continue;
    for (const CLI::Option* option : each->get_options()) {
      if (!option->get_positional() && option->check_name(name)) return option;
    }
  }
  return nullptr;
}

void TypedWords::take_value(const CLI::Option& option, const std::string& value) {
  if (option.check_lname("records")) records = value;
}

void TypedWords::read(const std::string& word) {
  if (pending_ != nullptr) {
    take_value(*pending_, word);
    pending_ = nullptr;
  } else if (is_past_options_ || !word.starts_with('-') || word == "-") {
    if (command != nullptr) {
      arguments_.push_back(word);
    } else if (find_command(word) != nullptr) {
      command = app.get_subcommand(word);
    }
  } else if (word == "--") {
    is_past_options_ = true;
  } else if (word.starts_with("--")) {
    const std::size_t sign = word.find('=');
    const CLI::Option* option = find_option(word.substr(0, sign));
    if (option == nullptr || !takes_value(*option)) return;
    if (sign == std::string::npos) {
      pending_ = option;
    } else {
      take_value(*option, word.substr(sign + 1));
    }
  } else if (const CLI::Option* option = find_option(word.substr(0, 2));
             option != nullptr && takes_value(*option)) {
    if (word.size() == 2) {
      pending_ = option;
    } else {
      take_value(*option, word.substr(2));
    }
  }
}

void TypedWords::read_current(const std::string& word) {
  current = word;
  if (pending_ != nullptr || is_past_options_ || !word.starts_with('-')) return;
  const std::size_t sign = word.find('=');
  if (sign == std::string::npos || !word.starts_with("--")) {
    is_option_name = true;
    return;
  }
  pending_ = find_option(word.substr(0, sign));
  if (pending_ == nullptr || !takes_value(*pending_)) {
    pending_ = nullptr;
    is_option_name = true;
    return;
  }
  before_current = word.substr(0, sign + 1);
  current = word.substr(sign + 1);
}

const CLI::Option* TypedWords::value_of() const {
  if (pending_ != nullptr) return pending_;
  if (is_option_name || command == nullptr) return nullptr;
  const auto arguments = arguments_of_command(*command);
  if (arguments.empty()) return nullptr;
  if (arguments_.size() < arguments.size()) return arguments[arguments_.size()];
  return arguments.back()->get_items_expected_max() > 1 ? arguments.back() : nullptr;
}

std::string TypedWords::typed_for(const Values& values) const {
  if (command == nullptr) return "";
  const auto arguments = arguments_of_command(*command);
  for (std::size_t i = 0; i < arguments.size() && i < arguments_.size(); ++i) {
    if (values_of(*arguments[i]) == &values) return arguments_[i];
  }
  return "";
}

}  // namespace brm
