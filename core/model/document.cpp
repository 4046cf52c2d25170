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
  const uint32_t number = taxSetTexts_.find(idsText);
  return number == NameIndex::kNone ? number : number + 1;
}

uint32_t Document::addTaxSet(std::string_view idsText, TaxSet set) {
  taxSets_.push_back(std::move(set));
  return taxSetTexts_.add(idsText) + 1;
}

void Document::clearTaxSets() {
  taxSets_.assign(1, TaxSet{});
  taxSetTexts_.clear();
}

uint32_t Document::findTaxRate(std::string_view id) const { return taxRateIds_.find(id); }

void Document::indexTaxRates() {
  taxRateIds_.clear();
  for (const TaxRate& rate : head.taxRates) taxRateIds_.add(rate.id);
}

}  // namespace crossfoot
