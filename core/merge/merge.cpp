#include "merge/merge.h"

#include <array>

#include "codec/read_state.h"
#include "codec/write_state.h"
#include "json/member_texts.h"
#include "json/value.h"
#include "merge/merge_document.h"
#include "merge/merge_log.h"
#include "merge/one_currency.h"
#include "merge/same_value.h"
#include "merge/whole_document.h"
#include "pricing/totals.h"
#include "view/view_writer.h"

namespace crossfoot::merge {
namespace {

using DocumentPointer = std::unique_ptr<Document>;

constexpr std::array<std::string_view, 3> kNames = {"base", "mine", "theirs"};

Refusal wrongType(std::string path, std::string message) {
  Refusal refusal;
  refusal.code = "wrong-type";
  refusal.path = std::move(path);
  refusal.message = std::move(message);
  return refusal;
}

struct Argument {
  std::array<std::string_view, kNames.size()> states;
  Unit unit = Unit::item;
};

Result<Argument> readArgument(std::string_view text) {
  constexpr std::array<std::string_view, 4> members = {kNames[0], kNames[1], kNames[2], "unit"};
  const auto given = json::memberTexts(text, members);
  if (!given) return given.refusal();
  Argument argument;
  for (size_t i = 0; i < kNames.size(); ++i) {
    argument.states[i] = (*given)[i];
    if ((*given)[i].empty()) {
      return wrongType("/" + std::string(kNames[i]),
                       "Give an object with the three states base, mine and theirs.");
    }
  }
  const std::string_view unit = given->back();
  if (unit == R"("fact")") {
    argument.unit = Unit::fact;
  } else if (!unit.empty() && unit != R"("item")") {
    return wrongType("/unit", "The unit of a merge is \"item\" or \"fact\".");
  }
  return argument;
}

// Opens one of the three; a refusal's place is a path alone, its line and column were those of
// the state and not of the argument.
Result<DocumentPointer> openState(std::string_view text, std::string_view name) {
  auto document = codec::readState(std::string(text));
  if (document) return document;
  Refusal refusal = document.refusal();
  refusal.path = "/" + std::string(name) + refusal.path;
  refusal.line = refusal.column = 0;
  return refusal;
}

// The id of the write that made a state; "" where it names none.
std::string writeOf(const Document& document) {
  const std::string* rev = document.memberText("rev");
  if (rev == nullptr) return {};
  json::Scanner scanner(*rev);
  return std::string(json::readValue(scanner).textOf("write"));
}

// Whether the two sides have to change places, so that both devices work on the same order.
bool isSwapped(const Document& mine, const Document& theirs) {
  const std::string my = writeOf(mine);
  const std::string their = writeOf(theirs);
  return my != their ? their < my : stateText(theirs) < stateText(mine);
}

// What is finalised is not merged and stays as it is, byte for byte.
void sayCurrencies(std::array<DocumentPointer, kNames.size()>& documents) {
  for (const DocumentPointer& document : documents) {
    if (!finalDigest(*document).empty()) return;
  }
  const std::string merged = mergedCurrency(*documents[0], *documents[1], *documents[2]);
  for (DocumentPointer& document : documents) {
    if (auto saying = sayingCurrencies(*document, merged)) document = std::move(saying);
  }
}

void writeTotals(view::ViewWriter& out, const Document& document) {
  Totals totals(document);
  totals.priceAll();
  out.beginObject();
  out.key("dueNow").amount(totals.summary().dueNow);
  out.key("total").amount(totals.summary().total);
  out.endObject();
}

void writeConflicts(view::ViewWriter& out, const MergeLog& log) {
  out.beginArray();
  for (const Conflict& conflict : log.conflicts) {
    out.beginObject();
    out.key("base").raw(canonical(conflict.base));
    out.key("mine").raw(canonical(conflict.mine));
    out.key("path").text(conflict.path);
    out.key("theirs").raw(canonical(conflict.theirs));
    out.endObject();
  }
  out.endArray();
}

void writeDecisions(view::ViewWriter& out, const MergeLog& log) {
  out.beginArray();
  for (const Decision& decision : log.decisions) {
    out.beginObject();
    out.key("message").text(ruleMessage(decision.rule));
    out.key("path").text(decision.path);
    out.key("rule").text(ruleName(decision.rule));
    out.key("side").text(sideName(decision.side));
    out.endObject();
  }
  out.endArray();
}

void writeWrite(view::ViewWriter& out, std::string_view key, const Document& document) {
  const std::string write = writeOf(document);
  out.key(key);
  if (write.empty()) {
    out.null();
  } else {
    out.text(write);
  }
}

std::string writeReply(const ThreeDocuments& documents, const Document& merged,
                       const MergeLog& log) {
  std::string text;
  // The currency may differ between the four: each writes its amounts with its own digits.
  view::ViewWriter out(text, 0);
  out.beginObject();
  out.key("conflicts");
  writeConflicts(out, log);
  out.key("decisions");
  writeDecisions(out, log);
  out.key("merged").raw(codec::writeState(merged));
  out.key("totals").beginObject();
  const auto add = [&out](std::string_view key, const Document& document) {
    std::string totals;
    view::ViewWriter writer(totals, document.minorDigits());
    writeTotals(writer, document);
    out.key(key).raw(totals);
  };
  add("base", documents.base);
  add("merged", merged);
  add("mine", documents.mine);
  add("theirs", documents.theirs);
  out.endObject();
  out.key("writes").beginObject();
  writeWrite(out, "base", documents.base);
  writeWrite(out, "mine", documents.mine);
  writeWrite(out, "theirs", documents.theirs);
  out.endObject().endObject();
  return text;
}

}  // namespace

std::string mergeReply(std::string_view argumentText) {
  const auto argument = readArgument(argumentText);
  if (!argument) return toJson(argument.refusal());
  std::array<DocumentPointer, kNames.size()> documents;
  for (size_t i = 0; i < kNames.size(); ++i) {
    auto document = openState(argument->states[i], kNames[i]);
    if (!document) return toJson(document.refusal());
    documents[i] = std::move(*document);
  }
  if (isSwapped(*documents[1], *documents[2])) std::swap(documents[1], documents[2]);
  sayCurrencies(documents);
  const ThreeDocuments three{*documents[0], *documents[1], *documents[2]};
  MergeLog log;
  const auto merged = codec::readState(mergeDocuments(three, argument->unit, log));
  if (!merged) return toJson(merged.refusal());
  return writeReply(three, **merged, log);
}

}  // namespace crossfoot::merge
