#include <cstdlib>

#include "tests/fetch/fetch_fixture.h"

namespace interdict::testing {
namespace {

// A server with TLS beside the plain one of the fixture.
class TlsTest : public FetchFixture {
 protected:
  static void SetUpTestSuite() {
    FetchFixture::SetUpTestSuite();
    tls_ = new TestServer(TestServer::Transport::kTls);
  }
  static void TearDownTestSuite() {
    delete tls_;
    FetchFixture::TearDownTestSuite();
  }

  FetchRequest TlsRequest(const std::string& path) const {
    FetchRequest request = Request(path);
    request.address = tls_->Address(path, "localhost");
    request.allowed_hosts = {tls_->Host(), tls_->Host("localhost"), server().Host()};
    return request;
  }

  static inline TestServer* tls_ = nullptr;
};

TEST_F(TlsTest, AnUnknownCertificateIsRefusedAndNotTriedAgain) {
  const Error error = Failed(TlsRequest("/list"));
  EXPECT_EQ(error.code, ErrorCode::kNetwork);
  EXPECT_NE(error.message.find("certificate"), std::string::npos) << error.Text();
  EXPECT_TRUE(pauses_.empty());
}

TEST_F(TlsTest, ACertificateOfTheBundleIsAccepted) {
  policy_.ca_bundle = tls_->ca_bundle();
  auto download = Fetch(TlsRequest("/list"), policy_);
  ASSERT_TRUE(download.ok()) << download.error().Text();
  EXPECT_EQ(download->sha256, Sha256Hex(ListBytes()));
}

TEST_F(TlsTest, ACertificateForAnotherNameIsRefused) {
  policy_.ca_bundle = tls_->ca_bundle();
  FetchRequest request = TlsRequest("/list");
  request.address = tls_->Address("/list", "127.0.0.1");
  const Error error = Failed(request);
  EXPECT_EQ(error.code, ErrorCode::kNetwork);
  EXPECT_NE(error.message.find("127.0.0.1"), std::string::npos) << error.Text();
  EXPECT_TRUE(pauses_.empty());
}

TEST_F(TlsTest, RedirectsStayWithinTls) {
  policy_.ca_bundle = tls_->ca_bundle();
  auto download = Fetch(TlsRequest("/redirect?to=" + tls_->Address("/list", "localhost")), policy_);
  ASSERT_TRUE(download.ok()) << download.error().Text();
  EXPECT_EQ(download->final_address, tls_->Address("/list", "localhost"));
}

TEST_F(TlsTest, ARedirectFromTlsToPlainHttpIsRefusedEvenToAnAllowedHost) {
  policy_.ca_bundle = tls_->ca_bundle();
  const Error error =
      Failed(TlsRequest("/redirect?to=" + server().Address("/list%3Ftimes=weaker")));
  EXPECT_EQ(error.code, ErrorCode::kForbiddenHost);
  EXPECT_NE(error.message.find("expected https"), std::string::npos) << error.Text();
  EXPECT_EQ(Asked("weaker"), 0);
}

// An address of a network that does not exist (RFC 5737), which only a proxy could make sense of.
FetchRequest Unreachable(FetchRequest request) {
  request.address = "https://192.0.2.1/list";
  request.allowed_hosts = {"192.0.2.1"};
  return request;
}

TEST_F(TlsTest, TheProxyOfThePolicyIsUsed) {
  policy_.proxy = "http://" + server().Host();
  policy_.tries = 1;
  EXPECT_EQ(Failed(Unreachable(TlsRequest("/list"))).code, ErrorCode::kNetwork);
  EXPECT_EQ(Asked("192.0.2.1:443"), 1);
}

TEST_F(TlsTest, ProxiesOfTheEnvironmentAreNot) {
  constexpr const char* kNames[] = {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
  const int before = Asked("192.0.2.1:443");
  for (const char* name : kNames) setenv(name, ("http://" + server().Host()).c_str(), 1);
  policy_.connect_timeout = std::chrono::milliseconds(200);
  policy_.tries = 1;
  EXPECT_FALSE(Fetch(Unreachable(TlsRequest("/list")), policy_).ok());
  for (const char* name : kNames) unsetenv(name);
  EXPECT_EQ(Asked("192.0.2.1:443"), before);
}

TEST_F(TlsTest, LoopbackIsReachedWithoutTheProxy) {
  policy_.proxy = "http://192.0.2.1:3128";
  EXPECT_TRUE(Get("/list").ok());
}

}  // namespace
}  // namespace interdict::testing
