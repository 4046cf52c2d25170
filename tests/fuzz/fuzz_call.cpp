// A stateless function by name, a line break, and any bytes as its argument. Beyond what the
// sanitizers see: every reply is a JSON object, and the documents a reply makes can be opened.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "crossfoot/engine.h"
#include "json/value.h"

namespace {

using crossfoot::json::Value;

void expectOpens(const Value* state) {
  if (state == nullptr || !state->isObject()) return;
  crossfoot::Session session;
  const std::string reply = session.open(crossfoot::json::write(*state));
  if (!crossfoot::isRefusal(reply)) return;
  std::fprintf(stderr, "a document that was made is refused: %s\n", reply.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const size_t end = text.find('\n');
  if (end == std::string_view::npos) return 0;
  const std::string_view function = text.substr(0, end);
  const auto reply = crossfoot::json::parse(crossfoot::call(function, text.substr(end + 1)));
  if (!reply || !reply->isObject()) std::abort();
  if (function == "convert") {
    const Value* states = reply->find("states");
    for (size_t i = 0; states != nullptr && i < states->items.size(); ++i) {
      expectOpens(&states->items[i]);
    }
  }
  if (function == "period" || function == "quickbooks") {
    expectOpens(reply->find("state"));
    expectOpens(reply->find("document"));
  }
  return 0;
}
