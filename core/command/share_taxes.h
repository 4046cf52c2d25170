#pragma once

#include <map>
#include <string>

#include "command/change.h"
#include "model/document.h"
#include "pricing/totals.h"

namespace crossfoot {

/// What the lines come to whose taxes may be shares (DO-3.5). A share is of that alone: where an
/// edit moves it, the rate takes the place of the amount.
class SharesBefore {
 public:
  /// Of all lines; `totals` are settled.
  SharesBefore(const Document& document, const Totals& totals);
  /// Of the line in a slot.
  SharesBefore(const Document& document, const Totals& totals, uint32_t slot);

  bool none() const { return lines_.empty(); }
  /// The edits of the lines that come to something else now and carry a share of a rate that the
  /// document lists, as one on top; `totals` are settled anew.
  ChangeList outdated(const Document& document, const Totals& totals) const;

 private:
  void add(const Document& document, const Totals& totals, uint32_t slot);

  std::map<std::string, TaxableAmount, std::less<>> lines_;  // by id
};

}  // namespace crossfoot
