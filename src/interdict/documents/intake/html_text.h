// A page -> the text that a reader sees, with the place of every byte in the page, as blocks.
//
// Blocks are what block elements, table cells and <br> set apart. White space is squeezed as
// browsers do, but for no-break spaces. Elements that are not the article keep their text, as
// chrome with the reason: <nav>, <footer>, <aside>, <form>, hidden elements, runs of links, and
// what stands outside of an <article> that holds most of the text. None of them counts where it
// holds most of the text itself: many pages are one <form>. The title is the <h1>. Layout then
// judges what is left by its phrases, as it does flat text (layout.h).
//
// Safe on hostile input: see html_clean.h and html_tree.h. Errors: kTooLarge.
// Test: html_test.cc; fuzz: fuzz/document_intake_fuzz.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/documents/intake/converted_text.h"
#include "interdict/documents/intake/publication.h"

namespace interdict::documents {

// A text taken out of markup, and what the markup says of it.
struct MarkupText {
  ConvertedText converted;  // its origins are places in the text given
  std::vector<Block> blocks;
  std::vector<DateClaim> claims;
  std::string title, outlet, language;  // from metadata, or empty
  std::vector<std::string> warnings;
};

// `html` is valid UTF-8.
Result<MarkupText> ReadHtml(std::string_view html);

}  // namespace interdict::documents
