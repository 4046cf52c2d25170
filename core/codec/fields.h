#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "json/scanner.h"
#include "model/issue.h"
#include "model/member_table.h"
#include "num/decimal.h"

namespace crossfoot::codec {

struct FieldSpec {
  std::string_view name;
  Shape shape;
};

/// The fields of these names, in their order, as the dictionary has them (model/members.h).
template <size_t N>
constexpr std::array<FieldSpec, N> specsOf(std::span<const Member> table,
                                           const std::string_view (&names)[N]) {
  std::array<FieldSpec, N> specs{};
  for (size_t i = 0; i < N; ++i) {
    specs[i] = {names[i], table[members::placeOf(table, names[i])].shape};
  }
  return specs;
}

/// All fields of a table, in its order.
template <size_t N>
constexpr std::array<FieldSpec, N> specsOf(const Member (&table)[N]) {
  std::array<FieldSpec, N> specs{};
  for (size_t i = 0; i < N; ++i) specs[i] = {table[i].name, table[i].shape};
  return specs;
}

/// A field's value as text; kind null where it is absent.
struct Field {
  json::Kind kind = json::Kind::null;
  bool escaped = false;
  std::string_view raw;  ///< the value's text, of a string without its quotes

  bool given() const { return kind != json::Kind::null; }
  /// The characters of a string, or the text of a number.
  std::string text() const { return json::decode({raw, escaped}); }
  bool truth() const { return raw == "true"; }
};

/// The first wrong JSON type met while decoding: the whole text is refused for it.
struct ShapeFault {
  bool found = false;
  std::string path;
  const char* where = nullptr;
  std::string message;

  void set(std::string_view faultPath, const char* place, std::string_view wanted);
};

/// Notes a fault where the value's JSON type is not the shape's.
bool checkShape(const Field& field, const FieldSpec& spec, std::string_view path,
                ShapeFault& fault);

/// Reads the value that is next.
Field readField(json::Scanner& scanner);

/// Where members that are not known are told of: `suffix` is the place of their object.
struct NearMisses {
  IssueSink& issues;
  std::string_view suffix;
};

/// Reads an object's known members into `fields`, one for each of `specs`; the others are passed.
/// Of repeated members the last counts. `path` is the object's, for a fault.
void readFields(json::Scanner& scanner, std::span<const FieldSpec> specs, std::span<Field> fields,
                std::string_view path, ShapeFault& fault, const NearMisses* nearMisses = nullptr);

template <size_t N>
std::array<Field, N> readFields(std::string_view text, const std::array<FieldSpec, N>& specs,
                                std::string_view path, ShapeFault& fault) {
  std::array<Field, N> fields;
  json::Scanner scanner(text);
  readFields(scanner, specs, fields, path, fault);
  return fields;
}

/// The same, and a member that is not known but is written nearly like one that is earns a notice
/// (ST-4.5). `suffix` is the object's place for issues.
template <size_t N>
std::array<Field, N> readFields(std::string_view text, const std::array<FieldSpec, N>& specs,
                                std::string_view path, ShapeFault& fault, IssueSink& issues,
                                std::string_view suffix) {
  std::array<Field, N> fields;
  json::Scanner scanner(text);
  const NearMisses nearMisses{issues, suffix};
  readFields(scanner, specs, fields, path, fault, &nearMisses);
  return fields;
}

/// Reads a decimal field; reports invalid-number and returns false where it is none. An absent
/// field is for the caller to handle.
bool readDecimal(const Field& field, IssueSink& issues, std::string_view suffix,
                 DecimalText& decimal);

/// Reports a number's problem with the limits that were passed over; true where there is none.
bool accept(NumberProblem problem, IssueSink& issues, std::string_view suffix,
            std::string_view limits);

/// Whether the field is written as the state would write it: a string in shortest form.
bool isTidyDecimal(const Field& field);

bool readPrice(const Field& field, bool allowNegative, IssueSink& issues, std::string_view suffix,
               Price& price);
bool readQuantity(const Field& field, IssueSink& issues, std::string_view suffix,
                  Quantity& quantity);
bool readPercent(const Field& field, int minimum, int maximum, IssueSink& issues,
                 std::string_view suffix, Percent& percent);
bool readAmount(const Field& field, bool allowNegative, IssueSink& issues, std::string_view suffix,
                InputAmount& amount);
bool readCount(const Field& field, int64_t minimum, int64_t maximum, IssueSink& issues,
               std::string_view suffix, int64_t& count);

}  // namespace crossfoot::codec
