#include "command/open_members.h"

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

OpenList& OpenMember::list() {
  if (!list_) {
    Value* list = root_.find(name_);
    if (list == nullptr || !list->isArray()) list = &root_.set(name_, Value::array());
    list_.emplace(std::move(list->items));
  }
  return *list_;
}

void OpenMember::closeList() {
  if (!list_) return;
  root_.find(name_)->items = list_->close();
  list_.reset();
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
  closeList();
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

std::optional<MemberEdit> OpenMember::edit() {
  closeList();
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
  for (OpenMember& member : members_) {
    if (auto edit = member.edit()) changes.emplace_back(std::move(*edit));
  }
  byName_.clear();
  members_.clear();
  return changes;
}

}  // namespace crossfoot
