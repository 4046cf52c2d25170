#include "command/pointer_edit.h"

#include "num/decimal.h"

namespace crossfoot {
namespace {

bool elementIndex(const std::string& segment, size_t count, size_t& index) {
  DecimalText decimal;
  int64_t whole = 0;
  if (!parseDecimal(segment, decimal)) return false;
  const auto last = static_cast<int64_t>(count);
  if (toWhole(decimal, 0, last, whole) != NumberProblem::none || whole == last) return false;
  index = static_cast<size_t>(whole);
  return true;
}

bool setElement(json::Value& array, std::span<const std::string> path, const json::Value& value) {
  if (path[0] == "-" && path.size() == 1 && !value.isNull()) {
    array.items.push_back(value);
    return true;
  }
  size_t index = 0;
  if (!elementIndex(path[0], array.items.size(), index)) return false;
  if (path.size() > 1) return setAt(array.items[index], path.subspan(1), value);
  if (value.isNull()) {
    array.items.erase(array.items.begin() + static_cast<std::ptrdiff_t>(index));
  } else {
    array.items[index] = value;
  }
  return true;
}

}  // namespace

bool setAt(json::Value& root, std::span<const std::string> path, const json::Value& value) {
  if (root.isArray()) return setElement(root, path, value);
  if (!root.isObject()) return false;
  if (path.size() == 1) {
    if (value.isNull()) {
      root.erase(path[0]);
    } else {
      root.set(path[0], value);
    }
    return true;
  }
  json::Value* child = root.find(path[0]);
  if (child == nullptr || child->isNull()) {
    if (value.isNull()) return true;
    child = &root.set(path[0], json::Value::object());
  }
  if (!setAt(*child, path.subspan(1), value)) return false;
  const bool emptied = value.isNull() && child->isObject() && child->members.empty();
  if (emptied) root.erase(path[0]);
  return true;
}

}  // namespace crossfoot
