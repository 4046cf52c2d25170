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
  std::string_view flag = Capabilities::flagForLineField(member);
};

constexpr std::array<FieldRow, 5> kFields = {{
    {"unitPrice", ""},
    {"quantity", ""},
    {"discount", "percent"},
    {"discount", "amount"},
    {"cost", ""},
}};
static_assert(kFields.size() == static_cast<size_t>(EditField::cost) + 1);

class Reply {
 public:
  Reply(std::string& out, unsigned minorDigits) : out_(out), minorDigits_(minorDigits) {
    out_.clear();
  }
  void add(const std::optional<Money>& amount) {
    if (!out_.empty()) out_ += '\n';
    if (!amount) {
      out_ += "null";
      return;
    }
    char buffer[64];
    out_.append(buffer, writeScaled(amount->minor, minorDigits_, buffer));
  }

 private:
  std::string& out_;
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
  for (const std::optional<Money>& amount :
       {summary.subtotal, summary.lineDiscounts, summary.discounts, summary.fees, summary.taxes,
        summary.lineTax, summary.lineTaxIncluded, summary.roundingDifference, summary.dueNow,
        summary.futureNet, summary.futureTax, summary.futurePayments, summary.total}) {
    reply.add(amount);
  }
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

// Typing goes on in the step on top where that is this cell's; else it begins a new one.
void record(Session::State& state, const LineItem& line, uint32_t field) {
  std::string& key = state.editKey;
  key = "edit:";
  key += static_cast<char>('0' + field);
  key += ':';
  key += line.id;
  if (HistoryStep* top = state.history.joinable(key)) {
    if (auto* edit = std::get_if<LineEdit>(&top->changes.back())) {
      edit->after = state.editText;
      return;
    }
  }
  state.history.push(
      {"set", key, {LineEdit{std::string(line.id), state.editLine, state.editText}}});
}

Outcome permit(Session::State& state, const FieldRow& row) {
  if (auto outcome = state.capabilities.require(row.flag); !outcome) {
    return outcome;
  }
  return lifecycle::mayEdit(state.editor->document(), "lines");
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
  const uint32_t slot = lines.order()[position];
  state.editLine.assign(lines.slot(slot).text);
  writeValue(row, value, state.editValue);
  if (!isUtf8(state.editValue)) {
    state.editReply = toJson(refuse("invalid-utf8", "", "This is not well-formed UTF-8 text."));
    return;
  }
  spliceMember(state.editLine, row.member, state.editValue, state.editText);
  // One discount takes the place of a list of them: a line has one or the other.
  if (row.member == "discount" && lines.slot(slot).extras) {
    const std::string once = state.editText;
    spliceMember(once, "discounts", "", state.editText);
  }
  // A price that is typed anew is one in the document's currency.
  const bool priced = row.member == "unitPrice" && lines.slot(slot).warnings > 0;
  if (priced && state.editText.find("priceCurrency") != std::string::npos) {
    const std::string once = state.editText;
    spliceMember(once, "priceCurrency", "", state.editText);
  }
  if (auto outcome = state.editor->editLine(slot, state.editText); !outcome) {
    state.editReply = toJson(outcome.refusal());
    return;
  }
  state.editor->settle();
  record(state, lines.slot(slot), field);
  writeReply(state, slot);
}

}  // namespace crossfoot
