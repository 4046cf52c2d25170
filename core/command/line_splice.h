#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossfoot {

/// Writes a line's JSON text with one member set to another value (JSON text; empty removes it),
/// without building a tree: the keystroke path. Members keep their order; a new one comes last.
void spliceMember(std::string_view line, std::string_view name, std::string_view value,
                  std::string& out);

/// The same where the member is there once, under its plain name, and all else stays byte for
/// byte: gives the byte from which on the text differs. None otherwise.
std::optional<size_t> replaceMember(std::string_view line, std::string_view name,
                                    std::string_view value, std::string& out);

}  // namespace crossfoot
