// Folded text: what is left of a name when case, accents, punctuation and script are taken away.
// "Владимир Падрино Лопес" -> "vladimir padrino lopes"; "S.A." -> "sa"; "AL-ZOMOR" -> "al zomor".
//
// Output: lower-case ASCII letters and digits and, where a script has no Latin form, its own
// letters; tokens separated by single spaces. Apostrophes and full stops vanish, other punctuation
// separates. Invisible and bidirectional control characters vanish; full-width and compatibility
// forms become the plain ones (NFKD). Scripts other than Latin go through ICU's Any-Latin; Arabic
// and Hebrew come out without vowels. Text that is ASCII takes a path without ICU. Not thread-safe;
// one Folder a thread. Test: fold_test.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"

namespace interdict::text {

// Version of the analysis; results of different versions must not be mixed.
inline constexpr std::string_view kAnalyserVersion = "fold-1";

class Folder {
 public:
  // Fails (kEncoding) only where ICU's data is missing.
  static Result<Folder> Create();
  Folder(Folder&&) noexcept;
  Folder& operator=(Folder&&) noexcept;
  ~Folder();

  std::string Fold(std::string_view utf8) const;

 private:
  struct Transliterator;
  explicit Folder(std::unique_ptr<Transliterator> transliterator);

  std::unique_ptr<Transliterator> transliterator_;
};

// The tokens of folded text; views into it.
std::vector<std::string_view> Tokens(std::string_view folded);

}  // namespace interdict::text
