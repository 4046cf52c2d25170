#include "command/capabilities.h"

#include <algorithm>
#include <array>

#include "base/reasons.h"

namespace crossfoot {
namespace {

constexpr std::array<std::string_view, 13> kFlags = {
    "readOnly",    "addLines",        "addCustomLines", "removeLines",   "moveLines",
    "editDetails", "editPrices",      "editQuantities", "editDiscounts", "editTaxes",
    "editBilling", "editAdjustments", "editDocument"};

}  // namespace

Outcome Capabilities::set(const json::Value& flags) {
  for (const json::Member& member : flags.members) {
    const bool known = std::find(kFlags.begin(), kFlags.end(), member.name) != kFlags.end();
    if (!known || member.value.kind != json::Kind::boolean) {
      return refuse("invalid-command", "/value/" + member.name,
                    "A capability is one of the published flags, true or false.");
    }
  }
  flags_ = flags;
  return Done{};
}

Outcome Capabilities::require(std::string_view flag) const {
  const json::Value* readOnly = flags_.find("readOnly");
  const json::Value* value = flags_.find(flag);
  const bool off = value != nullptr && !value->truth;
  if ((readOnly == nullptr || !readOnly->truth) && !off) return Done{};
  return refuse("not-permitted", "", reasons::kNotPermitted, {{"flag", off ? flag : "readOnly"}});
}

std::string Capabilities::toJson() const {
  json::Value all = json::Value::object();
  for (const std::string_view flag : kFlags) {
    const json::Value* value = flags_.find(flag);
    const bool standard = flag != "readOnly";
    all.set(flag, json::Value::ofBoolean(value != nullptr ? value->truth : standard));
  }
  return json::write(all);
}

}  // namespace crossfoot
