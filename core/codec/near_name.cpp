#include "codec/near_name.h"

#include <algorithm>
#include <string>

namespace crossfoot::codec {
namespace {

constexpr size_t kShortest = 4;
constexpr size_t kLongest = 40;

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

std::string folded(std::string_view name) {
  std::string letters;
  for (const char letter : name) {
    if (letter == '_' || letter == '-') continue;
    const bool capital = letter >= 'A' && letter <= 'Z';
    letters.push_back(capital ? static_cast<char>(letter - 'A' + 'a') : letter);
  }
  return letters;
}

// The longer one has one letter more.
bool hasOneMore(std::string_view longer, std::string_view shorter) {
  const auto at = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  const auto place = static_cast<size_t>(at.first - shorter.begin());
  return !isDigit(longer[place]) && longer.substr(place + 1) == shorter.substr(place);
}

// One letter is another one, or two neighbours changed places.
bool hasOneOther(std::string_view a, std::string_view b) {
  const auto at = std::mismatch(a.begin(), a.end(), b.begin());
  const auto place = static_cast<size_t>(at.first - a.begin());
  if (isDigit(a[place])) return false;
  if (a.substr(place + 1) == b.substr(place + 1)) return true;
  return place + 1 < a.size() && a[place] == b[place + 1] && a[place + 1] == b[place] &&
         a.substr(place + 2) == b.substr(place + 2);
}

}  // namespace

bool isNearName(std::string_view name, std::string_view known) {
  if (name.size() < kShortest || known.size() < kShortest || name.size() > kLongest) return false;
  if (name.substr(0, 2) == "x-") return false;
  const std::string a = folded(name);
  const std::string b = folded(known);
  if (a == b) return true;
  if (a.size() == b.size()) return hasOneOther(a, b);
  if (a.size() == b.size() + 1) return hasOneMore(a, b);
  return a.size() + 1 == b.size() && hasOneMore(b, a);
}

}  // namespace crossfoot::codec
