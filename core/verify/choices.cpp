#include "verify/choices.h"

#include <algorithm>
#include <array>
#include <optional>

#include "num/decimal.h"
#include "verify/discount_code.h"
#include "verify/state_argument.h"

namespace crossfoot::verify {
namespace {

std::string choicePath(std::string_view list, std::string_view id) {
  std::string path = "/choices";
  json::appendPointer(path, list);
  json::appendPointer(path, id);
  return path;
}

Refusal refuse(std::string path, std::string message) {
  Refusal refusal;
  refusal.code = "choice-refused";
  refusal.path = std::move(path);
  refusal.message = std::move(message);
  return refusal;
}

bool readQuantity(const json::Value& value, Quantity& quantity) {
  const bool isNumber = value.isString() || value.kind == json::Kind::number;
  DecimalText decimal;
  return isNumber && parseDecimal(value.text, decimal) &&
         toQuantity(decimal, quantity) == NumberProblem::none;
}

bool given(const json::Value* value) { return value != nullptr && !value->isNull(); }

bool isTrue(const json::Value* value) {
  return value != nullptr && value->kind == json::Kind::boolean && value->truth;
}

/// The quantities a seller lets a buyer choose from, in millionths.
struct Range {
  Quantity min;
  std::optional<Quantity> max;
  std::optional<Quantity> step;

  bool admits(Quantity quantity) const {
    if (quantity.micros < min.micros || (max && quantity.micros > max->micros)) return false;
    return !step || (quantity.micros - min.micros) % step->micros == 0;
  }
};

// False where the seller's own range cannot be read: then nothing may be chosen.
bool readRange(const json::Value& value, Range& range) {
  const auto read = [&value](std::string_view name, std::optional<Quantity>& quantity) {
    const json::Value* member = value.find(name);
    if (!given(member)) return true;
    quantity.emplace();
    return readQuantity(*member, *quantity);
  };
  std::optional<Quantity> min;
  if (!read("min", min) || !read("max", range.max) || !read("step", range.step)) return false;
  range.min = min.value_or(Quantity{0});
  return !range.step || range.step->micros > 0;
}

// Applies the choices to the seller's state, held as a tree; the first one that is not allowed
// refuses them all.
class Chooser {
 public:
  Chooser(const Document& document, json::Value& state) : document_(document), state_(state) {}

  Outcome apply(const json::Value& choices) {
    for (const json::Member& member : choices.members) {
      if (member.name != "quantities" && member.name != "selected" && member.name != "code") {
        std::string path = "/choices";
        json::appendPointer(path, member.name);
        return refuse(std::move(path), "This cannot be chosen.");
      }
    }
    if (auto outcome = each(choices, "quantities", &Chooser::setQuantity); !outcome) return outcome;
    if (auto outcome = each(choices, "selected", &Chooser::select); !outcome) return outcome;
    return claimCode(choices.find("code"));
  }

  /// Whether the state is no longer the offer.
  bool changed() const { return changed_; }

 private:
  using Step = Outcome (Chooser::*)(json::Value& line, const json::Value& choice,
                                    const std::string& path);

  Outcome each(const json::Value& choices, std::string_view list, Step step) {
    const json::Value* chosen = choices.find(list);
    if (!given(chosen)) return Done{};
    if (!chosen->isObject()) {
      return wrongType("/choices/" + std::string(list), "Give an object of line ids.");
    }
    for (const json::Member& member : chosen->members) {
      const std::string path = choicePath(list, member.name);
      json::Value* line = findLine(member.name);
      if (line == nullptr) return refuse(path, "The offer has no line with this id.");
      if (auto outcome = (this->*step)(*line, member.value, path); !outcome) return outcome;
    }
    return Done{};
  }

  json::Value* findLine(std::string_view id) {
    const uint32_t slot = document_.lines.find(id);
    if (slot == IdIndex::kNone) return nullptr;
    return &state_.find("lines")->items[document_.lines.positionOf(slot)];
  }

  Outcome setQuantity(json::Value& line, const json::Value& choice, const std::string& path) {
    const json::Value* offered = line.find("quantityRange");
    if (!given(offered)) return refuse(path, "The quantity of this line is not for choice.");
    Range range;
    Quantity quantity;
    if (!readRange(*offered, range))
      return refuse(path, "This line's quantity range has an error.");
    if (!readQuantity(choice, quantity) || !range.admits(quantity)) {
      return refuse(path, "This quantity is outside what the offer allows.");
    }
    const json::Value* before = line.find("quantity");
    Quantity current{1'000'000};
    const bool same = (!given(before) || readQuantity(*before, current)) && current == quantity;
    if (same) return Done{};
    line.set("quantity", json::Value::ofString(shortestDecimal(choice.text)));
    // The formula that gave the seller's quantity does not give the buyer's.
    json::Value* formulas = line.find("formulas");
    if (formulas != nullptr && formulas->erase("quantity") && formulas->members.empty()) {
      line.erase("formulas");
    }
    changed_ = true;
    return Done{};
  }

  Outcome select(json::Value& line, const json::Value& choice, const std::string& path) {
    if (choice.kind != json::Kind::boolean) return wrongType(path, "This must be true or false.");
    if (!isTrue(line.find("optional"))) return refuse(path, "This line is not optional.");
    if (isTrue(line.find("selected")) == choice.truth) return Done{};
    line.set("selected", choice);
    changed_ = true;
    return Done{};
  }

  Outcome claimCode(const json::Value* code) {
    if (given(code) && !code->isString())
      return wrongType("/choices/code", "This must be a string.");
    const std::string claimed = given(code) ? codeKey(code->text) : std::string();
    json::Value* adjustments = state_.find("adjustments");
    bool found = false;
    if (adjustments != nullptr) {
      const size_t dropped = std::erase_if(adjustments->items, [&](const json::Value& adjustment) {
        const std::string needed = codeKey(adjustment.textOf("code"));
        found = found || (!needed.empty() && needed == claimed);
        return !needed.empty() && needed != claimed;
      });
      changed_ = changed_ || dropped > 0;
    }
    if (!claimed.empty() && !found) return refuse("/choices/code", "The offer has no such code.");
    return Done{};
  }

  const Document& document_;
  json::Value& state_;
  bool changed_ = false;
};

// The state as a tree in which every line has its id.
json::Value readOffer(const Document& document, const json::Value& state) {
  json::Value offer = state;
  json::Value* lines = offer.find("lines");
  if (lines == nullptr || !lines->isArray()) return offer;
  for (size_t i = 0; i < lines->items.size(); ++i) {
    if (!lines->items[i].textOf("id").empty()) continue;
    lines->items[i].set("id", json::Value::ofString(std::string(document.lines.at(i).id)));
  }
  return offer;
}

}  // namespace

std::string choicesReply(const json::Value& argument) {
  const json::Value* state = argument.find("state");
  const auto document = openState(state != nullptr ? json::write(*state) : std::string());
  if (!document) return toJson(document.refusal());
  const json::Value* choices = argument.find("choices");
  if (choices == nullptr || !choices->isObject()) {
    return toJson(wrongType("/choices", "Give the choices here, as an object."));
  }
  json::Value offer = readOffer(**document, *state);
  Chooser chooser(**document, offer);
  if (auto outcome = chooser.apply(*choices); !outcome) return toJson(outcome.refusal());
  if (chooser.changed()) offer.erase("digest");
  json::Value reply = json::Value::object();
  reply.set("state", std::move(offer));
  std::string out;
  json::writeCanonical(reply, out);
  return out;
}

}  // namespace crossfoot::verify
