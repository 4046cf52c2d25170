#include "verify/verify.h"

#include <algorithm>
#include <array>
#include <optional>

#include "json/member_texts.h"
#include "json/value.h"
#include "lifecycle/lifecycle.h"
#include "num/decimal.h"
#include "verify/state_argument.h"
#include "view/priced_view.h"

namespace crossfoot::verify {
namespace {

/// What a state costs.
struct Priced {
  std::string digest;
  std::string_view unproven;  ///< where a finalised document stores another amount, else ""
  bool hasErrors = false;
  std::optional<std::string> dueNow;
  std::optional<std::string> total;
};

json::Value read(std::string_view text) {
  if (text.empty()) return {};
  json::Scanner scanner(text);
  return json::readValue(scanner);
}

bool isKnownRules(const json::Value* rules) {
  if (rules == nullptr || rules->isNull()) return true;
  DecimalText decimal;
  int64_t value = 0;
  return (rules->isString() || rules->kind == json::Kind::number) &&
         parseDecimal(rules->text, decimal) &&
         toWhole(decimal, kRules, kRules, value) == NumberProblem::none;
}

bool sameAmount(const json::Value& claimed, const std::optional<std::string>& amount) {
  if (claimed.isNull() || !amount) return claimed.isNull() && !amount;
  const bool isNumber = claimed.isString() || claimed.kind == json::Kind::number;
  DecimalText decimal;
  return isNumber && parseDecimal(claimed.text, decimal) &&
         shortestDecimal(claimed.text) == shortestDecimal(*amount);
}

Priced priceOf(Document& document) {
  Totals totals(document);
  totals.priceAll();
  const auto text = [&document](const std::optional<Money>& amount) {
    return amount ? std::optional(formatMoney(*amount, document.minorDigits())) : std::nullopt;
  };
  const view::Source source{document, totals};
  return {view::viewDigest(source), view::finalMismatch(source), totals.issueCounts().errors > 0,
          text(totals.summary().dueNow), text(totals.summary().total)};
}

// The pointer of the first claimed value that differs, "" where all hold.
std::string_view firstDifference(const json::Value& claim, const Priced& priced) {
  const json::Value* dueNow = claim.find("dueNow");
  if (dueNow != nullptr && !sameAmount(*dueNow, priced.dueNow)) return "/claim/dueNow";
  const json::Value* total = claim.find("total");
  if (total != nullptr && !sameAmount(*total, priced.total)) return "/claim/total";
  const json::Value* digest = claim.find("digest");
  const bool differs = digest != nullptr && !digest->isNull() &&
                       !(digest->isString() && digest->text == priced.digest);
  return differs ? "/claim/digest" : "";
}

json::Value amountValue(const std::optional<std::string>& amount) {
  return amount ? json::Value::ofString(*amount) : json::Value();
}

void setPrice(json::Value& object, const Priced& priced) {
  object.set("digest", json::Value::ofString(priced.digest));
  object.set("dueNow", amountValue(priced.dueNow));
  object.set("rules", json::Value::ofNumber(std::to_string(kRules)));
  object.set("total", amountValue(priced.total));
}

std::string text(const json::Value& value) {
  std::string out;
  json::writeCanonical(value, out);
  return out;
}

json::Value refused(std::string_view reason, std::string_view pointer) {
  json::Value reply = json::Value::object();
  reply.set("ok", json::Value::ofBoolean(false));
  reply.set("pointer", json::Value::ofString(std::string(pointer)));
  reply.set("reason", json::Value::ofString(std::string(reason)));
  return reply;
}

json::Value mismatchOf(std::string_view reason, std::string_view pointer, const Priced& priced) {
  json::Value reply = refused(reason, pointer);
  setPrice(reply.set("expected", json::Value::object()), priced);
  return reply;
}

std::string mismatch(std::string_view reason, std::string_view pointer, const Priced& priced) {
  return text(mismatchOf(reason, pointer, priced));
}

// Whether the state is final, and what of that does not fit.
void setStanding(json::Value& reply, const Document& document) {
  const lifecycle::Finality finality = lifecycle::finalityOf(document);
  reply.set("final", json::Value::ofBoolean(finality.isFinal));
  reply.set("knownStatus", json::Value::ofBoolean(finality.isKnown));
  reply.set("lacksDigest", json::Value::ofBoolean(finality.lacksDigest));
}

std::string unknownRules(std::string_view pointer) {
  json::Value reply = refused("rules-unknown", pointer);
  json::Value& supported = reply.set("supported", json::Value::array());
  supported.items.push_back(json::Value::ofNumber(std::to_string(kRules)));
  return text(reply);
}

// The pointer of a claimed member that is none, "" where all are known.
std::string unknownClaim(const json::Value& claim) {
  constexpr std::array<std::string_view, 5> kKnown = {"rules", "digest", "dueNow", "total",
                                                      "allowErrors"};
  for (const json::Member& member : claim.members) {
    if (std::find(kKnown.begin(), kKnown.end(), member.name) != kKnown.end()) continue;
    std::string pointer = "/claim";
    json::appendPointer(pointer, member.name);
    return pointer;
  }
  return {};
}

bool claimsNothing(const json::Value& claim) {
  return claim.find("digest") == nullptr && claim.find("dueNow") == nullptr &&
         claim.find("total") == nullptr;
}

// Where the first error is.
std::string firstError(Document& document) {
  Totals totals(document);
  totals.priceAll();
  for (const Issue& issue : view::allIssues({document, totals})) {
    if (issueSeverity(issue.code) == Severity::error) return issue.path;
  }
  return {};
}

bool allowsErrors(const json::Value& claim) {
  const json::Value* allowed = claim.find("allowErrors");
  return allowed != nullptr && allowed->kind == json::Kind::boolean && allowed->truth;
}

}  // namespace

std::string verifyReply(std::string_view argumentText) {
  constexpr std::array<std::string_view, 2> kMembers = {"state", "claim"};
  const auto texts = json::memberTexts(argumentText, kMembers);
  if (!texts) return toJson(texts.refusal());
  const auto& [stateText, claimText] = *texts;
  const json::Value claim = read(claimText);
  if (!claim.isObject()) return toJson(wrongType("/claim", "Give the claim here, as an object."));
  if (!isKnownRules(claim.find("rules"))) return unknownRules("/claim/rules");
  const auto document = openState(stateText);
  if (!document) return toJson(document.refusal());
  if (const std::string* rules = (*document)->memberText("rules")) {
    const json::Value value = read(*rules);
    if (!isKnownRules(&value)) return unknownRules("/rules");
  }
  const std::string unknown = unknownClaim(claim);
  if (!unknown.empty()) return text(refused("unknown-claim", unknown));
  const Priced priced = priceOf(**document);
  const std::string_view difference = firstDifference(claim, priced);
  if (!difference.empty()) return mismatch("totals-mismatch", difference, priced);
  if (!priced.unproven.empty()) return mismatch("digest-mismatch", priced.unproven, priced);
  if (priced.hasErrors && !allowsErrors(claim)) {
    return mismatch("has-errors", firstError(**document), priced);
  }
  const bool nothing = claimsNothing(claim);
  json::Value reply =
      nothing ? mismatchOf("nothing-claimed", "/claim", priced) : json::Value::object();
  setStanding(reply, **document);
  if (nothing) return text(reply);
  reply.set("ok", json::Value::ofBoolean(true));
  setPrice(reply, priced);
  return text(reply);
}

}  // namespace crossfoot::verify
