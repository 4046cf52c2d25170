#pragma once

#include <string>

#include "core/support/random.h"

namespace crossfoot::testing {

/// Changes a text at a few random places: characters of JSON are put in, taken out or doubled.
inline std::string mutated(std::string text, Random& random) {
  static const std::string kBytes = "{}[]\",:\\u0019-+.eEtfn \t\n\xc3\xa9\xed\xf0\x80\x01";
  for (size_t edits = 1 + random.below(3); edits > 0; --edits) {
    if (text.empty()) text = " ";
    const size_t at = random.below(text.size());
    switch (random.below(4)) {
      case 0: text.erase(at, 1 + random.below(4)); break;
      case 1: text.insert(at, 1, kBytes[random.below(kBytes.size())]); break;
      case 2: text[at] = kBytes[random.below(kBytes.size())]; break;
      default: text.insert(at, text.substr(random.below(text.size()), random.below(12))); break;
    }
  }
  return text;
}

}  // namespace crossfoot::testing
