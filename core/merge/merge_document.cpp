#include "merge/merge_document.h"

#include <algorithm>
#include <map>
#include <set>

#include "json/value.h"
#include "merge/merge_list.h"
#include "merge/merge_value.h"
#include "merge/whole_document.h"

namespace crossfoot::merge {
namespace {

std::string_view textOf(const Document& document, std::string_view name) {
  const std::string* text = document.memberText(name);
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

std::string_view withoutNull(std::string_view text) {
  return text == "null" ? std::string_view() : text;
}

using TextByName = std::map<std::string, std::string_view>;

// The members of an object's text; false where it is no object. Absent is an empty object.
bool readMembers(std::string_view object, TextByName& members) {
  members.clear();
  if (object.empty()) return true;
  json::Scanner scanner(object);
  if (scanner.peek() != json::Kind::object) return false;
  scanner.beginObject();
  json::Text name;
  while (scanner.member(name)) {
    std::string decoded = json::decode(name);
    members[std::move(decoded)] = scanner.skip();
  }
  return true;
}

std::string_view textIn(const TextByName& members, const std::string& name) {
  const auto at = members.find(name);
  return at == members.end() ? std::string_view() : at->second;
}

std::string arrayText(const std::vector<std::string_view>& elements) {
  std::string out = "[";
  for (size_t i = 0; i < elements.size(); ++i) {
    if (i > 0) out += ',';
    out += canonical(elements[i]);
  }
  return out + "]";
}

std::string objectText(const std::map<std::string, std::string>& members) {
  std::string out = "{";
  for (const auto& [name, text] : members) {
    if (out.size() > 1) out += ',';
    json::writeString(name, out);
    out += ':';
    out += text;
  }
  return out + "}";
}

// What uses a rate, by the rate's id: the paths of lines and adjustments.
using Uses = std::map<std::string, Ids>;

// Adds the ids in `taxRateIds` of an object's text, used at a path.
void collectRates(std::string_view object, const std::string& path, Uses& uses) {
  if (object.find("taxRateIds") == std::string_view::npos &&
      object.find('\\') == std::string_view::npos) {
    return;
  }
  json::Scanner scanner(object);
  const json::Value value = json::readValue(scanner);
  const json::Value* ids = value.find("taxRateIds");
  if (ids == nullptr) return;
  for (const json::Value& id : ids->items) uses[id.text].insert(path);
}

void collectRates(std::string_view list, const ItemList& items, Uses& uses) {
  for (const Item& item : items) {
    std::string path = "/" + std::string(list);
    json::appendPointer(path, item.id);
    collectRates(item.text, path, uses);
  }
}

// What uses rates in a document as it is.
Uses usesIn(const Document& document) {
  Uses uses;
  collectRates("lines", itemsOf(document.lines), uses);
  ItemList adjustments;
  if (readItems(textOf(document, "adjustments"), adjustments)) {
    collectRates("adjustments", adjustments, uses);
  }
  return uses;
}

bool isUsedAt(const Uses& uses, const std::string& rate, const std::string& path) {
  const auto at = uses.find(rate);
  return at != uses.end() && at->second.count(path) > 0;
}

class DocumentMerge {
 public:
  DocumentMerge(const ThreeDocuments& documents, Unit unit, MergeLog& log)
      : documents_(documents), unit_(unit), log_(log) {}

  std::string run() {
    std::set<std::string> names;
    for (const Document* document : {&documents_.base, &documents_.mine, &documents_.theirs}) {
      for (const StateMember& member : document->members) names.insert(member.name);
    }
    names.erase("rev");
    // The rates come last: a rate that something uses must stay.
    const bool hasRates = names.erase("taxRates") > 0;
    const ThreeTexts rates = texts("taxRates");
    ratesDiffer_ = rates.base != rates.mine || rates.base != rates.theirs;
    for (const std::string& name : names) mergeMember(name);
    if (ratesDiffer_) collectRatesOfConflicts();
    if (hasRates) mergeMember("taxRates");
    return objectText(merged_);
  }

 private:
  ThreeTexts texts(std::string_view name) const {
    return {textOf(documents_.base, name), textOf(documents_.mine, name),
            textOf(documents_.theirs, name)};
  }

  void mergeMember(const std::string& name) {
    if (name == "lines") {
      const ThreeLists lists{itemsOf(documents_.base.lines), itemsOf(documents_.mine.lines),
                             itemsOf(documents_.theirs.lines)};
      keepList(name, mergeList(name, lists, {}, unit_, log_));
      return;
    }
    const ThreeTexts raw = texts(name);
    const ThreeTexts three{withoutNull(raw.base), withoutNull(raw.mine), withoutNull(raw.theirs)};
    if (mergeJoined(name, three)) return;
    const std::string_view merged = mergeUnit(raw, scopeOf(name), false, pointer(name), log_);
    if (!merged.empty()) merged_[name] = canonical(merged);
  }

  // False where the sides can only be taken as one thing.
  bool mergeJoined(const std::string& name, const ThreeTexts& three) {
    switch (documentMember(name).joining) {
      case Joining::whole:
      case Joining::apart: return false;
      case Joining::byId:
      case Joining::byFact: return mergeById(name, three);
      case Joining::appended:
      case Joining::byDue: return mergeRecords(name, three);
      case Joining::byMember: return mergeByMember(name, three);
    }
    return false;
  }

  static std::string pointer(const std::string& name) {
    std::string path;
    json::appendPointer(path, name);
    return path;
  }

  bool mergeById(const std::string& name, const ThreeTexts& three) {
    ThreeLists lists;
    const bool readable = readItems(three.base, lists.base) && readItems(three.mine, lists.mine) &&
                          readItems(three.theirs, lists.theirs);
    if (!readable) return false;
    keepArray(name, three,
              mergeList(name, lists, name == "taxRates" ? usedRates() : Ids(), unit_, log_));
    return true;
  }

  bool mergeRecords(const std::string& name, const ThreeTexts& three) {
    std::vector<std::string_view> merged;
    if (!mergeAppended(name, three, merged, log_)) return false;
    keepArray(name, three, merged);
    return true;
  }

  bool mergeByMember(const std::string& name, const ThreeTexts& three) {
    TextByName base;
    TextByName mine;
    TextByName theirs;
    const bool readable = readMembers(three.base, base) && readMembers(three.mine, mine) &&
                          readMembers(three.theirs, theirs);
    if (!readable) return false;
    std::set<std::string> names;
    for (const TextByName* members : {&base, &mine, &theirs}) {
      for (const auto& [member, text] : *members) names.insert(member);
    }
    const Scope scope = scopeOf(name);
    std::map<std::string, std::string> merged;
    for (const std::string& member : names) {
      std::string path = "/" + name;
      json::appendPointer(path, member);
      const std::string_view text =
          mergeUnit({textIn(base, member), textIn(mine, member), textIn(theirs, member)},
                    scopeWithin(scope, member), false, path, log_);
      if (!text.empty()) merged[member] = canonical(text);
    }
    if (!merged.empty() || isPresent(three)) merged_[name] = objectText(merged);
    return true;
  }

  // Whether an empty list or object stands in the merged state: as who changed it has it.
  static bool isPresent(const ThreeTexts& three) {
    return three.mine.empty() == three.base.empty() ? !three.theirs.empty() : !three.mine.empty();
  }

  void keepArray(const std::string& name, const ThreeTexts& three,
                 const std::vector<std::string_view>& elements) {
    if (!elements.empty() || isPresent(three)) keepList(name, elements);
  }

  void keepList(const std::string& name, const std::vector<std::string_view>& elements) {
    const std::string& merged = merged_[name] = arrayText(elements);
    if (!ratesDiffer_ || (name != "lines" && name != "adjustments")) return;
    ItemList items;
    if (readItems(merged, items)) collectRates(name, items, uses_);
  }

  // Either side of a conflict may be taken: its rates must be there then.
  void collectRatesOfConflicts() {
    for (const Conflict& conflict : log_.conflicts) {
      for (const std::string* text : {&conflict.base, &conflict.mine, &conflict.theirs}) {
        if (!text->empty()) collectRates(*text, conflict.path, uses_);
      }
    }
  }

  // Rates that must not vanish: something uses them that whoever took them out did not leave
  // without its rate knowingly.
  Ids usedRates() const {
    if (!ratesDiffer_) return {};
    const Uses mine = usesIn(documents_.mine);
    const Uses theirs = usesIn(documents_.theirs);
    const auto isLeft = [](const Document& side, const Uses& uses, const std::string& rate,
                           const std::string& path) {
      return side.findTaxRate(rate) == IdIndex::kNone && isUsedAt(uses, rate, path);
    };
    Ids used;
    for (const auto& [rate, paths] : uses_) {
      // Clang before 16 captures no structured binding.
      const std::string& id = rate;
      const bool isMissed = std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
        return !isLeft(documents_.mine, mine, id, path) &&
               !isLeft(documents_.theirs, theirs, id, path);
      });
      if (isMissed) used.insert(rate);
    }
    return used;
  }

  const ThreeDocuments& documents_;
  Unit unit_;
  MergeLog& log_;
  bool ratesDiffer_ = false;
  Uses uses_;
  std::map<std::string, std::string> merged_;
};

// Finalised documents are immutable: where the sides are not the same finalised document, one of
// them stands. False where they are to be merged.
bool decideFinalised(const ThreeDocuments& documents, MergeLog& log, std::string& merged) {
  const auto& [base, mine, theirs] = documents;
  const std::string myDigest = finalDigest(mine);
  const std::string theirDigest = finalDigest(theirs);
  if (myDigest == theirDigest) return false;
  const bool iChanged = !sameContent(mine, base);
  const bool theyChanged = !sameContent(theirs, base);
  const bool isClash = iChanged && theyChanged;
  if (isClash) {
    log.conflicts.push_back({"", stateText(base), stateText(mine), stateText(theirs)});
    const bool bothFinal = !myDigest.empty() && !theirDigest.empty();
    if (bothFinal) {
      merged = stateText(base);
      return true;
    }
  }
  const bool mineStands = isClash ? !myDigest.empty() : iChanged;
  const bool isFinal = !(mineStands ? myDigest : theirDigest).empty();
  log.decide("", isFinal ? Rule::finalised : Rule::changed, mineStands ? Side::mine : Side::theirs);
  merged = stateText(mineStands ? mine : theirs);
  return true;
}

}  // namespace

std::string mergeDocuments(const ThreeDocuments& documents, Unit unit, MergeLog& log) {
  std::string merged;
  if (decideFinalised(documents, log, merged)) return merged;
  return DocumentMerge(documents, unit, log).run();
}

}  // namespace crossfoot::merge
