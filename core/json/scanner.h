#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace crossfoot::json {

/// Nesting beyond this is refused as too-deep (ST-4.1).
inline constexpr int kMaxDepth = 64;

enum class Kind : uint8_t { null, boolean, number, string, array, object, invalid };

/// What is wrong with a text as JSON.
enum class Fault : uint8_t { none, syntax, utf8, tooDeep };

/// A string as it stands between its quotes; `escaped` where it holds a backslash.
struct Text {
  std::string_view raw;
  bool escaped = false;
};

/// The characters a JSON string stands for.
std::string decode(Text text);

/// Reads JSON text step by step without building anything. It validates what it passes: grammar
/// (RFC 8259), UTF-8, no lone surrogates, depth. After a fault every call returns false or an
/// empty value, so a reader checks once at the end. Own code because the load path is measured
/// (docs/decisions.md); the tests compare it with nlohmann_json on every input.
class Scanner {
 public:
  explicit Scanner(std::string_view text);

  /// Kind of the next value, which is not consumed. `invalid` at the end or after a fault.
  Kind peek();

  /// Steps into the next value, which must be an object / array.
  bool beginObject();
  bool beginArray();
  /// Next member: its name is consumed and the value is next. False after the closing brace.
  bool member(Text& name);
  /// Next element: the value is next. False after the closing bracket.
  bool element();

  Text string();
  std::string_view number();
  bool boolean();
  void null();
  /// Passes one value of any kind and returns its text.
  std::string_view skip();

  /// True when only white space is left; else a syntax fault.
  bool end();

  bool ok() const { return fault_ == Fault::none; }
  Fault fault() const { return fault_; }
  /// Bytes from the start of the text to the fault, or to the next unread character.
  size_t offset() const { return static_cast<size_t>((ok() ? at_ : faultAt_) - begin_); }
  /// Whether white space between tokens was passed since the last call of this.
  bool takeSpaceSeen();

 private:
  void space();
  bool fail(Fault fault, const char* where);
  bool syntax() { return fail(Fault::syntax, at_); }
  bool open(char bracket);
  bool next(char closing);
  bool scanString(Text& text);
  bool scanEscape();
  bool scanUnicodeEscape();
  bool readHex(uint32_t& code);
  bool scanUtf8();
  bool scanNumber();
  bool literal(std::string_view word);
  bool skipValue();

  const char* begin_;
  const char* at_;
  const char* end_;
  const char* faultAt_;
  Fault fault_ = Fault::none;
  bool spaceSeen_ = false;
  int depth_ = 0;
  uint64_t started_ = 0;  // bit per depth: an element was already read there
};

/// 1-based line and column (in characters) of a byte offset.
void lineAndColumn(std::string_view text, size_t offset, uint32_t& line, uint32_t& column);

/// The refusal for a text that is not JSON, with its place.
Refusal refusalFor(const Scanner& scanner, std::string_view text);

}  // namespace crossfoot::json
