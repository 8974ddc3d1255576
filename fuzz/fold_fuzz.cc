// Any bytes as a name: tokens in order, disjoint, inside the input, with text; keys within
// capacity.
#include <cstdint>
#include <cstdlib>

#include "interdict/text/fold.h"
#include "interdict/text/keys.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace interdict::text;
  static const auto* const kFolder = new interdict::Result<Folder>(Folder::Create());
  FoldedName name;
  (*kFolder)->Fold({reinterpret_cast<const char*>(data), size}, &name);
  uint32_t end = 0;
  for (const Token& token : name.tokens) {
    if (token.begin < end || token.begin >= token.end || token.end > size) abort();
    end = token.end;
    const std::string_view text = name.Text(token);
    if (text.empty() || text.size() != token.text_size || text.find(' ') != text.npos) abort();
    for (const char c : text) {
      const bool own = static_cast<unsigned char>(c) >= 0x80;
      if (!own && (c < '0' || (c > '9' && c < 'a') || c > 'z')) abort();
    }
    if (Skeleton(text).size() + PhoneticKey(text).size() + OcrKey(text).size() > 6 * text.size()) {
      abort();
    }
  }
  return 0;
}
