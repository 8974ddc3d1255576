// Names made at random for the tests that compare two ways to the same answer: words of several
// scripts and of the lexicon, titles, legal forms, numbers, and what typists and forms do to a
// name. Seeded by the caller; the same seed gives the same names everywhere.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/names/lexicon.h"

namespace interdict::testing {

class RandomNames {
 public:
  explicit RandomNames(uint32_t seed) : random_(seed) {}

  size_t Below(size_t limit) { return limit == 0 ? 0 : random_() % limit; }
  bool OneIn(size_t n) { return Below(n) == 0; }

  template <class T>
  const T& Pick(const std::vector<T>& of) {
    return of[Below(of.size())];
  }

  std::string Letters(size_t size, std::string_view alphabet = "abcdeiklmnorstuvyz") {
    std::string text(size, ' ');
    for (char& c : text) c = alphabet[Below(alphabet.size())];
    return text;
  }

  // A spelling of some group of names; some groups have none that is one word.
  std::string KnownName() {
    for (;;) {
      const auto forms = names::GroupForms(static_cast<uint32_t>(Below(names::GroupCount())));
      if (!forms.empty()) return std::string(names::FormText(forms[Below(forms.size())]));
    }
  }

  std::string Word() {
    static const std::vector<std::string> kFamilies = {
        "maduro", "moros",   "garcia",  "perez",   "ivanov", "ivanova", "putin",  "rahman",
        "zomor",  "alzomor", "haddad",  "mueller", "muller", "assad",   "kim",    "li",
        "nguyen", "gazprom", "rosneft", "shahid",  "brown",  "barnes",  "cornel", "nicolas"};
    static const std::vector<std::string> kLittle = {
        "al",  "bin",   "de",   "la",    "dr",      "gen",     "abu",  "abd", "abdul", "el", "van",
        "llc", "ltd",   "gmbh", "ooo",   "s.a.",    "company", "bank", "oil", "new",   "of", "and",
        "the", "north", "jr",   "group", "brigade", "trading", "y",    "e",   "von",   "m/v"};
    static const std::vector<std::string> kScripts = {
        "محمد", "علي",    "حسن",  "الله", "عبد", "و",    "ا",     "כהן", "משה", "א",
        "ש",    "Иванов", "Олег", "И.",   "金",  "正恩", "ⲁⲃⲅ",   "ߊߋ",  "ߊ.ߋ", "ᎠᎡᎢ",
        "박",   "ნინო",   "ა",    "Մ",    "ООО", "شركة", "البنك", "ابن", "م.",  "ي"};
    switch (Below(16)) {
      case 0:
      case 1:
        return KnownName();
      case 2:
      case 3:
      case 4:
        return Pick(kFamilies);
      case 5:
      case 6:
        return Pick(kLittle);
      case 7:
      case 8:
        return Pick(kScripts);
      case 9:
        return Letters(1);
      case 10:
        return Letters(1) + ".";
      case 11:
        return std::to_string(Below(50));
      case 12:
        return Letters(2 + Below(2));
      case 13:
        return Letters(3 + Below(10), "bcdfghk");  // no vowels
      case 14:
        return Letters(4 + Below(3), "ab");  // many collisions
      default:
        return Letters(3 + Below(9));
    }
  }

  std::string Name(size_t words) {
    std::string name;
    for (size_t i = 0; i < words; ++i) {
      if (i > 0) name += OneIn(12) ? ", " : OneIn(12) ? "-" : " ";
      name += Word();
    }
    return name;
  }
  // Mostly of usual length, now and then very long.
  std::string Name() {
    if (OneIn(40)) return Name(15 + Below(4));
    if (OneIn(60)) return Name(60 + Below(8));
    return Name(1 + Below(5));
  }

  // A slip of the pen somewhere in the text.
  std::string Slip(std::string text) {
    if (text.empty()) return Letters(1);
    const size_t at = Below(text.size());
    switch (Below(4)) {
      case 0:
        return text.erase(at, 1);
      case 1:
        return text.insert(at, Letters(1));
      case 2:
        text[at] = Letters(1)[0];
        return text;
      default:
        if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
        return text;
    }
  }

  static std::vector<std::string> Split(std::string_view name) {
    std::vector<std::string> words(1);
    for (char c : name) {
      if (c == ' ')
        words.emplace_back();
      else
        words.back() += c;
    }
    return words;
  }

  static std::string Join(const std::vector<std::string>& words, std::string_view separator = " ") {
    std::string name;
    for (const std::string& word : words) {
      if (!name.empty()) name += separator;
      name += word;
    }
    return name;
  }

  // What becomes of a name on its way into a file, once.
  std::string Change(const std::string& name) {
    std::vector<std::string> words = Split(name);
    const size_t at = Below(words.size());
    std::string& word = words[at];
    switch (Below(14)) {
      case 0:
      case 1:
      case 2:
        word = Slip(word);
        break;
      case 3:
        word = Slip(Slip(word));
        break;
      case 4:  // initial
        word = word.substr(0, 1);
        break;
      case 5:  // cut off
        return name.substr(0, name.size() - Below(name.size() / 2 + 1));
      case 6:  // joined
        return at + 1 < words.size() ? Joined(words, at) : Join(words, "");
      case 7:  // split
        if (word.size() > 3) word.insert(1 + Below(word.size() - 2), " ");
        break;
      case 8:
        words.erase(words.begin() + static_cast<ptrdiff_t>(at));
        break;
      case 9:
        words.insert(words.begin() + static_cast<ptrdiff_t>(at), Word());
        break;
      case 10:
        std::shuffle(words.begin(), words.end(), random_);
        break;
      case 11:
        words.push_back(word);  // repeated
        break;
      case 12: {  // acronym
        std::string acronym;
        for (const std::string& w : words) acronym += w.substr(0, 1);
        return acronym;
      }
      default:
        if (OneIn(2))
          std::reverse(word.begin(), word.end());
        else
          word = OneIn(2) ? "al" + word : word + "a";
    }
    return Join(words);
  }

 private:
  static std::string Joined(std::vector<std::string> words, size_t at) {
    words[at] += words[at + 1];
    words.erase(words.begin() + static_cast<ptrdiff_t>(at) + 1);
    return Join(words);
  }

  std::mt19937 random_;
};

}  // namespace interdict::testing
