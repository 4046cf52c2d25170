#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crossfoot::merge {

/// How far the names of a value's members are the state's own. In the state's own objects numbers
/// are read in both forms and `null` means absent; what others put in is compared as it stands.
enum class Scope : uint8_t {
  state,    ///< an object or list of the state's own
  decimal,  ///< a number of the state's own, in either form
  foreign,  ///< anything else
};

/// The scope of a document member's value by the member's name.
Scope scopeOf(std::string_view member);
/// The scope of a value within an object of that scope.
Scope scopeWithin(Scope parent, std::string_view member);

/// A text that is the same for values that mean the same: numbers as shortest decimals, members
/// sorted, absent ones left out. "" for an absent value (no text, or `null`).
std::string meaning(std::string_view text, Scope scope);

/// Whether two values mean the same; equal texts are not looked into.
bool sameMeaning(std::string_view a, std::string_view b, Scope scope);

/// The value's text with sorted members and without white space; "null" for an absent value.
std::string canonical(std::string_view text);

}  // namespace crossfoot::merge
