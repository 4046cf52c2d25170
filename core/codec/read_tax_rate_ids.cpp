#include <algorithm>

#include "base/sorted_places.h"
#include "codec/read_line.h"
#include "json/value.h"

namespace crossfoot::codec {
namespace {

constexpr std::string_view kSuffix = "/taxRateIds";

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Adds one id to the set; false where it is worth an issue.
bool addId(const std::string& id, size_t index, const Document& document, IssueSink& issues,
           TaxSet& set) {
  if (contains(set.ids, id)) {
    issues.addAt(IssueCode::duplicateTaxRate, kSuffix, index, "",
                 "This rate is listed twice and counts once. Remove one.");
    return false;
  }
  set.ids.push_back(id);
  const uint32_t rate = document.findTaxRate(id);
  const bool usable = rate != IdIndex::kNone && document.head.taxRates[rate].usable;
  if (!usable) {
    issues.addAt(IssueCode::unknownTaxRate, kSuffix, index, "",
                 rate == IdIndex::kNone
                     ? "The document has no tax rate with this id. Add it to taxRates."
                     : "This tax rate has an error and gives 0. Mend it in taxRates.");
    return false;
  }
  set.rates.push_back(rate);
  const TaxRate& taxRate = document.head.taxRates[rate];
  if (taxRate.inclusive) set.inclusiveMicros += taxRate.percent.micros;
  set.compound = set.compound || taxRate.compound;
  set.inclusive = set.inclusive || taxRate.inclusive;
  set.plain = set.plain && !taxRate.inclusive && !taxRate.compound && !taxRate.perUnit;
  return true;
}

void sortIds(std::vector<std::string>& ids) {
  std::vector<std::string> sorted;
  for (const size_t place :
       sortedPlaces(ids.size(), [&](size_t a, size_t b) { return ids[a] < ids[b]; })) {
    sorted.push_back(std::move(ids[place]));
  }
  ids = std::move(sorted);
}

size_t countElements(std::string_view array) {
  json::Scanner scanner(array);
  scanner.beginArray();
  size_t count = 0;
  for (; scanner.element(); ++count) scanner.skip();
  return count;
}

}  // namespace

bool readTaxRateIds(const Field& ids, Document& document, IssueSink& issues, std::string_view path,
                    ShapeFault& fault, uint32_t& taxSet) {
  taxSet = 0;
  if (!ids.given()) return true;
  taxSet = document.findTaxSet(ids.raw);
  if (taxSet != IdIndex::kNone) return true;
  taxSet = 0;
  TaxSet set;
  bool clean = true;
  if (countElements(ids.raw) > kMaxTaxesPerLine) {
    issues.add(IssueCode::tooManyTaxes, kSuffix, "A line carries at most 8 tax rates.");
    return false;
  }
  json::Scanner scanner(ids.raw);
  scanner.beginArray();
  for (size_t index = 0; scanner.element(); ++index) {
    const Field id = readField(scanner);
    if (id.kind != json::Kind::string) {
      fault.set(json::elementPath(std::string(path) + std::string(kSuffix), index), id.raw.data(),
                "a string, the id of a tax rate");
      return true;
    }
    clean = addId(id.text(), index, document, issues, set) && clean;
  }
  if (set.ids.empty()) return true;
  sortIds(set.ids);
  // Only a clean list is found by its text above: the others owe their issues each time.
  const std::string key = clean ? std::string(ids.raw) : "!" + std::string(ids.raw);
  const uint32_t known = document.findTaxSet(key);
  taxSet = known != IdIndex::kNone ? known : document.addTaxSet(key, std::move(set));
  return true;
}

}  // namespace crossfoot::codec
