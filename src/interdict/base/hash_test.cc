#include "interdict/base/hash.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

TEST(Hash, Sha256MatchesTheVectorsOfFips180) {
  EXPECT_EQ(Sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, PiecesHashLikeTheWhole) {
  Sha256Stream stream;
  stream.Add("a");
  stream.Add("");
  stream.Add("bc");
  EXPECT_EQ(HexText(stream.Finish()), Sha256Hex("abc"));
}

TEST(Hash, HexTextIsLowerCaseAndTwoDigitsAByte) {
  EXPECT_EQ(HexText(std::string_view("\x00\x0f\xff", 3)), "000fff");
}

}  // namespace
}  // namespace interdict
