#include "codec/read_head.h"

#include "codec/known_members.h"
#include "codec/read_state.h"
#include "json/value.h"
#include "model/name_index.h"

namespace crossfoot::codec {
namespace {

constexpr auto kSettingsFields = specsOf(members::kSettings);

Refusal refusalFor(const ShapeFault& fault) {
  return refuse("wrong-type", fault.path, fault.message);
}

// A member of the state as a field; kind null where it is absent.
Field memberField(const Document& document, std::string_view name) {
  const std::string* text = document.memberText(name);
  if (text == nullptr) return {};
  json::Scanner scanner(*text);
  return readField(scanner);
}

class HeadReader {
 public:
  explicit HeadReader(Document& document) : document_(document), head_(document.head) {}

  Outcome read() {
    if (auto outcome = readIdentity(); !outcome) return outcome;
    head_.leadingIssues.clear();
    noteNearMisses();
    readPolicyAndSettings();
    head_.taxRates.clear();
    document_.clearTaxSets();
    const Field rates = memberField("taxRates");
    if (rates.given()) {
      readTaxRates(rates.raw, head_.currency.name(), head_.policy, head_.leadingIssues, fault_,
                   head_.taxRates);
    }
    if (fault_.found) return refusalFor(fault_);
    giveIds(head_.taxRates, "taxRates", "tr_");
    if (auto outcome = refuseRepeated(head_.taxRates, "/taxRates"); !outcome) return outcome;
    document_.indexTaxRates();
    return readAdjustmentsOf(document_);
  }

  Outcome readAdjustmentList() {
    head_.trailingIssues.clear();
    head_.adjustments.clear();
    const Field list = memberField("adjustments");
    if (list.given()) {
      readAdjustments(list.raw, document_, head_.trailingIssues, fault_, head_.adjustments);
    }
    for (const std::string_view records : {"payments", "refunds", "credits"}) {
      const Field field = memberField(records);
      if (field.given()) readRecords(field.raw, records, head_.trailingIssues, fault_);
    }
    if (fault_.found) return refusalFor(fault_);
    giveIds(head_.adjustments, "adjustments", "adj_");
    return refuseRepeated(head_.adjustments, "/adjustments");
  }

 private:
  Field memberField(std::string_view name) {
    const Field field = codec::memberField(document_, name);
    checkShape(field, {name, documentMember(name).shape}, "", fault_);
    return fault_.found ? Field{} : field;
  }

  Outcome readIdentity() {
    if (auto outcome = readVersion(); !outcome) return outcome;
    const Field kind = memberField("kind");
    const Field currency = memberField("currency");
    const Field date = memberField("date");
    for (const std::string_view name : {"id", "language", "locale", "status", "number"}) {
      memberField(name);
    }
    if (fault_.found) return refusalFor(fault_);
    const auto knownKind = kind.given() ? parseKind(kind.text()) : DocumentKind::quote;
    if (!knownKind) {
      return refuse("unknown-kind", "/kind",
                    "The kind is deal, quote, invoice, creditMemo, paymentLink or subscription.");
    }
    head_.kind = *knownKind;
    const Currency* known = currency.given() ? findCurrency(currency.text()) : nullptr;
    if (known == nullptr) {
      return refuse("unknown-currency", "/currency",
                    "Give an active ISO 4217 code in capitals, such as USD or NOK.");
    }
    head_.currency = *known;
    const auto day = date.given() ? Date::parse(date.text()) : std::nullopt;
    if (!day) {
      return refuse("document-date", "/date", "Give the document's date, like 2026-11-22.");
    }
    head_.date = *day;
    return Done{};
  }

  Outcome readVersion() {
    const Field version = codec::memberField(document_, "version");
    if (version.given() && version.kind != json::Kind::number) {
      return refuse("wrong-type", "/version", "The version must be a JSON number.");
    }
    DecimalText decimal;
    int64_t value = 0;
    const bool known = version.given() && parseDecimal(version.raw, decimal) &&
                       toWhole(decimal, 1, 1, value) == NumberProblem::none;
    if (known) return Done{};
    return refuse("unknown-version", "/version",
                  "This program reads states of version 1. Update it, or export version 1.");
  }

  void noteNearMisses() {
    IssueSink issues(&head_.leadingIssues, "", "");
    for (const StateMember& member : document_.members) {
      if (member.isRemoved()) continue;
      const std::string_view meant = nearDocumentMember(member.name);
      if (meant.empty()) continue;
      std::string place;
      json::appendPointer(place, member.name);
      issues.add(
          IssueCode::unknownMember, place,
          "This member is not known and counts for nothing. Is " + std::string(meant) + " meant?");
    }
  }

  void readPolicyAndSettings() {
    IssueSink issues(&head_.leadingIssues, "/policy", "");
    const Field policy = memberField("policy");
    head_.policy = policy.given()
                       ? readPolicy(policy.raw, head_.currency.minorDigits, issues, fault_)
                       : Policy{};
    readRules();
    head_.horizonMonths = 24;
    head_.automaticTax = false;
    const Field settings = memberField("settings");
    if (!settings.given()) return;
    IssueSink settingsIssues(&head_.leadingIssues, "/settings", "");
    const auto fields =
        readFields(settings.raw, kSettingsFields, "/settings", fault_, settingsIssues, "");
    int64_t months = 0;
    if (fields[0].given() &&
        readCount(fields[0], 0, 1200, settingsIssues, "/horizonMonths", months)) {
      head_.horizonMonths = static_cast<uint32_t>(months);
    }
    head_.automaticTax = fields[1].given() && fields[1].truth();
  }

  void readRules() {
    const Field rules = memberField("rules");
    if (!rules.given()) return;
    DecimalText decimal;
    int64_t value = 0;
    if (parseDecimal(rules.text(), decimal) &&
        toWhole(decimal, kRules, kRules, value) == NumberProblem::none) {
      return;
    }
    IssueSink issues(&head_.leadingIssues, "", "");
    issues.add(IssueCode::unknownValue, "/rules",
               "This program prices by rules 1; the document was made under others.");
  }

  // Missing ids become the next free ones, and stand in the state from then on.
  template <class Item>
  void giveIds(std::vector<Item>& items, std::string_view list, std::string_view prefix) {
    NameIndex taken;
    for (const Item& item : items) taken.add(item.id);
    bool given = false;
    size_t counter = 0;
    for (Item& item : items) {
      if (!item.id.empty()) continue;
      item.id = nextFreeId(prefix, counter, [&](const std::string& id) {
        return taken.find(id) != NameIndex::kNone;
      });
      given = true;
    }
    if (!given) return;
    json::Scanner scanner(*document_.memberText(list));
    json::Value array = json::readValue(scanner);
    for (size_t i = 0; i < items.size(); ++i) {
      array.items[i].set("id", json::Value::ofString(items[i].id));
    }
    document_.setMember(list, json::write(array));
  }

  template <class Item>
  static Outcome refuseRepeated(const std::vector<Item>& items, std::string_view path) {
    NameIndex seen;
    for (size_t i = 0; i < items.size(); ++i) {
      if (seen.add(items[i].id) < i) {
        return refuse("duplicate-id", json::elementPath(path, i) + "/id",
                      "This id stands twice in the list. Ids are unique.");
      }
    }
    return Done{};
  }

  Document& document_;
  DocumentHead& head_;
  ShapeFault fault_;
};

}  // namespace

Outcome readHead(Document& document) { return HeadReader(document).read(); }

Outcome checkMember(const Document& document, std::string_view name) {
  ShapeFault fault;
  checkShape(memberField(document, name), {name, documentMember(name).shape}, "", fault);
  if (fault.found) return refusalFor(fault);
  return Done{};
}

Outcome readAdjustmentsOf(Document& document) { return HeadReader(document).readAdjustmentList(); }

}  // namespace crossfoot::codec
