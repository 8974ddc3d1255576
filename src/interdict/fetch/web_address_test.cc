#include "interdict/fetch/web_address.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

WebAddress Parsed(std::string_view text) {
  auto address = ParseWebAddress(text);
  EXPECT_TRUE(address.ok()) << text;
  return address.ok() ? *address : WebAddress{};
}

std::string Resolved(std::string_view base, std::string_view location) {
  auto address = ResolveWebAddress(Parsed(base), location);
  return address.ok() ? address->Text() : "error";
}

TEST(WebAddress, IsTakenApartInOneForm) {
  const WebAddress address = Parsed(" HTTPS://Lists.Example.Org/a/B.csv?token=x#part ");
  EXPECT_EQ(address.scheme, "https");
  EXPECT_EQ(address.host, "lists.example.org");
  EXPECT_EQ(address.port, 443);
  EXPECT_EQ(address.path, "/a/B.csv");
  EXPECT_EQ(address.query, "token=x");
  EXPECT_EQ(address.Authority(), "lists.example.org:443");
  EXPECT_EQ(address.Text(), "https://lists.example.org:443/a/B.csv?token=x");
}

TEST(WebAddress, ShowsNeitherQueryNorUsualPort) {
  EXPECT_EQ(Parsed("https://h.example:443/f?X-Amz-Signature=s").Shown(), "https://h.example/f?...");
  EXPECT_EQ(Parsed("https://h.example:8443/f").Shown(), "https://h.example:8443/f");
  EXPECT_EQ(Parsed("http://h.example").Shown(), "http://h.example/");
}

TEST(WebAddress, OtherSchemesParseSoThatTheyCanBeNamed) {
  EXPECT_EQ(Parsed("file:///etc/passwd").scheme, "file");
  EXPECT_EQ(Parsed("ftp://h.example/x").scheme, "ftp");
  EXPECT_EQ(Parsed("gopher://h.example/x").scheme, "gopher");
}

TEST(WebAddress, RefusesWhatIsNoAddress) {
  const std::string long_text = "https://h.example/" + std::string(9000, 'a');
  for (std::string_view text :
       {std::string_view(""), std::string_view("lists"), std::string_view("https://"),
        std::string_view("https://h.example:99999/"), std::string_view("https://h.example:0/"),
        std::string_view("https://h\n.example/"), std::string_view("https://h.example/\0x", 20),
        std::string_view(long_text)}) {
    auto address = ParseWebAddress(text);
    ASSERT_FALSE(address.ok()) << text;
    EXPECT_EQ(address.error().code, ErrorCode::kSyntax);
  }
}

TEST(WebAddress, RefusesUserNamesAndPasswordsAndDoesNotRepeatThem) {
  for (std::string_view text :
       {"https://user:secret@h.example/", "https://user@h.example/",
        "https://user:secret@h.example:99999/", "https://allowed.example:443@evil.example/"}) {
    auto address = ParseWebAddress(text);
    ASSERT_FALSE(address.ok()) << text;
    EXPECT_EQ(address.error().message.find("secret"), std::string::npos);
  }
}

TEST(WebAddress, RefusesHostsThatCanBeReadInTwoWays) {
  for (std::string_view text : {"https://w%b%444/", "https://allowed.example\\@evil.example/",
                                "https://\xC3\xA4.example/", "https://a b.example/"}) {
    EXPECT_FALSE(ParseWebAddress(text).ok()) << text;
  }
  EXPECT_EQ(Parsed("https://allowed%2eexample/").host, "allowed.example") << "decoded for both";
}

TEST(WebAddress, ErrorsDoNotShowTheQuery) {
  auto address = ParseWebAddress("https://h.example:99999/x?token=secret");
  ASSERT_FALSE(address.ok());
  EXPECT_EQ(address.error().message.find("secret"), std::string::npos) << address.error().message;
}

TEST(WebAddress, KnowsLoopback) {
  for (std::string_view text : {"http://localhost/", "http://LOCALHOST:1/", "http://127.0.0.1/",
                                "http://127.9.9.9/", "http://[::1]:80/"}) {
    EXPECT_TRUE(Parsed(text).IsLoopback()) << text;
  }
  for (std::string_view text : {"http://127.evil.example/", "http://localhost.evil.example/",
                                "http://128.0.0.1/", "http://[::2]/", "http://10.0.0.1/"}) {
    EXPECT_FALSE(Parsed(text).IsLoopback()) << text;
  }
}

TEST(WebAddress, ResolvesLocations) {
  EXPECT_EQ(Resolved("https://h.example/a/b?q", "c.csv"), "https://h.example:443/a/c.csv");
  EXPECT_EQ(Resolved("https://h.example/a/b", "/x/y?z=1"), "https://h.example:443/x/y?z=1");
  EXPECT_EQ(Resolved("https://h.example/a", "//other.example/y"), "https://other.example:443/y");
  EXPECT_EQ(Resolved("https://h.example/a", "http://other.example/y"), "http://other.example:80/y");
  EXPECT_EQ(Resolved("https://h.example/a", "/with blank"), "https://h.example:443/with%20blank");
  EXPECT_EQ(Resolved("https://h.example/a", "https://u:p@other.example/"), "error");
  EXPECT_EQ(Resolved("https://h.example/a", "https://h.example:0x1/"), "error");
}

TEST(WebAddress, ASignedLocationComesThroughWordForWord) {
  const std::string signed_part =
      "?X-Amz-Credential=AK%2F20261121%2Fus-gov-west-1%2fs3&sp=r&sig=a%2Bb%3D%3d&se=2026-11-21T10:"
      "00:00Z"
      "&name=a+b&empty=&x=~!*'()";
  EXPECT_EQ(Resolved("https://h.example/", "https://s3.example/Published/SDN.CSV" + signed_part),
            "https://s3.example:443/Published/SDN.CSV" + signed_part);
}

}  // namespace
}  // namespace interdict
