// The score that OFAC's Sanctions List Search would show for two names, as far as it is known.
//
// OFAC says (FAQ 246-251): only the name counts; entries are looked for by the first letter and by
// half their letters; the score is the higher of two techniques, the whole strings by Jaro-Winkler,
// and the parts of the name typed, each against the parts of the listed name by Jaro-Winkler and
// Soundex, put together. It does not say how. What is not said follows scores of the public tool
// that others have recorded (opensanctions/nomenklatura pull request 310 and the notes there):
//   - Jaro-Winkler gives its bonus for a common beginning always;
//   - whole strings count only when their first letters are equal, so BUSH GEORGE and GEORGE BUSH
//     differ;
//   - the parts' score is the mean, over the typed parts, of the best listed part; below half
//     alike it is 0; parts that sound alike count at least kSoundsAlikeScore;
//   - typed parts of one or two letters are left out, unless all are.
// Not known and not here: how the tool folds other scripts and signs (ours folds as the engine
// does, so a name in Cyrillic finds what the tool would not), which entries its search for
// candidates leaves out beyond this, and what the change of January 2021 did.
// Not symmetric: what is typed, against what is listed. Unit: points, whole hundredths of the full
// score, as the tool shows them. Test: ofac_model_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/match/distance/soundex.h"
#include "interdict/match/points.h"
#include "interdict/text/fold.h"

namespace interdict {

inline constexpr double kSoundsAlikeScore = 0.85;
inline constexpr double kLeastPartScore = 0.5;
inline constexpr size_t kShortPart = 2;  // letters

// A name prepared for the comparison. Owns its texts.
struct OfacName {
  struct Part {
    size_t begin, size;  // in `text`
    SoundexCode sound;
  };
  std::string text;  // folded, parts joined by single spaces
  std::vector<Part> parts;

  std::string_view Text(const Part& part) const {
    return std::string_view(text).substr(part.begin, part.size);
  }
};
void PrepareOfacName(std::string_view utf8, const text::Folder& folder, OfacName* out);

struct OfacScore {
  Points score = 0;
  Points whole = 0;  // first technique
  Points parts = 0;  // second
};
OfacScore CompareOfac(const OfacName& typed, const OfacName& listed);

// "whole name 0.85, part by part 0.45".
std::string ExplainOfac(const OfacScore& score);

}  // namespace interdict
