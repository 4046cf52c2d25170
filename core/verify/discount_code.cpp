#include "verify/discount_code.h"

namespace crossfoot::verify {
namespace {

// What pages and people leave around a word: white space of ASCII, the no-break and the wide space.
constexpr std::string_view kBlanks[] = {" ",  "\t", "\n",       "\v",
                                        "\f", "\r", "\xC2\xA0", "\xE3\x80\x80"};

std::string_view withoutBlanks(std::string_view text) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view blank : kBlanks) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        cut = true;
      } else if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        cut = true;
      }
    }
  }
  return text;
}

constexpr char kLatin1 = '\xC3';
constexpr int kToCapital = 0x20;

// The second byte of U+00E0 to U+00FE in UTF-8; U+00F7 is the sign of division.
bool isSmallLatin1(char second) { return second >= '\xA0' && second <= '\xBE' && second != '\xB7'; }

}  // namespace

std::string codeKey(std::string_view code) {
  std::string key(withoutBlanks(code));
  char before = '\0';
  for (char& byte : key) {
    const bool isSmall = (byte >= 'a' && byte <= 'z') || (before == kLatin1 && isSmallLatin1(byte));
    if (isSmall) byte = static_cast<char>(byte - kToCapital);
    before = byte;
  }
  return key;
}

}  // namespace crossfoot::verify
