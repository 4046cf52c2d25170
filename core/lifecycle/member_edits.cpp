#include "lifecycle/member_edits.h"

#include "view/open_state.h"

namespace crossfoot::lifecycle {

const MemberEdits::Edit* MemberEdits::find(std::string_view name) const {
  for (const Edit& edit : edits_) {
    if (edit.name == name) return &edit;
  }
  return nullptr;
}

json::Value MemberEdits::get(std::string_view name) const {
  if (const Edit* edit = find(name)) return edit->value.value_or(json::Value{});
  return view::memberValue(document_, name);
}

json::Value MemberEdits::list(std::string_view name) const {
  json::Value value = get(name);
  return value.isArray() ? value : json::Value::array();
}

void MemberEdits::put(std::string_view name, std::optional<json::Value> value) {
  if (const Edit* edit = find(name)) {
    edits_[static_cast<size_t>(edit - edits_.data())].value = std::move(value);
  } else {
    edits_.push_back({std::string(name), std::move(value)});
  }
}

void MemberEdits::set(std::string_view name, json::Value value) { put(name, std::move(value)); }

void MemberEdits::setText(std::string_view name, std::string_view text) {
  put(name, json::Value::ofString(std::string(text)));
}

void MemberEdits::erase(std::string_view name) { put(name, std::nullopt); }

void MemberEdits::append(std::string_view listName, json::Value item) {
  json::Value items = list(listName);
  items.items.push_back(std::move(item));
  put(listName, std::move(items));
}

ChangeList MemberEdits::take() {
  ChangeList changes;
  for (Edit& edit : edits_) {
    MemberEdit change{std::move(edit.name), std::nullopt, std::nullopt};
    if (const std::string* before = document_.memberText(change.name)) change.before = *before;
    if (edit.value) change.after = json::write(*edit.value);
    if (change.before != change.after) changes.emplace_back(std::move(change));
  }
  edits_.clear();
  return changes;
}

}  // namespace crossfoot::lifecycle
