#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/result.h"
#include "json/scanner.h"

namespace crossfoot::json {

/// The texts of some members of an object, by the order of `names`; "" for a member that is not
/// there, all "" for a value that is no object. For large arguments: a tree of their values would
/// take ten times the memory of the text. Of repeated members the last counts.
/// Refusals json-syntax, invalid-utf8, too-deep with line and column.
template <size_t N>
Result<std::array<std::string_view, N>> memberTexts(std::string_view text,
                                                    const std::array<std::string_view, N>& names) {
  std::array<std::string_view, N> texts;
  Scanner scanner(text);
  if (scanner.peek() == Kind::object) {
    Text name;
    scanner.beginObject();
    while (scanner.member(name)) {
      const std::string decoded = decode(name);
      const std::string_view value = scanner.skip();
      for (size_t i = 0; i < N; ++i) {
        if (decoded == names[i]) texts[i] = value;
      }
    }
  } else {
    scanner.skip();
  }
  if (!scanner.end()) return refusalFor(scanner, text);
  return texts;
}

}  // namespace crossfoot::json
