#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "json/value.h"
#include "model/member_table.h"

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

  /// The name of the flag of a right.
  static constexpr std::string_view nameOf(Right right);

  /// All flags as they stand, as JSON.
  std::string toJson() const;

 private:
  json::Value flags_ = json::Value::object();
};

constexpr std::string_view Capabilities::nameOf(Right right) {
  constexpr std::string_view kNames[] = {"editDetails",   "editPrices", "editQuantities",
                                         "editDiscounts", "editTaxes",  "editBilling"};
  return kNames[static_cast<size_t>(right)];
}

constexpr std::string_view Capabilities::flagForLineField(std::string_view field) {
  for (const Member& member : members::kLine) {
    if (member.name == field) return nameOf(member.right);
  }
  return nameOf(Right::editDetails);
}

}  // namespace crossfoot
