#include "codec/check_shapes.h"

#include <cstddef>

#include "json/value.h"

namespace crossfoot::codec {
namespace {

struct Part;

// A list of fields. No std::span: its element type must be complete, and a Part holds such a list.
struct Parts {
  constexpr Parts() = default;
  template <size_t N>
  constexpr Parts(const Part (&list)[N]) : first(list), count(N) {}
  const Part* begin() const { return first; }
  const Part* end() const;

  const Part* first = nullptr;
  size_t count = 0;
};

// A field and, where it is an object or a list of objects, the fields within.
struct Part {
  FieldSpec spec;
  Parts within = {};
};

const Part* Parts::end() const { return first + count; }

constexpr Part kReduction[] = {{{"percent", Shape::decimal}},
                               {{"amount", Shape::decimal}},
                               {{"total", Shape::decimal}},
                               {{"currency", Shape::text}}};
constexpr Part kPhase[] = {{{"payments", Shape::count}},
                           {{"unitPrice", Shape::decimal}},
                           {{"priceCurrency", Shape::text}},
                           {{"quantity", Shape::decimal}},
                           {{"discount", Shape::object}, kReduction}};
constexpr Part kStart[] = {
    {{"date", Shape::text}}, {{"delayDays", Shape::count}}, {{"delayMonths", Shape::count}}};
constexpr Part kBilling[] = {{{"frequency", Shape::text}},
                             {{"start", Shape::object}, kStart},
                             {{"payments", Shape::count}},
                             {{"term", Shape::text}},
                             {{"phases", Shape::array}, kPhase}};
constexpr Part kTier[] = {
    {{"upTo", Shape::decimal}}, {{"unitPrice", Shape::decimal}}, {{"flatFee", Shape::decimal}}};
constexpr Part kPricing[] = {{{"model", Shape::text}},
                             {{"size", Shape::decimal}},
                             {{"price", Shape::decimal}},
                             {{"freeUnits", Shape::decimal}},
                             {{"tiers", Shape::array}, kTier}};
// The plain fields of a line are checked where it is read.
constexpr Part kLine[] = {
    {{"discount", Shape::object}, kReduction}, {{"discounts", Shape::array}, kReduction},
    {{"charges", Shape::array}, kReduction},   {{"billing", Shape::object}, kBilling},
    {{"pricing", Shape::object}, kPricing},    {{"taxRateIds", Shape::array}}};

void checkObject(std::string_view object, std::string_view path, Parts parts, ShapeFault& fault);

void checkWithin(const Field& field, const Part& part, const std::string& path, ShapeFault& fault) {
  if (part.spec.shape == Shape::object) {
    checkObject(field.raw, path, part.within, fault);
    return;
  }
  json::Scanner scanner(field.raw);
  scanner.beginArray();
  for (size_t i = 0; scanner.element(); ++i) {
    const Field element = readField(scanner);
    const std::string place = json::elementPath(path, i);
    if (element.kind != json::Kind::object) {
      fault.set(place, element.raw.data(), "an object");
    } else {
      checkObject(element.raw, place, part.within, fault);
    }
  }
}

void checkObject(std::string_view object, std::string_view path, Parts parts, ShapeFault& fault) {
  json::Scanner scanner(object);
  json::Text name;
  scanner.beginObject();
  while (scanner.member(name)) {
    const std::string decoded = json::decode(name);
    const Field field = readField(scanner);
    for (const Part& part : parts) {
      if (part.spec.name != decoded || !field.given()) continue;
      const std::string place = std::string(path) + "/" + decoded;
      if (!checkShape(field, part.spec, path, fault)) continue;
      if (part.within.count > 0) checkWithin(field, part, place, fault);
      if (part.spec.name == "taxRateIds") checkIds(field, place, fault);
    }
  }
}

}  // namespace

void checkLineShapes(std::string_view line, ShapeFault& fault) {
  checkObject(line, "", kLine, fault);
}

void checkIds(const Field& ids, std::string_view path, ShapeFault& fault) {
  if (ids.kind != json::Kind::array) return;
  json::Scanner scanner(ids.raw);
  scanner.beginArray();
  for (size_t i = 0; scanner.element(); ++i) {
    const Field id = readField(scanner);
    if (id.kind == json::Kind::string) continue;
    fault.set(json::elementPath(path, i), id.raw.data(), "a string, the id of a tax rate");
  }
}

}  // namespace crossfoot::codec
