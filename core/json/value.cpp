#include "json/value.h"

#include <algorithm>
#include <numeric>

#include "base/sorted_places.h"

namespace crossfoot::json {
namespace {

// UTF-16 order differs from byte order only above U+FFFF, whose surrogates sort before U+E000.
bool utf16Less(std::string_view a, std::string_view b) {
  const auto rank = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xF0 ? 0xED * 16 + byte - 0xEF : byte * 16;
  };
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [&](char x, char y) { return rank(x) < rank(y); });
}

// Of members with the same name the last stays, in time n log n whatever the text holds.
void dropRepeated(std::vector<Member>& members) {
  const std::vector<size_t> order = sortedPlaces(
      members.size(), [&](size_t a, size_t b) { return members[a].name < members[b].name; });
  std::vector<bool> repeated(members.size(), false);
  bool any = false;
  for (size_t i = 0; i + 1 < order.size(); ++i) {
    if (members[order[i]].name != members[order[i + 1]].name) continue;
    repeated[order[i]] = any = true;
  }
  if (!any) return;
  std::vector<Member> kept;
  for (size_t i = 0; i < members.size(); ++i) {
    if (!repeated[i]) kept.push_back(std::move(members[i]));
  }
  members = std::move(kept);
}

std::vector<size_t> asWritten(const std::vector<Member>& members) {
  std::vector<size_t> order(members.size());
  std::iota(order.begin(), order.end(), size_t{0});
  return order;
}

std::vector<size_t> sorted(const std::vector<Member>& members) {
  return sortedPlaces(members.size(), [&](size_t a, size_t b) {
    return utf16Less(members[a].name, members[b].name);
  });
}

using MemberOrder = std::vector<size_t> (*)(const std::vector<Member>& members);

void writeTree(const Value& value, std::string& out, MemberOrder order) {
  switch (value.kind) {
    case Kind::invalid:
    case Kind::null: out += "null"; return;
    case Kind::boolean: out += value.truth ? "true" : "false"; return;
    case Kind::number: out += value.text; return;
    case Kind::string: writeString(value.text, out); return;
    case Kind::array:
      out += '[';
      for (size_t i = 0; i < value.items.size(); ++i) {
        if (i > 0) out += ',';
        writeTree(value.items[i], out, order);
      }
      out += ']';
      return;
    case Kind::object: {
      out += '{';
      bool first = true;
      for (const size_t i : order(value.members)) {
        if (!first) out += ',';
        first = false;
        writeString(value.members[i].name, out);
        out += ':';
        writeTree(value.members[i].value, out, order);
      }
      out += '}';
      return;
    }
  }
}

}  // namespace

Value::Value() = default;
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

Member::Member(std::string memberName, Value memberValue)
    : name(std::move(memberName)), value(std::move(memberValue)) {}
Member::Member(const Member&) = default;
Member::Member(Member&&) noexcept = default;
Member& Member::operator=(const Member&) = default;
Member& Member::operator=(Member&&) noexcept = default;
Member::~Member() = default;

Value Value::ofString(std::string text) {
  Value value;
  value.kind = Kind::string;
  value.text = std::move(text);
  return value;
}

Value Value::ofNumber(std::string text) {
  Value value = ofString(std::move(text));
  value.kind = Kind::number;
  return value;
}

Value Value::ofBoolean(bool truth) {
  Value value;
  value.kind = Kind::boolean;
  value.truth = truth;
  return value;
}

Value Value::object() {
  Value value;
  value.kind = Kind::object;
  return value;
}

Value Value::array() {
  Value value;
  value.kind = Kind::array;
  return value;
}

const Value* Value::find(std::string_view name) const {
  for (const Member& member : members) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

Value* Value::find(std::string_view name) {
  return const_cast<Value*>(static_cast<const Value*>(this)->find(name));
}

std::string_view Value::textOf(std::string_view name) const {
  const Value* value = find(name);
  return value != nullptr && value->isString() ? std::string_view(value->text) : "";
}

Value& Value::set(std::string_view name, Value value) {
  if (Value* old = find(name)) return *old = std::move(value);
  members.push_back({std::string(name), std::move(value)});
  return members.back().value;
}

bool Value::erase(std::string_view name) {
  const auto at = std::find_if(members.begin(), members.end(),
                               [&](const Member& member) { return member.name == name; });
  if (at == members.end()) return false;
  members.erase(at);
  return true;
}

bool operator==(const Value& a, const Value& b) {
  if (a.kind != b.kind || a.truth != b.truth || a.text != b.text) return false;
  if (a.items != b.items || a.members.size() != b.members.size()) return false;
  const std::vector<size_t> left = sorted(a.members);
  const std::vector<size_t> right = sorted(b.members);
  for (size_t i = 0; i < left.size(); ++i) {
    const Member& x = a.members[left[i]];
    const Member& y = b.members[right[i]];
    if (x.name != y.name || !(x.value == y.value)) return false;
  }
  return true;
}

Value readValue(Scanner& scanner) {
  Value value;
  value.kind = scanner.peek();
  switch (value.kind) {
    case Kind::null: scanner.null(); break;
    case Kind::boolean: value.truth = scanner.boolean(); break;
    case Kind::number: value.text = std::string(scanner.number()); break;
    case Kind::string: value.text = decode(scanner.string()); break;
    case Kind::array:
      scanner.beginArray();
      while (scanner.element()) value.items.push_back(readValue(scanner));
      break;
    case Kind::object: {
      Text name;
      scanner.beginObject();
      while (scanner.member(name)) {
        value.members.push_back({decode(name), {}});
        value.members.back().value = readValue(scanner);
      }
      dropRepeated(value.members);
      break;
    }
    case Kind::invalid: break;
  }
  return value;
}

Result<Value> parse(std::string_view text) {
  Scanner scanner(text);
  Value value = readValue(scanner);
  if (!scanner.end()) return refusalFor(scanner, text);
  return value;
}

void write(const Value& value, std::string& out) { writeTree(value, out, asWritten); }

std::string write(const Value& value) {
  std::string out;
  write(value, out);
  return out;
}

void writeCanonical(const Value& value, std::string& out) { writeTree(value, out, sorted); }

void writeString(std::string_view text, std::string& out) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  size_t from = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, from, i - from);
    from = i + 1;
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        out += "\\u00";
        out += kHex[static_cast<unsigned char>(c) >> 4];
        out += kHex[static_cast<unsigned char>(c) & 15];
    }
  }
  out.append(text, from, text.size() - from);
  out += '"';
}

bool splitPointer(std::string_view pointer, std::vector<std::string>& segments) {
  segments.clear();
  if (pointer.empty()) return true;
  if (pointer[0] != '/') return false;
  for (const char c : pointer) {
    if (c == '/') {
      segments.emplace_back();
    } else {
      segments.back() += c;
    }
  }
  for (std::string& segment : segments) {
    for (size_t at = segment.find('~'); at != std::string::npos; at = segment.find('~', at + 1)) {
      const char code = at + 1 < segment.size() ? segment[at + 1] : ' ';
      if (code != '0' && code != '1') return false;
      segment.replace(at, 2, 1, code == '0' ? '~' : '/');
    }
  }
  return true;
}

std::string elementPath(std::string_view list, size_t index) {
  std::string path(list);
  path += '/';
  path += std::to_string(index);
  return path;
}

void appendPointer(std::string& pointer, std::string_view segment) {
  pointer += '/';
  for (const char c : segment) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

}  // namespace crossfoot::json
