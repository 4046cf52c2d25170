#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "json/value.h"

namespace crossfoot {

/// A line's JSON text with the field at a path below it set to a value (null removes it), as every
/// way to set a field writes it: tidy, members in their order, a new one last. None where the line
/// has no such place.
std::optional<std::string> withField(std::string_view line, std::span<const std::string> path,
                                     const json::Value& value);

/// What withField writes, without building a tree: for a member that is there, in a line whose text
/// is tidy and holds nothing that would be written otherwise; `isWritten` says that withField wrote
/// it, so that this is known. Gives the byte from which on the text differs; none where withField
/// has to be asked. `value` is JSON text.
std::optional<size_t> replaceMember(std::string_view line, std::string_view name,
                                    std::string_view value, bool isWritten, std::string& out);

}  // namespace crossfoot
