// Han and the scripts without a table of ours -> lower-case ASCII, by ICU.
//
// ICU's rules are slow (some microseconds a word) and slow to load (20-40 ms; those for Han
// 90-220): what they say of Han is a table of the build (tools/han); the others are loaded when
// such a script first occurs, and what they gave is remembered. Not thread-safe. Test:
// fold_test.cc.
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
  static std::string_view Han(char32_t c);

  // A word of any script; empty where ICU has no rules for it. Vowels that northern
  // Indian scripts write and nobody speaks are left out, as are silenced letters of Thai. The view
  // lives until the next call.
  std::string_view Word(std::span<const Letter> word);

 private:
  struct Rules;
  const Rules& WordRules();
  // Writes the word to key_ in letters that ICU reads as they are spoken.
  void Respell(std::span<const Letter> word);

  std::unique_ptr<Rules> word_rules_;
  std::unordered_map<std::string, std::string> words_;
  std::string key_;
};

}  // namespace interdict::text
