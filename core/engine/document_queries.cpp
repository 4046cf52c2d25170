#include <array>

#include "engine/query.h"
#include "lifecycle/lifecycle.h"
#include "model/members.h"
#include "subscription/subscription.h"
#include "view/explain.h"

namespace crossfoot {
namespace {

using view::ViewWriter;

std::string explainAnswer(const Query& query) {
  return view::explainReply(query.source, query.request.textOf("path"));
}

std::string lifecycleAnswer(const Query& query) {
  return lifecycle::lifecycleReply(query.source, query.request.textOf("on"));
}

std::string subscriptionsAnswer(const Query& query) {
  return subscription::subscriptionsReply(query.source, query.request);
}

std::string metricsAnswer(const Query& query) {
  return writeReply(query, [&](ViewWriter& out) {
    out.key("lines");
    view::writeLineMetrics(out, query.source);
    out.key("metrics");
    view::writeMetrics(out, query.source);
  });
}

bool containsText(std::string_view hay, std::string_view lowerNeedle) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  if (lowerNeedle.size() > hay.size()) return false;
  for (size_t i = 0; i + lowerNeedle.size() <= hay.size(); ++i) {
    size_t k = 0;
    while (k < lowerNeedle.size() && lower(hay[i + k]) == lowerNeedle[k]) ++k;
    if (k == lowerNeedle.size()) return true;
  }
  return false;
}

bool lineContains(const LineItem& line, std::string_view lowerNeedle) {
  json::Scanner scanner(line.text);
  json::Text name;
  scanner.beginObject();
  while (scanner.member(name)) {
    const bool searched = name.raw == "name" || name.raw == "sku" || name.raw == "description";
    if (!searched || scanner.peek() != json::Kind::string) {
      scanner.skip();
    } else if (containsText(json::decode(scanner.string()), lowerNeedle)) {
      return true;
    }
  }
  return false;
}

std::string findAnswer(const Query& query) {
  std::string needle(query.request.textOf("text"));
  for (char& c : needle) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return writeReply(query, [&](ViewWriter& out) {
    out.key("indexes").beginArray();
    for (size_t i = 0; i < query.document().lines.size(); ++i) {
      if (lineContains(query.document().lines.at(i), needle)) {
        out.whole(static_cast<int64_t>(i));
      }
    }
    out.endArray();
  });
}

std::string historyAnswer(const Query& query) {
  return writeReply(query, [&](ViewWriter& out) {
    const History& history = query.state.history;
    out.key("position").whole(static_cast<int64_t>(history.undoable()));
    out.key("steps").beginArray();
    for (const HistoryStep& step : history.steps()) {
      out.beginObject().key("label").text(step.label).endObject();
    }
    out.endArray();
    out.key("undo").whole(stepsBack(query.state));
  });
}

std::string historyStateAnswer(const Query& query) {
  return "{\"history\":" + query.state.history.toJson() + "}";
}

std::string mayAnswer(const Query& query) {
  json::Value rights = json::Value::object();
  for (const Member& member : membersOf(Part::line)) {
    if (member.right == Right::editDetails) continue;
    rights.set(member.name, json::Value::ofString(std::string(Capabilities::nameOf(member.right))));
  }
  return "{\"lineRights\":" + json::write(rights) +
         ",\"may\":" + query.state.capabilities.toJson() + "}";
}

constexpr std::array<QueryRow, 8> kQueries = {{
    {"explain", explainAnswer},
    {"find", findAnswer},
    {"history", historyAnswer},
    {"historyState", historyStateAnswer},
    {"lifecycle", lifecycleAnswer},
    {"may", mayAnswer},
    {"metrics", metricsAnswer},
    {"subscriptions", subscriptionsAnswer},
}};

}  // namespace

std::span<const QueryRow> documentQueries() { return kQueries; }

Refusal unknownQuery() {
  return refuse("unknown-query", "/get", "There is nothing of this name to read.");
}

}  // namespace crossfoot
