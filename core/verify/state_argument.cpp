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

Result<std::unique_ptr<Document>> openState(std::string_view stateText) {
  if (stateText.empty()) return wrongType("/state", "Give the state here, as an object.");
  auto document = codec::readState(std::string(stateText));
  if (document) return document;
  Refusal refusal = document.refusal();
  refusal.path = "/state" + refusal.path;
  // Line and column would be those of a text that the caller never saw.
  refusal.line = refusal.column = 0;
  return refusal;
}

}  // namespace crossfoot::verify
