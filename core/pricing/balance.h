#pragma once

#include <optional>

#include "pricing/totals.h"

namespace crossfoot {

/// What a document's payments leave to pay (documents.md): due = total − succeeded payments +
/// refunds − applied credits, never below 0; the rest is credit left.
struct Balance {
  std::optional<Money> total;
  std::optional<Money> paid;
  std::optional<Money> refunded;
  std::optional<Money> credited;
  std::optional<Money> due;
  Money creditLeft;
};

/// The balance of a document that has payments, refunds or credits; none where all are empty.
/// An entry whose amount is no number counts 0.
std::optional<Balance> balanceOf(const Document& document, const Totals& totals);

}  // namespace crossfoot
