#include "view/explain.h"

#include "view/explain_parts.h"

namespace crossfoot::view {
namespace {

std::optional<json::Value> explainPart(Steps& steps, const Source& source, Segments place) {
  const Segments below = place.subspan(1);
  const std::string& part = place[0];
  if (part == "lines") return explainLine(steps, source, below);
  if (part == "summary") return explainSummary(steps, source, below);
  if (part == "recurring") return explainRecurring(steps, source, below);
  if (part == "delayed") return explainDelayed(steps, source, below);
  if (part == "schedule") return explainSchedule(steps, source, below);
  if (part == "sections") return explainSection(steps, source, below);
  if (part == "metrics") return explainMetrics(steps, source, below);
  if (part == "balance") return explainBalance(steps, source, below);
  return std::nullopt;
}

}  // namespace

std::optional<size_t> indexOf(std::string_view segment) {
  if (segment.empty() || segment.size() > 9 || (segment.size() > 1 && segment[0] == '0')) {
    return std::nullopt;
  }
  size_t index = 0;
  for (const char c : segment) {
    if (c < '0' || c > '9') return std::nullopt;
    index = index * 10 + static_cast<size_t>(c - '0');
  }
  return index;
}

std::optional<json::Value> leafOf(const std::string& part, Segments place) {
  json::Scanner scanner(part);
  const json::Value whole = json::readValue(scanner);
  const json::Value* at = &whole;
  for (const std::string& segment : place) {
    if (at->isArray()) {
      const std::optional<size_t> index = indexOf(segment);
      if (!index || *index >= at->items.size()) return std::nullopt;
      at = &at->items[*index];
    } else {
      at = at->find(segment);
      if (at == nullptr) return std::nullopt;
    }
  }
  if (at->isArray() || at->isObject()) return std::nullopt;
  return *at;
}

json::Value amountValue(const std::optional<Money>& amount, unsigned minorDigits) {
  return amount ? json::Value::ofString(formatMoney(*amount, minorDigits)) : json::Value();
}

std::string explainReply(const Source& source, std::string_view path) {
  Steps steps(source.document.minorDigits(), path);
  std::vector<std::string> segments;
  std::optional<json::Value> value;
  if (json::splitPointer(path, segments) && !segments.empty()) {
    value = explainPart(steps, source, segments);
  }
  if (!value) {
    return toJson(refuse("unknown-path", path,
                         "No amount of the priced view is at this path. Take the path of an "
                         "amount as the view has it, like /summary/dueNow or /lines/0/net."));
  }
  json::Value reply = json::Value::object();
  reply.set("path", json::Value::ofString(std::string(path)));
  reply.set("steps", steps.take());
  reply.set("value", std::move(*value));
  std::string text;
  json::writeCanonical(reply, text);
  return text;
}

}  // namespace crossfoot::view
