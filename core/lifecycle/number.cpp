#include "lifecycle/number.h"

#include <algorithm>

#include "base/reasons.h"
#include "base/result.h"
#include "view/open_state.h"

namespace crossfoot::lifecycle {
namespace {

constexpr size_t kMaxPrefix = 8;
constexpr size_t kMaxCounterDigits = 18;

// Characters of UTF-8 text: every byte but continuation bytes starts one.
size_t characters(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace

bool isDocumentNumber(std::string_view number) {
  const size_t dash = number.rfind('-');
  if (dash == std::string_view::npos || dash == 0) return false;
  const std::string_view prefix = number.substr(0, dash);
  const std::string_view counter = number.substr(dash + 1);
  const bool blank = std::any_of(prefix.begin(), prefix.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
  });
  const bool digits =
      std::all_of(counter.begin(), counter.end(), [](char c) { return c >= '0' && c <= '9'; });
  return !blank && digits && characters(prefix) <= kMaxPrefix && !counter.empty() &&
         counter.size() <= kMaxCounterDigits;
}

Outcome checkNumber(const StepRequest& request) {
  if (request.asking) return Done{};
  const std::string kept = view::memberString(request.source.document, "number");
  const std::string_view given = request.command.textOf("number");
  if (!kept.empty() && (given.empty() || given == kept)) return Done{};
  if (!kept.empty()) {
    return refuse("number-taken", "/number", reasons::kNumberKept, {{"number", kept}});
  }
  if (given.empty()) {
    return refuse("number-required", "/number", reasons::kNeedsNumber);
  }
  if (isDocumentNumber(given)) return Done{};
  return refuse("number-invalid", "/number", reasons::kNumberForm);
}

}  // namespace crossfoot::lifecycle
