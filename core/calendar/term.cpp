#include "calendar/term.h"

namespace crossfoot {
namespace {

// What is left of a duration's text, read component by component.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool atEnd() const { return rest_.empty(); }

  // Takes the letter if it comes next.
  bool take(char letter) {
    if (rest_.empty() || rest_.front() != letter) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // Takes one or more digits; nullopt without any or beyond 32 bits.
  std::optional<uint64_t> takeNumber() {
    uint64_t value = 0;
    size_t length = 0;
    while (length < rest_.size() && rest_[length] >= '0' && rest_[length] <= '9') {
      value = value * 10 + static_cast<uint64_t>(rest_[length] - '0');
      if (value > UINT32_MAX) return std::nullopt;
      ++length;
    }
    if (length == 0) return std::nullopt;
    rest_.remove_prefix(length);
    return value;
  }

 private:
  std::string_view rest_;
};

// Days in PnW, or nullopt.
std::optional<uint64_t> daysInTerm(std::string_view text) {
  Reader reader(text);
  if (!reader.take('P')) return std::nullopt;
  const std::optional<uint64_t> weeks = reader.takeNumber();
  if (!weeks || !reader.take('W') || !reader.atEnd()) return std::nullopt;
  return *weeks * 7;
}

// Months in PnY, PnM or PnYnM, or nullopt.
std::optional<uint64_t> monthsInTerm(std::string_view text) {
  Reader reader(text);
  if (!reader.take('P')) return std::nullopt;
  std::optional<uint64_t> number = reader.takeNumber();
  if (!number) return std::nullopt;
  uint64_t months = 0;
  if (reader.take('Y')) {
    months = *number * 12;
    if (reader.atEnd()) return months;
    number = reader.takeNumber();
    if (!number) return std::nullopt;
  }
  if (!reader.take('M') || !reader.atEnd()) return std::nullopt;
  return months + *number;
}

}  // namespace

std::optional<uint32_t> paymentsInTerm(std::string_view iso8601, Frequency frequency) {
  if (!isRecurring(frequency)) return std::nullopt;
  const Period p = period(frequency);
  const bool byDays = p.days != 0;
  const auto length = byDays ? daysInTerm(iso8601) : monthsInTerm(iso8601);
  const auto unit = static_cast<uint64_t>(byDays ? p.days : p.months);
  if (!length || *length == 0 || *length % unit != 0) return std::nullopt;
  const uint64_t payments = *length / unit;
  if (payments > UINT32_MAX) return std::nullopt;
  return static_cast<uint32_t>(payments);
}

}  // namespace crossfoot
