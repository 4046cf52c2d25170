#include "codec/typed_number.h"

namespace crossfoot::codec {
namespace {

// Of such a line no other field depends on a number.
bool isOrdinary(const LineItem& line) {
  return line.plain && line.errors == 0 && line.warnings == 0 && line.notices == 0;
}

}  // namespace

std::optional<TypedNumber> TypedNumber::read(const LineItem& line, LineNumber which,
                                             std::string_view typed) {
  DecimalText decimal;
  if (!isOrdinary(line) || !isShortestDecimal(typed) || !parseDecimal(typed, decimal)) return {};
  TypedNumber number;
  number.which_ = which;
  NumberProblem problem = NumberProblem::none;
  switch (which) {
    case LineNumber::unitPrice:
    case LineNumber::cost: problem = toPrice(decimal, false, number.price_); break;
    case LineNumber::quantity: problem = toQuantity(decimal, number.quantity_); break;
    case LineNumber::discountPercent: problem = toPercent(decimal, 0, 100, number.percent_); break;
  }
  if (problem != NumberProblem::none) return {};
  return number;
}

void TypedNumber::put(LineItem& line, std::string_view text, size_t at) const {
  const auto idAt = static_cast<size_t>(line.id.data() - line.text.data());
  if (idAt < line.text.size()) {  // else the id is kept elsewhere
    const size_t now = idAt < at ? idAt : idAt + text.size() - line.text.size();
    line.id = text.substr(now, line.id.size());
  }
  line.text = text;
  switch (which_) {
    case LineNumber::unitPrice: line.unitPrice = price_; break;
    case LineNumber::quantity: line.quantity = quantity_; break;
    case LineNumber::discountPercent: line.discountPercent = percent_; break;
    case LineNumber::cost:
      line.cost = price_;
      line.hasCost = true;
      break;
  }
}

}  // namespace crossfoot::codec
