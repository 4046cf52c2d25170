#include "model/issue.h"

#include <array>

#include "json/value.h"

namespace crossfoot {
namespace {

struct Row {
  std::string_view name;
  Severity severity;
};

constexpr std::array<Row, 29> kRows = {{
    {"required", Severity::error},
    {"invalid-number", Severity::error},
    {"too-many-digits", Severity::error},
    {"out-of-range", Severity::error},
    {"negative-not-allowed", Severity::error},
    {"one-of", Severity::error},
    {"unknown-value", Severity::error},
    {"unknown-tax-rate", Severity::error},
    {"duplicate-tax-rate", Severity::error},
    {"too-many-taxes", Severity::error},
    {"tax-inclusive-compound", Severity::error},
    {"tax-inclusive-negative", Severity::error},
    {"tiers-invalid", Severity::error},
    {"term-not-whole", Severity::error},
    {"date-invalid", Severity::error},
    {"date-out-of-range", Severity::error},
    {"adjustment-not-allowed", Severity::error},
    {"amount-overflow", Severity::error},
    {"duplicate-name", Severity::error},
    {"schedule-too-long", Severity::error},
    {"digest-mismatch", Severity::error},
    {"discount-exceeds-price", Severity::warning},
    {"discount-exceeds-subtotal", Severity::warning},
    {"start-in-past", Severity::warning},
    {"margin-below-minimum", Severity::warning},
    {"ignored-field", Severity::warning},
    {"price-currency-unknown", Severity::warning},
    {"recurring-made-one-time", Severity::notice},
    {"unknown-member", Severity::notice},
}};
static_assert(kRows.size() == static_cast<size_t>(IssueCode::unknownMember) + 1);

}  // namespace

std::string_view issueName(IssueCode code) { return kRows[static_cast<size_t>(code)].name; }

Severity issueSeverity(IssueCode code) { return kRows[static_cast<size_t>(code)].severity; }

std::string_view severityName(Severity severity) {
  constexpr std::array<std::string_view, 3> names = {"error", "warning", "notice"};
  return names[static_cast<size_t>(severity)];
}

void IssueSink::add(IssueCode code, std::string_view suffix, std::string_view message) {
  switch (issueSeverity(code)) {
    case Severity::error: ++counts_.errors; break;
    case Severity::warning: ++counts_.warnings; break;
    case Severity::notice: ++counts_.notices; break;
  }
  if (list_ == nullptr) return;
  list_->push_back({code, prefix_ + std::string(suffix), lineId_, std::string(message)});
}

void IssueSink::addAt(IssueCode code, std::string_view suffix, size_t index, std::string_view rest,
                      std::string_view message) {
  if (list_ == nullptr) {
    add(code, {}, {});
    return;
  }
  add(code, json::elementPath(suffix, index) + std::string(rest), message);
}

}  // namespace crossfoot
