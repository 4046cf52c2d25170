#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "json/value.h"

namespace crossfoot {

/// What the host lets this session do (ED-2.4). Not stored in the document;
/// every flag is true unless the host says false, except readOnly.
class Capabilities {
 public:
  /// Takes the flags of `{"readOnly":true,"editPrices":false,…}`; unknown flags are refused.
  Outcome set(const json::Value& flags);

  /// Refused with not-permitted where the flag is off or the session is read-only.
  Outcome require(std::string_view flag) const;

  /// Refused with not-permitted where the session is read-only.
  Outcome requireWriting() const { return require({}); }

  /// The flag that an edit of this field of a line needs.
  static constexpr std::string_view flagForLineField(std::string_view field);

  /// All flags as they stand, as JSON.
  std::string toJson() const;

 private:
  json::Value flags_ = json::Value::object();
};

constexpr std::string_view Capabilities::flagForLineField(std::string_view field) {
  if (field == "unitPrice" || field == "pricing" || field == "cost") return "editPrices";
  if (field == "quantity") return "editQuantities";
  if (field == "discount" || field == "discounts" || field == "charges") return "editDiscounts";
  if (field == "taxRateIds") return "editTaxes";
  if (field == "billing") return "editBilling";
  return "editDetails";
}

}  // namespace crossfoot
