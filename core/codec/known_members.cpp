#include "codec/known_members.h"

#include <algorithm>

#include "codec/near_name.h"
#include "model/members.h"

namespace crossfoot::codec {

std::string_view nearDocumentMember(std::string_view name) {
  const std::span<const Member> known = membersOf(Part::document);
  if (findMember(Part::document, name) != nullptr) return {};
  const auto near = std::find_if(known.begin(), known.end(), [name](const Member& member) {
    return isNearName(name, member.name);
  });
  return near != known.end() ? near->name : std::string_view{};
}

}  // namespace crossfoot::codec
