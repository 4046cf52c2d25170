#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json/scanner.h"

namespace crossfoot::json {

struct Member;

/// A JSON value as a tree, for commands, document fields and merging: places where speed does not
/// matter. Numbers keep their text, so none ever passes through a double. Members keep their
/// order; of members with the same name the last one counts.
struct Value {
  Kind kind = Kind::null;
  bool truth = false;           ///< of a boolean
  std::string text;             ///< of a string (decoded) or a number (as written)
  std::vector<Value> items;     ///< of an array
  std::vector<Member> members;  ///< of an object

  // Out of line, as trees are made and dropped in many places: see docs/decisions.md on size.
  Value();
  Value(const Value&);
  Value(Value&&) noexcept;
  Value& operator=(const Value&);
  Value& operator=(Value&&) noexcept;
  ~Value();

  static Value ofString(std::string text);
  static Value ofNumber(std::string text);
  static Value ofBoolean(bool truth);
  static Value object();
  static Value array();

  bool isNull() const { return kind == Kind::null; }
  bool isString() const { return kind == Kind::string; }
  bool isObject() const { return kind == Kind::object; }
  bool isArray() const { return kind == Kind::array; }

  /// The member's value, or nullptr where there is none (or this is no object).
  const Value* find(std::string_view name) const;
  Value* find(std::string_view name);
  /// The member's text where it is a string, else "".
  std::string_view textOf(std::string_view name) const;
  /// Sets a member, in its place or at the end.
  Value& set(std::string_view name, Value value);
  /// Removes a member; false where there was none.
  bool erase(std::string_view name);
};

struct Member {
  std::string name;
  Value value;

  Member(std::string memberName, Value memberValue);
  Member(const Member&);
  Member(Member&&) noexcept;
  Member& operator=(const Member&);
  Member& operator=(Member&&) noexcept;
  ~Member();
};

/// Same kind, text, items and members (in any order). Numbers compare by their text.
bool operator==(const Value& a, const Value& b);

/// Reads a whole text; refusals json-syntax, invalid-utf8, too-deep with line and column.
Result<Value> parse(std::string_view text);

/// Reads the next value of a scanner that is known to stand on one.
Value readValue(Scanner& scanner);

/// Appends the value without white space, members in their order.
void write(const Value& value, std::string& out);
std::string write(const Value& value);

/// Appends the value in RFC 8785 form: members sorted by UTF-16 code units, shortest escapes.
/// Numbers keep their text: the texts this project writes are integers.
void writeCanonical(const Value& value, std::string& out);

/// Appends a string with quotes and the escapes of RFC 8785.
void writeString(std::string_view text, std::string& out);

/// Splits a JSON Pointer into its decoded segments; false where it is none.
bool splitPointer(std::string_view pointer, std::vector<std::string>& segments);

/// The pointer to an element of the list that a pointer leads to.
std::string elementPath(std::string_view list, size_t index);

/// Appends "/" and the segment with ~ and / escaped.
void appendPointer(std::string& pointer, std::string_view segment);

}  // namespace crossfoot::json
