// Typed sight of an item: `Of<kinds::measurement>{item}.get<"date">()` is an optional date with its
// place. Field names and their types are checked when brm is compiled, against the field tables.
#pragma once

#include <iterator>
#include <optional>
#include <stdexcept>

#include "model/item.h"
#include "model/outline.h"

namespace brm {

/// A field's name as a template argument.
template <std::size_t N>
struct Name {
  char text[N]{};
  consteval Name(const char (&name)[N]) {  // NOLINT(google-explicit-constructor)
    std::copy_n(name, N, text);
  }
  constexpr std::string_view view() const { return {text, N - 1}; }
};

namespace of_detail {

template <Type T>
auto convert(const Value& value) {
  if constexpr (T == Type::date) {
    return value.as_date();
  } else if constexpr (T == Type::number || T == Type::percent) {
    return value.as_decimal();
  } else if constexpr (T == Type::money) {
    return value.as_money();
  } else if constexpr (T == Type::whole) {
    return value.number;
  } else if constexpr (T == Type::boolean) {
    return value.number != 0;
  } else {
    return value.as_text();
  }
}

}  // namespace of_detail

/// The elements of a list field, each made by `Make`; random access, cheap to copy.
template <class Make>
class ListOf {
 public:
  ListOf() = default;
  ListOf(const Item& item, std::span<const Value> values) : item_(&item), values_(values) {}

  class Iterator {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = decltype(Make{}(std::declval<const Item&>(), std::declval<const Value&>()));
    using iterator_category = std::input_iterator_tag;
    Iterator(const Item* item, const Value* at) : item_(item), at_(at) {}
    auto operator*() const { return Make{}(*item_, *at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const Item* item_;
    const Value* at_;
  };

  Iterator begin() const { return {item_, values_.data()}; }
  Iterator end() const { return {item_, values_.data() + values_.size()}; }
  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  auto operator[](std::size_t i) const { return Make{}(*item_, values_[i]); }

 private:
  const Item* item_ = nullptr;
  std::span<const Value> values_;
};

template <const Kind& K>
class Of {
 public:
  explicit Of(const Item& item) : item_(&item) {}

  const Item& item() const { return *item_; }
  Span place() const { return item_->place(); }

  /// Scalar: optional Located value. Part: optional Of. List: range of either, empty when absent.
  template <Name N>
  auto get() const {
    constexpr std::size_t index = index_of<N>();
    constexpr const Field& field = K.field(index);
    const Value* value = written<N>();
    if constexpr (field.many == Many::list) {
      return value == nullptr ? ListOf<Make<index>>{}
                              : ListOf<Make<index>>{*item_, value->as_list()};
    } else {
      using Made = decltype(Make<index>{}(*item_, *value));
      return value == nullptr ? std::optional<Made>{}
                              : std::optional<Made>{Make<index>{}(*item_, *value)};
    }
  }
  template <Name N>
  bool has() const {
    return written<N>() != nullptr;
  }
  /// Whether the choice or text is this word; a word outside the closed list does not compile.
  template <Name N, Name Word>
  bool is() const {
    constexpr const Field& field = K.field(index_of<N>());
    static_assert(field.words.empty() || contains(field.words, Word.view()), "not in the list");
    const Value* value = written<N>();
    return value != nullptr && value->as_text() == Word.view();
  }
  /// The text of a field, or empty when it was not written.
  template <Name N>
  std::string_view text() const {
    const Value* value = written<N>();
    return value == nullptr ? std::string_view{} : value->as_text();
  }

 private:
  template <Name N>
  static consteval std::size_t index_of() {
    constexpr std::size_t index = K.index_of(N.view());
    static_assert(index < K.size(), "this kind has no such field");
    return index;
  }
  /// Null when nothing was written. An outline asked for what it left out would say so, too, which
  /// nobody would notice.
  template <Name N>
  const Value* written() const {
    constexpr std::size_t index = index_of<N>();
    if constexpr (!is_in_outline(K, K.field(index))) {
      if (item_->is_outline != 0)
        throw std::logic_error("an outline is asked for what it left out");
    }
    return item_->find(index);
  }
  static consteval bool contains(Words words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  }
  template <std::size_t Index>
  struct Make {
    auto operator()(const Item& item, const Value& value) const {
      constexpr const Field& field = K.field(Index);
      if constexpr (field.type == Type::part) {
        return Of<*K.field(Index).part>{*value.item};
      } else {
        auto converted = of_detail::convert<field.type>(value);
        return Located<decltype(converted)>{converted, item.span_of(value)};
      }
    }
  };

  const Item* item_;
};

}  // namespace brm
