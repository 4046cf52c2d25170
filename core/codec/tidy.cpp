#include "codec/tidy.h"

#include "model/members.h"
#include "num/decimal.h"

namespace crossfoot::codec {
namespace {

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Copies well-formed JSON once, from front to back. A tree would cost more than the rest of saving.
class TidyCopy {
 public:
  TidyCopy(std::string_view text, std::string& out)
      : at_(text.data()), end_(text.data() + text.size()), out_(out) {}

  // The next value, an object of the part or a list of such.
  void known(Part part) {
    const char first = peek();
    if (first != '{' && first != '[') return verbatim();
    const char last = first == '{' ? '}' : ']';
    copyChar();
    while (peek() != last) {
      if (*at_ == ',') copyChar();
      if (first == '{') {
        member(part);
      } else {
        known(part);
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

  void member(Part part) {
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
    const Member* known = findMember(part, name);
    if (known != nullptr && known->shape == Shape::decimal) {
      decimal();
    } else if (known != nullptr && known->within != Part::foreign) {
      this->known(known->within);
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
  std::string& out_;
};

void tidyDecimal(json::Value& value) {
  if (value.kind != json::Kind::number && value.kind != json::Kind::string) return;
  DecimalText decimal;
  if (!parseDecimal(value.text, decimal)) return;
  value = json::Value::ofString(shortestDecimal(value.text));
}

void tidy(json::Value& value, Part part) {
  for (json::Value& item : value.items) tidy(item, part);
  for (json::Member& member : value.members) {
    const Member* known = findMember(part, member.name);
    if (known == nullptr) continue;
    if (known->shape == Shape::decimal) {
      tidyDecimal(member.value);
    } else if (known->within != Part::foreign) {
      tidy(member.value, known->within);
    }
  }
}

}  // namespace

void tidyLine(std::string_view line, std::string& out) { TidyCopy(line, out).known(Part::line); }

bool hasKnownDecimals(std::string_view member) {
  return documentMember(member).within != Part::foreign;
}

void tidyMember(std::string_view member, std::string_view text, std::string& out) {
  TidyCopy(text, out).known(documentMember(member).within);
}

void tidyLineValue(json::Value& line) { tidy(line, Part::line); }

}  // namespace crossfoot::codec
