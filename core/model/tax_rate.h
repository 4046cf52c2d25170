#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "num/decimal.h"

namespace crossfoot {

/// One rate of the document's copy of the tax library (PR-3.1).
struct TaxRate {
  std::string id;
  bool usable = true;      ///< false: it has an error and gives 0
  bool perUnit = false;    ///< `amountPerUnit`, else percent
  bool inclusive = false;  ///< as it counts: own word, else the policy where that reaches it
  bool compound = false;
  Percent percent;
  InputAmount amountPerUnit;
};

/// The most rates a line may carry.
inline constexpr size_t kMaxTaxesPerLine = 8;

/// The usable rates of a line in its order, shared by all lines that carry the same.
struct TaxSet {
  std::vector<uint32_t> rates;   ///< indexes into the document's rates
  std::vector<std::string> ids;  ///< as written, without repeats, sorted: identity of the set
  int64_t inclusiveMicros = 0;   ///< Σ inclusive percents
  bool compound = false;         ///< any compound rate
  bool inclusive = false;        ///< any inclusive rate
  bool plain = true;             ///< exclusive percent rates only, none compound
};

}  // namespace crossfoot
