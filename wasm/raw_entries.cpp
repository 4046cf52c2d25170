// Raw entries for texts that are large or come at every keystroke: they travel through a buffer in
// the module's memory instead of embind's strings. No logic here; core.mjs is the other side.

#include <emscripten/emscripten.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "crossfoot/engine.h"

namespace {

using crossfoot::Session;

/// The text of the caller: written by JavaScript, read by the next raw entry.
char* inputText = nullptr;
uint32_t inputCapacity = 0;

/// The last answer of a raw entry that made a text of its own, kept until the next one.
std::string ownedReply;

/// Where the last raw entry's answer lies.
const char* replyText = nullptr;

std::string_view input(uint32_t length) { return {inputText, length}; }

uint32_t answer(std::string text) {
  ownedReply = std::move(text);
  replyText = ownedReply.data();
  return static_cast<uint32_t>(ownedReply.size());
}

Session& session(uintptr_t handle) { return *reinterpret_cast<Session*>(handle); }

}  // namespace

extern "C" {

/// The address of a buffer with room for `size` bytes, in which the text for the next raw entry is
/// written. Its content lasts until this is called again.
EMSCRIPTEN_KEEPALIVE char* cf_buffer(uint32_t size) {
  if (size > inputCapacity || inputText == nullptr) {
    std::free(inputText);
    inputCapacity = size < 4096 ? 4096 : size;
    inputText = static_cast<char*>(std::malloc(inputCapacity));
    if (inputText == nullptr) std::abort();
  }
  return inputText;
}

/// Where the answer of the last raw entry begins; that entry returned its length in bytes.
EMSCRIPTEN_KEEPALIVE const char* cf_reply() { return replyText; }

/// Gives back the memory of a large text once it is read.
EMSCRIPTEN_KEEPALIVE void cf_release() {
  std::free(inputText);
  inputText = nullptr;
  inputCapacity = 0;
  ownedReply = std::string();
  replyText = nullptr;
}

EMSCRIPTEN_KEEPALIVE uint32_t cf_price(uint32_t length, uint32_t withDigest) {
  return answer(crossfoot::price(input(length), withDigest != 0));
}

/// `nameLength` bytes of the function's name, then its argument.
EMSCRIPTEN_KEEPALIVE uint32_t cf_call(uint32_t nameLength, uint32_t length) {
  std::string_view text = input(length);
  return answer(crossfoot::call(text.substr(0, nameLength), text.substr(nameLength)));
}

/// A new session with nothing open; cf_close frees it.
EMSCRIPTEN_KEEPALIVE uintptr_t cf_session() { return reinterpret_cast<uintptr_t>(new Session); }

EMSCRIPTEN_KEEPALIVE void cf_close(uintptr_t handle) { delete &session(handle); }

EMSCRIPTEN_KEEPALIVE uint32_t cf_open(uintptr_t handle, uint32_t length) {
  return answer(session(handle).open(input(length)));
}

EMSCRIPTEN_KEEPALIVE uint32_t cf_apply(uintptr_t handle, uint32_t length) {
  return answer(session(handle).apply(input(length)));
}

EMSCRIPTEN_KEEPALIVE uint32_t cf_query(uintptr_t handle, uint32_t length) {
  return answer(session(handle).query(input(length)));
}

/// The keystroke path: nothing is copied or allocated here. The value, then the label and the key
/// of the history step; without these two the step is called as the engine calls it.
EMSCRIPTEN_KEEPALIVE uint32_t cf_edit(uintptr_t handle, uint32_t line, uint32_t field,
                                      uint32_t valueLength, uint32_t labelLength, uint32_t length) {
  const std::string_view text = input(length);
  crossfoot::EditStep step;
  if (labelLength > 0) step.label = text.substr(valueLength, labelLength);
  step.coalesce = text.substr(valueLength + labelLength);
  std::string_view totals = session(handle).edit(line, field, text.substr(0, valueLength), step);
  replyText = totals.data();
  return static_cast<uint32_t>(totals.size());
}

EMSCRIPTEN_KEEPALIVE uint32_t cf_save(uintptr_t handle) { return answer(session(handle).save()); }

}  // extern "C"
