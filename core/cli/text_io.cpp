#include "cli/text_io.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace crossfoot::cli {

namespace {

constexpr size_t kReadBlock = size_t{1} << 18;

/// Like read(2), but an interruption is no end. Negative on failure.
ssize_t readSome(int file, char* target, size_t size) {
  ssize_t got = 0;
  do {
    got = ::read(file, target, size);
  } while (got < 0 && errno == EINTR);
  return got;
}

bool writeAll(int file, std::string_view text) {
  while (!text.empty()) {
    ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

}  // namespace

void complain(std::string_view what, std::string_view about) {
  std::string message = "crossfoot: ";
  if (!about.empty()) message.append(about).append(": ");
  message.append(what).push_back('\n');
  writeAll(STDERR_FILENO, message);
}

std::optional<std::string> readText(std::string_view fileName) {
  bool standard = fileName == "-";
  int file = standard ? STDIN_FILENO : ::open(std::string(fileName).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    complain(std::strerror(errno), fileName);
    return std::nullopt;
  }
  std::string text;
  ssize_t got = 1;
  while (got > 0 && text.size() < kLongestText) {
    size_t size = text.size();
    size_t room = size < kReadBlock ? kReadBlock : size;
    if (room > kLongestText - size) room = kLongestText - size;
    text.resize(size + room);
    got = readSome(file, text.data() + size, room);
    text.resize(size + (got > 0 ? static_cast<size_t>(got) : 0));
  }
  if (got < 0) complain(std::strerror(errno), standard ? "standard input" : fileName);
  if (!standard) ::close(file);
  if (got < 0) return std::nullopt;
  return text;
}

bool Output::flush() {
  if (!broken_ && !writeAll(STDOUT_FILENO, block_)) broken_ = true;
  block_.clear();
  return !broken_;
}

bool InputLines::findEnd() {
  const char* begin = block_.data();
  const void* found = std::memchr(begin + searched_, '\n', block_.size() - searched_);
  searched_ = block_.size();
  if (found == nullptr) return false;
  end_ = static_cast<size_t>(static_cast<const char*>(found) - begin);
  return true;
}

void InputLines::readBlock() {
  block_.erase(0, start_);
  start_ = 0;
  if (block_.size() > kLongestText) block_.resize(kLongestText);
  size_t kept = block_.size();
  block_.resize(kept + kReadBlock);
  ssize_t got = readSome(STDIN_FILENO, block_.data() + kept, kReadBlock);
  if (got < 0) {
    failed_ = true;
    complain(std::strerror(errno), "standard input");
  }
  block_.resize(kept + (got > 0 ? static_cast<size_t>(got) : 0));
  searched_ = kept;
  if (got <= 0) ended_ = true;
}

std::string_view InputLines::takeLine() {
  std::string_view line(block_.data() + start_, end_ - start_);
  start_ = end_ < block_.size() ? end_ + 1 : end_;
  searched_ = start_;
  if (line.size() > kLongestText) line = line.substr(0, kLongestText);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::optional<std::string_view> InputLines::lastLine() {
  if (start_ >= block_.size()) return std::nullopt;
  end_ = block_.size();
  return takeLine();
}

}  // namespace crossfoot::cli
