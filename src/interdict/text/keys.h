// Spelling-insensitive keys of a folded token: equal keys mean that the spellings may be of one
// name.
//
// Input: one token of fold.h. Bytes that are no lower-case ASCII letter or digit are skipped, so a
// token in letters of its own has an empty key. Output: ASCII, never longer than twice the input,
// the same on every machine. The first form of each writes to `out`, which must hold
// KeyCapacity(token.size()) bytes, returns the number written and allocates nothing. O(n), no
// errors. Source: general knowledge of how names are transcribed. Test: keys_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace interdict::text {

constexpr size_t KeyCapacity(size_t token_size) {
  return 2 * token_size;
}

// Consonant skeleton: where Arabic and Hebrew writing, which leaves vowels out, meets the usual
// Latin spellings, and where a Latin name meets itself without its vowels ("Ncls Mdr").
//
//   class  reads
//   b      b p                          Arabic has no p
//   t      t th
//   d      d dh z                       ض ظ ذ are written with each of the three
//   s      s sh sch ch tch, c before e i y
//   k      k q g gh j dj dzh zh c ck    ق is q, k, g and gh; ج is j, g and dj
//   h      h kh                         Russian and Turkish write one for the other
//   f l m n r                           f also for ph
//   w y                                 only at the start, v like w; elsewhere they carry a vowel
//   digits                              themselves
//
// Vowels vanish, as does an h at the end; a doubled consonant becomes one, but not two consonants
// with a vowel between them: Arabic writes both. "x" is k s. Very short keys
// say little: Ali has the key "l".
enum class Vowels : uint8_t { kWritten, kLeftOut };
size_t Skeleton(std::string_view token, Vowels vowels, char* out);
std::string Skeleton(std::string_view token, Vowels vowels);
std::string Skeleton(std::string_view token);  // vowels written

// Whether two tokens of equal skeleton also agree inside class k, which is wide: k is not j
// (Kamal, Jamal), while q is k, g or gh, and g is j, q or gh. False where the skeletons differ.
bool SkeletonsAgree(std::string_view a, Vowels vowels_a, std::string_view b, Vowels vowels_b);

// Sound of a Latin name, whatever the language of the spelling: Müller = Mueller, Khodorkovsky =
// Khodorkovskij, Yeltsin = Jelzin, Djamal = Jamal, Ivanov = Iwanow = Ivanoff. "sh" and "ch" stay
// apart from each other and from "s".
size_t PhoneticKey(std::string_view token, char* out);
std::string PhoneticKey(std::string_view token);

// Shape of the letters: what optical reading and digits in place of letters confuse is one class
// (0 o, 1 i l, 3 e, 4 a, 5 s, 6 9 g q, 7 t, 8 b h, 2 z; rn m, cl d, vv w, ii u).
size_t OcrKey(std::string_view token, char* out);
std::string OcrKey(std::string_view token);

}  // namespace interdict::text
