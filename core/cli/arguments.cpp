#include "cli/arguments.h"

#include <algorithm>

namespace crossfoot::cli {

namespace {

bool contains(const std::vector<std::string_view>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

std::optional<Arguments> Arguments::read(std::span<const std::string_view> words,
                                         const Accepted& accepted, std::string_view& complaint) {
  Arguments arguments;
  for (size_t i = 0; i < words.size(); ++i) {
    std::string_view word = words[i];
    if (word.size() < 2 || word[0] != '-') {
      arguments.names_.push_back(word);
      continue;
    }
    size_t equals = word.find('=');
    std::string_view name = word.substr(0, equals);
    if (equals == std::string_view::npos && contains(accepted.flags, name)) {
      arguments.flags_.push_back(name);
    } else if (!contains(accepted.options, name)) {
      complaint = "there is no such option";
      return std::nullopt;
    } else if (equals != std::string_view::npos) {
      arguments.options_.push_back({name, word.substr(equals + 1)});
    } else if (++i < words.size()) {
      arguments.options_.push_back({name, words[i]});
    } else {
      complaint = "an option has no value";
      return std::nullopt;
    }
  }
  if (arguments.names_.size() < accepted.leastNames) {
    complaint = "a name is missing";
    return std::nullopt;
  }
  if (arguments.names_.size() > accepted.mostNames) {
    complaint = "there is a name too many";
    return std::nullopt;
  }
  return arguments;
}

bool Arguments::has(std::string_view flag) const { return contains(flags_, flag); }

std::optional<std::string_view> Arguments::value(std::string_view option) const {
  for (const Option& given : options_) {
    if (given.name == option) return given.value;
  }
  return std::nullopt;
}

}  // namespace crossfoot::cli
