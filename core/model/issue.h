#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot {

enum class Severity : uint8_t { error, warning, notice };

/// Something wrong that a document may hold while it is edited, but not be finalised with
/// (severity error). The codes are the contract of ST-4.2.
enum class IssueCode : uint8_t {
  required,
  invalidNumber,
  tooManyDigits,
  outOfRange,
  negativeNotAllowed,
  oneOf,
  unknownValue,
  unknownTaxRate,
  duplicateTaxRate,
  tooManyTaxes,
  taxInclusiveCompound,
  taxInclusiveNegative,
  tiersInvalid,
  termNotWhole,
  dateInvalid,
  dateOutOfRange,
  adjustmentNotAllowed,
  amountOverflow,
  duplicateName,
  scheduleTooLong,
  digestMismatch,
  discountExceedsPrice,
  discountExceedsSubtotal,
  startInPast,
  marginBelowMinimum,
  ignoredField,
  priceCurrencyUnknown,
  recurringMadeOneTime,
  unknownMember,
};

std::string_view issueName(IssueCode code);
Severity issueSeverity(IssueCode code);
std::string_view severityName(Severity severity);

struct Issue {
  IssueCode code;
  std::string path;     ///< JSON Pointer into the state
  std::string lineId;   ///< of the line it is about, else ""
  std::string message;  ///< for people, in English; the editor has its own words by code
};

struct IssueCounts {
  uint32_t errors = 0;
  uint32_t warnings = 0;
  uint32_t notices = 0;
  bool operator==(const IssueCounts&) const = default;
};

/// Takes the issues of one place. On the edit path only their number is wanted, so texts are
/// built only where a list is given.
class IssueSink {
 public:
  IssueSink() = default;
  /// Issues go to `list` with this path in front and this line's id.
  IssueSink(std::vector<Issue>* list, std::string prefix, std::string_view lineId)
      : list_(list), prefix_(std::move(prefix)), lineId_(lineId) {}

  void add(IssueCode code, std::string_view suffix, std::string_view message);
  /// The same below an array's element: suffix + "/" + index + rest.
  void addAt(IssueCode code, std::string_view suffix, size_t index, std::string_view rest,
             std::string_view message);

  const IssueCounts& counts() const { return counts_; }

 private:
  std::vector<Issue>* list_ = nullptr;
  std::string prefix_;
  std::string lineId_;
  IssueCounts counts_;
};

}  // namespace crossfoot
