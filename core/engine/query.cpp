#include <array>

#include "base/result.h"
#include "codec/tidy.h"
#include "codec/write_state.h"
#include "engine/query.h"
#include "lifecycle/shown_status.h"
#include "num/decimal.h"
#include "view/tax_totals.h"

namespace crossfoot {
namespace {

using json::Value;
using view::ViewWriter;

bool asked(const Query& query, std::string_view name) {
  const Value* value = query.request.find(name);
  return value != nullptr && value->truth;
}

std::optional<size_t> wholeOf(const Query& query, std::string_view name) {
  const Value* value = query.request.find(name);
  DecimalText decimal;
  int64_t whole = 0;
  if (value == nullptr || !parseDecimal(value->text, decimal)) return std::nullopt;
  if (toWhole(decimal, 0, 1'000'000, whole) != NumberProblem::none) return std::nullopt;
  return static_cast<size_t>(whole);
}

std::string viewAnswer(const Query& query) {
  return view::pricedView(query.source, asked(query, "digest"));
}

void writeRow(ViewWriter& out, const Query& query, size_t position) {
  const uint32_t slot = query.document().lines.slotAt(position);
  const LineItem& line = query.document().lines.slot(slot);
  out.beginObject().key("id").text(line.id);
  out.key("index").whole(static_cast<int64_t>(position));
  out.key("input");
  if (line.tidy) {
    out.raw(line.text);
  } else {
    std::string text;
    codec::tidyLine(line.text, text);
    out.raw(text);
  }
  out.key("issues");
  view::writeIssues(out, view::issuesOfLine(query.source, position));
  out.key("priced");
  if (line.isItem()) {
    view::writeLine(out, query.source, slot);
  } else {
    out.null();
  }
  out.endObject();
}

std::string rowsAnswer(const Query& query) {
  const LineList& lines = query.document().lines;
  return writeReply(query, [&](ViewWriter& out) {
    out.key("count").whole(static_cast<int64_t>(lines.size()));
    out.key("rows").beginArray();
    if (const Value* ids = query.request.find("ids")) {
      for (const Value& id : ids->items) {
        const uint32_t slot = lines.find(id.text);
        if (slot != IdIndex::kNone) writeRow(out, query, lines.positionOf(slot));
      }
    } else {
      const size_t from = wholeOf(query, "from").value_or(0);
      const size_t count = wholeOf(query, "count").value_or(lines.size());
      for (size_t i = from; i < lines.size() && i < from + count; ++i) writeRow(out, query, i);
    }
    out.endArray();
  });
}

// Lines that count and whose margin is their whole price, because nobody said what they cost.
int64_t linesWithoutCost(const Document& document) {
  int64_t count = 0;
  for (const uint32_t slot : document.lines.order()) {
    const LineItem& line = document.lines.slot(slot);
    if (line.isItem() && line.counts && line.priced && !line.hasCost) ++count;
  }
  return count;
}

std::string summaryAnswer(const Query& query) {
  return writeReply(query, [&](ViewWriter& out) {
    view::writeBalance(out, query.source);
    out.key("costMissing").whole(linesWithoutCost(query.document()));
    view::writeDelayed(out, query.source);
    const IssueCounts counts = query.source.totals.issueCounts();
    out.key("issueCount").beginObject();
    out.key("error").whole(counts.errors);
    out.key("notice").whole(counts.notices);
    out.key("warning").whole(counts.warnings).endObject();
    out.key("metrics");
    view::writeMetrics(out, query.source);
    out.key("recurring");
    view::writeRecurring(out, query.source);
    out.key("sections");
    view::writeSections(out, query.source);
    out.key("summary");
    view::writeSummary(out, query.source);
    out.key("sums");
    view::writeSectionSums(out, query.source);
    view::writeTaxTotals(out, query.source);
  });
}

std::string totalsAnswer(const Query& query) {
  return writeReply(query, [&](ViewWriter& out) {
    out.key("summary");
    view::writeSummary(out, query.source);
  });
}

std::string taxesAnswer(const Query& query) {
  return writeReply(query, [&](ViewWriter& out) { view::writeTaxTotals(out, query.source); });
}

std::string issuesAnswer(const Query& query) {
  return writeReply(query, [&](ViewWriter& out) {
    out.key("issues");
    view::writeIssues(out, view::allIssues(query.source));
  });
}

std::string scheduleAnswer(const Query& query) {
  const bool withLines = asked(query, "lines");
  if (withLines && !view::canDetailSchedule(query.source)) {
    return toJson(refuse("too-large", "/lines",
                         "These are too many payments to list each line's; ask without lines."));
  }
  return writeReply(query, [&](ViewWriter& out) {
    out.key("schedule");
    view::writeSchedule(out, query.source, withLines);
  });
}

std::string documentAnswer(const Query& query) {
  return codec::writeState(query.document(), false);
}

std::string stateAnswer(const Query& query) { return codec::writeState(query.document(), true); }

std::string idsAnswer(const Query& query) {
  return writeReply(query, [&](ViewWriter& out) {
    out.key("ids").beginArray();
    for (size_t i = 0; i < query.document().lines.size(); ++i) {
      out.text(query.document().lines.at(i).id);
    }
    out.endArray();
  });
}

std::string digestAnswer(const Query& query) {
  return writeReply(
      query, [&](ViewWriter& out) { out.key("digest").text(view::viewDigest(query.source)); });
}

std::string standingAnswer(const Query& query) {
  return lifecycle::standingReply(query.source, query.request.textOf("on"));
}

constexpr std::array<QueryRow, 12> kQueries = {{
    {"view", viewAnswer},
    {"rows", rowsAnswer},
    {"summary", summaryAnswer},
    {"totals", totalsAnswer},
    {"taxes", taxesAnswer},
    {"issues", issuesAnswer},
    {"schedule", scheduleAnswer},
    {"standing", standingAnswer},
    {"document", documentAnswer},
    {"state", stateAnswer},
    {"ids", idsAnswer},
    {"digest", digestAnswer},
}};

}  // namespace

std::string answerQuery(Session::State& state, const json::Value& request) {
  const std::string_view wanted = request.textOf("get");
  const Query query{state, state.source(), request};
  for (const std::span<const QueryRow> rows :
       {std::span<const QueryRow>(kQueries), documentQueries()}) {
    for (const QueryRow& row : rows) {
      if (row.name == wanted) return row.answer(query);
    }
  }
  return toJson(unknownQuery());
}

}  // namespace crossfoot
