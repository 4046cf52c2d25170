#include "command/line_field.h"

#include <algorithm>
#include <array>

#include "codec/kept_amounts.h"
#include "codec/tidy.h"
#include "command/pointer_edit.h"

namespace crossfoot {
namespace {

// In these a tidy line may hold numbers in other than their shortest form.
constexpr std::array<std::string_view, 3> kWrittenAnew = {"billing", "pricing", "quantityRange"};
constexpr std::array<std::string_view, 2> kGoing = {"priceCurrency", "costCurrency"};
constexpr size_t kMostMembers = 32;

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::optional<std::string> withField(std::string_view line, std::span<const std::string> path,
                                     const json::Value& value) {
  json::Scanner scanner(line);
  json::Value tree = json::readValue(scanner);
  if (!setAt(tree, path, value)) return std::nullopt;
  codec::settleAmounts(Part::line, tree, path);
  codec::tidyLineValue(tree);
  return json::write(tree);
}

std::optional<size_t> replaceMember(std::string_view line, std::string_view name,
                                    std::string_view value, bool isWritten, std::string& out) {
  if (line.find('\\') != std::string_view::npos) return std::nullopt;
  std::array<std::string_view, kMostMembers> names;
  size_t count = 0;
  std::string_view old;
  json::Scanner scanner(line);
  json::Text member;
  scanner.beginObject();
  while (scanner.member(member)) {
    const bool repeated = contains(std::span(names).first(count), member.raw);
    const bool writtenAnew = !isWritten && contains(kWrittenAnew, member.raw);
    // It goes when its amount is typed.
    const bool ofAmount = contains(kGoing, member.raw);
    if (repeated || count == kMostMembers || writtenAnew || ofAmount) return std::nullopt;
    names[count++] = member.raw;
    const std::string_view text = scanner.skip();
    if (member.raw == name) old = text;
  }
  if (old.empty()) return std::nullopt;
  const auto at = static_cast<size_t>(old.data() - line.data());
  out.assign(line.substr(0, at));
  out += value;
  out += line.substr(at + old.size());
  return at;
}

}  // namespace crossfoot
