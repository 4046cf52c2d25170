// The engine as JavaScript sees it: embind entries that mirror crossfoot/engine.h name for name. No
// logic here.

#include <emscripten/bind.h>

#include <cstdint>
#include <string>

#include "crossfoot/engine.h"

namespace {

using crossfoot::Session;

/// What the raw entries know a session by.
uintptr_t handleOf(Session& session) { return reinterpret_cast<uintptr_t>(&session); }

std::string priceState(const std::string& state, bool withDigest) {
  return crossfoot::price(state, withDigest);
}
std::string callFunction(const std::string& function, const std::string& argument) {
  return crossfoot::call(function, argument);
}
std::string openState(Session& session, const std::string& state) { return session.open(state); }
std::string applyCommand(Session& session, const std::string& command) {
  return session.apply(command);
}
std::string queryRequest(Session& session, const std::string& request) {
  return session.query(request);
}
std::string editField(Session& session, uint32_t line, uint32_t field, const std::string& value) {
  return std::string(session.edit(line, field, value));
}

}  // namespace

EMSCRIPTEN_BINDINGS(crossfoot) {
  emscripten::function("price", &priceState);
  emscripten::function("call", &callFunction);
  emscripten::class_<Session>("Session")
      .constructor<>()
      .function("handle", &handleOf)
      .function("open", &openState)
      .function("apply", &applyCommand)
      .function("query", &queryRequest)
      .function("edit", &editField)
      .function("save", &Session::save);
}
