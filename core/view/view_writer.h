#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar/date.h"
#include "json/value.h"
#include "num/money.h"

namespace crossfoot::view {

/// Writes JSON text member by member. The caller writes members in RFC 8785 order; the tests
/// compare every view with its canonical form.
class ViewWriter {
 public:
  ViewWriter(std::string& out, unsigned minorDigits) : out_(out), minorDigits_(minorDigits) {}

  ViewWriter& beginObject() { return open('{'); }
  ViewWriter& endObject() { return close('}'); }
  ViewWriter& beginArray() { return open('['); }
  ViewWriter& endArray() { return close(']'); }

  /// The name of the next value, which must need no escapes.
  ViewWriter& key(std::string_view name) {
    comma();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    fresh_ = true;
    return *this;
  }

  ViewWriter& text(std::string_view value) {
    comma();
    json::writeString(value, out_);
    return *this;
  }
  ViewWriter& raw(std::string_view json) {
    comma();
    out_ += json;
    return *this;
  }
  ViewWriter& null() { return raw("null"); }
  ViewWriter& truth(bool value) { return raw(value ? "true" : "false"); }
  ViewWriter& whole(Int128 value) {
    char buffer[64];
    return raw({buffer, static_cast<size_t>(writeScaled(value, 0, buffer) - buffer)});
  }
  ViewWriter& amount(Money value) {
    char buffer[64];
    buffer[0] = '"';
    char* const end = writeScaled(value.minor, minorDigits_, buffer + 1);
    *end = '"';
    return raw({buffer, static_cast<size_t>(end + 1 - buffer)});
  }
  ViewWriter& amount(const std::optional<Money>& value) { return value ? amount(*value) : null(); }
  ViewWriter& date(Date value) {
    char buffer[12];
    buffer[0] = buffer[11] = '"';
    value.format(buffer + 1);
    return raw({buffer, sizeof buffer});
  }
  ViewWriter& date(const std::optional<Date>& value) { return value ? date(*value) : null(); }

  unsigned minorDigits() const { return minorDigits_; }

 private:
  ViewWriter& open(char bracket) {
    comma();
    out_ += bracket;
    fresh_ = true;
    return *this;
  }
  ViewWriter& close(char bracket) {
    out_ += bracket;
    fresh_ = false;
    return *this;
  }
  void comma() {
    if (!fresh_) out_ += ',';
    fresh_ = false;
  }

  std::string& out_;
  unsigned minorDigits_;
  bool fresh_ = true;
};

}  // namespace crossfoot::view
