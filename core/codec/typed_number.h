#pragma once

#include <optional>
#include <string_view>

#include "model/line_item.h"

namespace crossfoot::codec {

/// The numbers of a line that typing one leaves the rest of the line as it is.
enum class LineNumber : uint8_t { unitPrice, quantity, discountPercent, cost };

/// A number that can be put into a line without decoding the line again.
class TypedNumber {
 public:
  /// Decodes what was typed; none where the line or the number is out of the ordinary (issues,
  /// extras, a sign, digits too many), so that the line has to be read as a whole.
  static std::optional<TypedNumber> read(const LineItem& line, LineNumber which,
                                         std::string_view typed);

  /// Makes the line what readLine makes of `text`: the line's own, but for this number from the
  /// byte `at` on.
  void put(LineItem& line, std::string_view text, size_t at) const;

 private:
  LineNumber which_ = LineNumber::quantity;
  Price price_;
  Quantity quantity_;
  Percent percent_;
};

}  // namespace crossfoot::codec
