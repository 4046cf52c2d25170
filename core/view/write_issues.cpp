#include "codec/read_state.h"
#include "json/value.h"
#include "pricing/margin.h"
#include "view/priced_view.h"

namespace crossfoot::view {
namespace {

void addCapped(const Payment& payment, std::string_view place, IssueSink& sink) {
  if (!payment.capped) return;
  sink.add(IssueCode::discountExceedsPrice, place,
           "The discount is larger than the price; it was capped at the price.");
}

bool hasMember(const LineItem& line, std::string_view name) {
  json::Scanner scanner(line.text);
  const json::Value value = json::readValue(scanner);
  const json::Value* member = value.find(name);
  return member != nullptr && !member->isNull();
}

// At the discount that was too large: the line's, or a phase's own.
void addCappedDiscounts(const Source& source, const LineItem& line, const PricedLine& priced,
                        IssueSink& sink) {
  if (!priced.payment.capped) return;
  const std::string_view own = hasMember(line, "discounts") ? "/discounts" : "/discount";
  if (!line.extras || line.extras->phases.empty()) {
    addCapped(priced.payment, own, sink);
    return;
  }
  json::Scanner scanner(line.text);
  const json::Value value = json::readValue(scanner);
  const json::Value& phases = *value.find("billing")->find("phases");
  bool ownNoted = false;
  for (size_t i = 0; i < line.extras->phases.size(); ++i) {
    PricedLine phased;
    pricePhase(line, line.extras->phases[i], source.totals.context(), phased);
    const json::Value* discount = phases.items[i].find("discount");
    const bool ofPhase = discount != nullptr && !discount->isNull();
    const std::string place = json::elementPath("/billing/phases", i) + "/discount";
    if (ofPhase) addCapped(phased.payment, place, sink);
    if (ofPhase || ownNoted || !phased.payment.capped) continue;
    ownNoted = true;
    addCapped(phased.payment, own, sink);
  }
}

void addPricingIssues(const Source& source, size_t position, std::vector<Issue>& issues) {
  const LineItem& line = source.document.lines.at(position);
  if (!line.isItem() || !line.priced) return;
  const std::string path = json::elementPath("/lines", position);
  PricedLine priced;
  priceLine(line, source.totals.context(), priced);
  IssueSink sink(&issues, path, line.id);
  if (priced.overflow) {
    sink.add(IssueCode::amountOverflow, "",
             "An amount of this line reaches 1000000000000000. Lower price or quantity.");
  }
  addCappedDiscounts(source, line, priced, sink);
  if (belowMinimumMargin(line, priced, source.totals.context())) {
    sink.add(IssueCode::marginBelowMinimum, "",
             "The margin of this line is below the policy's minimum.");
  }
}

void addRepeatedName(const Source& source, size_t position, std::vector<Issue>& issues) {
  const LineItem& line = source.document.lines.at(position);
  if (!line.isItem() || !source.totals.lineNames().isRepeated(line)) return;
  issues.push_back({IssueCode::duplicateName, json::elementPath("/lines", position) + "/name",
                    std::string(line.id),
                    "Another line has the same name. Automatic tax tells lines apart by their "
                    "names: make them different."});
}

// Warnings of pricing stand after the issues of their adjustment.
void addAdjustmentIssues(const Source& source, std::vector<Issue>& issues) {
  const std::vector<Issue>& decoded = source.document.head.trailingIssues;
  size_t next = 0;
  for (size_t i = 0; i < source.totals.adjustments().size(); ++i) {
    const std::string path = json::elementPath("/adjustments", i);
    const auto belongs = [&path](const Issue& issue) {
      return issue.path == path || issue.path.rfind(path + "/", 0) == 0;
    };
    for (; next < decoded.size() && belongs(decoded[next]); ++next) issues.push_back(decoded[next]);
    if (source.totals.adjustments()[i].capped) {
      issues.push_back(
          {IssueCode::discountExceedsSubtotal, path, "",
           "The discount is larger than what is left of the subtotal; it was capped."});
    }
    if (source.totals.adjustments()[i].overflow) {
      issues.push_back({IssueCode::amountOverflow, path, "",
                        "The amount reaches 1000000000000000 and counts 0. Lower it."});
    }
  }
  issues.insert(issues.end(), decoded.begin() + static_cast<std::ptrdiff_t>(next), decoded.end());
}

void addScheduleIssue(const Source& source, std::vector<Issue>& issues) {
  if (!source.totals.scheduleTooLong()) return;
  issues.push_back({IssueCode::scheduleTooLong, "/lines", "",
                    "The payments of these lines fall on more than 200 000 dates, too many for a "
                    "schedule. Let more lines start on one day, or have fewer payments."});
}

void addDigestIssue(const Source& source, std::vector<Issue>& issues) {
  const std::string_view place = finalMismatch(source);
  if (place.empty()) return;
  issues.push_back({IssueCode::digestMismatch, std::string(place), "",
                    "The amounts are not those this document was finalised with. Compare it with "
                    "the copy that was sent."});
}

}  // namespace

std::vector<Issue> issuesOfLine(const Source& source, size_t position) {
  std::vector<Issue> issues;
  codec::lineIssues(source.document, position, issues);
  addPricingIssues(source, position, issues);
  addRepeatedName(source, position, issues);
  return issues;
}

std::vector<Issue> allIssues(const Source& source) {
  std::vector<Issue> issues;
  addDigestIssue(source, issues);
  const DocumentHead& head = source.document.head;
  issues.insert(issues.end(), head.leadingIssues.begin(), head.leadingIssues.end());
  for (size_t i = 0; i < source.document.lines.size(); ++i) {
    const LineItem& line = source.document.lines.at(i);
    if (line.errors + line.warnings + line.notices > 0) {
      codec::lineIssues(source.document, i, issues);
    }
    addPricingIssues(source, i, issues);
    addRepeatedName(source, i, issues);
  }
  addScheduleIssue(source, issues);
  addAdjustmentIssues(source, issues);
  return issues;
}

void writeIssues(ViewWriter& out, const std::vector<Issue>& issues) {
  out.beginArray();
  for (const Issue& issue : issues) {
    out.beginObject().key("code").text(issueName(issue.code));
    if (!issue.lineId.empty()) out.key("lineId").text(issue.lineId);
    out.key("message").text(issue.message);
    out.key("path").text(issue.path);
    out.key("severity").text(severityName(issueSeverity(issue.code)));
    out.endObject();
  }
  out.endArray();
}

}  // namespace crossfoot::view
