#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "json/value.h"
#include "model/id_index.h"
#include "model/line_order.h"

namespace crossfoot {

/// A list of items with ids that the parts of a command are changing: what one of them costs does
/// not grow with the list. Of items with one id the first has it.
class OpenList {
 public:
  explicit OpenList(std::vector<json::Value> items);

  size_t size() const { return order_.size(); }
  /// Where an item stands; the size of the list where nothing has that id.
  size_t positionOf(std::string_view id) const;
  json::Value& at(size_t position) { return items_[order_.at(position)]; }
  void insert(size_t position, json::Value item);
  json::Value remove(size_t position);
  /// The items in their order. The list is empty afterwards.
  std::vector<json::Value> close();

 private:
  auto idOf() const {
    return [this](uint32_t slot) { return items_[slot].textOf("id"); };
  }

  std::vector<json::Value> items_;  // by slot
  LineOrder order_;
  IdIndex places_;
};

}  // namespace crossfoot
