#pragma once

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace crossfoot {

/// Keeps texts at places that never move, so that lines can point at theirs. Texts are only ever
/// added; the owner starts a new arena when too much of it is no longer used.
class TextArena {
 public:
  std::string_view keep(std::string_view text) {
    if (text.size() > left_) grow(text.size());
    char* const place = at_;
    std::memcpy(place, text.data(), text.size());
    at_ += text.size();
    left_ -= text.size();
    used_ += text.size();
    return {place, text.size()};
  }

  size_t used() const { return used_; }

 private:
  void grow(size_t least) {
    constexpr size_t kChunk = 256 * 1024;
    left_ = least > kChunk ? least : kChunk;
    chunks_.push_back(std::make_unique<char[]>(left_));
    at_ = chunks_.back().get();
  }

  std::vector<std::unique_ptr<char[]>> chunks_;
  char* at_ = nullptr;
  size_t left_ = 0;
  size_t used_ = 0;
};

}  // namespace crossfoot
