#include "convert/convert.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/reasons.h"
#include "base/result.h"
#include "codec/read_state.h"
#include "codec/write_state.h"
#include "convert/conversion_table.h"
#include "convert/division.h"
#include "convert/new_document.h"
#include "convert/partial_credit.h"
#include "lifecycle/document_status.h"
#include "recurring/subscription_group.h"
#include "view/open_state.h"

namespace crossfoot::convert {
namespace {

using json::Value;

// Makes the new documents step by step; the first refusal ends it.
class Conversion {
 public:
  Conversion(const Value& argument, view::OpenState& source)
      : argument_(argument), source_(source) {}

  Result<std::string> run() {
    if (auto outcome = readWishes(); !outcome) return outcome.refusal();
    if (auto outcome = checkExpiry(); !outcome) return outcome.refusal();
    if (argument_.find("amount") != nullptr || creditsTheRest()) {
      if (auto outcome = makePartialCredit(); !outcome) return outcome.refusal();
      return reply();
    }
    head_ = newHead(source_.document(), wishes_, notices_);
    std::vector<Value> lines = newLines(source_.document(), wishes_, notices_);
    Division division(argument_, source_, wishes_.to);
    if (auto outcome = division.divide(lines, notices_); !outcome) return outcome.refusal();
    division.divideAdjustments(head_);
    const bool grouped = wishes_.to == DocumentKind::subscription;
    if (auto outcome = grouped ? makeGroups(std::move(lines)) : make(std::move(lines)); !outcome) {
      return outcome.refusal();
    }
    return reply();
  }

 private:
  const Document& document() const { return source_.document(); }

  Outcome readWishes() {
    const std::optional<DocumentKind> to = parseKind(argument_.textOf("to"));
    if (!to) {
      return refuse("unknown-kind", "/to",
                    "The kind is deal, quote, invoice, creditMemo, paymentLink or subscription.");
    }
    wishes_.to = *to;
    const std::string status = lifecycle::storedStatus(document());
    if (auto outcome = mayConvert(document().head.kind, status, *to); !outcome) return outcome;
    wishes_.date = argument_.textOf("date");
    wishes_.currency = argument_.textOf("currency");
    wishes_.prices = argument_.find("prices");
    const Value* ids = argument_.find("newIds");
    if (ids == nullptr || ids->isNull()) return Done{};
    if (!ids->isArray()) return refuse("wrong-type", "/newIds", "Give the new ids as an array.");
    for (const Value& id : ids->items) {
      if (!id.isString() || id.text.empty()) {
        return refuse("wrong-type", "/newIds", "An id is a string that is not empty.");
      }
      newIds_.push_back(id.text);
      taken_.insert(id.text);
    }
    return Done{};
  }

  // An offer past its last day is not published any more, whatever its status still says.
  Outcome checkExpiry() const {
    const Value last = view::memberValue(document(), "expiresOn");
    const auto expires = view::dateOf(&last);
    const auto day = Date::parse(wishes_.date);
    const bool copy = wishes_.to == document().head.kind;
    const bool offered = lifecycle::storedStatus(document()) == "published";
    if (copy || !offered || !expires || !day || !(*expires < *day)) return Done{};
    return refuse("conversion-not-allowed", "/to", reasons::kOfferOver, {{"day", expires->text()}});
  }

  // An invoice that was credited in part is not credited as a whole a second time.
  bool creditsTheRest() const {
    const Value* memos = argument_.find("creditMemos");
    const bool anyMemo = memos != nullptr && !memos->items.empty();
    return wishes_.to == DocumentKind::creditMemo &&
           document().head.kind == DocumentKind::invoice &&
           (anyMemo || !view::memberList(document(), "credits").items.empty());
  }

  Outcome makePartialCredit() {
    if (wishes_.to != DocumentKind::creditMemo || document().head.kind != DocumentKind::invoice) {
      return refuse("conversion-not-allowed", "/amount", reasons::kPartOfInvoice);
    }
    auto state = partialCredit(argument_, source_, wishes_);
    if (!state) return state.refusal();
    head_ = std::move(*state);
    std::vector<Value> lines = std::move(head_.find("lines")->items);
    head_.erase("lines");
    return add(std::move(lines));
  }

  Outcome make(std::vector<Value> lines) {
    giveIds(lines);
    return add(std::move(lines));
  }

  // A subscription holds one group of lines that recur together; several groups, several documents.
  Outcome makeGroups(std::vector<Value> lines) {
    // The lines keep their old ids here, so that what the groups name can be found again.
    auto whole = view::OpenState::read(json::write(stateOf(lines)));
    if (!whole) return whole.refusal();
    std::map<std::string, Value> byId;
    for (Value& line : lines) {
      const std::string id(line.textOf("id"));
      byId.emplace(id, std::move(line));
    }
    std::set<std::string> used;
    std::vector<std::vector<Value>> groups;
    for (const SubscriptionGroup& group :
         subscriptionGroups((*whole)->document(), (*whole)->totals().context())) {
      groups.emplace_back();
      for (const uint32_t slot : group.slots) {
        const std::string id((*whole)->document().lines.slot(slot).id);
        groups.back().push_back(byId.at(id));
        used.insert(id);
      }
    }
    if (groups.empty()) {
      return refuse("nothing-to-convert", "/lines", reasons::kNothingRecurs);
    }
    if (json::write(head_).size() * groups.size() > codec::kMaxBytes) {
      return refuse("too-large", "/lines", reasons::kTooManySubscriptions,
                    {{"count", std::to_string(groups.size())}});
    }
    noteLeftOut((*whole)->document(), used);
    for (std::vector<Value>& group : groups) {
      if (auto outcome = make(std::move(group)); !outcome) return outcome;
    }
    if (groups.size() > 1) {
      notices_.push_back(notice("several-subscriptions", "", reasons::kSeveralSubscriptions,
                                {{"count", std::to_string(groups.size())}}));
    }
    return Done{};
  }

  void noteLeftOut(const Document& whole, const std::set<std::string>& used) {
    for (const uint32_t slot : whole.lines.order()) {
      const LineItem& line = whole.lines.slot(slot);
      if (!line.isItem() || used.count(std::string(line.id)) > 0) continue;
      notices_.push_back(notice("one-time-left-out", line.id, reasons::kOneTimeLeftOut));
    }
  }

  void giveIds(std::vector<Value>& lines) {
    for (Value& line : lines) {
      std::string id = nextId_ < newIds_.size()
                           ? newIds_[nextId_++]
                           : codec::nextFreeId("li_", counter_, [this](const std::string& one) {
                               return taken_.count(one) > 0;
                             });
      oldIds_[id] = line.textOf("id");
      line.set("id", Value::ofString(std::move(id)));
    }
  }

  Value stateOf(std::vector<Value> lines) const {
    Value state = head_;
    Value array = Value::array();
    array.items = std::move(lines);
    state.set("lines", std::move(array));
    return state;
  }

  std::string documentId() const {
    const std::string id(argument_.textOf("id"));
    return id.empty() || states_.empty() ? id : id + "-" + std::to_string(states_.size() + 1);
  }

  Outcome add(std::vector<Value> lines) {
    Value state = stateOf(std::move(lines));
    const std::string id = documentId();
    if (!id.empty()) state.members.insert(state.members.begin(), {"id", Value::ofString(id)});
    auto opened = view::OpenState::read(json::write(state));
    if (!opened) return opened.refusal();
    for (const Issue& issue : view::allIssues((*opened)->source())) {
      const bool fresh = issue.code == IssueCode::recurringMadeOneTime &&
                         abilities(document().head.kind).recurring;
      if (!fresh) continue;
      notices_.push_back(
          {std::string(issueName(issue.code)), oldIds_[issue.lineId], issue.message, {}, {}});
    }
    states_.push_back(codec::writeState((*opened)->document()));
    return Done{};
  }

  std::string reply() const {
    std::string text;
    view::ViewWriter out(text, 0);
    out.beginObject().key("notices").beginArray();
    for (const Notice& notice : notices_) {
      out.beginObject().key("code").text(notice.code);
      if (!notice.lineId.empty()) out.key("lineId").text(notice.lineId);
      out.key("message").text(notice.message);
      if (!notice.reason.empty()) out.key("reasonId").text(notice.reason);
      out.key("severity").text("notice");
      if (!notice.values.empty()) out.key("values").raw(valuesJson(notice.values));
      out.endObject();
    }
    out.endArray().key("states").beginArray();
    for (const std::string& state : states_) out.raw(state);
    out.endArray().endObject();
    return text;
  }

  const Value& argument_;
  view::OpenState& source_;
  Wishes wishes_;
  Value head_;
  Notices notices_;
  std::vector<std::string> newIds_;
  std::set<std::string> taken_;
  std::map<std::string, std::string> oldIds_;
  size_t nextId_ = 0;
  size_t counter_ = 0;
  std::vector<std::string> states_;
};

}  // namespace

std::string convertReply(const Value& argument) {
  auto source = view::OpenState::of(argument);
  if (!source) return toJson(source.refusal());
  auto reply = Conversion(argument, **source).run();
  return reply ? *reply : toJson(reply.refusal());
}

}  // namespace crossfoot::convert
