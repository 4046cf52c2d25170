#include "formula/formula.h"

#include <algorithm>
#include <optional>
#include <string>

#include "num/big_integer.h"
#include "num/decimal.h"
#include "num/rational.h"

namespace crossfoot {
namespace {

constexpr size_t kMaxCharacters = 200;
constexpr int kMaxDepth = 32;
constexpr unsigned kMaxDecimals = 20;
constexpr unsigned kMaxIntegerDigits = 15;  // no amount reaches 10^15 (PR-1.6)

// Counts code points: every byte but the UTF-8 continuation bytes begins one.
size_t countCharacters(std::string_view text) {
  size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isSpace(char c) { return c == ' ' || c == '\t'; }

std::string_view withoutSpaces(std::string_view text) {
  while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
  return text;
}

// An operator or a parenthesis at the beginning of a text: its ASCII form and its size in bytes.
struct Symbol {
  char ascii;  // '\0' when there is none
  size_t size;
};

Symbol symbolAt(std::string_view text) {
  struct Spelling {
    std::string_view utf8;
    char ascii;
  };
  constexpr Spelling kSpellings[] = {{"\xE2\x88\x92", '-'}, {"\xC3\x97", '*'}, {"\xC3\xB7", '/'}};
  for (const Spelling& s : kSpellings) {
    if (text.substr(0, s.utf8.size()) == s.utf8) return {s.ascii, s.utf8.size()};
  }
  constexpr std::string_view kAscii = "+-*/()%";
  if (text.empty() || kAscii.find(text.front()) == std::string_view::npos) return {'\0', 0};
  return {text.front(), 1};
}

// An operand: after + and - a bare percentage counts from what stands to its left.
struct Operand {
  Rational value;
  bool barePercent = false;
};

// Recursive descent over the text. Every step returns nullopt once an error is noted, and the first
// error is the one that stays.
class Calculator {
 public:
  explicit Calculator(std::string_view text) : text_(text) {}

  FormulaResult run(unsigned maxDecimals) {
    if (countCharacters(text_) > kMaxCharacters) {
      fail(FormulaError::tooLong, text_.size());
      return result_;
    }
    skipSpaces();
    if (at_ < text_.size() && text_[at_] == '=') ++at_;
    std::optional<Rational> value = sum();
    if (value && at_ < text_.size()) fail(FormulaError::syntax, at_);
    if (value && result_.error == FormulaError::none) finish(*value, maxDecimals);
    return result_;
  }

 private:
  // operand { (+|-) operand }
  std::optional<Rational> sum() {
    const std::optional<Operand> first = product();
    if (!first) return std::nullopt;
    Rational total = first->value;
    for (;;) {
      const bool minus = take('-');
      if (!minus && !take('+')) return total;
      const std::optional<Operand> right = product();
      if (!right) return std::nullopt;
      if (right->barePercent) {
        // As a factor of the total: total ± total × term would square its denominator each time.
        total = total * (minus ? Rational(1) - right->value : Rational(1) + right->value);
      } else {
        total = minus ? total - right->value : total + right->value;
      }
    }
  }

  // factor { (*|/) factor }
  std::optional<Operand> product() {
    std::optional<Operand> left = factor();
    while (left) {
      const size_t place = at_;
      const bool divide = take('/');
      if (!divide && !take('*')) return left;
      const std::optional<Operand> right = factor();
      if (!right) return std::nullopt;
      if (divide && right->value.numerator().isZero()) {
        return fail(FormulaError::divisionByZero, place);
      }
      left->barePercent = false;
      left->value = divide ? left->value / right->value : left->value * right->value;
    }
    return left;
  }

  // {+|-} (number | parenthesis) [%]
  std::optional<Operand> factor() {
    bool negative = false;
    for (;;) {
      if (take('-')) {
        negative = !negative;
      } else if (!take('+')) {
        break;
      }
    }
    const size_t place = at_;
    std::optional<Rational> value = take('(') ? parenthesis(place) : number();
    if (!value) return std::nullopt;
    if (negative) value = Rational(0) - *value;
    if (take('%')) return Operand{*value / Rational(100), true};
    return Operand{*value};
  }

  // The rest of a parenthesis that opened at `place`.
  std::optional<Rational> parenthesis(size_t place) {
    if (++depth_ > kMaxDepth) return fail(FormulaError::tooDeep, place);
    std::optional<Rational> value = sum();
    if (value && !take(')')) return fail(FormulaError::syntax, at_);
    --depth_;
    return value;
  }

  // Digits, optionally with a point between or before them, as an integer over a power of ten.
  std::optional<Rational> number() {
    BigInteger value;
    const unsigned whole = readDigits(value);
    unsigned decimals = 0;
    if (at_ < text_.size() && text_[at_] == '.') {
      ++at_;
      decimals = readDigits(value);
      if (decimals == 0) return fail(FormulaError::syntax, at_);
    } else if (whole == 0) {
      return fail(FormulaError::syntax, at_);
    }
    skipSpaces();
    return Rational(value, BigInteger::powerOfTen(decimals));
  }

  // Appends the digits that follow to `value`; returns how many.
  unsigned readDigits(BigInteger& value) {
    unsigned count = 0;
    for (; at_ < text_.size() && isDigit(text_[at_]); ++at_, ++count) {
      value = value * BigInteger(10) + BigInteger(text_[at_] - '0');
    }
    return count;
  }

  // Takes the symbol and the spaces around it if it comes next.
  bool take(char ascii) {
    skipSpaces();
    const Symbol symbol = symbolAt(text_.substr(at_));
    if (symbol.ascii != ascii) return false;
    at_ += symbol.size;
    skipSpaces();
    return true;
  }

  void skipSpaces() {
    while (at_ < text_.size() && isSpace(text_[at_])) ++at_;
  }

  // Rounds the value into the result, unless it is too large.
  void finish(const Rational& value, unsigned maxDecimals) {
    const BigInteger rounded = (value * Rational(BigInteger::powerOfTen(maxDecimals))).rounded();
    const BigInteger limit = BigInteger::powerOfTen(kMaxIntegerDigits + maxDecimals);
    if (BigInteger::compare(rounded.magnitude(), limit) >= 0) {
      fail(FormulaError::tooLarge, 0);
      return;
    }
    result_.ok = true;
    result_.text = shortestDecimal(rounded.text() + "e-" + std::to_string(maxDecimals));
  }

  // Notes the error at the byte `place`.
  std::nullopt_t fail(FormulaError error, size_t place) {
    if (result_.error == FormulaError::none) {
      result_.error = error;
      result_.position = countCharacters(text_.substr(0, place));
    }
    return std::nullopt;
  }

  std::string_view text_;
  size_t at_ = 0;
  int depth_ = 0;
  FormulaResult result_;
};

}  // namespace

bool looksLikeFormula(std::string_view text) {
  text = withoutSpaces(text);
  if (text.empty()) return false;
  if (text.front() == '=' || text.front() == '(') return true;
  const Symbol sign = symbolAt(text);
  for (size_t i = sign.ascii == '\0' ? 1 : sign.size; i < text.size(); ++i) {
    const char symbol = symbolAt(text.substr(i)).ascii;
    const bool ofExponent = (symbol == '+' || symbol == '-') && (text[i - 1] | 0x20) == 'e';
    if (symbol != '\0' && symbol != '%' && !ofExponent) return true;
  }
  return false;
}

FormulaResult evaluateFormula(std::string_view formula, unsigned maxDecimals) {
  return Calculator(formula).run(std::min(maxDecimals, kMaxDecimals));
}

}  // namespace crossfoot
