#include "command/history.h"

#include "json/value.h"
#include "num/decimal.h"

namespace crossfoot {
namespace {

using json::Value;

Value number(size_t value) { return Value::ofNumber(std::to_string(value)); }

Value optionalText(const std::optional<std::string>& text) {
  return text ? Value::ofString(*text) : Value{};
}

// One object a change; the member `change` names which of the five it is.
struct Writer {
  Value start(std::string name) const {
    Value value = Value::object();
    value.set("change", Value::ofString(std::move(name)));
    return value;
  }
  Value operator()(const LineEdit& edit) const {
    Value value = start("line");
    value.set("id", Value::ofString(edit.id));
    value.set("before", Value::ofString(edit.before));
    value.set("after", Value::ofString(edit.after));
    return value;
  }
  Value operator()(const LineInsert& insert) const {
    Value value = start("insert");
    value.set("position", number(insert.position));
    value.set("text", Value::ofString(insert.text));
    return value;
  }
  Value operator()(const LineRemove& removal) const {
    Value value = start("remove");
    value.set("position", number(removal.position));
    value.set("text", Value::ofString(removal.text));
    return value;
  }
  Value operator()(const LineMove& move) const {
    Value value = start("move");
    value.set("from", number(move.from));
    value.set("to", number(move.to));
    return value;
  }
  Value operator()(const MemberEdit& edit) const {
    Value value = start("member");
    value.set("name", Value::ofString(edit.name));
    value.set("before", optionalText(edit.before));
    value.set("after", optionalText(edit.after));
    return value;
  }
};

std::optional<size_t> whole(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  DecimalText decimal;
  int64_t result = 0;
  if (value == nullptr || !parseDecimal(value->text, decimal)) return std::nullopt;
  if (toWhole(decimal, 0, 1'000'000, result) != NumberProblem::none) return std::nullopt;
  return static_cast<size_t>(result);
}

std::optional<std::string> text(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  if (value == nullptr || !value->isString()) return std::nullopt;
  return value->text;
}

std::optional<Change> readChange(const Value& value) {
  const std::string_view kind = value.textOf("change");
  if (kind == "line") {
    return LineEdit{std::string(value.textOf("id")), std::string(value.textOf("before")),
                    std::string(value.textOf("after"))};
  }
  if (kind == "member") {
    return MemberEdit{std::string(value.textOf("name")), text(value, "before"),
                      text(value, "after")};
  }
  const auto position = whole(value, "position");
  if (kind == "insert" && position) {
    return LineInsert{*position, std::string(value.textOf("text"))};
  }
  if (kind == "remove" && position) {
    return LineRemove{*position, std::string(value.textOf("text"))};
  }
  const auto from = whole(value, "from");
  const auto to = whole(value, "to");
  if (kind == "move" && from && to) return LineMove{*from, *to};
  return std::nullopt;
}

// Keystrokes in one cell leave one change: from the text before the first to that after the last.
void join(HistoryStep& step, Change change) {
  auto* last = step.changes.empty() ? nullptr : std::get_if<LineEdit>(&step.changes.back());
  auto* next = std::get_if<LineEdit>(&change);
  if (last != nullptr && next != nullptr && last->id == next->id) {
    last->after = std::move(next->after);
  } else {
    step.changes.push_back(std::move(change));
  }
}

}  // namespace

void History::clear() {
  steps_.clear();
  forgotten_ = 0;
  position_ = 0;
}

void History::push(HistoryStep step) {
  steps_.resize(forgotten_ + position_);
  if (HistoryStep* top = joinable(step.coalesce)) {
    for (Change& change : step.changes) join(*top, std::move(change));
    return;
  }
  if (position_ >= kMostSteps) forgetOldest();
  steps_.push_back(std::move(step));
  position_ = steps().size();
}

void History::forgetOldest() {
  steps_[forgotten_++] = {};
  if (forgotten_ < kMostSteps) return;
  steps_.erase(steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(forgotten_));
  forgotten_ = 0;
}

HistoryStep* History::joinable(std::string_view coalesce) {
  if (coalesce.empty() || position_ == 0 || redoable() > 0) return nullptr;
  return steps_.back().coalesce == coalesce ? &steps_.back() : nullptr;
}

const HistoryStep* History::stepToUndo() const {
  return position_ > 0 ? &steps()[position_ - 1] : nullptr;
}

const HistoryStep* History::stepToRedo() const {
  return redoable() > 0 ? &steps()[position_] : nullptr;
}

std::string History::toJson() const {
  Value list = Value::array();
  for (const HistoryStep& step : steps()) {
    Value one = Value::object();
    one.set("label", Value::ofString(step.label));
    one.set("coalesce", Value::ofString(step.coalesce));
    Value& changes = one.set("changes", Value::array());
    for (const Change& change : step.changes) {
      changes.items.push_back(std::visit(Writer{}, change));
    }
    list.items.push_back(std::move(one));
  }
  Value history = Value::object();
  history.set("position", number(position_));
  history.set("steps", std::move(list));
  return json::write(history);
}

bool History::fromJson(std::string_view source, History& history) {
  const auto parsed = json::parse(source);
  if (!parsed) return false;
  const auto position = whole(*parsed, "position");
  const Value* steps = parsed->find("steps");
  if (!position || steps == nullptr || *position > steps->items.size()) return false;
  History restored;
  for (const Value& one : steps->items) {
    HistoryStep step{std::string(one.textOf("label")), std::string(one.textOf("coalesce")), {}};
    const Value* changes = one.find("changes");
    if (changes == nullptr) return false;
    for (const Value& value : changes->items) {
      auto change = readChange(value);
      if (!change) return false;
      step.changes.push_back(std::move(*change));
    }
    restored.steps_.push_back(std::move(step));
  }
  restored.position_ = *position;
  history = std::move(restored);
  return true;
}

}  // namespace crossfoot
