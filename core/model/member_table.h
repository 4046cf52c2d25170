#pragma once

#include "model/members.h"

/// The dictionary of the state, one row a member: the one place that knows their names, their
/// shapes and what may happen to them. `schema/state.schema.json` tells the same to others; a test
/// holds one against the other. Include members.h instead where a look-up will do.
namespace crossfoot::members {

// clang-format off
inline constexpr Member kDocument[] = {
    {.name = "version", .shape = Shape::count, .reach = Reach::lines, .hand = Hand::whole, .heirs = Heirs::all},
    {.name = "rules", .shape = Shape::count, .reach = Reach::lines, .hand = Hand::whole, .heirs = Heirs::bills},
    {.name = "id", .reach = Reach::shape, .heirs = Heirs::none},
    {.name = "kind", .reach = Reach::lines, .hand = Hand::whole},
    {.name = "currency", .reach = Reach::lines, .heirs = Heirs::all},
    {.name = "date", .reach = Reach::lines},
    {.name = "language", .reach = Reach::shape, .heirs = Heirs::all},
    {.name = "locale", .reach = Reach::shape, .heirs = Heirs::all},
    {.name = "rev", .shape = Shape::object, .hand = Hand::stamp, .joining = Joining::apart, .heirs = Heirs::none},
    {.name = "claim", .shape = Shape::object, .heirs = Heirs::none},
    {.name = "policy", .shape = Shape::object, .within = Part::policy, .reach = Reach::lines, .joining = Joining::byMember, .heirs = Heirs::all},
    {.name = "taxRates", .shape = Shape::array, .within = Part::taxRate, .reach = Reach::lines, .joining = Joining::byFact, .heirs = Heirs::all},
    {.name = "lines", .shape = Shape::array, .within = Part::line, .hand = Hand::whole, .joining = Joining::byFact, .heirs = Heirs::none},
    {.name = "adjustments", .shape = Shape::array, .within = Part::adjustment, .reach = Reach::adjustments, .joining = Joining::byFact},
    {.name = "settings", .shape = Shape::object, .within = Part::settings, .reach = Reach::lines, .joining = Joining::byMember, .heirs = Heirs::all},
    {.name = "custom", .shape = Shape::object, .hand = Hand::always, .joining = Joining::byMember, .heirs = Heirs::all},
    {.name = "status", .reach = Reach::shape, .hand = Hand::step, .heirs = Heirs::none},
    {.name = "number", .reach = Reach::shape, .hand = Hand::step, .heirs = Heirs::none},
    {.name = "digest", .hand = Hand::step, .heirs = Heirs::none},
    {.name = "total", .shape = Shape::decimal, .hand = Hand::step, .heirs = Heirs::none},
    {.name = "issuer", .shape = Shape::object, .heirs = Heirs::all},
    {.name = "contacts", .shape = Shape::array, .within = Part::contact, .joining = Joining::byFact, .heirs = Heirs::all},
    {.name = "company", .shape = Shape::object, .heirs = Heirs::all},
    {.name = "billingAddress", .shape = Shape::object, .heirs = Heirs::all},
    {.name = "shippingAddress", .shape = Shape::object, .heirs = Heirs::all},
    {.name = "owner", .hand = Hand::always, .heirs = Heirs::all},
    {.name = "poNumber", .heirs = Heirs::all},
    {.name = "deliveryDate"},
    {.name = "expiresOn", .kinds = Kinds::quotes},
    {.name = "terms", .shape = Shape::object, .within = Part::terms, .heirs = Heirs::all, .kinds = Kinds::askingForPayment},
    {.name = "dueDate"},
    {.name = "comments", .heirs = Heirs::all, .kinds = Kinds::askingForPayment},
    {.name = "collect", .shape = Shape::object, .joining = Joining::byMember, .heirs = Heirs::all, .kinds = Kinds::askingForPayment},
    {.name = "link", .shape = Shape::object, .heirs = Heirs::none},
    {.name = "origin", .shape = Shape::object, .heirs = Heirs::none},
    {.name = "source", .heirs = Heirs::all},
    {.name = "payments", .shape = Shape::array, .within = Part::payment, .reach = Reach::records, .hand = Hand::step, .joining = Joining::byId, .heirs = Heirs::none},
    {.name = "refunds", .shape = Shape::array, .within = Part::refund, .reach = Reach::records, .hand = Hand::step, .joining = Joining::byId, .heirs = Heirs::none},
    {.name = "credits", .shape = Shape::array, .within = Part::credit, .reach = Reach::records, .hand = Hand::step, .joining = Joining::appended, .heirs = Heirs::none},
    {.name = "events", .shape = Shape::array, .within = Part::event, .hand = Hand::step, .joining = Joining::appended, .heirs = Heirs::none},
    {.name = "dealAmount", .shape = Shape::object, .within = Part::dealAmount, .kinds = Kinds::deals},
    {.name = "billingRecords", .shape = Shape::array, .within = Part::billingRecord, .joining = Joining::byDue, .heirs = Heirs::none},
    {.name = "canceledOn", .reach = Reach::lines, .hand = Hand::step, .heirs = Heirs::none},
};

inline constexpr Member kPolicy[] = {
    {.name = "profile"},
    {.name = "discountRounding"},
    {.name = "taxRounding"},
    {.name = "taxBase"},
    {.name = "taxRateDecimals", .shape = Shape::count},
    {.name = "pricesIncludeTax", .shape = Shape::truth},
    {.name = "discountStacking"},
    {.name = "discountAllocation"},
    {.name = "metricFactors"},
    {.name = "cashRounding", .shape = Shape::decimal},
    {.name = "allowNegativePrices", .shape = Shape::truth},
    {.name = "minimumMarginPercent", .shape = Shape::decimal},
};

inline constexpr Member kSettings[] = {
    {.name = "horizonMonths", .shape = Shape::count},
    {.name = "automaticTax", .shape = Shape::truth},
};

inline constexpr Member kTerms[] = {
    {.name = "type"},
    {.name = "days", .shape = Shape::count},
};

inline constexpr Member kDealAmount[] = {
    {.name = "basis"},
    {.name = "value", .shape = Shape::decimal},
    {.name = "currency"},
    {.name = "kept", .shape = Shape::decimal},
};

inline constexpr Member kTaxRate[] = {
    {.name = "id"},
    {.name = "name"},
    {.name = "percent", .shape = Shape::decimal},
    {.name = "amountPerUnit", .shape = Shape::decimal, .currency = Sibling::currency, .fact = Sibling::percent},
    {.name = "inclusive", .shape = Shape::truth},
    {.name = "compound", .shape = Shape::truth},
    {.name = "active", .shape = Shape::truth},
    {.name = "exemptReason"},
    {.name = "currency", .fact = Sibling::percent},
    {.name = "origin", .shape = Shape::object},
    {.name = "custom", .shape = Shape::object},
};

inline constexpr Member kLine[] = {
    {.name = "id"},
    {.name = "type"},
    {.name = "name"},
    {.name = "unitPrice", .shape = Shape::decimal, .currency = Sibling::priceCurrency, .right = Right::editPrices},
    {.name = "quantity", .shape = Shape::decimal, .right = Right::editQuantities},
    {.name = "cost", .shape = Shape::decimal, .currency = Sibling::costCurrency, .right = Right::editPrices},
    {.name = "discount", .shape = Shape::object, .within = Part::reduction, .right = Right::editDiscounts},
    {.name = "discounts", .shape = Shape::array, .within = Part::reduction, .fact = Sibling::discount, .right = Right::editDiscounts},
    {.name = "charges", .shape = Shape::array, .within = Part::reduction, .right = Right::editDiscounts},
    {.name = "taxRateIds", .shape = Shape::array, .right = Right::editTaxes},
    {.name = "billing", .shape = Shape::object, .within = Part::billing, .right = Right::editBilling},
    {.name = "pricing", .shape = Shape::object, .within = Part::pricing, .currency = Sibling::priceCurrency, .fact = Sibling::unitPrice, .right = Right::editPrices},
    {.name = "optional", .shape = Shape::truth},
    {.name = "selected", .shape = Shape::truth, .fact = Sibling::optional},
    {.name = "sku"},
    {.name = "productId"},
    {.name = "description"},
    {.name = "unit"},
    {.name = "url"},
    {.name = "imageUrl"},
    {.name = "productType"},
    {.name = "custom", .shape = Shape::object},
    {.name = "quantityRange", .shape = Shape::object, .within = Part::quantityRange},
    {.name = "formulas", .shape = Shape::object},
    {.name = "origin", .shape = Shape::object},
    {.name = "serviceDate"},
    {.name = "servicePeriod", .shape = Shape::object, .within = Part::period},
    {.name = "priceCurrency", .fact = Sibling::unitPrice},
    {.name = "costCurrency", .fact = Sibling::cost},
};

inline constexpr Member kReduction[] = {
    {.name = "percent", .shape = Shape::decimal},
    {.name = "amount", .shape = Shape::decimal, .currency = Sibling::currency},
    {.name = "total", .shape = Shape::decimal, .currency = Sibling::currency},
    {.name = "currency"},
};

inline constexpr Member kBilling[] = {
    {.name = "frequency"},
    {.name = "start", .shape = Shape::object, .within = Part::start},
    {.name = "payments", .shape = Shape::count},
    {.name = "term"},
    {.name = "phases", .shape = Shape::array, .within = Part::phase},
};

inline constexpr Member kStart[] = {
    {.name = "date"},
    {.name = "delayDays", .shape = Shape::count},
    {.name = "delayMonths", .shape = Shape::count},
};

inline constexpr Member kPhase[] = {
    {.name = "payments", .shape = Shape::count},
    {.name = "unitPrice", .shape = Shape::decimal, .currency = Sibling::priceCurrency},
    {.name = "quantity", .shape = Shape::decimal},
    {.name = "discount", .shape = Shape::object, .within = Part::reduction},
    {.name = "priceCurrency"},
};

inline constexpr Member kPricing[] = {
    {.name = "model"},
    {.name = "tiers", .shape = Shape::array, .within = Part::tier},
    {.name = "size", .shape = Shape::decimal},
    {.name = "price", .shape = Shape::decimal},
    {.name = "freeUnits", .shape = Shape::decimal},
};

inline constexpr Member kTier[] = {
    {.name = "upTo", .shape = Shape::decimal},
    {.name = "unitPrice", .shape = Shape::decimal},
    {.name = "flatFee", .shape = Shape::decimal},
};

inline constexpr Member kQuantityRange[] = {
    {.name = "min", .shape = Shape::decimal},
    {.name = "max", .shape = Shape::decimal},
    {.name = "step", .shape = Shape::decimal},
};

inline constexpr Member kPeriod[] = {
    {.name = "start"},
    {.name = "end"},
};

inline constexpr Member kAdjustment[] = {
    {.name = "id"},
    {.name = "type"},
    {.name = "name"},
    {.name = "percent", .shape = Shape::decimal},
    {.name = "amount", .shape = Shape::decimal, .currency = Sibling::currency, .fact = Sibling::percent},
    {.name = "taxable", .shape = Shape::truth},
    {.name = "taxRateIds", .shape = Shape::array},
    {.name = "code"},
    {.name = "currency", .fact = Sibling::percent},
    {.name = "origin", .shape = Shape::object},
    {.name = "custom", .shape = Shape::object},
};

inline constexpr Member kPayment[] = {
    {.name = "id"},
    {.name = "amount", .shape = Shape::decimal},
    {.name = "date"},
    {.name = "method"},
    {.name = "source"},
    {.name = "status"},
    {.name = "fee", .shape = Shape::decimal},
    {.name = "url"},
    {.name = "invoiceId"},
};

inline constexpr Member kRefund[] = {
    {.name = "id"},
    {.name = "paymentId"},
    {.name = "amount", .shape = Shape::decimal},
    {.name = "date"},
    {.name = "reason"},
};

inline constexpr Member kCredit[] = {
    {.name = "creditMemoId"},
    {.name = "invoiceId"},
    {.name = "amount", .shape = Shape::decimal},
    {.name = "date"},
};

inline constexpr Member kEvent[] = {
    {.name = "at"},
    {.name = "by"},
    {.name = "type"},
    {.name = "digest"},
    {.name = "on"},
    {.name = "lineIds", .shape = Shape::array},
    {.name = "changes", .shape = Shape::object},
};

inline constexpr Member kBillingRecord[] = {
    {.name = "due"},
    {.name = "status"},
    {.name = "date"},
    {.name = "amount", .shape = Shape::decimal},
    {.name = "invoiceId"},
};

inline constexpr Member kContact[] = {
    {.name = "id"},
    {.name = "name"},
    {.name = "email"},
    {.name = "role"},
};
// clang-format on

/// Declared and never defined: a name that the dictionary does not have ends the build.
size_t noSuchMember();

/// The place of a member in its table.
constexpr size_t placeOf(std::span<const Member> table, std::string_view name) {
  for (size_t at = 0; at < table.size(); ++at) {
    if (table[at].name == name) return at;
  }
  return noSuchMember();
}

}  // namespace crossfoot::members
