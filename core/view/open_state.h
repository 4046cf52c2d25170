#pragma once

#include <memory>
#include <string>

#include "json/value.h"
#include "view/priced_view.h"

namespace crossfoot::view {

/// A document opened and priced for one question.
class OpenState {
 public:
  /// Refused where the state cannot be read (ST-4.1).
  static Result<std::unique_ptr<OpenState>> read(std::string text);
  /// The member `state` of a stateless function's argument.
  static Result<std::unique_ptr<OpenState>> of(const json::Value& argument);

  Document& document() { return *document_; }
  const Totals& totals() const { return totals_; }
  Source source() { return {*document_, totals_}; }

 private:
  explicit OpenState(std::unique_ptr<Document> document);

  std::unique_ptr<Document> document_;
  Totals totals_;
};

/// A member of the state as a tree; null where it is absent.
json::Value memberValue(const Document& document, std::string_view name);
/// A member that is a list; an empty one where it is absent.
json::Value memberList(const Document& document, std::string_view name);
/// A member that is text; "" where it is absent.
std::string memberString(const Document& document, std::string_view name);
/// A line's state as a tree.
json::Value lineValue(const LineItem& line);

/// An amount field, rounded to the currency; none where it is absent or no amount.
std::optional<Money> amountOf(const json::Value* field, unsigned minorDigits);
/// A date field; none where it is absent or no date. Of a moment ("2026-11-22T10:00:00Z") its day.
std::optional<Date> dateOf(const json::Value* field);

/// A value that is a string in the state.
json::Value moneyValue(Money amount, unsigned minorDigits);
json::Value dateValue(Date date);

}  // namespace crossfoot::view
