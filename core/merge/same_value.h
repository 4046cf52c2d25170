#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/members.h"

namespace crossfoot::merge {

/// What a value is by the dictionary (model/members.h). In the objects that the core knows, numbers
/// are read in both forms and `null` means absent; what others put in is compared as it stands.
struct Scope {
  Part part = Part::foreign;  ///< what the value, or each element of the list, is
  bool isNumber = false;      ///< a number, in either form
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
