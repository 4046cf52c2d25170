#include "pricing/line_names.h"

#include "json/scanner.h"

namespace crossfoot {
namespace {

constexpr size_t kUnusedKept = 64;

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

void LineNames::clear() { *this = {}; }

void LineNames::count(const LineItem& line, int sign) {
  const std::string name = nameOf(line);
  if (name.empty()) return;
  const uint32_t number = names_.add(name);
  if (number == lines_.size()) {
    lines_.push_back(0);
    ++unused_;
  }
  uint32_t& lines = lines_[number];
  const uint32_t before = lines;
  lines += static_cast<uint32_t>(sign);  // wraps around for -1
  repeated_ += (lines > 1 ? lines : 0) - (before > 1 ? before : 0);
  if (before == 0) --unused_;
  if (lines == 0 && ++unused_ > kUnusedKept + lines_.size() / 2) dropUnused();
}

// Every key typed into a name leaves the name before it unused.
void LineNames::dropUnused() {
  LineNames kept;
  for (size_t number = 0; number < lines_.size(); ++number) {
    if (lines_[number] == 0) continue;
    kept.names_.add(names_.name(number));
    kept.lines_.push_back(lines_[number]);
  }
  kept.repeated_ = repeated_;
  *this = std::move(kept);
}

bool LineNames::isRepeated(const LineItem& line) const {
  if (repeated_ == 0) return false;
  const uint32_t number = names_.find(nameOf(line));
  return number != NameIndex::kNone && lines_[number] > 1;
}

}  // namespace crossfoot
