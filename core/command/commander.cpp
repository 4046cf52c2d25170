#include "command/commander.h"
#include "base/result.h"

#include <algorithm>
#include <array>

#include "base/sorted_places.h"
#include "codec/kept_amounts.h"
#include "codec/known_members.h"
#include "codec/read_state.h"
#include "codec/tidy.h"
#include "command/batch_size.h"
#include "command/currency_change.h"
#include "command/line_field.h"
#include "command/pointer_edit.h"
#include "command/share_taxes.h"
#include "lifecycle/lifecycle.h"

namespace crossfoot {
namespace {

using json::Value;

bool isList(std::string_view name) {
  return name == "lines" || name == "taxRates" || name == "adjustments";
}

// The ids of a command, each a string.
Result<std::vector<std::string>> idsOf(const Value& command, std::string_view name) {
  const Value* list = command.find(name);
  std::vector<std::string> ids;
  if (list == nullptr || !list->isArray()) {
    return refuse("invalid-command", "/" + std::string(name), "Give a list of ids.");
  }
  for (const Value& id : list->items) {
    if (!id.isString()) {
      return refuse("invalid-command", "/" + std::string(name), "An id is a string.");
    }
    ids.push_back(id.text);
  }
  return ids;
}

Refusal unknownId(std::string_view list, std::string_view id) {
  const std::string code = list == "lines" ? "unknown-line" : "unknown-id";
  return refuse(code, "/" + std::string(list) + "/" + std::string(id),
                "Nothing in this list has that id.");
}

}  // namespace

Outcome Commander::run(const Value& command, HistoryStep& step, ChangeSet& touched) {
  done_.clear();
  touched_ = {};
  openMembers_ = {};
  idCounter_ = 0;
  const SharesBefore shares(document(), editor_.totals());
  Outcome outcome = dispatch(command);
  if (outcome) outcome = writeBack();
  // A state given as a whole says itself which taxes it has.
  if (outcome && command.textOf("op") != "replace") outcome = dropShares(shares);
  if (!outcome) {
    ChangeSet ignored;
    (void)editor_.apply(inverse(done_), ignored);
    return outcome;
  }
  if (!done_.empty()) {
    editor_.settle();
    touched_.all = touched_.all || editor_.totals().linesAreTied();
  }
  step.label = command.find("label") != nullptr ? std::string(command.textOf("label"))
                                                : std::string(command.textOf("op"));
  step.coalesce = command.textOf("coalesce");
  step.changes = std::move(done_);
  touched = std::move(touched_);
  return Done{};
}

Outcome Commander::dispatch(const Value& command) {
  constexpr std::array<std::pair<std::string_view, Handler>, 8> kHandlers = {{
      {"add", &Commander::add},
      {"set", &Commander::set},
      {"currency", &Commander::setCurrency},
      {"remove", &Commander::remove},
      {"clone", &Commander::clone},
      {"move", &Commander::move},
      {"replace", &Commander::replace},
      {"batch", &Commander::batch},
  }};
  if (!command.isObject()) return refuse("invalid-command", "", "A command is an object.");
  const std::string_view op = command.textOf("op");
  for (const auto& [name, handler] : kHandlers) {
    if (name == op) return (this->*handler)(command);
  }
  if (lifecycle::isLifecycleCommand(op)) return lifecycle(command);
  return refuse("unknown-command", "/op", "There is no command of this name.");
}

Outcome Commander::execute(ChangeList changes) {
  Outcome outcome = editor_.carryOut(changes, touched_);
  if (outcome) std::move(changes.begin(), changes.end(), std::back_inserter(done_));
  return outcome;
}

Outcome Commander::execute(Change change) {
  ChangeList changes;
  changes.push_back(std::move(change));
  return execute(std::move(changes));
}

Outcome Commander::permit(std::string_view flag, std::string_view member) const {
  if (auto outcome = capabilities_.require(flag); !outcome) return outcome;
  return lifecycle::mayEdit(document(), member);
}

Outcome Commander::writeBack() {
  ChangeList changes = openMembers_.close();
  return changes.empty() ? Outcome(Done{}) : execute(std::move(changes));
}

Outcome Commander::dropShares(const SharesBefore& shares) {
  if (shares.none() || done_.empty()) return Done{};
  editor_.settle();
  ChangeList changes = shares.outdated(document(), editor_.totals());
  return changes.empty() ? Outcome(Done{}) : execute(std::move(changes));
}

Result<std::vector<Value>> Commander::take(std::string_view list,
                                           const std::vector<std::string>& ids) {
  OpenList& items = open(list).list();
  std::vector<Value> taken;
  for (const std::string& id : ids) {
    const size_t at = items.positionOf(id);
    // What is named twice is not there any more the second time.
    if (at == items.size()) return unknownId(list, id);
    taken.push_back(items.remove(at));
  }
  return taken;
}

Result<size_t> Commander::positionAfter(const Value* after) const {
  const LineList& lines = document().lines;
  if (after == nullptr) return lines.size();
  if (after->isNull()) return size_t{0};
  const uint32_t slot = lines.find(after->text);
  if (!after->isString() || slot == IdIndex::kNone) return unknownId("lines", after->text);
  return lines.positionOf(slot) + 1;
}

std::string Commander::freeLineId() {
  idCounter_ = std::max(idCounter_, editor_.document().lines.idsTakenTo());
  return codec::nextFreeId("li_", idCounter_, [this](const std::string& id) {
    return document().lines.find(id) != IdIndex::kNone;
  });
}

Outcome Commander::add(const Value& command) {
  const std::string_view list = command.textOf("list");
  const Value* items = command.find("items");
  if (!isList(list)) {
    return refuse("invalid-command", "/list", "The list is lines, taxRates or adjustments.");
  }
  if (items == nullptr || !items->isArray()) {
    return refuse("invalid-command", "/items", "Give the items to add as an array.");
  }
  const Value* currency = command.find("currency");
  if (currency != nullptr && !currency->isString()) {
    return refuse("invalid-command", "/currency", "Give the currency of the items, like USD.");
  }
  for (size_t i = 0; i < items->items.size(); ++i) {
    if (!items->items[i].isObject()) {
      return refuse("wrong-type", "/items/" + std::to_string(i), "An item is an object.");
    }
  }
  Value added = *items;
  if (currency != nullptr) {
    codec::keepAmounts(partOfList(list), added, currency->text, document().head.currency.name());
  }
  if (list == "lines") {
    if (auto outcome = permit("addLines", list); !outcome) return outcome;
    auto position = positionAfter(command.find("after"));
    return position ? addLines(added, *position) : Outcome(position.refusal());
  }
  const bool rates = list == "taxRates";
  if (auto outcome = permit(rates ? "editTaxes" : "editAdjustments", list); !outcome) {
    return outcome;
  }
  return insertItems(list, added.items, command.find("after"));
}

Outcome Commander::insertItems(std::string_view list, std::span<const Value> items,
                               const Value* after) {
  OpenList& all = open(list).list();
  size_t at = all.size();
  if (after != nullptr) at = after->isNull() ? 0 : all.positionOf(after->text) + 1;
  if (at > all.size()) return unknownId(list, after->text);
  for (const Value& item : items) all.insert(at++, item);
  return Done{};
}

Outcome Commander::addLines(const Value& items, size_t position) {
  ChangeList changes;
  for (const Value& item : items.items) {
    if (item.find("productId") == nullptr) {
      if (auto outcome = capabilities_.require("addCustomLines"); !outcome) return outcome;
    }
    Value line = item;
    codec::tidyLineValue(line);
    const Value* id = line.find("id");
    std::string text = json::write(line);
    if (id == nullptr || id->isNull() || (id->isString() && id->text.empty())) {
      text = codec::withId(text, freeLineId());
    }
    changes.push_back(LineInsert{position++, std::move(text)});
  }
  return execute(std::move(changes));
}

Outcome Commander::set(const Value& command) {
  std::vector<std::string> path;
  if (!json::splitPointer(command.textOf("path"), path) || path.empty() || path[0].empty()) {
    return refuse("invalid-command", "/path", "Give the path of a field, like /lines/li_1/name.");
  }
  static const Value kNothing;
  const Value* value = command.find("value");
  if (value == nullptr) value = &kNothing;
  noteUnknown(path, *value);
  if (path[0] == "lines") return setLine(path, *value);
  if (isList(path[0]) && path.size() > 1) return setListItem(path, *value);
  return setMember(path, *value);
}

// Taking a member away, or setting one that begins with "x-", is meant.
void Commander::noteUnknown(const std::vector<std::string>& path, const Value& value) {
  const bool inList = isList(path[0]) && path.size() > 2;
  const std::string& name = inList ? path[2] : path[0];
  if (value.isNull() || name.rfind("x-", 0) == 0) return;
  if (findMember(inList ? partOfList(path[0]) : Part::document, name) != nullptr) return;
  std::string place;
  for (const std::string& segment : path) json::appendPointer(place, segment);
  touched_.unknown.push_back(std::move(place));
}

Outcome Commander::setLine(const std::vector<std::string>& path, const Value& value) {
  if (path.size() < 3 || path[2] == "id") {
    return refuse("invalid-command", "/path", "Name a line by its id and a field other than id.");
  }
  if (auto outcome = permit(Capabilities::flagForLineField(path[2]), "lines"); !outcome) {
    return outcome;
  }
  const uint32_t slot = document().lines.find(path[1]);
  if (slot == IdIndex::kNone) return unknownId("lines", path[1]);
  const LineItem& line = document().lines.slot(slot);
  auto text = withField(line.text, std::span(path).subspan(2), value);
  if (!text) return refuse("unknown-path", "/path", "The line has no such place.");
  LineEdit edit{path[1], std::string(line.text), std::move(*text)};
  if (edit.before == edit.after) return Done{};
  return execute(std::move(edit));
}

Outcome Commander::setCurrency(const Value& command) {
  const Value* value = command.find("value");
  if (value == nullptr || !value->isString()) {
    return refuse("invalid-command", "/value", "Give the currency, like USD.");
  }
  if (auto outcome = permit("editDocument", "currency"); !outcome) return outcome;
  if (auto outcome = permit("editPrices", "lines"); !outcome) return outcome;
  if (auto outcome = writeBack(); !outcome) return outcome;
  return execute(currencyChanges(document(), value->text, command.find("prices")));
}

Outcome Commander::setListItem(const std::vector<std::string>& path, const Value& value) {
  const bool rates = path[0] == "taxRates";
  if (auto outcome = permit(rates ? "editTaxes" : "editAdjustments", path[0]); !outcome) {
    return outcome;
  }
  OpenList& items = open(path[0]).list();
  const size_t at = items.positionOf(path[1]);
  if (at == items.size()) return unknownId(path[0], path[1]);
  Value& item = items.at(at);
  if (path.size() < 3 || path[2] == "id" || !setAt(item, std::span(path).subspan(2), value)) {
    return refuse("unknown-path", "/path", "Name a field of the item other than its id.");
  }
  codec::settleAmounts(partOfList(path[0]), item, std::span(path).subspan(2));
  return Done{};
}

Outcome Commander::setMember(const std::vector<std::string>& path, const Value& value) {
  const std::string& name = path[0];
  const Hand hand = documentMember(name).hand;
  if (hand == Hand::whole || hand == Hand::stamp) {
    return refuse("invalid-command", "/path",
                  "This field changes by a conversion or by a stamp, not by set.");
  }
  const std::string_view flag = name == "taxRates"      ? "editTaxes"
                                : name == "adjustments" ? "editAdjustments"
                                                        : "editDocument";
  if (auto outcome = permit(flag, name); !outcome) return outcome;
  if (name == "currency" && path.size() == 1 && value.isString()) {
    if (auto outcome = writeBack(); !outcome) return outcome;
    return execute(currencyChanges(document(), value.text, nullptr));
  }
  if (!open(name).set(path, value)) {
    return refuse("unknown-path", "/path", "The document has no such place.");
  }
  // What the end of a subscription forbids is forbidden from the next part of the command on.
  return name == "canceledOn" ? writeBack() : Outcome(Done{});
}

Outcome Commander::remove(const Value& command) {
  const std::string_view list = command.textOf("list");
  auto ids = idsOf(command, "ids");
  if (!ids) return ids.refusal();
  if (list == "lines") return removeLines(*ids);
  if (!isList(list)) {
    return refuse("invalid-command", "/list", "The list is lines, taxRates or adjustments.");
  }
  const bool rates = list == "taxRates";
  if (auto outcome = permit(rates ? "editTaxes" : "editAdjustments", list); !outcome) {
    return outcome;
  }
  auto taken = take(list, *ids);
  return taken ? Outcome(Done{}) : taken.refusal();
}

Outcome Commander::removeLines(const std::vector<std::string>& ids) {
  if (auto outcome = permit("removeLines", "lines"); !outcome) return outcome;
  const LineList& lines = document().lines;
  std::vector<size_t> positions;
  for (const std::string& id : ids) {
    const uint32_t slot = lines.find(id);
    if (slot == IdIndex::kNone) return unknownId("lines", id);
    positions.push_back(lines.positionOf(slot));
  }
  // From the end, so that earlier positions stay what they are.
  const auto later = [&positions](size_t a, size_t b) { return positions[a] > positions[b]; };
  ChangeList changes;
  size_t last = lines.size();
  for (const size_t place : sortedPlaces(positions.size(), later)) {
    const size_t position = positions[place];
    if (position == last) continue;  // named twice
    last = position;
    changes.push_back(LineRemove{position, std::string(lines.at(position).text)});
  }
  return execute(std::move(changes));
}

Outcome Commander::clone(const Value& command) {
  if (auto outcome = permit("addLines", "lines"); !outcome) return outcome;
  auto ids = idsOf(command, "ids");
  if (!ids) return ids.refusal();
  std::vector<std::string> newIds;
  if (command.find("newIds") != nullptr) {
    auto given = idsOf(command, "newIds");
    if (!given) return given.refusal();
    newIds = *given;
  }
  for (size_t i = 0; i < ids->size(); ++i) {
    const uint32_t slot = document().lines.find((*ids)[i]);
    if (slot == IdIndex::kNone) return unknownId("lines", (*ids)[i]);
    const std::string id = i < newIds.size() ? newIds[i] : freeLineId();
    LineInsert insert{document().lines.positionOf(slot) + 1,
                      codec::withId(document().lines.slot(slot).text, id)};
    if (auto outcome = execute(std::move(insert)); !outcome) return outcome;
  }
  return Done{};
}

Outcome Commander::move(const Value& command) {
  const std::string list =
      command.find("list") == nullptr ? "lines" : std::string(command.textOf("list"));
  auto ids = idsOf(command, "ids");
  if (!ids) return ids.refusal();
  const Value* after = command.find("after");
  if (list == "lines") return moveLines(*ids, after);
  if (!isList(list)) {
    return refuse("invalid-command", "/list", "The list is lines, taxRates or adjustments.");
  }
  const bool rates = list == "taxRates";
  if (auto outcome = permit(rates ? "editTaxes" : "editAdjustments", list); !outcome) {
    return outcome;
  }
  auto taken = take(list, *ids);
  return taken ? insertItems(list, *taken, after) : taken.refusal();
}

// The id of the last line that is not among these; null where all are.
Value Commander::lastThatStays(const std::vector<std::string>& ids) const {
  const LineList& lines = document().lines;
  std::vector<bool> moves(lines.slotCount(), false);
  for (const std::string& id : ids) {
    const uint32_t slot = lines.find(id);
    if (slot != IdIndex::kNone) moves[slot] = true;
  }
  for (size_t i = lines.size(); i-- > 0;) {
    const uint32_t slot = lines.slotAt(i);
    if (!moves[slot]) return Value::ofString(std::string(lines.slot(slot).id));
  }
  return {};
}

Outcome Commander::moveLines(const std::vector<std::string>& ids, const Value* after) {
  if (auto outcome = permit("moveLines", "lines"); !outcome) return outcome;
  if (after != nullptr && std::find(ids.begin(), ids.end(), after->text) != ids.end()) {
    return refuse("invalid-command", "/after", "A line cannot move behind itself.");
  }
  Value anchor = after != nullptr ? *after : Value{};
  if (after == nullptr) anchor = lastThatStays(ids);
  for (const std::string& id : ids) {
    const uint32_t slot = document().lines.find(id);
    if (slot == IdIndex::kNone) return unknownId("lines", id);
    auto target = positionAfter(&anchor);
    if (!target) return target.refusal();
    const size_t from = document().lines.positionOf(slot);
    const size_t to = from < *target ? *target - 1 : *target;
    if (from != to) {
      if (auto outcome = execute(LineMove{from, to}); !outcome) return outcome;
    }
    anchor = Value::ofString(id);
  }
  return Done{};
}

Outcome Commander::replace(const Value& command) {
  const Value* state = command.find("state");
  if (state == nullptr || !state->isObject()) {
    return refuse("invalid-command", "/state", "Give the state to open as an object.");
  }
  if (auto outcome = permit("editDocument", "lines"); !outcome) return outcome;
  if (auto outcome = writeBack(); !outcome) return outcome;
  auto other = codec::readState(json::write(*state));
  if (!other) return other.refusal();
  ChangeList changes;
  const LineList& lines = document().lines;
  for (size_t i = lines.size(); i-- > 0;) {
    changes.push_back(LineRemove{i, std::string(lines.at(i).text)});
  }
  const auto before = [this](const std::string& name) {
    const std::string* text = document().memberText(name);
    return text != nullptr ? std::optional<std::string>(*text) : std::nullopt;
  };
  // The new members first: at no time is a required one missing.
  for (const StateMember& member : (*other)->members) {
    if (member.name == "lines" || before(member.name) == member.text) continue;
    changes.push_back(MemberEdit{member.name, before(member.name), member.text});
  }
  for (const StateMember& member : document().members) {
    if (member.name == "lines" || member.isRemoved()) continue;
    if ((*other)->memberText(member.name) != nullptr) continue;
    changes.push_back(MemberEdit{member.name, member.text, std::nullopt});
  }
  for (size_t i = 0; i < (*other)->lines.size(); ++i) {
    changes.push_back(LineInsert{i, std::string((*other)->lines.at(i).text)});
  }
  return execute(std::move(changes));
}

Outcome Commander::batch(const Value& command) {
  const Value* commands = command.find("commands");
  if (commands == nullptr || !commands->isArray()) {
    return refuse("invalid-command", "/commands", "Give the commands as an array.");
  }
  if (auto outcome = requireBatchSize(*commands); !outcome) return outcome;
  for (size_t i = 0; i < commands->items.size(); ++i) {
    if (commands->items[i].textOf("op") == "batch") {
      return refuse("invalid-command", "/commands/" + std::to_string(i), "A batch holds no batch.");
    }
    if (auto outcome = dispatch(commands->items[i]); !outcome) {
      Refusal refusal = outcome.refusal();
      refusal.message += " (command " + std::to_string(i + 1) + " of the batch)";
      return refusal;
    }
  }
  return Done{};
}

Outcome Commander::lifecycle(const Value& command) {
  if (auto outcome = capabilities_.require("editDocument"); !outcome) return outcome;
  if (auto outcome = writeBack(); !outcome) return outcome;
  editor_.settle();
  auto changes = lifecycle::changesFor({document(), editor_.totals()}, command);
  if (!changes) return changes.refusal();
  return execute(std::move(*changes));
}

}  // namespace crossfoot
