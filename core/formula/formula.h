#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crossfoot {

/// Why a formula has no value.
enum class FormulaError : uint8_t {
  none,
  syntax,          ///< not a formula: an unexpected character or end, a missing parenthesis
  divisionByZero,  ///< the divisor's value is 0
  tooLarge,        ///< the value reaches 10^15, which no amount may
  tooLong,         ///< more than 200 characters
  tooDeep,         ///< more than 32 parentheses inside each other
};

/// The value of a formula, or why and where there is none.
struct FormulaResult {
  bool ok = false;
  std::string text;                         ///< the value as a JSON number without exponent, if ok
  FormulaError error = FormulaError::none;  ///< none if ok
  /// Where the error is, in characters (code points) from 0; the length of the text when something
  /// is missing at its end. For a division by zero the operator's place, for a value that is too
  /// large 0, for too long a text its length, for too deep a one the parenthesis too many. Every
  /// character a formula may hold is one UTF-16 unit, so it also indexes a JavaScript string.
  size_t position = 0;
};

/// True when `text` is meant as a formula and not as a plain number: it begins with "=" or "(", or
/// an operator or a parenthesis follows the first character ("3*12", "100-15%"; not "-5", "1e-3",
/// nor "15%", which a percent field takes as 15). Spaces around do not matter.
bool looksLikeFormula(std::string_view text);

/// Computes what is typed into a number field, exactly: no step is rounded but the last.
///
/// `formula` is UTF-8: an optional leading "=", then numbers (digits with an optional "." between
/// or before them), + - * / and their signs U+2212, U+00D7, U+00F7, parentheses, leading signs, and
/// % after a number or a parenthesis. Spaces and tabs are ignored between them. `x%` is x ÷ 100,
/// except right after + or -, alone, where it is that percentage of everything to its left in the
/// same parentheses: 100-15% is 85, 100-15%*2 is 99.7, 100-(15%) is 99.85. This is how pocket
/// calculators read it.
///
/// The value is rounded half away from zero to `maxDecimals` (20 at most) with trailing zeros cut,
/// never "-0".
FormulaResult evaluateFormula(std::string_view formula, unsigned maxDecimals);

}  // namespace crossfoot
