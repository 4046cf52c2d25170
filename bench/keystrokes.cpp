// Types into the lines of a state: `crossfoot-keystrokes COUNT < state.json`. For counting the
// instructions of a keystroke (instructions.mjs); the command line itself has no keystrokes.

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string>

#include "crossfoot/engine.h"

int main(int argc, char** argv) {
  const long count = argc == 2 ? std::strtol(argv[1], nullptr, 10) : 0;
  const std::string state{std::istreambuf_iterator<char>(std::cin), {}};
  crossfoot::Session session;
  const std::string reply = session.open(state);
  if (count <= 0 || crossfoot::isRefusal(reply)) {
    std::fprintf(stderr, "crossfoot-keystrokes COUNT < state.json\n%s\n", reply.c_str());
    return 2;
  }
  constexpr auto kQuantity = static_cast<uint32_t>(crossfoot::EditField::quantity);
  const auto lines = static_cast<uint32_t>(std::stoul(reply.substr(reply.find("\"lines\":") + 8)));
  for (long i = 0; i < count; ++i) {
    const auto line = static_cast<uint32_t>(i * 7919) % lines;
    if (crossfoot::isRefusal(session.edit(line, kQuantity, std::to_string(i % 997 + 1)))) return 1;
  }
  return 0;
}
