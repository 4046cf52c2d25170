#include "codec/write_state.h"

#include <algorithm>
#include <array>
#include <span>

#include "num/decimal.h"

namespace crossfoot::codec {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 14> kLineDecimals = {
    "unitPrice", "quantity",  "cost", "percent", "amount", "total", "size",
    "price",     "freeUnits", "upTo", "flatFee", "min",    "max",   "step"};
// Known containers of a line; what stands in others is the caller's own.
constexpr std::array<std::string_view, 8> kLineContainers = {
    "discount", "discounts", "charges", "pricing", "tiers", "billing", "phases", "quantityRange"};

constexpr std::array<std::string_view, 4> kRecordDecimals = {"percent", "amount", "amountPerUnit",
                                                             "fee"};
constexpr std::array<std::string_view, 3> kHeadDecimals = {"cashRounding", "minimumMarginPercent",
                                                           "value"};
constexpr std::array<std::string_view, 5> kRecordLists = {"taxRates", "adjustments", "payments",
                                                          "refunds", "credits"};

bool contains(Names names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void tidyDecimal(json::Value& value) {
  if (value.kind != json::Kind::number && value.kind != json::Kind::string) return;
  DecimalText decimal;
  // Text that is no decimal stays as it was typed: nothing is lost.
  if (!parseDecimal(value.text, decimal)) return;
  value = json::Value::ofString(shortestDecimal(value.text));
}

void tidy(json::Value& value, Names decimals, Names containers) {
  for (json::Value& item : value.items) tidy(item, decimals, containers);
  for (json::Member& member : value.members) {
    if (contains(decimals, member.name)) {
      tidyDecimal(member.value);
    } else if (contains(containers, member.name)) {
      tidy(member.value, decimals, containers);
    }
  }
}

json::Value read(std::string_view text) {
  json::Scanner scanner(text);
  return json::readValue(scanner);
}

void writeMember(const StateMember& member, std::string& out) {
  const bool isList = contains(kRecordLists, member.name);
  if (!isList && member.name != "policy" && member.name != "dealAmount") {
    out += member.text;
    return;
  }
  json::Value value = read(member.text);
  if (isList) {
    tidy(value, kRecordDecimals, {});
  } else {
    tidy(value, kHeadDecimals, {});
  }
  json::write(value, out);
}

void writeLines(const Document& document, std::string& out) {
  out += '[';
  for (size_t i = 0; i < document.lines.size(); ++i) {
    if (i > 0) out += ',';
    const LineItem& line = document.lines.at(i);
    if (line.tidy) {
      out += line.text;
    } else {
      out += tidyLine(line);
    }
  }
  out += ']';
}

size_t expectedSize(const Document& document) {
  size_t size = 64;
  for (const StateMember& member : document.members) size += member.text.size() + 32;
  for (const uint32_t slot : document.lines.order()) {
    size += document.lines.slot(slot).text.size() + 1;
  }
  return size;
}

}  // namespace

void tidyLineValue(json::Value& line) { tidy(line, kLineDecimals, kLineContainers); }

std::string tidyLine(const LineItem& line) {
  json::Value value = read(line.text);
  tidyLineValue(value);
  return json::write(value);
}

std::string writeState(const Document& document, bool withLines) {
  std::string out;
  if (withLines) out.reserve(expectedSize(document));
  out += '{';
  bool first = true;
  for (const StateMember& member : document.members) {
    const bool isLines = member.name == "lines";
    if (member.isRemoved() || (isLines && !withLines)) continue;
    if (isLines && document.linesImplied && document.lines.size() == 0) continue;
    if (!first) out += ',';
    first = false;
    json::writeString(member.name, out);
    out += ':';
    if (isLines) {
      writeLines(document, out);
    } else {
      writeMember(member, out);
    }
  }
  return out + "}";
}

}  // namespace crossfoot::codec
