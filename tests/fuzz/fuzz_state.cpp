// Any bytes as a state. Beyond what the sanitizers see: a state that opens is priced the same
// after it was saved, and saving twice changes nothing.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "crossfoot/engine.h"

namespace {

void expectSame(const char* what, const std::string& expected, const std::string& found) {
  if (expected == found) return;
  std::fprintf(stderr, "%s\nexpected %s\nfound    %s\n", what, expected.c_str(), found.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view state(reinterpret_cast<const char*>(data), size);
  std::string view = crossfoot::price(state, true);

  crossfoot::Session session;
  bool opened = !crossfoot::isRefusal(session.open(state));
  if (opened == crossfoot::isRefusal(view)) std::abort();
  if (!opened) return 0;

  std::string saved = session.save();
  expectSame("a saved state is priced differently", view, crossfoot::price(saved, true));
  expectSame("the session's view differs", view, session.query(R"({"get":"view","digest":true})"));
  session.open(saved);
  expectSame("a saved state is saved differently", saved, session.save());
  return 0;
}
