#include "quickbooks/quickbooks.h"

#include "base/result.h"
#include "quickbooks/error_codes.h"
#include "quickbooks/invoice_reader.h"
#include "quickbooks/invoice_writer.h"
#include "view/open_state.h"

namespace crossfoot::quickbooks {
namespace {

using json::Value;

std::string reply(std::string_view name, const Value& value, const Value& notices) {
  Value result = Value::object();
  result.set(name, value);
  result.set("notices", notices);
  std::string text;
  json::writeCanonical(result, text);
  return text;
}

std::string explain(const Value& code) {
  return explainError(code.isString() || code.kind == json::Kind::number ? code.text : "");
}

}  // namespace

std::string quickbooksReply(const Value& argument) {
  if (const Value* code = argument.find("explain")) return explain(*code);
  const Mapping mapping(argument.find("mapping"));
  if (const Value* invoice = argument.find("invoice")) {
    auto back = readInvoice(*invoice, mapping);
    return back ? reply("state", back->state, back->notices) : toJson(back.refusal());
  }
  auto opened = view::OpenState::of(argument);
  if (!opened) return toJson(opened.refusal());
  auto written = writeInvoice((*opened)->source(), mapping);
  return written ? reply("invoice", written->invoice, written->notices) : toJson(written.refusal());
}

}  // namespace crossfoot::quickbooks
