#include <algorithm>

#include "base/result.h"
#include "command/line_field.h"
#include "command/share_taxes.h"
#include "engine/session_state.h"
#include "lifecycle/lifecycle.h"
#include "pricing/margin.h"
#include "view/tax_totals.h"

namespace crossfoot {
namespace {

struct FieldRow {
  std::string_view member;
  std::string_view part;  // of the member's object, "" where the member is the number
  std::optional<codec::LineNumber> number = {};
  std::string_view flag = Capabilities::flagForLineField(member);
};

constexpr std::array<FieldRow, 5> kFields = {{
    {"unitPrice", "", codec::LineNumber::unitPrice},
    {"quantity", "", codec::LineNumber::quantity},
    {"discount", "percent", codec::LineNumber::discountPercent},
    {"discount", "amount"},
    {"cost", "", codec::LineNumber::cost},
}};
static_assert(kFields.size() == static_cast<size_t>(EditField::cost) + 1);

// The texts of a reply, one a line.
class Reply {
 public:
  Reply(std::string& text, unsigned minorDigits) : text_(text), minorDigits_(minorDigits) {
    text_.clear();
  }

  void add(std::string_view text) {
    if (!text_.empty()) text_ += '\n';
    text_ += text;
  }

  void add(const std::optional<Money>& amount) {
    if (!amount) return add("null");
    std::array<char, 64> digits;
    const char* end = writeScaled(amount->minor, minorDigits_, digits.data());
    add(std::string_view(digits.data(), static_cast<size_t>(end - digits.data())));
  }

 private:
  std::string& text_;
  unsigned minorDigits_;
};

// In the order of kEditReplyFields.
void writeReply(Session::State& state, uint32_t slot, const PricedLine& priced,
                std::string_view reach) {
  const Totals& totals = state.editor->totals();
  const LineItem& line = state.editor->document().lines.slot(slot);
  Money share;
  LineTaxes taxes;
  const bool dueNow = priced.counts && line.dueNow();
  if (dueNow) {
    share = totals.share(slot);
    totals.taxesDueNow(slot, priced, taxes);
  } else {
    taxes = priced.regular;
  }
  Reply reply(state.editReply, state.editor->document().minorDigits());
  reply.add(priced.payment.list);
  reply.add(priced.payment.discount);
  reply.add(priced.payment.net);
  const bool shared = !(dueNow && totals.sharesUnknown());
  const TaxGaps gaps = dueNow ? totals.gapsOfLine(line.taxSet) : TaxGaps{};
  const auto orNone = [](bool known, Money amount) {
    return known ? std::optional<Money>(amount) : std::nullopt;
  };
  reply.add(orNone(shared, share));
  reply.add(orNone(!gaps.tax, taxes.tax));
  reply.add(orNone(!gaps.included, taxes.included));
  reply.add(orNone(shared && !gaps.tax, priced.payment.net - share + taxes.exclusive()));
  const Summary& summary = totals.summary();
  for (const std::optional<Money>* amount :
       {&summary.subtotal, &summary.lineDiscounts, &summary.discounts, &summary.fees,
        &summary.taxes, &summary.lineTax, &summary.lineTaxIncluded, &summary.roundingDifference,
        &summary.dueNow, &summary.futureNet, &summary.futureTax, &summary.futurePayments,
        &summary.total}) {
    reply.add(*amount);
  }
  const view::Source source = state.source();
  reply.add(view::taxOnTop(source));
  reply.add(reach);
  reply.add(std::to_string(state.history.undoable()));
  reply.add(std::to_string(state.history.redoable()));
  for (size_t i = 0; i < totals.adjustments().size(); ++i) {
    reply.add(view::adjustmentAmount(source, i));
  }
  for (uint32_t i = 0; i < totals.rates().size(); ++i) {
    if (totals.rates()[i].uses == 0) continue;
    const view::RateAmounts amounts = view::rateAmounts(source, i);
    reply.add(amounts.base);
    reply.add(amounts.amount);
  }
}

// The value as JSON text; empty where the field is to go.
void writeValue(const FieldRow& row, std::string_view value, std::string& out) {
  out.clear();
  if (value.empty()) return;
  if (row.part.empty()) {
    json::writeString(value, out);
    return;
  }
  out += "{\"";
  out += row.part;
  out += "\":";
  json::writeString(value, out);
  out += '}';
}

Outcome permit(Session::State& state, const FieldRow& row) {
  if (auto outcome = state.capabilities.require(row.flag); !outcome) {
    return outcome;
  }
  if (state.linesMayChange) return Done{};
  auto outcome = lifecycle::mayEdit(state.editor->document(), "lines");
  state.linesMayChange = static_cast<bool>(outcome);
  return outcome;
}

void writeKey(Session::State& state, std::string_view id, uint32_t field, const EditStep& step) {
  std::string& key = state.editKey;
  key = step.coalesce;
  if (!key.empty()) return;
  key = "edit:";
  key += static_cast<char>('0' + field);
  key += ':';
  key += id;
}

// The change that typing goes on in: that on top, where it is this cell's.
LineEdit* editOnTop(Session::State& state, std::string_view id) {
  HistoryStep* top = state.history.joinable(state.editKey);
  LineEdit* edit = top == nullptr ? nullptr : std::get_if<LineEdit>(&top->changes.back());
  return edit != nullptr && edit->id == id ? edit : nullptr;
}

// Puts the new text of the line into state.editText: in its place, where that is as good.
std::optional<size_t> writeLine(Session::State& state, const LineItem& line, const FieldRow& row,
                                std::string_view value) {
  if (value.empty() || !line.tidy || !isShortestDecimal(value)) return std::nullopt;
  const LineEdit* edit = editOnTop(state, line.id);
  const bool isWritten = edit != nullptr && edit->after == line.text;
  return replaceMember(line.text, row.member, state.editValue, isWritten, state.editText);
}

Outcome writeWholeLine(Session::State& state, const LineItem& line, const FieldRow& row) {
  json::Value value;
  if (!state.editValue.empty()) {
    auto parsed = json::parse(state.editValue);
    if (!parsed) return refuse("invalid-utf8", "", "This is not well-formed UTF-8 text.");
    value = std::move(*parsed);
  }
  const std::string member(row.member);
  state.editText = withField(line.text, std::span(&member, 1), value).value_or("");
  // One discount takes the place of a list of them: a line has one or the other.
  if (row.member == "discount" && line.extras) {
    const std::string list = "discounts";
    state.editText = withField(state.editText, std::span(&list, 1), {}).value_or("");
  }
  return Done{};
}

// The line in the slot gets this text, or, of most lines, the number in it alone: then nothing else
// has to be read again.
Outcome editSlot(Session::State& state, uint32_t slot, const FieldRow& row,
                 std::string_view value) {
  const LineItem& line = state.editor->document().lines.slot(slot);
  const auto at = writeLine(state, line, row, value);
  if (!at) {
    if (auto outcome = writeWholeLine(state, line, row); !outcome) return outcome;
  }
  if (state.editText == line.text) return Done{};
  const auto number =
      at && row.number ? codec::TypedNumber::read(line, *row.number, value) : std::nullopt;
  if (!number) return state.editor->editLine(slot, state.editText);
  state.editor->editNumber(slot, *number, state.editText, *at);
  return Done{};
}

// Typing goes on in the step on top, or begins a new one.
void recordEdit(Session::State& state, std::string_view id, const EditStep& step,
                std::string_view before) {
  if (LineEdit* edit = editOnTop(state, id)) {
    edit->after = state.editText;
    return;
  }
  HistoryStep one{std::string(step.label), state.editKey, {}};
  one.changes.emplace_back(LineEdit{std::string(id), std::string(before), state.editText});
  state.history.push(std::move(one));
}

// The line that comes to something else carries no share of a tax any more (DO-3.5).
void dropShares(Session::State& state, uint32_t slot, const SharesBefore& shares) {
  if (shares.none()) return;
  const ChangeList changes = shares.outdated(state.editor->document(), state.editor->totals());
  if (changes.empty()) return;
  state.editText = std::get<LineEdit>(changes.front()).after;
  const std::string id(state.editor->document().lines.slot(slot).id);
  if (!state.editor->editLine(slot, state.editText)) return;
  editOnTop(state, id)->after = state.editText;
  state.editor->settle();
}

// What the reply need not say of an edit, where that is all that moved.
struct Standing {
  IssueCounts issues;
  uint32_t renewing;
  uint32_t taxSet;  // of the line: the document lists the rates that its lines carry

  Standing(const Totals& totals, const LineItem& line)
      : issues(totals.issueCounts()), renewing(totals.renewingLines()), taxSet(line.taxSet) {}
};

bool hasIssues(const LineItem& line, const PricedLine& priced, const PricingContext& context) {
  return line.errors > 0 || line.warnings > 0 || line.notices > 0 || priced.overflow ||
         priced.payment.capped || belowMinimumMargin(line, priced, context);
}

std::string_view reachOf(const Totals& totals, const LineItem& line, const PricedLine& priced,
                         const Standing& before) {
  if (totals.linesAreTied()) return "all";
  const Standing now(totals, line);
  const bool good = !hasIssues(line, priced, totals.context());
  const bool same = now.issues.errors == before.issues.errors &&
                    now.issues.warnings == before.issues.warnings &&
                    now.issues.notices == before.issues.notices &&
                    now.renewing == before.renewing && now.taxSet == before.taxSet;
  return good && same && totals.feeTaxes().empty() ? "line" : "document";
}

}  // namespace

std::string_view Session::edit(uint32_t position, uint32_t field, std::string_view value,
                               const EditStep& step) {
  State& state = *state_;
  if (!state.editor) return state.editReply = nothingOpen();
  LineList& lines = state.editor->document().lines;
  if (position >= lines.size() || field >= kFields.size()) {
    return state.editReply = toJson(refuse("unknown-line", "", "There is no such line or field."));
  }
  const FieldRow& row = kFields[field];
  if (auto outcome = permit(state, row); !outcome) {
    return state.editReply = toJson(outcome.refusal());
  }
  const uint32_t slot = lines.slotAt(position);
  writeValue(row, value, state.editValue);
  const std::string_view before = lines.slot(slot).text;  // stays until the texts are settled
  const Standing standing(state.editor->totals(), lines.slot(slot));
  const SharesBefore shares(state.editor->document(), state.editor->totals(), slot);
  writeKey(state, lines.slot(slot).id, field, step);
  if (auto outcome = editSlot(state, slot, row, value); !outcome) {
    return state.editReply = toJson(outcome.refusal());
  }
  const bool moved = state.editText != before;
  if (moved) recordEdit(state, lines.slot(slot).id, step, before);
  state.editor->settle();
  if (moved) dropShares(state, slot, shares);
  const Totals& totals = state.editor->totals();
  const LineItem& line = lines.slot(slot);
  PricedLine priced;
  priceLine(line, totals.context(), priced);
  writeReply(state, slot, priced, moved ? reachOf(totals, line, priced, standing) : "line");
  return state.editReply;
}

}  // namespace crossfoot
