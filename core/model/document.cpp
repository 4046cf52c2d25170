#include "model/document.h"

#include <algorithm>

namespace crossfoot {

const std::string* Document::memberText(std::string_view name) const {
  for (const StateMember& member : members) {
    if (member.name == name && !member.isRemoved()) return &member.text;
  }
  return nullptr;
}

void Document::setMember(std::string_view name, std::string text) {
  const auto at = std::find_if(members.begin(), members.end(),
                               [&](const StateMember& member) { return member.name == name; });
  if (text.empty()) {
    if (at != members.end()) at->text.clear();
  } else if (at != members.end()) {
    at->text = std::move(text);
  } else {
    members.push_back({std::string(name), std::move(text)});
  }
}

uint32_t Document::findTaxSet(std::string_view idsText) const {
  const auto at = taxSetByText_.find(idsText);
  return at == taxSetByText_.end() ? IdIndex::kNone : at->second;
}

uint32_t Document::addTaxSet(std::string_view idsText, TaxSet set) {
  const auto index = static_cast<uint32_t>(taxSets_.size());
  taxSets_.push_back(std::move(set));
  taxSetByText_.emplace(idsText, index);
  return index;
}

void Document::clearTaxSets() {
  taxSets_.assign(1, TaxSet{});
  taxSetByText_.clear();
}

uint32_t Document::findTaxRate(std::string_view id) const {
  const auto at = taxRateById_.find(id);
  return at == taxRateById_.end() ? IdIndex::kNone : at->second;
}

bool Document::indexTaxRates() {
  taxRateById_.clear();
  for (size_t i = 0; i < head.taxRates.size(); ++i) {
    if (!taxRateById_.emplace(head.taxRates[i].id, static_cast<uint32_t>(i)).second) return false;
  }
  return true;
}

}  // namespace crossfoot
