#include "merge/merge_list.h"

#include <map>

#include "json/value.h"
#include "merge/merge_members.h"
#include "merge/merge_order.h"
#include "merge/merge_value.h"

namespace crossfoot::merge {
namespace {

// The decoded `id` of an object's text; "" where it has none.
std::string idOf(std::string_view object) {
  std::string id;
  json::Scanner scanner(object);
  json::Text name;
  scanner.beginObject();
  while (scanner.member(name)) {
    const bool isId = json::decode(name) == "id" && scanner.peek() == json::Kind::string;
    if (isId) {
      id = json::decode(scanner.string());
    } else {
      scanner.skip();
    }
  }
  return id;
}

bool readElements(std::string_view array, std::vector<std::string_view>& elements) {
  elements.clear();
  if (array.empty() || array == "null") return true;
  json::Scanner scanner(array);
  if (scanner.peek() != json::Kind::array) return false;
  scanner.beginArray();
  while (scanner.element()) elements.push_back(scanner.skip());
  return true;
}

class ListMerge {
 public:
  ListMerge(std::string_view name, const ThreeLists& lists, const Ids& stillUsed, Unit unit,
            MergeLog& log)
      : name_(name),
        stillUsed_(stillUsed),
        byFact_(unit == Unit::fact && documentMember(name).joining == Joining::byFact),
        log_(log) {
    base_ = number(lists.base, &ThreeTexts::base);
    mine_ = number(lists.mine, &ThreeTexts::mine);
    theirs_ = number(lists.theirs, &ThreeTexts::theirs);
  }

  std::vector<std::string_view> run() {
    for (size_t i = 0; i < texts_.size(); ++i) merged_.push_back(mergeItem(i));
    ThreeOrders orders{survivors(base_), survivors(mine_), survivors(theirs_), ids_};
    Moves moves;
    const std::vector<uint32_t> order = mergeOrder(orders, moves);
    noteMoves(moves);
    std::vector<std::string_view> result;
    result.reserve(order.size());
    for (const uint32_t item : order) result.push_back(merged_[item]);
    return result;
  }

 private:
  std::vector<uint32_t> number(const ItemList& list, std::string_view ThreeTexts::*side) {
    std::vector<uint32_t> order;
    order.reserve(list.size());
    for (const Item& item : list) {
      const auto next = static_cast<uint32_t>(ids_.size());
      const auto [at, isNew] = numbers_.emplace(item.id, next);
      if (isNew) {
        ids_.push_back(item.id);
        texts_.emplace_back();
      }
      texts_[at->second].*side = item.text;
      order.push_back(at->second);
    }
    return order;
  }

  std::string path(size_t item) const {
    std::string path = "/" + std::string(name_);
    json::appendPointer(path, ids_[item]);
    return path;
  }

  std::string_view mergeItem(size_t item) {
    const ThreeTexts& texts = texts_[item];
    if (texts.base == texts.mine && texts.base == texts.theirs) return texts.base;
    if (std::string both =
            byFact_ ? mergeMembers(scopeOf(name_).part, texts, path(item), log_) : std::string();
        !both.empty()) {
      log_.decide(path(item), Rule::changed, Side::both);
      return log_.made.emplace_back(std::move(both));
    }
    const size_t decisions = log_.decisions.size();
    const std::string_view merged = mergeUnit(texts, scopeOf(name_), true, path(item), log_);
    const bool isKept =
        merged.empty() && !texts.base.empty() && stillUsed_.count(std::string(ids_[item])) > 0;
    if (!isKept) return merged;
    log_.decisions.resize(decisions);
    const Side user = texts.mine.empty() ? Side::theirs : Side::mine;
    log_.decide(path(item), Rule::rateKept,
                texts.mine.empty() && texts.theirs.empty() ? Side::both : user);
    return texts.base;
  }

  std::vector<uint32_t> survivors(const std::vector<uint32_t>& side) const {
    std::vector<uint32_t> result;
    result.reserve(side.size());
    for (const uint32_t item : side) {
      if (!merged_[item].empty()) result.push_back(item);
    }
    return result;
  }

  void noteMoves(const Moves& moves) {
    for (const uint32_t item : base_) {
      if (moves.apart[item]) {
        log_.decide(path(item), Rule::movedTwice, Side::both);
      } else if (moves.byMe[item] || moves.byThem[item]) {
        const bool both = moves.byMe[item] && moves.byThem[item];
        const Side side = moves.byMe[item] ? Side::mine : Side::theirs;
        log_.decide(path(item), Rule::moved, both ? Side::both : side);
      }
    }
  }

  std::string_view name_;
  const Ids& stillUsed_;
  bool byFact_;
  MergeLog& log_;
  std::map<std::string_view, uint32_t> numbers_;
  std::vector<std::string_view> ids_;
  std::vector<ThreeTexts> texts_;
  std::vector<uint32_t> base_, mine_, theirs_;
  std::vector<std::string_view> merged_;
};

// Whether the list begins with all of the base.
bool beginsWith(const std::vector<std::string_view>& list,
                const std::vector<std::string_view>& base, Scope scope) {
  if (list.size() < base.size()) return false;
  for (size_t i = 0; i < base.size(); ++i) {
    if (!sameMeaning(list[i], base[i], scope)) return false;
  }
  return true;
}

// The day a record is due, which tells it from the others of its list.
std::string dueOf(std::string_view record) {
  json::Scanner scanner(record);
  const json::Value value = json::readValue(scanner);
  return std::string(value.textOf("due"));
}

}  // namespace

ItemList itemsOf(const LineList& lines) {
  ItemList items;
  items.reserve(lines.size());
  for (const uint32_t slot : lines.order()) {
    items.push_back({std::string(lines.slot(slot).id), lines.slot(slot).text});
  }
  return items;
}

bool readItems(std::string_view array, ItemList& items) {
  items.clear();
  std::vector<std::string_view> elements;
  if (!readElements(array, elements)) return false;
  Ids seen;
  for (const std::string_view element : elements) {
    std::string id = element[0] == '{' ? idOf(element) : std::string();
    if (id.empty() || !seen.insert(id).second) return false;
    items.push_back({std::move(id), element});
  }
  return true;
}

std::vector<std::string_view> mergeList(std::string_view name, const ThreeLists& lists,
                                        const Ids& stillUsed, Unit unit, MergeLog& log) {
  return ListMerge(name, lists, stillUsed, unit, log).run();
}

bool mergeAppended(std::string_view name, const ThreeTexts& texts,
                   std::vector<std::string_view>& merged, MergeLog& log) {
  std::vector<std::string_view> before;
  std::vector<std::string_view> own;
  std::vector<std::string_view> other;
  const Scope scope = scopeOf(name);
  const bool readable = readElements(texts.base, before) && readElements(texts.mine, own) &&
                        readElements(texts.theirs, other);
  if (!readable || !beginsWith(own, before, scope) || !beginsWith(other, before, scope)) {
    return false;
  }
  const bool oneADay = documentMember(name).joining == Joining::byDue;
  merged = own;
  Ids added;
  Ids days;
  for (size_t i = before.size(); i < own.size(); ++i) {
    added.insert(meaning(own[i], scope));
    if (oneADay) days.insert(dueOf(own[i]));
  }
  for (size_t i = before.size(); i < other.size(); ++i) {
    if (added.count(meaning(other[i], scope)) > 0) continue;
    if (oneADay && days.count(dueOf(other[i])) > 0) return false;
    merged.push_back(other[i]);
  }
  const bool iAdded = own.size() > before.size();
  const bool theyAdded = other.size() > before.size();
  if (!iAdded && !theyAdded) return true;
  const Side one = iAdded ? Side::mine : Side::theirs;
  log.decide("/" + std::string(name), Rule::changed, iAdded && theyAdded ? Side::both : one);
  return true;
}

}  // namespace crossfoot::merge
