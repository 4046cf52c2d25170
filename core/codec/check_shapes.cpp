#include "codec/check_shapes.h"

#include "json/value.h"
#include "model/members.h"

namespace crossfoot::codec {
namespace {

// What pricing reads of a line; what else a line holds is checked by whoever reads it.
bool isChecked(Part part) {
  return part != Part::foreign && part != Part::quantityRange && part != Part::period;
}

void checkObject(std::string_view object, std::string_view path, Part part, ShapeFault& fault);

// The objects within a member.
void checkWithin(const Field& field, const Member& member, const std::string& path,
                 ShapeFault& fault) {
  if (member.shape == Shape::object) {
    checkObject(field.raw, path, member.within, fault);
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
      checkObject(element.raw, place, member.within, fault);
    }
  }
}

void checkObject(std::string_view object, std::string_view path, Part part, ShapeFault& fault) {
  json::Scanner scanner(object);
  json::Text name;
  scanner.beginObject();
  while (scanner.member(name)) {
    const std::string decoded = json::decode(name);
    const Field field = readField(scanner);
    const Member* member = findMember(part, decoded);
    if (member == nullptr || !field.given()) continue;
    const std::string place = std::string(path) + "/" + decoded;
    if (!checkShape(field, {member->name, member->shape}, path, fault)) continue;
    if (isChecked(member->within)) checkWithin(field, *member, place, fault);
    if (member->name == "taxRateIds") checkIds(field, place, fault);
  }
}

}  // namespace

void checkLineShapes(std::string_view line, ShapeFault& fault) {
  checkObject(line, "", Part::line, fault);
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
