#include "codec/end_early.h"

#include "codec/fields.h"

namespace crossfoot::codec {
namespace {

// How many payments fall due before a day.
uint32_t paymentsBefore(const LineItem& line, Date day) {
  const auto isBefore = [&](uint32_t k) {
    const std::optional<Date> due = paymentDate(line.firstPayment, line.frequency, k);
    return due && *due < day;
  };
  // Dates only grow, and no more weeks than this fit before the last date there is.
  uint32_t before = 0;
  for (uint32_t step = uint32_t{1} << 19; step > 0; step /= 2) {
    if (isBefore(before + step - 1)) before += step;
  }
  return before;
}

void cutPhases(std::vector<Phase>& phases, uint32_t left) {
  size_t kept = 0;
  for (Phase& phase : phases) {
    if (left == 0) break;
    const bool whole = phase.payments > 0 && phase.payments <= left;
    if (!whole) phase.payments = left;
    left -= phase.payments;
    ++kept;
  }
  phases.resize(kept);
}

}  // namespace

std::optional<Date> endOf(const Document& document) {
  if (document.head.kind != DocumentKind::subscription) return std::nullopt;
  const std::string* text = document.memberText("canceledOn");
  if (text == nullptr) return std::nullopt;
  json::Scanner scanner(*text);
  const Field field = readField(scanner);
  return field.given() ? Date::parse(field.text()) : std::nullopt;
}

void endBefore(Date day, LineItem& line) {
  const uint32_t before = paymentsBefore(line, day);
  if (line.payments > 0 && line.payments <= before) return;
  if (before == 0) {
    line.counts = false;
    return;
  }
  // A line that renews for longer than any number of payments can say goes on renewing.
  constexpr uint32_t kMost = 5200;
  if (before > kMost) return;
  line.payments = static_cast<uint16_t>(before);
  if (line.extras && !line.extras->phases.empty()) cutPhases(line.extras->phases, before);
}

}  // namespace crossfoot::codec
