#include "codec/write_state.h"

#include "codec/tidy.h"
#include "json/value.h"

namespace crossfoot::codec {
namespace {

void writeMember(const StateMember& member, std::string& out) {
  if (hasKnownDecimals(member.name)) {
    tidyMember(member.name, member.text, out);
  } else {
    out += member.text;
  }
}

void writeLines(const Document& document, std::string& out) {
  out += '[';
  for (size_t i = 0; i < document.lines.size(); ++i) {
    if (i > 0) out += ',';
    const LineItem& line = document.lines.at(i);
    if (line.tidy) {
      out += line.text;
    } else {
      tidyLine(line.text, out);
    }
  }
  out += ']';
}

size_t expectedSize(const Document& document) {
  size_t size = 64;
  for (const StateMember& member : document.members) size += member.text.size() + 32;
  for (const uint32_t slot : document.lines.order()) {
    size += document.lines.slot(slot).text.size() + 1;
  }
  return size;
}

}  // namespace

std::string writeState(const Document& document, bool withLines) {
  std::string out;
  if (withLines) out.reserve(expectedSize(document));
  out += '{';
  bool first = true;
  for (const StateMember& member : document.members) {
    const bool isLines = member.name == "lines";
    if (member.isRemoved() || (isLines && !withLines)) continue;
    if (isLines && document.linesImplied && document.lines.size() == 0) continue;
    if (!first) out += ',';
    first = false;
    json::writeString(member.name, out);
    out += ':';
    if (isLines) {
      writeLines(document, out);
    } else {
      writeMember(member, out);
    }
  }
  return out + "}";
}

}  // namespace crossfoot::codec
