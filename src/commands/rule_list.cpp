#include "commands/rule_list.h"

#include <algorithm>

#include "read/faults.h"
#include "rules/rule.h"

namespace brm {

std::vector<const RuleWords*> all_rule_words() {
  std::vector<const RuleWords*> words(all_faults().begin(), all_faults().end());
  for (const Rule* rule : all_rules()) words.push_back(&rule->words);
  std::sort(words.begin(), words.end(),
            [](const RuleWords* a, const RuleWords* b) { return a->name < b->name; });
  return words;
}

}  // namespace brm
