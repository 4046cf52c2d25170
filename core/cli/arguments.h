#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace crossfoot::cli {

/// The words after the command's name, sorted into flags (`--lines`), options with a value
/// (`--on 2026-12-01`, `--on=2026-12-01`) and the rest. "-" is not an option but a name for stdin.
class Arguments {
 public:
  /// What a command understands. Names with their dashes.
  struct Accepted {
    std::vector<std::string_view> flags = {};
    std::vector<std::string_view> options = {};
    size_t leastNames = 0;
    size_t mostNames = 0;
  };

  /// Nothing when a word is unknown, a value is missing, or there are too few or too many names;
  /// the complaint then stands in `complaint`.
  static std::optional<Arguments> read(std::span<const std::string_view> words,
                                       const Accepted& accepted, std::string_view& complaint);

  bool has(std::string_view flag) const;
  std::optional<std::string_view> value(std::string_view option) const;

  /// The name at `index`, or "-" where there is none.
  std::string_view name(size_t index) const { return index < names_.size() ? names_[index] : "-"; }

 private:
  struct Option {
    std::string_view name;
    std::string_view value;
  };
  std::vector<std::string_view> flags_;
  std::vector<Option> options_;
  std::vector<std::string_view> names_;
};

}  // namespace crossfoot::cli
