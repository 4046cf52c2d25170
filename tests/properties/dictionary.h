#pragma once

#include <string>
#include <vector>

#include "json/value.h"
#include "properties/choices.h"

namespace crossfoot::properties {

/// A member that the published schema of the state names.
struct Member {
  std::string path;           ///< JSON Pointer within what it is a member of; "0" in a list
  const json::Value* schema;  ///< what the schema says of its value
};

/// The members of a state as `schema/state.schema.json` lists them, and values for each. What is
/// drawn from it covers a new member from the day on which the schema names it.
class Dictionary {
 public:
  Dictionary();
  Dictionary(const Dictionary&) = delete;

  /// The members of an object of a definition ("line", "taxRate", "adjustment", "policy", …), those
  /// of the objects in it too; "" is the document. The lists that have ids are left out of it.
  const std::vector<Member>& membersOf(const std::string& definition) const;

  /// A value for a member: mostly one that is meant there, now and then one that is not (`null`, a
  /// word nobody knows, another JSON type). `rateIds` are what a list of rates chooses from.
  json::Value value(const json::Value& schema, const std::vector<std::string>& rateIds,
                    Choices& choices) const;

  /// An object of a definition with some of its members.
  json::Value object(const std::string& definition, const std::vector<std::string>& rateIds,
                     Choices& choices) const;

 private:
  const json::Value& resolved(const json::Value& schema) const;
  const json::Value& definition(const std::string& name) const;
  void collect(const json::Value& object, const std::string& path, std::vector<Member>& members);
  json::Value meant(const json::Value& schema, const std::vector<std::string>& rateIds,
                    Choices& choices) const;
  json::Value some(const json::Value& object, const std::vector<std::string>& rateIds,
                   Choices& choices) const;

  json::Value root_;
  std::vector<std::pair<std::string, std::vector<Member>>> members_;
};

}  // namespace crossfoot::properties
