#include "json/scanner.h"

#include <array>

namespace crossfoot::json {
namespace {

enum class Byte : uint8_t { plain, quote, backslash, control, high };

constexpr std::array<Byte, 256> kByteClass = [] {
  std::array<Byte, 256> table{};
  for (size_t i = 0; i < table.size(); ++i) {
    if (i < 0x20) table[i] = Byte::control;
    if (i >= 0x80) table[i] = Byte::high;
  }
  table['"'] = Byte::quote;
  table['\\'] = Byte::backslash;
  return table;
}();

Byte classOf(char c) { return kByteClass[static_cast<unsigned char>(c)]; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

int hexValue(char c) {
  if (isDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void appendUtf8(uint32_t code, std::string& out) {
  const auto put = [&out](uint32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

uint32_t hexCode(std::string_view raw, size_t at) {
  uint32_t code = 0;
  for (size_t i = 0; i < 4; ++i) code = code << 4 | static_cast<uint32_t>(hexValue(raw[at + i]));
  return code;
}

char simpleEscape(char c) {
  switch (c) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return c;
  }
}

}  // namespace

std::string decode(Text text) {
  if (!text.escaped) return std::string(text.raw);
  std::string out;
  out.reserve(text.raw.size());
  for (size_t i = 0; i < text.raw.size(); ++i) {
    if (text.raw[i] != '\\') {
      out += text.raw[i];
      continue;
    }
    ++i;
    if (text.raw[i] != 'u') {
      out += simpleEscape(text.raw[i]);
      continue;
    }
    uint32_t code = hexCode(text.raw, i + 1);
    i += 4;
    if (code >= 0xD800 && code < 0xDC00) {
      code = 0x10000 + ((code - 0xD800) << 10) + (hexCode(text.raw, i + 3) - 0xDC00);
      i += 6;
    }
    appendUtf8(code, out);
  }
  return out;
}

Scanner::Scanner(std::string_view text)
    : begin_(text.data()), at_(text.data()), end_(text.data() + text.size()), faultAt_(at_) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") at_ += 3;
}

bool Scanner::takeSpaceSeen() {
  const bool seen = spaceSeen_;
  spaceSeen_ = false;
  return seen;
}

void Scanner::space() {
  if (at_ == end_ || !isSpace(*at_)) return;
  spaceSeen_ = true;
  while (at_ != end_ && isSpace(*at_)) ++at_;
}

bool Scanner::fail(Fault fault, const char* where) {
  if (fault_ == Fault::none) {
    fault_ = fault;
    faultAt_ = where;
  }
  at_ = end_;
  return false;
}

Kind Scanner::peek() {
  space();
  if (at_ == end_) {
    syntax();
    return Kind::invalid;
  }
  switch (*at_) {
    case '{': return Kind::object;
    case '[': return Kind::array;
    case '"': return Kind::string;
    case 't':
    case 'f': return Kind::boolean;
    case 'n': return Kind::null;
    default: break;
  }
  if (*at_ == '-' || isDigit(*at_)) return Kind::number;
  syntax();
  return Kind::invalid;
}

bool Scanner::open(char bracket) {
  space();
  if (at_ == end_ || *at_ != bracket) return syntax();
  if (depth_ == kMaxDepth) return fail(Fault::tooDeep, at_);
  ++at_;
  started_ &= ~(uint64_t{1} << depth_);
  ++depth_;
  return true;
}

bool Scanner::beginObject() { return open('{'); }
bool Scanner::beginArray() { return open('['); }

bool Scanner::next(char closing) {
  if (!ok()) return false;
  space();
  if (at_ == end_) return syntax();
  const uint64_t bit = uint64_t{1} << (depth_ - 1);
  if (*at_ == closing) {
    ++at_;
    --depth_;
    return false;
  }
  if ((started_ & bit) == 0) {
    started_ |= bit;
    return true;
  }
  if (*at_ != ',') return syntax();
  ++at_;
  space();
  return true;
}

bool Scanner::member(Text& name) {
  if (!next('}')) return false;
  if (at_ == end_ || *at_ != '"') return syntax();
  if (!scanString(name)) return false;
  space();
  if (at_ == end_ || *at_ != ':') return syntax();
  ++at_;
  return true;
}

bool Scanner::element() { return next(']'); }

bool Scanner::scanString(Text& text) {
  const char* const first = ++at_;
  text.escaped = false;
  for (;;) {
    while (at_ != end_ && classOf(*at_) == Byte::plain) ++at_;
    if (at_ == end_) return syntax();
    switch (classOf(*at_)) {
      case Byte::plain: break;
      case Byte::quote:
        text.raw = {first, static_cast<size_t>(at_ - first)};
        ++at_;
        return true;
      case Byte::backslash:
        text.escaped = true;
        if (!scanEscape()) return false;
        break;
      case Byte::control: return syntax();
      case Byte::high:
        if (!scanUtf8()) return false;
        break;
    }
  }
}

bool Scanner::scanEscape() {
  if (++at_ == end_) return syntax();
  switch (*at_) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't': ++at_; return true;
    case 'u': return scanUnicodeEscape();
    default: return syntax();
  }
}

bool Scanner::readHex(uint32_t& code) {
  ++at_;
  code = 0;
  for (int i = 0; i < 4; ++i, ++at_) {
    const int digit = at_ == end_ ? -1 : hexValue(*at_);
    if (digit < 0) return syntax();
    code = code << 4 | static_cast<uint32_t>(digit);
  }
  return true;
}

bool Scanner::scanUnicodeEscape() {
  const char* const where = at_ - 1;
  uint32_t code = 0;
  if (!readHex(code)) return false;
  if (code < 0xD800 || code > 0xDFFF) return true;
  if (code >= 0xDC00 || end_ - at_ < 2 || at_[0] != '\\' || at_[1] != 'u') {
    return fail(Fault::utf8, where);
  }
  ++at_;
  if (!readHex(code)) return false;
  return (code >= 0xDC00 && code <= 0xDFFF) || fail(Fault::utf8, where);
}

// Well-formed UTF-8 as in the Unicode standard, table 3-7.
bool Scanner::scanUtf8() {
  const auto byte = [this](int i) {
    return end_ - at_ > i ? static_cast<unsigned>(static_cast<unsigned char>(at_[i])) : 0U;
  };
  const auto continues = [&byte](int i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned lead = byte(0);
  const unsigned second = byte(1);
  int length = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = continues(1) ? 2 : 0;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    const bool fits = !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second > 0x9F);
    length = fits && continues(1) && continues(2) ? 3 : 0;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    const bool fits = !(lead == 0xF0 && second < 0x90) && !(lead == 0xF4 && second > 0x8F);
    length = fits && continues(1) && continues(2) && continues(3) ? 4 : 0;
  }
  if (length == 0) return fail(Fault::utf8, at_);
  at_ += length;
  return true;
}

Text Scanner::string() {
  Text text;
  if (peek() != Kind::string) {
    syntax();
    return {};
  }
  return scanString(text) ? text : Text{};
}

bool Scanner::scanNumber() {
  const auto digits = [this] {
    const char* const first = at_;
    while (at_ != end_ && isDigit(*at_)) ++at_;
    return at_ != first;
  };
  if (*at_ == '-') ++at_;
  if (at_ == end_) return syntax();
  if (*at_ == '0') {
    ++at_;
  } else if (!digits()) {
    return syntax();
  }
  if (at_ != end_ && *at_ == '.') {
    ++at_;
    if (!digits()) return syntax();
  }
  if (at_ != end_ && (*at_ == 'e' || *at_ == 'E')) {
    ++at_;
    if (at_ != end_ && (*at_ == '+' || *at_ == '-')) ++at_;
    if (!digits()) return syntax();
  }
  return true;
}

std::string_view Scanner::number() {
  if (peek() != Kind::number) {
    syntax();
    return {};
  }
  const char* const first = at_;
  if (!scanNumber()) return {};
  return {first, static_cast<size_t>(at_ - first)};
}

bool Scanner::literal(std::string_view word) {
  for (const char c : word) {
    if (at_ == end_ || *at_ != c) return syntax();
    ++at_;
  }
  return true;
}

bool Scanner::boolean() {
  if (peek() != Kind::boolean) return syntax();
  const bool value = *at_ == 't';
  return literal(value ? "true" : "false") && value;
}

void Scanner::null() {
  if (peek() != Kind::null) {
    syntax();
    return;
  }
  literal("null");
}

bool Scanner::skipValue() {
  Text text;
  switch (peek()) {
    case Kind::string: return scanString(text);
    case Kind::number: return scanNumber();
    case Kind::boolean: return literal(*at_ == 't' ? "true" : "false");
    case Kind::null: return literal("null");
    case Kind::array:
      if (!open('[')) return false;
      while (element()) skipValue();
      return ok();
    case Kind::object:
      if (!open('{')) return false;
      while (member(text)) skipValue();
      return ok();
    case Kind::invalid: return false;
  }
  return false;
}

std::string_view Scanner::skip() {
  space();
  const char* const first = at_;
  if (!skipValue()) return {};
  return {first, static_cast<size_t>(at_ - first)};
}

bool Scanner::end() {
  if (!ok()) return false;
  space();
  return at_ == end_ || syntax();
}

void lineAndColumn(std::string_view text, size_t offset, uint32_t& line, uint32_t& column) {
  line = 1;
  column = 1;
  for (size_t i = 0; i < offset && i < text.size(); ++i) {
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
      ++column;
    }
  }
}

Refusal refusalFor(const Scanner& scanner, std::string_view text) {
  Refusal refusal;
  switch (scanner.fault()) {
    case Fault::none:
    case Fault::syntax:
      refusal.code = "json-syntax";
      refusal.message =
          scanner.offset() >= text.size()
              ? "The text ends before the JSON value is complete. Send the whole text."
              : "This is not JSON from here on. Mend the text at this place.";
      break;
    case Fault::utf8:
      refusal.code = "invalid-utf8";
      refusal.message = "This is not well-formed UTF-8 text. Save the file as UTF-8.";
      break;
    case Fault::tooDeep:
      refusal.code = "too-deep";
      refusal.message = "Values are nested deeper than 64 levels. Flatten the document.";
      break;
  }
  lineAndColumn(text, scanner.offset(), refusal.line, refusal.column);
  return refusal;
}

}  // namespace crossfoot::json
