#include "command/open_members.h"

#include <algorithm>

#include "command/pointer_edit.h"

namespace crossfoot {
namespace {

using json::Value;

// From here on an object's members are looked up instead of gone through.
constexpr size_t kLarge = 32;

Value read(std::string_view text) {
  json::Scanner scanner(text);
  return json::readValue(scanner);
}

}  // namespace

OpenMember::OpenMember(std::string name, const std::string* text)
    : name_(std::move(name)), root_(Value::object()) {
  if (text == nullptr) return;
  before_ = *text;
  root_.set(name_, read(*text));
}

Value& OpenMember::list() {
  Value* list = root_.find(name_);
  return list != nullptr && list->isArray() ? *list : root_.set(name_, Value::array());
}

size_t OpenMember::indexOf(std::string_view id) {
  const std::vector<Value>& items = list().items;
  const size_t from = std::min(askedAt_, items.size());
  for (size_t away = 0; away <= items.size(); ++away) {
    for (const size_t at : {from - away, from + away}) {  // below 0 it is beyond every size
      if (at < items.size() && items[at].textOf("id") == id) return askedAt_ = at;
    }
  }
  return items.size();
}

std::vector<Value> OpenMember::take(const std::vector<size_t>& places) {
  std::vector<Value>& items = list().items;
  std::vector<Value> taken;
  std::vector<bool> isTaken(items.size(), false);
  size_t first = items.size();
  for (const size_t place : places) {
    taken.push_back(items[place]);
    isTaken[place] = true;
    first = std::min(first, place);
  }
  size_t kept = first;
  for (size_t at = first; at < items.size(); ++at) {
    if (isTaken[at]) continue;
    if (kept != at) items[kept] = std::move(items[at]);
    ++kept;
  }
  items.resize(kept);
  return taken;
}

// A member of the member itself, where that is a large object.
Value* OpenMember::childNamed(const std::string& name) {
  Value* object = root_.find(name_);
  if (object == nullptr || !object->isObject() || object->members.size() < kLarge) return nullptr;
  if (places_.size() != object->members.size()) {
    places_.clear();
    for (size_t at = 0; at < object->members.size(); ++at) {
      places_.emplace(object->members[at].name, at);
    }
  }
  const auto [place, isNew] = places_.try_emplace(name, object->members.size());
  if (isNew) object->members.push_back({name, {}});
  return &object->members[place->second].value;
}

bool OpenMember::set(std::span<const std::string> path, const Value& value) {
  Value* child = path.size() > 1 && !value.isNull() ? childNamed(path[1]) : nullptr;
  if (child == nullptr) {
    places_.clear();
    return setAt(root_, path, value);
  }
  if (path.size() == 2) {
    *child = value;
    return true;
  }
  if (child->isNull()) *child = Value::object();
  return setAt(*child, path.subspan(2), value);
}

std::optional<MemberEdit> OpenMember::edit() const {
  MemberEdit edit{name_, before_, std::nullopt};
  if (const Value* after = root_.find(name_)) edit.after = json::write(*after);
  if (edit.before == edit.after) return std::nullopt;
  return edit;
}

OpenMember& OpenMembers::open(const Document& document, std::string_view name) {
  const auto known = byName_.find(name);
  if (known != byName_.end()) return *known->second;
  members_.emplace_back(std::string(name), document.memberText(name));
  byName_.emplace(name, &members_.back());
  return members_.back();
}

ChangeList OpenMembers::close() {
  ChangeList changes;
  for (const OpenMember& member : members_) {
    if (auto edit = member.edit()) changes.emplace_back(std::move(*edit));
  }
  byName_.clear();
  members_.clear();
  return changes;
}

}  // namespace crossfoot
