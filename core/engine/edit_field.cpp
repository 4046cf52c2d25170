#include <algorithm>

#include "base/result.h"
#include "command/line_splice.h"
#include "engine/session_state.h"
#include "lifecycle/lifecycle.h"

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

// The amounts as texts, one a line; written in one piece.
class Reply {
 public:
  explicit Reply(unsigned minorDigits) : minorDigits_(minorDigits) {}

  void add(const std::optional<Money>& amount) {
    if (at_ != text_.data()) *at_++ = '\n';
    if (amount) {
      at_ = writeScaled(amount->minor, minorDigits_, at_);
    } else {
      at_ = std::copy_n("null", 4, at_);
    }
  }

  std::string_view text() const { return {text_.data(), static_cast<size_t>(at_ - text_.data())}; }

 private:
  static constexpr size_t kLongestAmount = 64;

  std::array<char, kEditReplyFields.size() * kLongestAmount> text_;
  char* at_ = text_.data();
  unsigned minorDigits_;
};

// In the order of kEditReplyFields.
void writeReply(Session::State& state, uint32_t slot) {
  const Totals& totals = state.editor->totals();
  const LineItem& line = state.editor->document().lines.slot(slot);
  PricedLine priced;
  priceLine(line, totals.context(), priced);
  Money share;
  LineTaxes taxes;
  const bool dueNow = priced.counts && line.dueNow();
  if (dueNow) {
    share = totals.share(slot);
    totals.taxesDueNow(slot, priced, taxes);
  } else {
    taxes = priced.regular;
  }
  Reply reply(state.editor->document().minorDigits());
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
  state.editReply = reply.text();
}

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

// Numbers are ASCII: only what was typed by mistake is looked into.
bool isUtf8(std::string_view json) {
  const bool isAscii = std::all_of(json.begin(), json.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (isAscii) return true;
  json::Scanner scanner(json);
  scanner.skip();
  return scanner.end();
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

// Most edits: a number of a plain line, of which nothing else has to be read again.
bool editNumber(Session::State& state, uint32_t slot, const FieldRow& row, std::string_view value) {
  const LineItem& line = state.editor->document().lines.slot(slot);
  if (!row.number) return false;
  const auto number = codec::TypedNumber::read(line, *row.number, value);
  if (!number) return false;
  const auto at = replaceMember(line.text, row.member, state.editValue, state.editText);
  if (!at) return false;
  state.editor->editNumber(slot, *number, state.editText, *at);
  return true;
}

Outcome editWholeLine(Session::State& state, uint32_t slot, const FieldRow& row) {
  const LineItem& line = state.editor->document().lines.slot(slot);
  if (!isUtf8(state.editValue)) {
    return refuse("invalid-utf8", "", "This is not well-formed UTF-8 text.");
  }
  spliceMember(line.text, row.member, state.editValue, state.editText);
  // One discount takes the place of a list of them: a line has one or the other.
  if (row.member == "discount" && line.extras) {
    const std::string once = state.editText;
    spliceMember(once, "discounts", "", state.editText);
  }
  // A price that is typed anew is one in the document's currency.
  const bool priced = row.member == "unitPrice" && line.warnings > 0;
  if (priced && state.editText.find("priceCurrency") != std::string::npos) {
    const std::string once = state.editText;
    spliceMember(once, "priceCurrency", "", state.editText);
  }
  return state.editor->editLine(slot, state.editText);
}

}  // namespace

void editField(Session::State& state, uint32_t position, uint32_t field, std::string_view value) {
  LineList& lines = state.editor->document().lines;
  if (position >= lines.size() || field >= kFields.size()) {
    state.editReply = toJson(refuse("unknown-line", "", "There is no such line or field."));
    return;
  }
  const FieldRow& row = kFields[field];
  if (auto outcome = permit(state, row); !outcome) {
    state.editReply = toJson(outcome.refusal());
    return;
  }
  const uint32_t slot = lines.slotAt(position);
  writeValue(row, value, state.editValue);
  const std::string_view before = lines.slot(slot).text;  // stays until the texts are settled
  if (!editNumber(state, slot, row, value)) {
    if (auto outcome = editWholeLine(state, slot, row); !outcome) {
      state.editReply = toJson(outcome.refusal());
      return;
    }
  }
  recordEdit(state, lines.slot(slot).id, field, before);
  state.editor->settle();
  writeReply(state, slot);
}

}  // namespace crossfoot
