#include "subscription/terms_in_force.h"

#include <algorithm>
#include <array>

#include "codec/kept_amounts.h"
#include "codec/write_state.h"

namespace crossfoot::subscription {
namespace {

using json::Value;

// What a phase says where a term is taken away: what it leaves out comes from the line.
Value nothingAs(std::string_view name) {
  Value none = Value::object();
  if (name == "discount") none.set("percent", Value::ofString("0"));
  return name == "discount" ? none : Value::ofString("1");
}

void put(Value& into, std::string_view name, const Value& value) {
  if (value.isNull()) {
    into.erase(name);
  } else {
    into.set(name, value);
  }
}

bool isOfPlan(std::string_view id, const PaymentPlan& plan, const Document& document) {
  const std::vector<uint32_t>& slots = plan.group().slots;
  return std::any_of(slots.begin(), slots.end(),
                     [&](uint32_t slot) { return document.lines.slot(slot).id == id; });
}

// The changes of terms between two days, both included, in their order.
std::vector<Value> changesBetween(const Document& document, Date from, Date to) {
  std::vector<Value> changes;
  for (Value& event : view::memberList(document, "events").items) {
    const std::optional<Date> on = view::dateOf(event.find("on"));
    const bool within = on && from <= *on && *on <= to;
    if (within && event.textOf("type") == "changed") changes.push_back(std::move(event));
  }
  return changes;
}

// Whether an event tells of a change of terms of a line of the plan.
bool changesPlan(const Value& event, const PaymentPlan& plan, const Document& document) {
  const Value* ids = event.find("lineIds");
  return ids != nullptr && std::any_of(ids->items.begin(), ids->items.end(), [&](const Value& id) {
           return isOfPlan(id.text, plan, document);
         });
}

// Puts the terms of an event into the lines of a plan whose last payment is k.
bool applyChange(Value& state, const Value& event, const PaymentPlan& plan, uint32_t k,
                 const Document& document) {
  const Value* changes = event.find("changes");
  if (changes == nullptr || !changes->isObject()) return false;
  bool any = false;
  for (Value& line : state.find("lines")->items) {
    const std::string_view id = line.textOf("id");
    const Value* terms = changes->find(id);
    if (terms == nullptr || !terms->isObject() || !isOfPlan(id, plan, document)) continue;
    setTerms(line, *terms, phaseIndex(document.lines.slot(document.lines.find(id)), k));
    any = true;
  }
  return any;
}

}  // namespace

void setTerms(Value& line, const Value& terms, int phase) {
  Value* billing = line.find("billing");
  Value* phases = billing != nullptr ? billing->find("phases") : nullptr;
  for (const json::Member& member : terms.members) {
    if (phases == nullptr || phase < 0) {
      codec::settleAmounts(Part::line, line, std::array{member.name});
      put(line, member.name, member.value);
      if (member.name == "discount") line.erase("discounts");
      continue;
    }
    const bool kept = member.value.isNull() && member.name != "unitPrice";
    const Value value = kept ? nothingAs(member.name) : member.value;
    for (size_t i = static_cast<size_t>(phase); i < phases->items.size(); ++i) {
      codec::settleAmounts(Part::phase, phases->items[i], std::array{member.name});
      put(phases->items[i], member.name, value);
    }
  }
}

TermsInForce::TermsInForce(const view::Source& source, Date day) : source_(source), day_(day) {
  Value state;
  for (const PaymentPlan& plan : paymentPlans(source)) {
    const std::optional<uint32_t> k = plan.current(day);
    if (!k || plan.has(*k + 1)) continue;
    for (const Value& event : changesBetween(source.document, *plan.due(*k), day)) {
      if (!state.isObject()) state = *json::parse(codec::writeState(source.document));
      if (!applyChange(state, event, plan, *k, source.document)) continue;
      auto changed = view::OpenState::read(json::write(state));
      if (changed) changed_ = std::move(*changed);
    }
  }
}

std::optional<uint32_t> TermsInForce::payment(const PaymentPlan& plan) const {
  const std::optional<uint32_t> k = plan.current(day_);
  if (!k || !plan.has(*k + 1)) return k;
  const std::vector<Value> changes = changesBetween(source_.document, *plan.due(*k), day_);
  const bool changed = std::any_of(changes.begin(), changes.end(), [&](const Value& event) {
    return changesPlan(event, plan, source_.document);
  });
  return changed ? *k + 1 : *k;
}

uint32_t TermsInForce::slot(uint32_t slot) const {
  if (!changed_) return slot;
  return changed_->document().lines.find(source_.document.lines.slot(slot).id);
}

}  // namespace crossfoot::subscription
