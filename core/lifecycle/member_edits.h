#pragma once

#include <string_view>
#include <vector>

#include "command/change.h"
#include "json/value.h"
#include "model/document.h"

namespace crossfoot::lifecycle {

/// Collects what a step does to the document's members. Reading sees what was already set, so
/// that the parts of a step build on each other; nothing touches the document.
class MemberEdits {
 public:
  explicit MemberEdits(const Document& document) : document_(document) {}

  const Document& document() const { return document_; }
  json::Value get(std::string_view name) const;
  /// A list; an empty one where the member is absent.
  json::Value list(std::string_view name) const;
  void set(std::string_view name, json::Value value);
  void setText(std::string_view name, std::string_view text);
  void erase(std::string_view name);
  /// Whether the step sets or erases this member.
  bool touches(std::string_view name) const { return find(name) != nullptr; }
  /// Adds an object to the end of a list.
  void append(std::string_view listName, json::Value item);

  /// The edits that change something, each with what was there before.
  ChangeList take();

 private:
  struct Edit {
    std::string name;
    std::optional<json::Value> value;
  };
  const Edit* find(std::string_view name) const;
  void put(std::string_view name, std::optional<json::Value> value);

  const Document& document_;
  std::vector<Edit> edits_;
};

}  // namespace crossfoot::lifecycle
