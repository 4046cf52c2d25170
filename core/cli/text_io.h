#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crossfoot::cli {

/// One byte more than the longest text the engine accepts (64 MB): more is never kept, and what is
/// kept is refused as too large.
inline constexpr size_t kLongestText = size_t{64} * 1024 * 1024 + 1;

/// The content of a file, or of standard input for "-", up to kLongestText; nothing when it cannot
/// be read (a message stands on standard error).
std::optional<std::string> readText(std::string_view fileName);

/// Says something on standard error, after the program's name.
void complain(std::string_view what, std::string_view about = {});

/// Standard output through a large block.
class Output {
 public:
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() { flush(); }

  /// Adds a text and the end of its line.
  void line(std::string_view words) {
    block_.append(words).push_back('\n');
    if (block_.size() >= kBlock) flush();
  }

  /// Adds whole lines.
  void text(std::string_view lines) {
    block_.append(lines);
    if (block_.size() >= kBlock) flush();
  }

  /// Hands everything over; false when standard output takes no more.
  bool flush();

 private:
  static constexpr size_t kBlock = size_t{1} << 18;
  std::string block_;
  bool broken_ = false;
};

/// The lines of standard input, read in large blocks and never held as a whole. A line ends with
/// "\n" or "\r\n", the last one also with the end of the input. Of a line longer than kLongestText
/// the rest is dropped.
class InputLines {
 public:
  /// The next line without its end. `waiting` is called before a read, which may have to wait and
  /// ends the life of all lines given before: the moment to answer them.
  template <class Waiting>
  std::optional<std::string_view> next(Waiting waiting) {
    while (!findEnd()) {
      if (ended_) return lastLine();
      waiting();
      readBlock();
    }
    return takeLine();
  }

  /// Whether reading failed.
  bool failed() const { return failed_; }

 private:
  bool findEnd();
  void readBlock();
  std::string_view takeLine();
  std::optional<std::string_view> lastLine();

  std::string block_;
  size_t start_ = 0;     ///< where the current line begins in block_
  size_t end_ = 0;       ///< where its "\n" is, once found
  size_t searched_ = 0;  ///< up to where there is no "\n"
  bool ended_ = false;
  bool failed_ = false;
};

}  // namespace crossfoot::cli
