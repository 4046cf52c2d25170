#include "core/view/explain_walk.h"

#include <array>

#include "codec/read_state.h"
#include "core/support/random_state.h"
#include "view/explain.h"

namespace crossfoot::testing {
namespace {

// Members of the view that are no amounts: names, dates, counts and what the state says.
bool isOther(std::string_view name) {
  constexpr std::array<std::string_view, 17> kOthers = {
      "continues",    "costMissing", "currency",  "date",  "digest", "endDate",
      "firstPayment", "frequency",   "from",      "id",    "later",  "next",
      "payments",     "priced",      "remaining", "rules", "type"};
  for (const std::string_view other : kOthers) {
    if (name == other) return true;
  }
  return name == "until" || name == "selected" || name == "start" || name == "lineIds" ||
         name == "totalBlockedBy";
}

using Visit = std::function<void(const std::string&, const json::Value&, bool)>;

void walk(const json::Value& value, const std::string& path, const std::string& name,
          const Visit& visit) {
  if (value.isObject()) {
    for (const json::Member& member : value.members) {
      if (path.empty() && (member.name == "issues" || member.name == "subscriptions")) continue;
      walk(member.value, path + "/" + member.name, member.name, visit);
    }
  } else if (value.isArray()) {
    for (size_t i = 0; i < value.items.size(); ++i) {
      walk(value.items[i], path + "/" + std::to_string(i), name, visit);
    }
  } else {
    visit(path, value, !isOther(name) && value.kind != json::Kind::boolean);
  }
}

Rational decimalValue(std::string_view text) {
  BigInteger digits(0);
  unsigned decimals = 0;
  bool fraction = false;
  for (const char c : text) {
    if (c == '.') fraction = true;
    if (c < '0' || c > '9') continue;
    digits = digits * BigInteger(10) + BigInteger(c - '0');
    if (fraction) ++decimals;
  }
  const bool negative = text.substr(0, 1) == "-";
  return {negative ? digits.negated() : digits, BigInteger::powerOfTen(decimals)};
}

}  // namespace

PricedDocument::PricedDocument(std::string state)
    : document_(std::move(*codec::readState(std::move(state)))), totals_(*document_) {
  totals_.priceAll();
}

std::string PricedDocument::text(std::string_view path) const {
  return view::explainReply(source(), path);
}

json::Value PricedDocument::explain(std::string_view path) const { return tree(text(path)); }

json::Value PricedDocument::view() const { return tree(view::pricedView(source(), false)); }

void forEachLeaf(const json::Value& view, const Visit& visit) { walk(view, "", "", visit); }

Rational exactValue(std::string_view text) {
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos) return decimalValue(text);
  return decimalValue(text.substr(0, slash)) / decimalValue(text.substr(slash + 1));
}

Rational calculated(const json::Value& terms) {
  Rational result;
  for (const json::Value& term : terms.items) {
    const std::string_view op = term.textOf("op");
    const Rational value = exactValue(term.textOf("value"));
    if (op == "add") result = result + value;
    if (op == "subtract") result = result - value;
    if (op == "multiply") result = result * value;
    if (op == "divide") result = result / value;
    if (op == "percent") result = result * value / Rational(BigInteger(100));
    if (op == "atMost" && Rational::compare(value, result) < 0) result = value;
    if (op == "atLeast" && Rational::compare(value, result) > 0) result = value;
  }
  return result;
}

bool roundsTo(std::string_view exact, std::string_view rounded) {
  const size_t point = rounded.find('.');
  const size_t decimals = point == std::string_view::npos ? 0 : rounded.size() - point - 1;
  const Rational scale(BigInteger::powerOfTen(static_cast<unsigned>(decimals)));
  return (exactValue(exact) * scale).rounded() == (exactValue(rounded) * scale).rounded();
}

}  // namespace crossfoot::testing
