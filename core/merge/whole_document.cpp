#include "merge/whole_document.h"

#include <map>

#include "json/value.h"
#include "merge/same_value.h"

namespace crossfoot::merge {
namespace {

std::string textMember(const Document& document, std::string_view name) {
  const std::string* text = document.memberText(name);
  if (text == nullptr) return {};
  json::Scanner scanner(*text);
  const json::Value value = json::readValue(scanner);
  return value.isString() ? value.text : std::string();
}

// What each member but the lines means, by name; absent ones left out.
std::map<std::string_view, std::string> meanings(const Document& document) {
  std::map<std::string_view, std::string> result;
  for (const StateMember& member : document.members) {
    if (member.name == "lines" || member.name == "rev") continue;
    std::string text = meaning(member.text, scopeOf(member.name));
    if (!text.empty()) result.emplace(member.name, std::move(text));
  }
  return result;
}

bool sameLines(const LineList& a, const LineList& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (!sameMeaning(a.at(i).text, b.at(i).text, {Part::line})) return false;
  }
  return true;
}

std::string linesText(const LineList& lines) {
  std::string out = "[";
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out += ',';
    out += canonical(lines.at(i).text);
  }
  return out + "]";
}

}  // namespace

std::string finalDigest(const Document& document) {
  return textMember(document, "status") == "draft" ? std::string() : textMember(document, "digest");
}

bool sameContent(const Document& a, const Document& b) {
  return meanings(a) == meanings(b) && sameLines(a.lines, b.lines);
}

std::string stateText(const Document& document) {
  std::map<std::string_view, std::string> members;
  for (const StateMember& member : document.members) {
    if (member.name == "rev") continue;
    members[member.name] =
        member.name == "lines" ? linesText(document.lines) : canonical(member.text);
  }
  std::string out = "{";
  for (const auto& [name, text] : members) {
    if (out.size() > 1) out += ',';
    json::writeString(name, out);
    out += ':';
    out += text;
  }
  return out + "}";
}

}  // namespace crossfoot::merge
