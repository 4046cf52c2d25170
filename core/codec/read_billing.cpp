#include "calendar/term.h"
#include "codec/kept_amounts.h"
#include "codec/read_line.h"
#include "codec/read_reduction.h"
#include "json/value.h"

namespace crossfoot::codec {
namespace {

constexpr int64_t kMaxPayments = 5200;

enum BillingField { kFrequency, kStart, kPayments, kTerm, kPhases };
constexpr auto kFields = specsOf(members::kBilling);
static_assert(kFields[kPhases].name == "phases");

constexpr auto kStartFields = specsOf(members::kStart);
constexpr auto kPhaseFields = specsOf(members::kPhase);

bool isFlat(const LineItem& line) {
  return !line.extras || line.extras->model.model == PricingModel::flat;
}

using BillingFields = std::array<Field, kFields.size()>;

// Reads when a line's first payment falls due.
class StartReader {
 public:
  StartReader(const LineContext& context, LineItem& line)
      : context_(context), issues_(context.issues), line_(line) {}

  bool read(const Field& start) {
    const Date today = context_.document.head.date;
    line_.firstPayment = today;
    line_.startsNow = true;
    if (!start.given()) return true;
    const auto fields = readFields(start.raw, kStartFields, "/billing/start", context_.fault,
                                   issues_, "/billing/start");
    const auto& [date, days, months] = fields;
    if (date.given() + days.given() + months.given() != 1) {
      issues_.add(IssueCode::oneOf, "/billing/start",
                  "Give exactly one of date, delayDays and delayMonths.");
      return false;
    }
    const bool good = date.given() ? readDate(date) : readDelay(days, months, today);
    line_.startsNow = line_.firstPayment == today;
    return good;
  }

 private:
  bool readDate(const Field& field) {
    const std::optional<Date> date = Date::parse(field.text());
    if (!date) {
      issues_.add(IssueCode::dateInvalid, "/billing/start/date",
                  "This is not a date. Write it like 2026-11-22.");
      return false;
    }
    if (*date < context_.document.head.date) {
      issues_.add(IssueCode::startInPast, "/billing/start/date",
                  "The start is before the document's date and counts as that date.");
    } else {
      line_.firstPayment = *date;
    }
    return true;
  }

  bool readDelay(const Field& days, const Field& months, Date today) {
    int64_t delay = 0;
    const bool inDays = days.given();
    const bool good =
        inDays ? readCount(days, 0, 36'500, issues_, "/billing/start/delayDays", delay)
               : readCount(months, 0, 1'200, issues_, "/billing/start/delayMonths", delay);
    if (!good) return false;
    const std::optional<Date> first = inDays ? today.addDays(delay) : today.addMonths(delay);
    if (!first) {
      issues_.add(IssueCode::dateOutOfRange, "/billing/start", "No date is after 9999-12-31.");
      return false;
    }
    line_.firstPayment = *first;
    return true;
  }

  const LineContext& context_;
  IssueSink& issues_;
  LineItem& line_;
};

// Reads the phases of a ramp; what a phase leaves out it takes from the line.
class PhaseReader {
 public:
  PhaseReader(const PriceTerms& base, const LineContext& context, LineItem& line)
      : base_(base), context_(context), line_(line) {}

  bool read(std::string_view array) {
    bool good = true;
    json::Scanner scanner(array);
    scanner.beginArray();
    std::vector<Field> elements;
    while (scanner.element()) elements.push_back(readField(scanner));
    for (size_t i = 0; i < elements.size(); ++i) {
      if (elements[i].kind != json::Kind::object) {
        context_.fault.set(json::elementPath("/billing/phases", i), elements[i].raw.data(),
                           "an object");
        return false;
      }
      good = readPhase(elements[i].raw, i, i + 1 == elements.size()) && good;
    }
    return good;
  }

  int64_t payments() const { return payments_; }
  /// Some phase takes its unit price from the line.
  bool needsUnitPrice() const { return needsUnitPrice_; }

 private:
  bool readPhase(std::string_view object, size_t index, bool isLast) {
    const std::string place = json::elementPath("/billing/phases", index);
    const auto fields =
        readFields(object, kPhaseFields, place, context_.fault, context_.issues, place);
    const auto& [payments, unitPrice, quantity, discount, priceCurrency] = fields;
    IssueSink& issues = context_.issues;
    line_.tidy = line_.tidy && isTidyDecimal(unitPrice) && isTidyDecimal(quantity);
    Phase phase{0, base_};
    bool good = readPayments(payments, place, isLast, phase);
    good = readUnitPrice(unitPrice, place + "/unitPrice", phase) && good;
    if (isFlat(line_)) {
      reportKept(unitPrice, priceCurrency, currency(), issues, place + "/unitPrice");
    }
    if (quantity.given()) {
      good = readQuantity(quantity, issues, place + "/quantity", phase.terms.quantity) && good;
    }
    if (discount.given()) {
      phase.terms.discounts.assign(1, Reduction{});
      good = readReduction(discount.raw, ReductionKind::discount, currency(), issues,
                           place + "/discount", context_.fault, phase.terms.discounts[0],
                           line_.tidy) &&
             good;
    }
    line_.extras->phases.push_back(std::move(phase));
    return good;
  }

  std::string_view currency() const { return context_.document.head.currency.name(); }

  bool readUnitPrice(const Field& field, const std::string& place, Phase& phase) {
    if (!field.given()) {
      needsUnitPrice_ = true;
      return true;
    }
    if (!isFlat(line_)) {
      context_.issues.add(IssueCode::ignoredField, place,
                          "The pricing model gives the price; the unit price is ignored.");
      return true;
    }
    return readPrice(field, context_.document.head.policy.allowNegativePrices, context_.issues,
                     place, phase.terms.unitPrice);
  }

  bool readPayments(const Field& field, const std::string& place, bool isLast, Phase& phase) {
    if (!field.given()) {
      if (isLast) return true;
      context_.issues.add(IssueCode::required, place + "/payments",
                          "Only the last phase may go on without a number of payments.");
      return false;
    }
    int64_t payments = 0;
    if (!readCount(field, 1, kMaxPayments, context_.issues, place + "/payments", payments)) {
      return false;
    }
    phase.payments = static_cast<uint32_t>(payments);
    payments_ += payments;
    return true;
  }

  const PriceTerms& base_;
  const LineContext& context_;
  LineItem& line_;
  int64_t payments_ = 0;
  bool needsUnitPrice_ = false;
};

bool readTerm(const Field& term, IssueSink& issues, LineItem& line) {
  const auto payments = paymentsInTerm(term.text(), line.frequency);
  if (!payments) {
    issues.add(IssueCode::termNotWhole, "/billing/term",
               "The term must be a whole number of periods: PnW for weekly and biweekly, PnY, PnM "
               "or PnYnM for the others.");
    return false;
  }
  if (*payments > kMaxPayments) {
    issues.add(IssueCode::outOfRange, "/billing/term", "A term has at most 5200 payments.");
    return false;
  }
  line.payments = static_cast<uint16_t>(*payments);
  return true;
}

bool readPhases(const Field& field, const PriceTerms& base, const LineContext& context,
                LineItem& line, bool& needsUnitPrice) {
  if (!line.extras) line.extras = std::make_unique<LineExtras>();
  PhaseReader reader(base, context, line);
  const bool good = reader.read(field.raw);
  needsUnitPrice = reader.needsUnitPrice();
  if (!good) return false;
  if (reader.payments() > kMaxPayments) {
    context.issues.add(IssueCode::outOfRange, "/billing/phases",
                       "All phases together have at most 5200 payments.");
    return false;
  }
  const bool renews = line.extras->phases.back().payments == 0;
  line.payments = renews ? uint16_t{0} : static_cast<uint16_t>(reader.payments());
  return true;
}

bool isEmptyList(const Field& field) {
  json::Scanner scanner(field.raw);
  scanner.beginArray();
  return !scanner.element();
}

// How many payments there are: a number, a term, phases, or none of them (renewing).
bool readLength(const BillingFields& fields, const PriceTerms& base, const LineContext& context,
                LineItem& line, bool& needsUnitPrice) {
  const bool phased = fields[kPhases].given() && !isEmptyList(fields[kPhases]);
  line.payments = 0;
  if (fields[kPayments].given() + fields[kTerm].given() + phased > 1) {
    context.issues.add(IssueCode::oneOf, "/billing", "Give at most one of payments, term, phases.");
    return false;
  }
  if (fields[kPayments].given()) {
    int64_t payments = 0;
    const bool good = readCount(fields[kPayments], 1, kMaxPayments, context.issues,
                                "/billing/payments", payments);
    line.payments = static_cast<uint16_t>(payments);
    return good;
  }
  if (fields[kTerm].given()) return readTerm(fields[kTerm], context.issues, line);
  if (phased) return readPhases(fields[kPhases], base, context, line, needsUnitPrice);
  return true;
}

void warnIgnored(const BillingFields& fields, IssueSink& issues) {
  for (const BillingField field : {kPayments, kTerm, kPhases}) {
    if (!fields[field].given()) continue;
    issues.add(IssueCode::ignoredField, "/billing/" + std::string(kFields[field].name),
               "A one-time line has one payment; this is ignored.");
  }
}

// A fixed number of payments must end on a date that exists; a renewing line just stops there.
bool endsInTime(const LineItem& line, IssueSink& issues) {
  if (line.payments == 0 || paymentDate(line.firstPayment, line.frequency, line.payments)) {
    return true;
  }
  issues.add(IssueCode::dateOutOfRange, "/billing", "No date is after 9999-12-31.");
  return false;
}

// DO-1.1: such kinds ignore the whole billing; only a recurring line is worth a notice.
void noteIgnored(const BillingFields& fields, IssueSink& issues) {
  if (!fields[kFrequency].given() || fields[kFrequency].text() == "one_time") return;
  issues.add(IssueCode::recurringMadeOneTime, "/billing",
             "This kind of document bills everything now; the line became one-time.");
}

}  // namespace

bool readBilling(std::string_view billing, const PriceTerms& base, const LineContext& context,
                 LineItem& line, bool& needsUnitPrice) {
  const auto fields =
      readFields(billing, kFields, "/billing", context.fault, context.issues, "/billing");
  IssueSink& issues = context.issues;
  if (!abilities(context.document.head.kind).recurring) {
    noteIgnored(fields, issues);
    return true;
  }
  if (fields[kFrequency].given()) {
    const auto frequency = parseFrequency(fields[kFrequency].text());
    if (!frequency) {
      issues.add(IssueCode::unknownValue, "/billing/frequency",
                 "The frequency is one of one_time, weekly, biweekly, monthly, quarterly, "
                 "per_six_months, annually, per_two_years … per_five_years.");
      return false;
    }
    line.frequency = *frequency;
  }
  const bool starts = StartReader(context, line).read(fields[kStart]);
  if (!isRecurring(line.frequency)) {
    warnIgnored(fields, issues);
    return starts;
  }
  const bool lasts = readLength(fields, base, context, line, needsUnitPrice);
  return starts && lasts && endsInTime(line, issues);
}

}  // namespace crossfoot::codec
