#pragma once

#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "command/change.h"
#include "command/open_list.h"
#include "json/value.h"
#include "model/document.h"

namespace crossfoot {

/// A member of the state that a command is changing, as a tree.
class OpenMember {
 public:
  OpenMember(std::string name, const std::string* text);

  /// The list that it is; an empty one where there is none yet.
  OpenList& list();
  /// Sets what a path names, whose first segment is the member itself; false where that is no
  /// place.
  bool set(std::span<const std::string> path, const json::Value& value);

  /// What became of it; none where it is what it was.
  std::optional<MemberEdit> edit();

 private:
  json::Value* childNamed(const std::string& name);
  void closeList();

  std::string name_;
  std::optional<std::string> before_;
  json::Value root_;              // an object of this one member
  std::optional<OpenList> list_;  // has the items of the list while it is there
  std::map<std::string, size_t, std::less<>> places_;  // of the members of a large object
};

/// The members that the parts of a command are changing: each is read and written once, however
/// many parts change it.
class OpenMembers {
 public:
  OpenMember& open(const Document& document, std::string_view name);
  /// What became of them, in the order in which they were opened. Nothing is open afterwards.
  ChangeList close();

 private:
  std::deque<OpenMember> members_;
  std::map<std::string, OpenMember*, std::less<>> byName_;
};

}  // namespace crossfoot
