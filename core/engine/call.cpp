#include <array>

#include "base/result.h"
#include "crossfoot/engine.h"
#include "engine/function.h"
#include "formula/formula.h"
#include "json/value.h"
#include "model/document.h"
#include "num/decimal.h"
#include "verify/choices.h"
#include "view/view_writer.h"

namespace crossfoot {
namespace {

using json::Value;
using view::ViewWriter;

std::string versionReply(const Value&) {
  std::string text;
  ViewWriter out(text, 0);
  out.beginObject().key("rules").beginArray().whole(kRules).endArray();
  out.key("version").text(CROSSFOOT_VERSION).endObject();
  return text;
}

std::string_view messageOf(FormulaError error) {
  switch (error) {
    case FormulaError::none: return "";
    case FormulaError::syntax: return "This is no formula from here on. Write it like =3*12.";
    case FormulaError::divisionByZero: return "This divides by zero.";
    case FormulaError::tooLarge: return "The value reaches 1000000000000000.";
    case FormulaError::tooLong: return "A formula has at most 200 characters.";
    case FormulaError::tooDeep: return "A formula has at most 32 parentheses inside each other.";
  }
  return "";
}

std::string formulaReply(const Value& argument) {
  constexpr int64_t kMostDecimals = 12;
  const Value* digits = argument.find("digits");
  DecimalText decimal;
  int64_t decimals = 6;
  if (digits != nullptr && parseDecimal(digits->text, decimal)) {
    (void)toWhole(decimal, 0, kMostDecimals, decimals);
  }
  const FormulaResult result =
      evaluateFormula(argument.textOf("text"), static_cast<unsigned>(decimals));
  if (!result.ok) {
    Refusal refusal = refuse("formula", "/text", std::string(messageOf(result.error)));
    refusal.line = 1;
    refusal.column = static_cast<uint32_t>(result.position) + 1;
    return toJson(refusal);
  }
  std::string text;
  ViewWriter out(text, 0);
  out.beginObject().key("value").text(result.text).endObject();
  return text;
}

constexpr std::array<FunctionRow, 3> kFunctions = {{
    {"choices", ofParsed<verify::choicesReply>},
    {"formula", ofParsed<formulaReply>},
    {"version", ofParsed<versionReply>},
}};

}  // namespace

std::string call(std::string_view function, std::string_view argument) {
  for (const std::span<const FunctionRow> rows :
       {std::span<const FunctionRow>(kFunctions), documentFunctions()}) {
    for (const FunctionRow& row : rows) {
      if (row.name == function) return row.reply(argument);
    }
  }
  return toJson(unknownFunction());
}

}  // namespace crossfoot
