#pragma once

#include <string>
#include <vector>

#include "crossfoot/engine.h"
#include "properties/dictionary.h"

namespace crossfoot::properties {

/// A document with a line of every sort: priced flat, by tiers and by packages, once, recurring, in
/// phases and later, optional, with discounts and charges, headings between; rates and adjustments
/// of every type. `kind` and a rounding policy are chosen.
std::string startState(Choices& choices);

/// A command on a document in this state, as text: mostly a member of the dictionary that is set,
/// else one of the other commands.
std::string command(const Dictionary& dictionary, const json::Value& state, Choices& choices);

/// The command that sets a member of the dictionary, somewhere in the document.
std::string setMember(const Dictionary& dictionary, const json::Value& state, Choices& choices);

}  // namespace crossfoot::properties
