#include "model/document.h"

#include <algorithm>

namespace crossfoot {

namespace {

// From here on members are looked up instead of gone through.
constexpr size_t kMany = 32;

}  // namespace

size_t Document::placeOf(std::string_view name) const {
  if (members.size() < kMany) {
    const auto at = std::find_if(members.begin(), members.end(),
                                 [&](const StateMember& member) { return member.name == name; });
    return static_cast<size_t>(at - members.begin());
  }
  for (size_t next = memberNames_.size(); next < members.size(); ++next) {
    memberNames_.add(members[next].name);
  }
  const uint32_t place = memberNames_.find(name);
  return place == NameIndex::kNone ? members.size() : place;
}

const std::string* Document::memberText(std::string_view name) const {
  const size_t place = placeOf(name);
  const bool isThere = place < members.size() && !members[place].isRemoved();
  return isThere ? &members[place].text : nullptr;
}

void Document::setMember(std::string_view name, std::string text) {
  const size_t place = placeOf(name);
  if (place < members.size()) {
    members[place].text = std::move(text);
  } else if (!text.empty()) {
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
