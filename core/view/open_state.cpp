#include "view/open_state.h"

#include "codec/read_state.h"
#include "pricing/rounded.h"

namespace crossfoot::view {

OpenState::OpenState(std::unique_ptr<Document> document)
    : document_(std::move(document)), totals_(*document_) {
  totals_.priceAll();
}

Result<std::unique_ptr<OpenState>> OpenState::read(std::string text) {
  auto document = codec::readState(std::move(text));
  if (!document) return document.refusal();
  return std::unique_ptr<OpenState>(new OpenState(std::move(*document)));
}

Result<std::unique_ptr<OpenState>> OpenState::of(const json::Value& argument) {
  const json::Value* state = argument.find("state");
  if (state == nullptr || !state->isObject()) {
    return Refusal{"wrong-type", "Give the state as an object.", "/state"};
  }
  return read(json::write(*state));
}

json::Value memberValue(const Document& document, std::string_view name) {
  const std::string* text = document.memberText(name);
  if (text == nullptr) return {};
  json::Scanner scanner(*text);
  return json::readValue(scanner);
}

json::Value memberList(const Document& document, std::string_view name) {
  json::Value value = memberValue(document, name);
  return value.isArray() ? value : json::Value::array();
}

std::string memberString(const Document& document, std::string_view name) {
  const std::string* text = document.memberText(name);
  if (text == nullptr) return {};
  json::Scanner scanner(*text);
  return scanner.peek() == json::Kind::string ? json::decode(scanner.string()) : std::string();
}

json::Value lineValue(const LineItem& line) {
  json::Scanner scanner(line.text);
  return json::readValue(scanner);
}

std::optional<Money> amountOf(const json::Value* field, unsigned minorDigits) {
  const bool decimalKind =
      field != nullptr && (field->isString() || field->kind == json::Kind::number);
  DecimalText decimal;
  InputAmount amount;
  if (!decimalKind || !parseDecimal(field->text, decimal) ||
      toAmount(decimal, true, amount) != NumberProblem::none) {
    return std::nullopt;
  }
  return rounded(amount, minorDigits);
}

std::optional<Date> dateOf(const json::Value* field) {
  if (field == nullptr || !field->isString()) return std::nullopt;
  const std::string_view text = field->text;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  return Date::parse(text.substr(0, 10));
}

json::Value moneyValue(Money amount, unsigned minorDigits) {
  return json::Value::ofString(formatMoney(amount, minorDigits));
}

json::Value dateValue(Date date) { return json::Value::ofString(date.text()); }

}  // namespace crossfoot::view
