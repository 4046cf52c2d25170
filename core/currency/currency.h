#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace crossfoot {

/// One active ISO 4217 code that has a minor unit.
struct Currency {
  char code[4];         ///< three upper-case letters and a terminating NUL
  uint8_t minorDigits;  ///< decimals of the minor unit: 0, 2, 3 or 4

  /// The three letters, without the NUL.
  constexpr std::string_view name() const { return {code, 3}; }
};

/// The currency with this code, or nullptr.
///
/// Letter case counts: "eur" is refused. Source: ISO 4217 list one up to amendment 180 (in force
/// since 2026-01-01). Units of account and metals without a minor unit (XAU, XDR, ...), the test
/// code XTS and the no-currency code XXX are not in it, nor are withdrawn codes (BGN, HRK, ANG).
/// The pointer stays valid for the life of the program.
const Currency* findCurrency(std::string_view code);

/// All accepted currencies, ascending by code.
std::span<const Currency> allCurrencies();

}  // namespace crossfoot
