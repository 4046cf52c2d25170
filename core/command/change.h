#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossfoot {

/// The five things that can happen to a document. Every command becomes a list of them, each
/// knows what was there before, so every command has an exact inverse.

/// A line's JSON text becomes another; its id stays.
struct LineEdit {
  std::string id;
  std::string before;
  std::string after;
};

/// A line is put in at a position.
struct LineInsert {
  size_t position = 0;
  std::string text;
};

/// The line at a position is taken out.
struct LineRemove {
  size_t position = 0;
  std::string text;
};

/// The line at one position moves to another, counted without it.
struct LineMove {
  size_t from = 0;
  size_t to = 0;
};

/// A member of the state other than `lines` becomes another JSON text, or appears or goes.
struct MemberEdit {
  std::string name;
  std::optional<std::string> before;
  std::optional<std::string> after;
};

using Change = std::variant<LineEdit, LineInsert, LineRemove, LineMove, MemberEdit>;
using ChangeList = std::vector<Change>;

/// What takes a change back.
Change inverse(const Change& change);
/// What takes all of them back, in reverse order.
ChangeList inverse(const ChangeList& changes);

}  // namespace crossfoot
