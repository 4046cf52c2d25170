#include "num/money.h"

#include <cstring>

namespace crossfoot {
namespace {

// Divisions of 32 bits by a constant become multiplications, those of 64 bits do not.
constexpr uint32_t kNineDigits = 1'000'000'000;

char* writeNineDigits(uint32_t value, char* end) {
  char* const first = end - 9;
  for (; end != first; value /= 10) *--end = static_cast<char>('0' + value % 10);
  return first;
}

// Writes digits backwards ending before `end`; returns the first written.
char* writeDigitsBackwards(UInt128 value, char* end) {
  char* first = end;
  for (; value > ~uint64_t{0}; value /= kNineDigits) {
    first = writeNineDigits(static_cast<uint32_t>(value % kNineDigits), first);
  }
  auto rest = static_cast<uint64_t>(value);
  for (; rest > ~uint32_t{0}; rest /= kNineDigits) {
    first = writeNineDigits(static_cast<uint32_t>(rest % kNineDigits), first);
  }
  auto small = static_cast<uint32_t>(rest);
  do {
    *--first = static_cast<char>('0' + small % 10);
    small /= 10;
  } while (small != 0);
  return first;
}

}  // namespace

std::optional<Money> MoneyLimit::known(Money amount) const {
  return holds(amount) ? std::optional<Money>(amount) : std::nullopt;
}

char* writeScaled(Int128 value, unsigned decimals, char* out) {
  char buffer[64];
  char* const end = buffer + sizeof buffer;
  const auto magnitude =
      value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
  char* first = writeDigitsBackwards(magnitude, end);
  while (end - first <= static_cast<int>(decimals)) *--first = '0';
  if (value < 0) *out++ = '-';
  const auto whole = static_cast<size_t>(end - first) - decimals;
  std::memcpy(out, first, whole);
  out += whole;
  if (decimals == 0) return out;
  *out++ = '.';
  std::memcpy(out, first + whole, decimals);
  return out + decimals;
}

std::string formatMoney(Money amount, unsigned minorDigits) {
  char buffer[64];
  return {buffer, writeScaled(amount.minor, minorDigits, buffer)};
}

std::string formatTrimmed(Int128 value, unsigned decimals, unsigned leastDecimals) {
  while (decimals > leastDecimals && value % 10 == 0) {
    value /= 10;
    --decimals;
  }
  char buffer[64];
  return {buffer, writeScaled(value, decimals, buffer)};
}

}  // namespace crossfoot
