#include "pricing/line_names.h"

#include "json/scanner.h"

namespace crossfoot {
namespace {

std::string nameOf(const LineItem& line) {
  json::Scanner scanner(line.text);
  json::Text member;
  std::string name;
  scanner.beginObject();
  while (scanner.member(member)) {
    if (member.raw == "name" && scanner.peek() == json::Kind::string) {
      name = json::decode(scanner.string());
    } else {
      scanner.skip();
    }
  }
  return name;
}

}  // namespace

void LineNames::clear() {
  lines_.clear();
  repeated_ = 0;
}

void LineNames::count(const LineItem& line, int sign) {
  const std::string name = nameOf(line);
  if (name.empty()) return;
  uint32_t& lines = lines_[name];
  const uint32_t before = lines > 1 ? lines : 0;
  lines += static_cast<uint32_t>(sign);  // wraps around for -1
  repeated_ += (lines > 1 ? lines : 0) - before;
  if (lines == 0) lines_.erase(name);
}

bool LineNames::isRepeated(const LineItem& line) const {
  if (repeated_ == 0) return false;
  const auto found = lines_.find(nameOf(line));
  return found != lines_.end() && found->second > 1;
}

}  // namespace crossfoot
