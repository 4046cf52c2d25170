#include "codec/fields.h"

#include "codec/near_name.h"
#include "json/value.h"

namespace crossfoot::codec {
namespace {

bool fits(json::Kind kind, Shape shape) {
  switch (shape) {
    case Shape::decimal:
    case Shape::count: return kind == json::Kind::string || kind == json::Kind::number;
    case Shape::text: return kind == json::Kind::string;
    case Shape::truth: return kind == json::Kind::boolean;
    case Shape::object: return kind == json::Kind::object;
    case Shape::array: return kind == json::Kind::array;
  }
  return false;
}

std::string_view wanted(Shape shape) {
  switch (shape) {
    case Shape::decimal:
    case Shape::count: return "a number, written as a string or a JSON number";
    case Shape::text: return "a string";
    case Shape::truth: return "true or false";
    case Shape::object: return "an object";
    case Shape::array: return "an array";
  }
  return "";
}

// Members mostly come in the order of their specs, so the search begins after the last one found.
size_t findSpec(std::span<const FieldSpec> specs, std::string_view name, size_t from) {
  for (size_t at = from; at < specs.size(); ++at) {
    if (specs[at].name == name) return at;
  }
  for (size_t at = 0; at < from; ++at) {
    if (specs[at].name == name) return at;
  }
  return specs.size();
}

void noteNearMiss(const std::string& name, std::span<const FieldSpec> specs,
                  const NearMisses& nearMisses) {
  for (const FieldSpec& spec : specs) {
    if (!isNearName(name, spec.name)) continue;
    std::string place(nearMisses.suffix);
    json::appendPointer(place, name);
    nearMisses.issues.add(IssueCode::unknownMember, place,
                          "This member is not known and counts for nothing. Is " +
                              std::string(spec.name) + " meant?");
    return;
  }
}

}  // namespace

void ShapeFault::set(std::string_view faultPath, const char* place, std::string_view wantedShape) {
  if (found) return;
  found = true;
  path = faultPath;
  where = place;
  message = "This must be " + std::string(wantedShape) + ".";
}

bool checkShape(const Field& field, const FieldSpec& spec, std::string_view path,
                ShapeFault& fault) {
  if (!field.given() || fits(field.kind, spec.shape)) return true;
  fault.set(std::string(path) + "/" + std::string(spec.name), field.raw.data(), wanted(spec.shape));
  return false;
}

Field readField(json::Scanner& scanner) {
  Field field;
  field.kind = scanner.peek();
  if (field.kind == json::Kind::string) {
    const json::Text text = scanner.string();
    field.raw = text.raw;
    field.escaped = text.escaped;
  } else {
    field.raw = scanner.skip();
  }
  return field;
}

void readFields(json::Scanner& scanner, std::span<const FieldSpec> specs, std::span<Field> fields,
                std::string_view path, ShapeFault& fault, const NearMisses* nearMisses) {
  json::Text name;
  size_t next = 0;
  if (!scanner.beginObject()) return;
  while (scanner.member(name)) {
    const size_t at =
        name.escaped ? findSpec(specs, json::decode(name), next) : findSpec(specs, name.raw, next);
    if (at == specs.size()) {
      if (nearMisses != nullptr) noteNearMiss(json::decode(name), specs, *nearMisses);
      scanner.skip();
      continue;
    }
    fields[at] = readField(scanner);
    checkShape(fields[at], specs[at], path, fault);
    next = at + 1;
  }
}

bool readDecimal(const Field& field, IssueSink& issues, std::string_view suffix,
                 DecimalText& decimal) {
  const bool read =
      field.escaped ? parseDecimal(field.text(), decimal) : parseDecimal(field.raw, decimal);
  if (read) return true;
  issues.add(IssueCode::invalidNumber, suffix,
             "This is not a number. Write it like 1234.5: digits, one point, no other signs.");
  return false;
}

bool accept(NumberProblem problem, IssueSink& issues, std::string_view suffix,
            std::string_view limits) {
  switch (problem) {
    case NumberProblem::none: return true;
    case NumberProblem::invalidNumber:
      issues.add(IssueCode::invalidNumber, suffix, limits);
      return false;
    case NumberProblem::tooManyDigits:
      issues.add(IssueCode::tooManyDigits, suffix, limits);
      return false;
    case NumberProblem::outOfRange: issues.add(IssueCode::outOfRange, suffix, limits); return false;
    case NumberProblem::negative:
      issues.add(IssueCode::negativeNotAllowed, suffix, limits);
      return false;
  }
  return false;
}

bool isTidyDecimal(const Field& field) {
  if (!field.given()) return true;
  if (field.kind == json::Kind::number || field.escaped) return false;
  DecimalText decimal;
  return isShortestDecimal(field.raw) || !parseDecimal(field.raw, decimal);
}

bool readPrice(const Field& field, bool allowNegative, IssueSink& issues, std::string_view suffix,
               Price& price) {
  DecimalText decimal;
  return readDecimal(field, issues, suffix, decimal) &&
         accept(toPrice(decimal, allowNegative, price), issues, suffix,
                allowNegative
                    ? "A price has at most 12 decimals and 18 digits and is below 1000000000000."
                    : "A price has at most 12 decimals and 18 digits, is below 1000000000000 and "
                      "not negative (the policy allowNegativePrices admits credit lines).");
}

bool readQuantity(const Field& field, IssueSink& issues, std::string_view suffix,
                  Quantity& quantity) {
  DecimalText decimal;
  return readDecimal(field, issues, suffix, decimal) &&
         accept(toQuantity(decimal, quantity), issues, suffix,
                "A quantity has at most 6 decimals and is from 0 to below 1000000000.");
}

bool readPercent(const Field& field, int minimum, int maximum, IssueSink& issues,
                 std::string_view suffix, Percent& percent) {
  DecimalText decimal;
  if (!readDecimal(field, issues, suffix, decimal)) return false;
  const NumberProblem problem = toPercent(decimal, minimum, maximum, percent);
  if (problem == NumberProblem::none) return true;
  return accept(problem, issues, suffix,
                "This percent has at most 6 decimals and is from " + std::to_string(minimum) +
                    " to " + std::to_string(maximum) + ".");
}

bool readAmount(const Field& field, bool allowNegative, IssueSink& issues, std::string_view suffix,
                InputAmount& amount) {
  DecimalText decimal;
  return readDecimal(field, issues, suffix, decimal) &&
         accept(toAmount(decimal, allowNegative, amount), issues, suffix,
                allowNegative ? "An amount has at most 6 decimals."
                              : "This amount has at most 6 decimals and is not negative.");
}

bool readCount(const Field& field, int64_t minimum, int64_t maximum, IssueSink& issues,
               std::string_view suffix, int64_t& count) {
  DecimalText decimal;
  if (!readDecimal(field, issues, suffix, decimal)) return false;
  const NumberProblem problem = toWhole(decimal, minimum, maximum, count);
  if (problem == NumberProblem::none) return true;
  return accept(problem, issues, suffix,
                "This is a whole number from " + std::to_string(minimum) + " to " +
                    std::to_string(maximum) + ".");
}

}  // namespace crossfoot::codec
