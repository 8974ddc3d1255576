// Han and the scripts without a table of ours -> lower-case ASCII, by ICU.
//
// ICU's rules are slow (some microseconds a word) and slow to load (20-40 ms): they are loaded when
// such a script first occurs, and what they gave is remembered. Not thread-safe.
// Test: fold_test.cc.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "interdict/text/letters.h"

namespace interdict::text {

class IcuLatin {
 public:
  IcuLatin();
  IcuLatin(IcuLatin&&) noexcept;
  IcuLatin& operator=(IcuLatin&&) noexcept;
  ~IcuLatin();

  // Pinyin of a Han character without tone marks; empty where ICU knows none.
  std::string_view Han(char32_t c);

  // A word of any script; empty where ICU has no rules for it. Silent final vowels of northern
  // Indian scripts are left out. The view lives until the next call.
  std::string_view Word(std::span<const Letter> word);

 private:
  struct Rules;
  Rules* Load(const char* id, std::unique_ptr<Rules>* rules);

  std::unique_ptr<Rules> han_rules_, any_rules_;
  std::unordered_map<char32_t, std::string> han_;
  std::unordered_map<std::string, std::string> words_;
  std::string key_;
};

}  // namespace interdict::text
