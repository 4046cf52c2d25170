#include "model/members.h"

#include <algorithm>
#include <array>

#include "model/member_table.h"

namespace crossfoot {

std::span<const Member> membersOf(Part part) {
  switch (part) {
    case Part::foreign: return {};
    case Part::document: return members::kDocument;
    case Part::policy: return members::kPolicy;
    case Part::settings: return members::kSettings;
    case Part::terms: return members::kTerms;
    case Part::dealAmount: return members::kDealAmount;
    case Part::taxRate: return members::kTaxRate;
    case Part::line: return members::kLine;
    case Part::reduction: return members::kReduction;
    case Part::billing: return members::kBilling;
    case Part::start: return members::kStart;
    case Part::phase: return members::kPhase;
    case Part::pricing: return members::kPricing;
    case Part::tier: return members::kTier;
    case Part::quantityRange: return members::kQuantityRange;
    case Part::period: return members::kPeriod;
    case Part::adjustment: return members::kAdjustment;
    case Part::payment: return members::kPayment;
    case Part::refund: return members::kRefund;
    case Part::credit: return members::kCredit;
    case Part::event: return members::kEvent;
    case Part::billingRecord: return members::kBillingRecord;
    case Part::contact: return members::kContact;
  }
  return {};
}

std::string_view nameOf(Sibling sibling) {
  constexpr std::array<std::string_view, 9> kNames = {"",         "priceCurrency", "costCurrency",
                                                      "currency", "unitPrice",     "cost",
                                                      "discount", "optional",      "percent"};
  return kNames[static_cast<size_t>(sibling)];
}

const Member* findMember(Part part, std::string_view name) {
  const std::span<const Member> table = membersOf(part);
  const auto found = std::find_if(table.begin(), table.end(),
                                  [name](const Member& member) { return member.name == name; });
  return found == table.end() ? nullptr : &*found;
}

const Member& documentMember(std::string_view name) {
  static constexpr Member kUnknown{};
  const Member* known = findMember(Part::document, name);
  return known == nullptr ? kUnknown : *known;
}

bool speaksOn(const Member& member, DocumentKind kind) {
  switch (member.kinds) {
    case Kinds::all: return true;
    case Kinds::deals: return kind == DocumentKind::deal;
    case Kinds::quotes: return kind == DocumentKind::quote;
    // A credit memo asks for no payment, and thanks for no order.
    case Kinds::askingForPayment: return kind != DocumentKind::creditMemo;
  }
  return true;
}

Part partOfList(std::string_view list) {
  const Member& member = documentMember(list);
  return member.shape == Shape::array ? member.within : Part::foreign;
}

}  // namespace crossfoot
