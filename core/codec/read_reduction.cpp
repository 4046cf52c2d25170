#include "codec/read_reduction.h"

#include "codec/kept_amounts.h"
#include "json/value.h"

namespace crossfoot::codec {
namespace {

constexpr auto kFields = specsOf(members::kReduction);

}  // namespace

bool readReduction(std::string_view object, ReductionKind kind, std::string_view currency,
                   IssueSink& issues, std::string_view suffix, ShapeFault& fault,
                   Reduction& reduction, bool& tidy) {
  const auto fields = readFields(object, kFields, suffix, fault, issues, suffix);
  const auto& [percent, amount, total, own] = fields;
  tidy = tidy && isTidyDecimal(percent) && isTidyDecimal(amount) && isTidyDecimal(total);
  if (percent.given() + amount.given() + total.given() != 1) {
    issues.add(IssueCode::oneOf, suffix, "Give exactly one of percent, amount and total.");
    return false;
  }
  const std::string place(suffix);
  reportKept(amount, own, currency, issues, place + "/amount");
  reportKept(total, own, currency, issues, place + "/total");
  if (percent.given()) {
    reduction.form = ReductionForm::percent;
    const int maximum = kind == ReductionKind::discount ? 100 : 1000;
    return readPercent(percent, 0, maximum, issues, place + "/percent", reduction.percent);
  }
  reduction.form = amount.given() ? ReductionForm::amount : ReductionForm::total;
  return amount.given() ? readAmount(amount, false, issues, place + "/amount", reduction.amount)
                        : readAmount(total, false, issues, place + "/total", reduction.amount);
}

bool readReductions(std::string_view array, ReductionKind kind, std::string_view currency,
                    IssueSink& issues, std::string_view suffix, ShapeFault& fault,
                    std::vector<Reduction>& reductions, bool& tidy) {
  bool good = true;
  json::Scanner scanner(array);
  scanner.beginArray();
  for (size_t i = 0; scanner.element(); ++i) {
    const Field field = readField(scanner);
    const std::string place = json::elementPath(suffix, i);
    if (field.kind != json::Kind::object) {
      fault.set(place, field.raw.data(), "an object");
      return false;
    }
    Reduction reduction;
    good = readReduction(field.raw, kind, currency, issues, place, fault, reduction, tidy) && good;
    reductions.push_back(reduction);
  }
  return good;
}

}  // namespace crossfoot::codec
