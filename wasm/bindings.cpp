// The one door to the engine: embind entries that take numbers alone. Texts travel as UTF-8 through
// a buffer in the module's memory, so that none is copied once more on the way: the caller writes
// what an entry reads, the entry answers with a length, and the answer lies at reply(). No logic
// here; core.mjs is the other side.

#include <emscripten/bind.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "crossfoot/engine.h"

namespace {

using crossfoot::Session;

/// The text of the caller: written by JavaScript, read by the next entry.
char* inputText = nullptr;
uint32_t inputCapacity = 0;

/// The last answer of an entry that made a text of its own, kept until the next one.
std::string ownedReply;

/// Where the last entry's answer lies.
const char* replyText = nullptr;

std::string_view input(uint32_t length) { return {inputText, length}; }

uint32_t answer(std::string text) {
  ownedReply = std::move(text);
  replyText = ownedReply.data();
  return static_cast<uint32_t>(ownedReply.size());
}

Session& sessionAt(uintptr_t handle) { return *reinterpret_cast<Session*>(handle); }

/// The address of a buffer with room for `size` bytes, in which the text for the next entry is
/// written. Its content lasts until this is called again.
uintptr_t buffer(uint32_t size) {
  if (size > inputCapacity || inputText == nullptr) {
    std::free(inputText);
    inputCapacity = size < 4096 ? 4096 : size;
    inputText = static_cast<char*>(std::malloc(inputCapacity));
    if (inputText == nullptr) std::abort();
  }
  return reinterpret_cast<uintptr_t>(inputText);
}

/// Where the answer of the last entry begins; that entry returned its length in bytes.
uintptr_t reply() { return reinterpret_cast<uintptr_t>(replyText); }

/// Gives back the memory of a large text once it is read.
void release() {
  std::free(inputText);
  inputText = nullptr;
  inputCapacity = 0;
  ownedReply = std::string();
  replyText = nullptr;
}

uint32_t price(uint32_t length, bool withDigest) {
  return answer(crossfoot::price(input(length), withDigest));
}

/// `nameLength` bytes of the function's name, then its argument.
uint32_t call(uint32_t nameLength, uint32_t length) {
  const std::string_view text = input(length);
  return answer(crossfoot::call(text.substr(0, nameLength), text.substr(nameLength)));
}

/// A new session with nothing open; close frees it.
uintptr_t session() { return reinterpret_cast<uintptr_t>(new Session); }

void close(uintptr_t handle) { delete &sessionAt(handle); }

uint32_t open(uintptr_t handle, uint32_t length) {
  return answer(sessionAt(handle).open(input(length)));
}

uint32_t apply(uintptr_t handle, uint32_t length) {
  return answer(sessionAt(handle).apply(input(length)));
}

uint32_t query(uintptr_t handle, uint32_t length) {
  return answer(sessionAt(handle).query(input(length)));
}

/// The keystroke path: nothing is copied or allocated here. The value, then the label and the key
/// of the history step; without these two the step is called as the engine calls it.
uint32_t edit(uintptr_t handle, uint32_t line, uint32_t field, uint32_t valueLength,
              uint32_t labelLength, uint32_t length) {
  const std::string_view text = input(length);
  crossfoot::EditStep step;
  if (labelLength > 0) step.label = text.substr(valueLength, labelLength);
  step.coalesce = text.substr(valueLength + labelLength);
  const std::string_view totals =
      sessionAt(handle).edit(line, field, text.substr(0, valueLength), step);
  replyText = totals.data();
  return static_cast<uint32_t>(totals.size());
}

uint32_t save(uintptr_t handle) { return answer(sessionAt(handle).save()); }

}  // namespace

EMSCRIPTEN_BINDINGS(crossfoot) {
  emscripten::function("buffer", &buffer);
  emscripten::function("reply", &reply);
  emscripten::function("release", &release);
  emscripten::function("price", &price);
  emscripten::function("call", &call);
  emscripten::function("session", &session);
  emscripten::function("close", &close);
  emscripten::function("open", &open);
  emscripten::function("apply", &apply);
  emscripten::function("query", &query);
  emscripten::function("edit", &edit);
  emscripten::function("save", &save);
}
