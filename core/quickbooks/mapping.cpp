#include "quickbooks/mapping.h"

namespace crossfoot::quickbooks {

const json::Value* Mapping::find(std::string_view name) const {
  return value_ != nullptr ? value_->find(name) : nullptr;
}

std::string_view Mapping::id(std::string_view name) const {
  return value_ != nullptr ? value_->textOf(name) : std::string_view();
}

std::string_view Mapping::id(std::string_view table, std::string_view key) const {
  const json::Value* entries = find(table);
  return entries != nullptr ? entries->textOf(key) : std::string_view();
}

std::string_view Mapping::key(std::string_view table, std::string_view id) const {
  const json::Value* entries = find(table);
  if (entries == nullptr || id.empty()) return {};
  for (const json::Member& entry : entries->members) {
    if (entry.value.isString() && entry.value.text == id) return entry.name;
  }
  return {};
}

bool Mapping::flag(std::string_view name) const {
  const json::Value* value = find(name);
  return value != nullptr && value->truth;
}

const json::Value* Mapping::list(std::string_view name) const {
  const json::Value* value = find(name);
  return value != nullptr && value->isArray() ? value : nullptr;
}

std::string_view Mapping::item(const json::Value& line) const {
  for (const std::string_view name : {"productId", "sku", "id"}) {
    const std::string_view key = line.textOf(name);
    const std::string_view item = key.empty() ? key : id("items", key);
    if (!item.empty()) return item;
  }
  return id("defaultItem");
}

std::string taxKey(const TaxSet& set) {
  std::string key;
  for (const std::string& id : set.ids) {
    if (!key.empty()) key += '+';
    key += id;
  }
  return key;
}

}  // namespace crossfoot::quickbooks
