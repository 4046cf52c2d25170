#include "verify/state_argument.h"

#include "codec/read_state.h"

namespace crossfoot::verify {

Refusal wrongType(std::string path, std::string message) {
  Refusal refusal;
  refusal.code = "wrong-type";
  refusal.path = std::move(path);
  refusal.message = std::move(message);
  return refusal;
}

Result<const json::Value*> objectMember(const json::Value& argument, std::string_view name) {
  const json::Value* member = argument.find(name);
  if (member != nullptr && member->isObject()) return member;
  return wrongType("/" + std::string(name), "Give an object here.");
}

Result<std::unique_ptr<Document>> openState(const json::Value& argument) {
  const auto state = objectMember(argument, "state");
  if (!state) return state.refusal();
  auto document = codec::readState(json::write(**state));
  if (document) return document;
  Refusal refusal = document.refusal();
  refusal.path = "/state" + refusal.path;
  // Line and column would be those of a text that the caller never saw.
  refusal.line = refusal.column = 0;
  return refusal;
}

}  // namespace crossfoot::verify
