#include "num/decimal.h"

#include "num/rounding.h"

namespace crossfoot {
namespace {

constexpr size_t kMaxLength = 100;
constexpr int kMaxExponent = 40;
constexpr int kDigitsHeld = 38;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Collects digits, leaving out leading zeros and holding back trailing ones.
class DigitCollector {
 public:
  explicit DigitCollector(DecimalText& decimal) : decimal_(decimal) {}

  void add(char c, bool fraction) {
    if (fraction) ++fractionPlaces_;
    if (c == '0') {
      ++zeros_;
      return;
    }
    const int held = decimal_.significant == 0 ? 0 : zeros_;
    for (int i = 0; i < held; ++i) push(0);
    push(c - '0');
    zeros_ = 0;
  }

  void finish(int exponent) {
    decimal_.exponent = decimal_.significant == 0 ? 0 : exponent - fractionPlaces_ + zeros_;
  }

 private:
  void push(int digit) {
    if (decimal_.significant < kDigitsHeld) {
      decimal_.digits = decimal_.digits * 10 + static_cast<unsigned>(digit);
    } else {
      decimal_.wide = true;
    }
    ++decimal_.significant;
  }

  DecimalText& decimal_;
  int zeros_ = 0;
  int fractionPlaces_ = 0;
};

bool parseExponent(std::string_view text, size_t& at, int& exponent) {
  bool negative = false;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) negative = text[at++] == '-';
  const size_t first = at;
  for (; at < text.size() && isDigit(text[at]); ++at) {
    exponent = exponent > kMaxExponent ? exponent : exponent * 10 + (text[at] - '0');
  }
  if (at == first || exponent > kMaxExponent) return false;
  if (negative) exponent = -exponent;
  return true;
}

// Where the digits scaled to `places` decimals fit what the caller allows, so 10^38 is enough.
Int128 scaled(const DecimalText& decimal, int places) {
  const auto power = static_cast<unsigned>(decimal.exponent + places);
  if (decimal.significant + decimal.exponent + places <= 18) {
    const int64_t value = static_cast<int64_t>(decimal.digits) * powerOfTen64(power);
    return decimal.negative ? -value : value;
  }
  const Int128 value = static_cast<Int128>(decimal.digits) * powerOfTen(power);
  return decimal.negative ? -value : value;
}

std::string plainDigits(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c == 'e' || c == 'E') break;
    if (isDigit(c)) digits += c;
  }
  const size_t first = digits.find_first_not_of('0');
  return digits.substr(first, digits.find_last_not_of('0') - first + 1);
}

// The common short form: digits with at most one point, at most 18 digits, no exponent.
bool parseShort(std::string_view text, DecimalText& decimal) {
  size_t at = 0;
  const bool negative = text[0] == '-';
  if (negative) ++at;
  if (text.size() - at > 19 || at == text.size() || !isDigit(text[at])) return false;
  if (text[at] == '0' && at + 1 < text.size() && text[at + 1] != '.') return false;
  uint64_t value = 0;
  uint64_t significant = 0;  // `value` up to its last digit that is not 0
  int digits = 0;
  int zeros = 0;  // after that digit
  int places = -1;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (isDigit(c)) {
      value = value * 10 + static_cast<uint64_t>(c - '0');
      if (value != 0) ++digits;
      if (places >= 0) ++places;
      ++zeros;
      if (c != '0') {
        significant = value;
        zeros = 0;
      }
    } else if (c == '.' && places < 0) {
      places = 0;
    } else {
      return false;
    }
  }
  if (places == 0) return false;
  decimal = DecimalText{};
  decimal.negative = negative;
  if (value == 0) return true;
  decimal.digits = significant;
  decimal.significant = digits - zeros;
  decimal.exponent = places > 0 ? zeros - places : zeros;
  return true;
}

}  // namespace

bool parseDecimal(std::string_view text, DecimalText& decimal) {
  if (text.empty() || text.size() > kMaxLength) return false;
  if (parseShort(text, decimal)) return true;
  decimal = DecimalText{};
  DigitCollector digits(decimal);
  size_t at = 0;
  if (text[at] == '-') {
    decimal.negative = true;
    ++at;
  }
  const size_t first = at;
  for (; at < text.size() && isDigit(text[at]); ++at) digits.add(text[at], false);
  if (at == first || (text[first] == '0' && at - first > 1)) return false;
  if (at < text.size() && text[at] == '.') {
    const size_t point = at++;
    for (; at < text.size() && isDigit(text[at]); ++at) digits.add(text[at], true);
    if (at == point + 1) return false;
  }
  int exponent = 0;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (!parseExponent(text, at, exponent)) return false;
  }
  digits.finish(exponent);
  return at == text.size();
}

std::string shortestDecimal(std::string_view text) {
  DecimalText decimal;
  if (!parseDecimal(text, decimal)) return std::string(text);
  if (decimal.significant == 0) return "0";
  // Nearly all of them only end with zeros too many.
  if (text.find_first_of("eE") == std::string_view::npos) {
    if (text.find('.') == std::string_view::npos) return std::string(text);
    const size_t last = text.find_last_not_of('0');
    return std::string(text.substr(0, text[last] == '.' ? last : last + 1));
  }
  std::string digits = plainDigits(text);
  if (decimal.exponent >= 0) {
    digits.append(static_cast<size_t>(decimal.exponent), '0');
  } else {
    const auto places = static_cast<size_t>(-decimal.exponent);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return decimal.negative ? "-" + digits : digits;
}

bool isShortestDecimal(std::string_view text) {
  size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
  if (at == 1 && text == "-0") return false;
  bool point = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '.') {
      point = true;
    } else if (!isDigit(text[at])) {
      return false;
    }
  }
  return !(point && (text.back() == '0' || text.back() == '.'));
}

NumberProblem toPrice(const DecimalText& decimal, bool allowNegative, Price& price) {
  if (decimal.fractionDigits() > 12 || decimal.significant > 18) {
    return NumberProblem::tooManyDigits;
  }
  const bool negative = decimal.negative && decimal.significant > 0;
  if (negative && !allowNegative) return NumberProblem::negative;
  if (decimal.integerDigits() > 12) return NumberProblem::outOfRange;
  price.scale = static_cast<uint8_t>(decimal.fractionDigits());
  price.mantissa = static_cast<int64_t>(scaled(decimal, price.scale));
  return NumberProblem::none;
}

NumberProblem toQuantity(const DecimalText& decimal, Quantity& quantity) {
  if (decimal.fractionDigits() > 6) return NumberProblem::tooManyDigits;
  const bool negative = decimal.negative && decimal.significant > 0;
  if (negative) return NumberProblem::negative;
  if (decimal.integerDigits() > 9) return NumberProblem::outOfRange;
  quantity.micros = static_cast<int64_t>(scaled(decimal, 6));
  return NumberProblem::none;
}

NumberProblem toPercent(const DecimalText& decimal, int minimum, int maximum, Percent& percent) {
  if (decimal.fractionDigits() > 6) return NumberProblem::tooManyDigits;
  if (decimal.integerDigits() > 9) return NumberProblem::outOfRange;
  const auto micros = static_cast<int64_t>(scaled(decimal, 6));
  constexpr int64_t kOnePercent = kWholePercent / 100;
  if (micros < minimum * kOnePercent || micros > maximum * kOnePercent) {
    return NumberProblem::outOfRange;
  }
  percent.micros = micros;
  return NumberProblem::none;
}

NumberProblem toAmount(const DecimalText& decimal, bool allowNegative, InputAmount& amount) {
  constexpr int kLargestHeld = 22;
  if (decimal.fractionDigits() > 6) return NumberProblem::tooManyDigits;
  const bool negative = decimal.negative && decimal.significant > 0;
  if (negative && !allowNegative) return NumberProblem::negative;
  if (decimal.integerDigits() > kLargestHeld) {
    amount.micros = powerOfTen(kLargestHeld + 6);
    if (negative) amount.micros = -amount.micros;
    return NumberProblem::none;
  }
  amount.micros = scaled(decimal, 6);
  return NumberProblem::none;
}

NumberProblem toWhole(const DecimalText& decimal, int64_t minimum, int64_t maximum,
                      int64_t& whole) {
  if (decimal.fractionDigits() > 0 || decimal.integerDigits() > 18) {
    return NumberProblem::outOfRange;
  }
  const auto value = static_cast<int64_t>(scaled(decimal, 0));
  if (value < minimum || value > maximum) return NumberProblem::outOfRange;
  whole = value;
  return NumberProblem::none;
}

}  // namespace crossfoot
