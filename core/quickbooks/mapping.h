#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"
#include "model/document.h"

namespace crossfoot::quickbooks {

/// How a company's QuickBooks names what a document holds. All values are QuickBooks ids:
///
/// - `customer`; `items` {product id, SKU or line id: item} and `defaultItem`
/// - `discountAccount`; `feeItem`, `taxItem`, `roundingItem`, `chargeItem`, and `fees`
///   {adjustment id: item}
/// - `taxCodes` {rate ids joined by "+": code} with `noTaxCode` for lines without tax, and
///   `taxRates` {rate id: rate}
/// - `customFields` [{field, definitionId, name}] at most three; `terms` {"net-30": id}
/// - `automatedSalesTax`: the company's tax is worked out by QuickBooks
/// - `id`, `syncToken` of the invoice to update
class Mapping {
 public:
  explicit Mapping(const json::Value* value) : value_(value) {}

  /// A single id; "" where it is not mapped.
  std::string_view id(std::string_view name) const;
  /// An entry of a table; "" where it is not mapped.
  std::string_view id(std::string_view table, std::string_view key) const;
  /// The key under which a table holds an id: the way back. "" where none does.
  std::string_view key(std::string_view table, std::string_view id) const;
  bool flag(std::string_view name) const;
  /// A list; nullptr where there is none.
  const json::Value* list(std::string_view name) const;

  /// The item of a sales line: by its product, SKU or id, else the default.
  std::string_view item(const json::Value& line) const;

 private:
  const json::Value* find(std::string_view name) const;
  const json::Value* value_;
};

/// "nyc+state": the rates of a line as one key, sorted.
std::string taxKey(const TaxSet& set);

}  // namespace crossfoot::quickbooks
