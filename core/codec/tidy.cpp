#include "codec/tidy.h"

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
constexpr std::array<std::string_view, 2> kHeadObjects = {"policy", "dealAmount"};

bool contains(Names names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Copies well-formed JSON once, from front to back. A tree would cost more than the rest of saving.
class TidyCopy {
 public:
  TidyCopy(std::string_view text, Names decimals, Names containers, std::string& out)
      : at_(text.data()),
        end_(text.data() + text.size()),
        decimals_(decimals),
        containers_(containers),
        out_(out) {}

  // The next value, in whose objects the decimals are known.
  void known() {
    const char first = peek();
    if (first != '{' && first != '[') return verbatim();
    const char last = first == '{' ? '}' : ']';
    copyChar();
    while (peek() != last) {
      if (*at_ == ',') copyChar();
      if (first == '{') {
        member();
      } else {
        known();
      }
    }
    copyChar();
  }

 private:
  char peek() {
    while (at_ != end_ && isSpace(*at_)) ++at_;
    return at_ == end_ ? '\0' : *at_;
  }

  void copyChar() { out_ += *at_++; }

  // From a quote to behind the one that ends the string.
  std::string_view string() {
    const char* start = at_++;
    while (*at_ != '"') at_ += *at_ == '\\' ? 2 : 1;
    ++at_;
    return {start, static_cast<size_t>(at_ - start)};
  }

  void member() {
    peek();
    const std::string_view quoted = string();
    std::string decoded;
    std::string_view name = quoted.substr(1, quoted.size() - 2);
    if (name.find('\\') != std::string_view::npos) {
      decoded = json::decode({name, true});
      name = decoded;
    }
    out_ += quoted;
    peek();
    copyChar();  // the colon
    if (contains(decimals_, name)) {
      decimal();
    } else if (contains(containers_, name)) {
      known();
    } else {
      verbatim();
    }
  }

  void decimal() {
    const char first = peek();
    if (first == '"') {
      const std::string_view quoted = string();
      const std::string_view inner = quoted.substr(1, quoted.size() - 2);
      const bool escaped = inner.find('\\') != std::string_view::npos;
      if (escaped) return shortest(json::decode({inner, true}), quoted);
      return shortest(inner, quoted);
    }
    if (first != '-' && (first < '0' || first > '9')) return verbatim();
    const char* start = at_;
    while (at_ != end_ && *at_ != ',' && *at_ != '}' && *at_ != ']' && !isSpace(*at_)) ++at_;
    const std::string_view number(start, static_cast<size_t>(at_ - start));
    shortest(number, number);
  }

  // `original` where the text is no decimal.
  void shortest(std::string_view text, std::string_view original) {
    DecimalText decimal;
    if (!parseDecimal(text, decimal)) {
      out_ += original;
      return;
    }
    out_ += '"';
    out_ += isShortestDecimal(text) ? std::string(text) : shortestDecimal(text);
    out_ += '"';
  }

  // The next value without its white space.
  void verbatim() {
    peek();
    int depth = 0;
    do {
      const char c = *at_;
      if (c == '"') {
        out_ += string();
      } else {
        const bool opens = c == '{' || c == '[';
        const bool closes = c == '}' || c == ']';
        depth += opens ? 1 : closes ? -1 : 0;
        copyChar();
        if (!opens && !closes) token();
      }
    } while (depth > 0 && peek() != '\0');
  }

  // The rest of a number or a literal; nothing behind a comma or a colon.
  void token() {
    if (out_.back() == ',' || out_.back() == ':') return;
    while (at_ != end_ && *at_ != ',' && *at_ != '}' && *at_ != ']' && !isSpace(*at_)) copyChar();
  }

  const char* at_;
  const char* end_;
  Names decimals_;
  Names containers_;
  std::string& out_;
};

void tidyDecimal(json::Value& value) {
  if (value.kind != json::Kind::number && value.kind != json::Kind::string) return;
  DecimalText decimal;
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

}  // namespace

void tidyLine(std::string_view line, std::string& out) {
  TidyCopy(line, kLineDecimals, kLineContainers, out).known();
}

bool hasKnownDecimals(std::string_view member) {
  return contains(kRecordLists, member) || contains(kHeadObjects, member);
}

void tidyMember(std::string_view member, std::string_view text, std::string& out) {
  const Names decimals = contains(kRecordLists, member) ? Names(kRecordDecimals) : kHeadDecimals;
  TidyCopy(text, decimals, {}, out).known();
}

void tidyLineValue(json::Value& line) { tidy(line, kLineDecimals, kLineContainers); }

}  // namespace crossfoot::codec
