// Which lines of a page saved as flat text are the text: title, body, captions, bylines, datelines,
// and the furniture around them ("Must Read", "Please enter your comment!", "More Articles Like
// This"). Nothing is removed: every line keeps its place, with a kind and the reason for it, and is
// read for mentions all the same; only measures and dates of publication ask for the kind.
//
// How: every line by itself against a table of phrases; then the head, where the title is the line
// that shares its words with the text below; then the tail, which a phrase such as "Latest News"
// cuts off when most of the text stands before it; then sentences that stand a second time as the
// caption of a picture.
// When in doubt a line is body: a line wrongly kept costs a false mention, one wrongly dropped a
// measure.
//
// Table: data/documents/chrome_phrases.tsv. Test: layout_test.cc, tests/real/articles_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "interdict/documents/document.h"

namespace interdict::documents {

// A text of more lines is a collection, not an article: all of its lines stay body.
inline constexpr size_t kMaxLaidOutLines = 20000;

// The lines of a text as blocks, trimmed, all of them body. The lines of a paragraph that is broken
// at a fixed width are one block. Cost: memory speed; 32 bytes a line.
std::vector<Block> CutLines(std::string_view text);

struct Layout {
  Span title;  // empty: there is none
  Span body;   // from the title, or else the first body block, to the last body block
};

// Gives the blocks their kinds. Blocks that have one already (from markup) keep it.
Layout LayOut(std::string_view text, std::vector<Block>* blocks);

}  // namespace interdict::documents
