#include "codec/known_members.h"

#include <algorithm>
#include <array>
#include <span>

#include "codec/near_name.h"

namespace crossfoot::codec {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 43> kDocument = {
    "version",         "rules",       "id",       "kind",         "currency",   "date",
    "language",        "locale",      "rev",      "claim",        "policy",     "taxRates",
    "lines",           "adjustments", "settings", "custom",       "status",     "number",
    "digest",          "total",       "issuer",   "contacts",     "company",    "billingAddress",
    "shippingAddress", "owner",       "poNumber", "deliveryDate", "expiresOn",  "terms",
    "dueDate",         "comments",    "collect",  "link",         "origin",     "source",
    "payments",        "refunds",     "credits",  "events",       "dealAmount", "billingRecords",
    "canceledOn"};

constexpr std::array<std::string_view, 29> kLine = {
    "id",       "type",        "name",          "unitPrice",     "quantity",      "cost",
    "discount", "discounts",   "charges",       "taxRateIds",    "billing",       "pricing",
    "optional", "selected",    "sku",           "productId",     "description",   "unit",
    "url",      "imageUrl",    "productType",   "custom",        "quantityRange", "formulas",
    "origin",   "serviceDate", "servicePeriod", "priceCurrency", "costCurrency"};

constexpr std::array<std::string_view, 11> kTaxRate = {
    "id",     "name",         "percent", "amountPerUnit", "inclusive", "compound",
    "active", "exemptReason", "origin",  "custom",        "currency"};

constexpr std::array<std::string_view, 11> kAdjustment = {
    "id",         "type", "name",   "percent", "amount",  "taxable",
    "taxRateIds", "code", "origin", "custom",  "currency"};

Names namesOf(std::string_view list) {
  if (list == "lines") return kLine;
  if (list == "taxRates") return kTaxRate;
  if (list == "adjustments") return kAdjustment;
  return kDocument;
}

}  // namespace

bool isKnownMember(std::string_view list, std::string_view name) {
  const Names names = namesOf(list);
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view nearDocumentMember(std::string_view name) {
  if (isKnownMember("", name)) return {};
  const auto near =
      std::find_if(kDocument.begin(), kDocument.end(),
                   [name](std::string_view known) { return isNearName(name, known); });
  return near != kDocument.end() ? *near : std::string_view{};
}

}  // namespace crossfoot::codec
