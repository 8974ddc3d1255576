#include "interdict/fetch/download.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>
#include <utility>

#include "tests/fetch/fetch_fixture.h"

namespace interdict::testing {
namespace {

using std::chrono::milliseconds;

bool Contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A port of 127.0.0.1 that is taken, so that no one else can listen on it, and does not listen.
class ClosedPort {
 public:
  ClosedPort() {
    sockaddr_in address{.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof(address);
    EXPECT_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
  }
  ~ClosedPort() { close(socket_); }
  ClosedPort(const ClosedPort&) = delete;
  ClosedPort& operator=(const ClosedPort&) = delete;

  std::string Host() const { return "127.0.0.1:" + std::to_string(port_); }

 private:
  int socket_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int port_ = 0;
};

class DownloadTest : public FetchFixture {};

TEST_F(DownloadTest, PlacesTheFileAndTellsWhatItCameWith) {
  auto download = Get("/list?token=secret");
  ASSERT_TRUE(download.ok()) << download.error().Text();
  EXPECT_EQ(download->path, folder_ + "/sdn.csv");
  EXPECT_EQ(ReadFile(download->path), ListBytes());
  EXPECT_EQ(download->bytes, ListBytes().size());
  EXPECT_EQ(download->sha256, Sha256Hex(ListBytes()));
  EXPECT_EQ(download->etag, "\"v1\"");
  EXPECT_EQ(download->last_modified, "Wed, 18 Nov 2026 10:00:00 GMT");
  EXPECT_EQ(download->content_type, "text/csv");
  EXPECT_EQ(download->content_disposition, "attachment; filename=\"list_2026-11-18.csv\"");
  EXPECT_EQ(download->final_address, server().Address("/list"));
  EXPECT_FALSE(download->not_modified);
  EXPECT_FALSE(download->hash_verified) << "none was stated";
  EXPECT_EQ(download->tries, 1);
  EXPECT_EQ(FolderFiles(), std::vector<std::string>{"sdn.csv"}) << "no temporary file remains";
}

TEST_F(DownloadTest, SendsItsNameAndAsksForPlainBytes) {
  auto download = Get("/echo");
  ASSERT_TRUE(download.ok());
  const std::string headers = ReadFile(download->path);
  EXPECT_TRUE(Contains(headers, std::string("\"user-agent\": \"") + kUserAgent)) << headers;
  EXPECT_TRUE(Contains(headers, "\"accept-encoding\": \"identity\"")) << headers;
  EXPECT_FALSE(Contains(headers, "if-none-match")) << headers;
  EXPECT_FALSE(Contains(headers, "cookie")) << headers;
}

TEST_F(DownloadTest, ReplacesTheFileOfAnEarlierDownload) {
  ASSERT_TRUE(Get("/html").ok());
  ASSERT_TRUE(Get("/list").ok());
  EXPECT_EQ(ReadFile(folder_ + "/sdn.csv"), ListBytes());
}

TEST_F(DownloadTest, AFailureLeavesTheEarlierFileAsItWas) {
  ASSERT_TRUE(Get("/list").ok());
  EXPECT_FALSE(Get("/truncated").ok());
  EXPECT_FALSE(Get("/digest?form=wrong").ok());
  EXPECT_EQ(ReadFile(folder_ + "/sdn.csv"), ListBytes());
  EXPECT_EQ(FolderFiles().size(), 1U);
}

TEST_F(DownloadTest, ProgressEndsWithAllBytesOfTheTotal) {
  FetchRequest request = Request("/list");
  uint64_t last = 0, last_total = 0;
  request.progress = [&](uint64_t bytes, uint64_t total) {
    EXPECT_GE(bytes, last);
    last = bytes;
    last_total = total;
  };
  ASSERT_TRUE(Fetch(request, policy_).ok());
  EXPECT_EQ(last, ListBytes().size());
  EXPECT_EQ(last_total, ListBytes().size());
}

TEST_F(DownloadTest, AnEmptyFileIsAFileForTheImportToRefuse) {
  auto download = Get("/empty");
  ASSERT_TRUE(download.ok());
  EXPECT_EQ(download->bytes, 0U);
}

TEST_F(DownloadTest, AnHtmlPageIsKnownByItsContentType) {
  auto download = Get("/html");
  ASSERT_TRUE(download.ok());
  EXPECT_TRUE(download->content_type.starts_with("text/html"));
}

TEST_F(DownloadTest, ChunkedAnswersNeedNoLength) {
  auto download = Get("/chunks");
  ASSERT_TRUE(download.ok()) << download.error().Text();
  EXPECT_EQ(download->sha256, Sha256Hex(ListBytes()));
}

// Conditional requests.

TEST_F(DownloadTest, TheMarkOfTheCopyAtHandSavesTheDownload) {
  FetchRequest request = Request("/list");
  request.etag = "\"v1\"";
  request.sha256 = Sha256Hex(ListBytes());
  auto download = Fetch(request, policy_);
  ASSERT_TRUE(download.ok()) << download.error().Text();
  EXPECT_TRUE(download->not_modified);
  EXPECT_EQ(download->path, "");
  EXPECT_EQ(download->etag, "\"v1\"");
  EXPECT_EQ(download->sha256, request.sha256);
  EXPECT_TRUE(FolderFiles().empty());
}

TEST_F(DownloadTest, TheDateDoesToo) {
  FetchRequest request = Request("/list");
  request.last_modified = "Wed, 18 Nov 2026 10:00:00 GMT";
  auto download = Fetch(request, policy_);
  ASSERT_TRUE(download.ok());
  EXPECT_TRUE(download->not_modified);
  EXPECT_EQ(download->last_modified, request.last_modified);
}

TEST_F(DownloadTest, TheMarkGoesAlongARedirect) {
  FetchRequest request = Request("/hop?left=2");
  request.etag = "\"v1\"";
  auto download = Fetch(request, policy_);
  ASSERT_TRUE(download.ok());
  EXPECT_TRUE(download->not_modified);
}

TEST_F(DownloadTest, AnOldMarkGetsTheFile) {
  FetchRequest request = Request("/list");
  request.etag = "\"v0\"";
  auto download = Fetch(request, policy_);
  ASSERT_TRUE(download.ok());
  EXPECT_FALSE(download->not_modified);
  EXPECT_EQ(download->bytes, ListBytes().size());
}

TEST_F(DownloadTest, NotModifiedWithoutHavingAskedIsAnError) {
  const Error error = Failed("/status?status=304");
  EXPECT_EQ(error.code, ErrorCode::kHttpStatus);
}

TEST_F(DownloadTest, AMarkCannotSmuggleAHeader) {
  FetchRequest request = Request("/list");
  request.etag = "\"v1\"\r\nX-Evil: 1";
  EXPECT_EQ(Failed(request).code, ErrorCode::kSyntax);
}

// Addresses, hosts, redirects.

TEST_F(DownloadTest, OtherSchemesAreRefused) {
  for (const char* address : {"file:///etc/passwd", "ftp://127.0.0.1/sdn.csv",
                              "gopher://127.0.0.1/", "http://lists.example/sdn.csv"}) {
    FetchRequest request = Request("/list");
    request.address = address;
    request.allowed_hosts = {"127.0.0.1", "lists.example", "lists.example:80", ""};
    const Error error = Failed(request);
    EXPECT_EQ(error.code, ErrorCode::kForbiddenHost) << address;
    EXPECT_TRUE(Contains(error.message, "expected an https address")) << error.Text();
  }
}

TEST_F(DownloadTest, PlainHttpNeedsTheLeaveOfThePolicyEvenOnLoopback) {
  policy_.allow_loopback_http = false;
  EXPECT_EQ(Failed("/list").code, ErrorCode::kForbiddenHost);
}

TEST_F(DownloadTest, AnAddressOutsideTheHostListIsNotAsked) {
  FetchRequest request = Request("/list?times=outside");
  request.allowed_hosts = {"lists.example", "127.0.0.1", server().Host("localhost")};
  EXPECT_EQ(Failed(request).code, ErrorCode::kForbiddenHost);
  EXPECT_EQ(Asked("outside"), 0);
}

TEST_F(DownloadTest, FollowsARedirectToAnAllowedHost) {
  FetchRequest request =
      Request("/redirect?to=" + server().Address("/list%3FX-Amz-Signature=abc", "localhost"));
  request.allowed_hosts.push_back(server().Host("localhost"));
  auto download = Fetch(request, policy_);
  ASSERT_TRUE(download.ok()) << download.error().Text();
  EXPECT_EQ(download->redirects, 1);
  EXPECT_EQ(download->final_address, server().Address("/list", "localhost")) << "without signature";
  EXPECT_EQ(ReadFile(download->path), ListBytes()) << "and not the page that redirected";
}

TEST_F(DownloadTest, EveryKindOfRedirectIsFollowed) {
  for (const char* status : {"301", "302", "303", "307", "308"}) {
    auto download = Get(std::string("/redirect?to=/list&status=") + status);
    ASSERT_TRUE(download.ok()) << status;
    EXPECT_EQ(download->sha256, Sha256Hex(ListBytes())) << status;
  }
}

TEST_F(DownloadTest, RefusesARedirectToAnotherHostBeforeAskingIt) {
  const Error error =
      Failed("/redirect?to=" + server().Address("/list%3Ftimes=foreign%26key=secret", "localhost"));
  EXPECT_EQ(error.code, ErrorCode::kForbiddenHost);
  EXPECT_TRUE(
      Contains(error.message, "redirected to " + server().Address("/list?...", "localhost")))
      << error.Text();
  EXPECT_FALSE(Contains(error.message, "secret"));
  EXPECT_EQ(Asked("foreign"), 0);
  EXPECT_TRUE(pauses_.empty()) << "another try would be sent there as well";
}

TEST_F(DownloadTest, RefusesRedirectsToWhatIsNoWebAddress) {
  for (const char* to : {"file:///etc/passwd", "ftp://127.0.0.1/x", "https://u:p@127.0.0.1/",
                         "//evil.example/sdn.csv", "http://"}) {
    EXPECT_EQ(Failed(std::string("/redirect?to=") + to).code, ErrorCode::kForbiddenHost) << to;
  }
}

TEST_F(DownloadTest, FiveRedirectsAreFollowedAndNoSixth) {
  EXPECT_TRUE(Get("/hop?left=5").ok());
  std::filesystem::remove(folder_ + "/sdn.csv");
  const Error error = Failed("/hop?left=6");
  EXPECT_EQ(error.code, ErrorCode::kHttpStatus);
  EXPECT_TRUE(Contains(error.message, "more than 5 redirects")) << error.Text();
}

TEST_F(DownloadTest, ARedirectToItselfEnds) {
  const Error error = Failed("/loop?times=loop");
  EXPECT_EQ(error.code, ErrorCode::kHttpStatus);
  EXPECT_TRUE(Contains(error.message, "more than 5 redirects")) << error.Text();
  EXPECT_EQ(Asked("loop"), 6);
}

TEST_F(DownloadTest, ARedirectWithoutLocationIsAnError) {
  const Error error = Failed("/status?status=302");
  EXPECT_EQ(error.code, ErrorCode::kHttpStatus);
  EXPECT_TRUE(Contains(error.message, "Location")) << error.Text();
}

// Statuses and further tries.

TEST_F(DownloadTest, AMissingFileIsNotAskedForAgain) {
  const Error error = Failed("/missing?times=missing&token=secret");
  EXPECT_EQ(error.code, ErrorCode::kHttpStatus);
  EXPECT_EQ(error.Text(), "us_ofac_sdn: sdn.csv: " + server().Address("/missing?...") +
                              ": HTTP status 404, expected 200 [E502]");
  EXPECT_EQ(Asked("missing"), 1);
}

TEST_F(DownloadTest, ARefusedUserAgentIsNamed) {
  FetchRequest request = Request("/firewall");
  EXPECT_TRUE(Fetch(request, policy_).ok());
  std::filesystem::remove(folder_ + "/sdn.csv");
  request.user_agent = "interdict/0.1";
  const Error error = Failed(request);
  EXPECT_EQ(error.code, ErrorCode::kHttpStatus);
  EXPECT_TRUE(Contains(error.message, "403")) << error.Text();
  EXPECT_TRUE(Contains(error.message, "User-Agent \"interdict/0.1\"")) << error.Text();
}

TEST_F(DownloadTest, AServerErrorThatPassesIsTriedAgain) {
  auto download = Get("/flaky?status=500&times=flaky500");
  ASSERT_TRUE(download.ok()) << download.error().Text();
  EXPECT_EQ(download->tries, 2);
  EXPECT_EQ(download->sha256, Sha256Hex(ListBytes()));
  EXPECT_EQ(pauses_.size(), 1U);
}

TEST_F(DownloadTest, AServerErrorThatStaysIsReportedWithItsTries) {
  const Error error = Failed("/status?status=503&times=stays");
  EXPECT_EQ(error.code, ErrorCode::kHttpStatus);
  EXPECT_TRUE(Contains(error.message, "503")) << error.Text();
  EXPECT_TRUE(Contains(error.message, "(tried 4 times)")) << error.Text();
  EXPECT_EQ(Asked("stays"), 4);
}

TEST_F(DownloadTest, PausesGrowAndAreJitteredReproducibly) {
  policy_.first_pause = milliseconds(1000);
  policy_.longest_pause = milliseconds(3000);
  policy_.tries = 5;
  policy_.seed = 7;
  Failed("/status?status=500");
  ASSERT_EQ(pauses_.size(), 4U);
  const int64_t full[] = {1000, 2000, 3000, 3000};
  for (size_t i = 0; i < 4; ++i) {
    EXPECT_GE(pauses_[i], full[i] / 2);
    EXPECT_LE(pauses_[i], full[i]);
  }
  const std::vector<int64_t> first = std::exchange(pauses_, {});
  Failed("/status?status=500");
  EXPECT_EQ(pauses_, first) << "same seed, same pauses";
  pauses_.clear();
  policy_.seed = 8;
  Failed("/status?status=500");
  EXPECT_NE(pauses_, first);
}

TEST_F(DownloadTest, WaitsAsLongAsThePublisherAsks) {
  policy_.first_pause = milliseconds(1);
  ASSERT_TRUE(Get("/flaky?status=429&times=flaky429&after=7").ok());
  EXPECT_EQ(pauses_, std::vector<int64_t>{7000});
}

TEST_F(DownloadTest, GivesUpWhereThePublisherAsksForLongerThanThePolicyAllows) {
  policy_.longest_pause = milliseconds(60'000);
  const Error error = Failed("/flaky?status=503&times=patience&after=3600");
  EXPECT_TRUE(Contains(error.message, "asks to wait 3600 s")) << error.Text();
  EXPECT_TRUE(pauses_.empty());
  EXPECT_EQ(Asked("patience"), 1);
}

TEST_F(DownloadTest, ACancelledPauseEndsTheDownload) {
  policy_.pause = [](milliseconds) { return false; };
  const Error error = Failed("/status?status=500&times=cancelled");
  EXPECT_TRUE(Contains(error.message, "cancelled")) << error.Text();
  EXPECT_EQ(Asked("cancelled"), 1);
}

TEST_F(DownloadTest, CancellingEndsARunningDownload) {
  std::atomic<bool> cancelled = false;
  FetchRequest request = Request("/drip");
  request.cancelled = &cancelled;
  request.progress = [&](uint64_t, uint64_t) { cancelled = true; };
  const Error error = Failed(request);
  EXPECT_TRUE(Contains(error.message, "cancelled")) << error.Text();
  EXPECT_TRUE(pauses_.empty()) << "no further try";
}

TEST_F(DownloadTest, TheBuiltInPauseLooksForCancelling) {
  std::atomic<bool> cancelled = false;
  policy_.pause = nullptr;
  policy_.first_pause = milliseconds(600'000);
  policy_.longest_pause = milliseconds(600'000);
  FetchRequest request = Request("/status?status=500");
  request.cancelled = &cancelled;
  std::thread canceller([&] {
    std::this_thread::sleep_for(milliseconds(300));
    cancelled = true;
  });
  const Error error = Failed(request);
  canceller.join();
  EXPECT_TRUE(Contains(error.message, "cancelled")) << error.Text();
}

// Connections.

TEST_F(DownloadTest, ARefusedConnectionIsTriedAgainAndReported) {
  const ClosedPort port;
  FetchRequest request = Request("/list");
  request.address = "http://" + port.Host() + "/list";
  request.allowed_hosts = {port.Host()};
  const Error error = Failed(request);
  EXPECT_EQ(error.code, ErrorCode::kNetwork);
  EXPECT_TRUE(Contains(error.message, request.address)) << error.Text();
  EXPECT_EQ(pauses_.size(), 3U);
}

TEST_F(DownloadTest, AConnectionClosedWithoutAnswerIsTriedAgain) {
  EXPECT_EQ(Failed("/rude?times=rude").code, ErrorCode::kNetwork);
  EXPECT_GE(Asked("rude"), 4);
}

TEST_F(DownloadTest, AServerThatDoesNotAnswerTimesOut) {
  policy_.answer_timeout = milliseconds(200);
  policy_.tries = 1;
  const Error error = Failed("/silent");
  EXPECT_EQ(error.code, ErrorCode::kTimedOut);
  EXPECT_TRUE(Contains(error.message, "no answer within 200 ms")) << error.Text();
}

TEST_F(DownloadTest, ASlowDripIsNotWaitedFor) {
  policy_.stall_window = milliseconds(300);
  policy_.stall_bytes = 1'000;
  policy_.tries = 2;
  const Error error = Failed("/drip?times=drip");
  EXPECT_EQ(error.code, ErrorCode::kTimedOut);
  EXPECT_TRUE(Contains(error.message, "expected at least 1000 bytes in 300 ms")) << error.Text();
  EXPECT_EQ(Asked("drip"), 2) << "time-outs are tried again";
}

TEST_F(DownloadTest, ATryHasAnEndEvenIfBytesComeFastEnough) {
  policy_.stall_bytes = 0;
  policy_.total_timeout = milliseconds(500);
  policy_.tries = 1;
  EXPECT_EQ(Failed("/drip").code, ErrorCode::kTimedOut);
}

// Size.

TEST_F(DownloadTest, FewerBytesThanAnnouncedAreATruncation) {
  const Error error = Failed("/truncated?times=truncated");
  EXPECT_EQ(error.code, ErrorCode::kTruncated);
  EXPECT_TRUE(Contains(error.message, std::to_string(ListBytes().size()) + " bytes, expected " +
                                          std::to_string(ListBytes().size() + 100)))
      << error.Text();
  EXPECT_EQ(Asked("truncated"), 4);
}

TEST_F(DownloadTest, ATruncationThatPassesLeavesTheWholeFile) {
  auto download = Get("/truncated?then=whole&times=truncated_once");
  ASSERT_TRUE(download.ok()) << download.error().Text();
  EXPECT_EQ(download->tries, 2);
  EXPECT_EQ(ReadFile(download->path), ListBytes()) << "nothing of the first try is in it";
}

TEST_F(DownloadTest, ChunksWithoutAnEndAreATruncation) {
  EXPECT_EQ(Failed("/cut-chunks").code, ErrorCode::kTruncated);
}

TEST_F(DownloadTest, ChunksThatDifferFromTheLengthBesideThemAreATruncation) {
  const Error error = Failed("/chunks?length=5");
  EXPECT_EQ(error.code, ErrorCode::kTruncated);
  EXPECT_TRUE(Contains(error.message, "expected 5")) << error.Text();
}

TEST_F(DownloadTest, AnAnnouncedOversizeIsRefused) {
  FetchRequest request = Request("/large?bytes=100001&times=large");
  request.max_bytes = 100'000;
  const Error error = Failed(request);
  EXPECT_EQ(error.code, ErrorCode::kFileTooLarge);
  EXPECT_TRUE(Contains(error.message, "expected at most 100000 bytes, 100001 announced"))
      << error.Text();
  EXPECT_EQ(Asked("large"), 1);
}

TEST_F(DownloadTest, AnAnnouncedOversizeIsRefusedAtOnce) {
  FetchRequest request = Request("/drip");
  request.max_bytes = 999'999;  // which would come in after half a day
  policy_.stall_bytes = 0;
  policy_.total_timeout = milliseconds(20'000);
  EXPECT_EQ(Failed(request).code, ErrorCode::kFileTooLarge);
}

TEST_F(DownloadTest, AnUnannouncedOversizeIsRefusedWhileItComesIn) {
  FetchRequest request = Request("/large?bytes=100001&length=no");
  request.max_bytes = 100'000;
  EXPECT_EQ(Failed(request).code, ErrorCode::kFileTooLarge);
}

TEST_F(DownloadTest, TheLimitItselfIsAllowed) {
  for (const char* path : {"/large?bytes=100000", "/large?bytes=100000&length=no"}) {
    FetchRequest request = Request(path);
    request.max_bytes = 100'000;
    auto download = Fetch(request, policy_);
    ASSERT_TRUE(download.ok()) << path;
    EXPECT_EQ(download->bytes, 100'000U);
  }
}

TEST_F(DownloadTest, AFloodOfHeadersIsRefused) {
  const Error error = Failed("/headers");
  EXPECT_EQ(error.code, ErrorCode::kNetwork);
  EXPECT_TRUE(Contains(error.message, "header lines")) << error.Text();
}

TEST_F(DownloadTest, CompressionThatWasNotAskedForIsRefused) {
  const Error error = Failed("/gzip");
  EXPECT_EQ(error.code, ErrorCode::kWrongDocument);
  EXPECT_TRUE(Contains(error.message, "gzip")) << error.Text();
}

// Hashes.

TEST_F(DownloadTest, AStatedHashIsVerified) {
  for (const char* path : {"/digest?form=ofac", "/digest?form=base64", "/rfc9530"}) {
    auto download = Get(path);
    ASSERT_TRUE(download.ok()) << path << ": " << download.error().Text();
    EXPECT_TRUE(download->hash_verified) << path;
  }
}

TEST_F(DownloadTest, AWrongHashIsAnErrorThatNamesBoth) {
  const Error error = Failed("/digest?form=wrong");
  EXPECT_EQ(error.code, ErrorCode::kHashMismatch);
  EXPECT_TRUE(Contains(error.message,
                       "is " + Sha256Hex(ListBytes()) + ", expected " + Sha256Hex("another file")))
      << error.Text();
}

TEST_F(DownloadTest, AHashInAnUnknownFormIsToldNotGuessed) {
  auto download = Get("/digest?form=unreadable");
  ASSERT_TRUE(download.ok());
  EXPECT_FALSE(download->hash_verified);
  EXPECT_EQ(download->unread_hash, "sha-256=soon");
}

TEST_F(DownloadTest, TheHashOfTheHeadIsVerifiedAcrossTheRedirect) {
  FetchRequest request = Request("/digest-on-head");
  request.hash_on_head = true;
  auto download = Fetch(request, policy_);
  ASSERT_TRUE(download.ok()) << download.error().Text();
  EXPECT_TRUE(download->hash_verified);
  EXPECT_EQ(download->redirects, 1);
}

TEST_F(DownloadTest, AHashOfTheHeadThatIsKnownSavesTheDownload) {
  FetchRequest request = Request("/digest-on-head?times=known");
  request.hash_on_head = true;
  request.sha256 = Sha256Hex(ListBytes());
  request.etag = "\"v1\"";
  auto download = Fetch(request, policy_);
  ASSERT_TRUE(download.ok());
  EXPECT_TRUE(download->not_modified);
  EXPECT_TRUE(download->hash_verified);
  EXPECT_EQ(download->etag, "\"v1\"") << "the mark is kept";
  EXPECT_EQ(Asked("known"), 1) << "the HEAD only";
}

TEST_F(DownloadTest, AHashOfTheHeadThatIsNewOverridesAMarkThatIsNot) {
  FetchRequest request = Request("/digest-on-head");
  request.hash_on_head = true;
  request.sha256 = Sha256Hex("the copy at hand");
  request.etag = "\"v1\"";  // which the server would answer with 304
  auto download = Fetch(request, policy_);
  ASSERT_TRUE(download.ok());
  EXPECT_FALSE(download->not_modified);
  EXPECT_EQ(download->sha256, Sha256Hex(ListBytes()));
}

TEST_F(DownloadTest, AFileReplacedBetweenHeadAndGetIsTriedAgain) {
  FetchRequest request = Request("/digest-on-head?stale=1&times=replaced");
  request.hash_on_head = true;
  auto download = Fetch(request, policy_);
  ASSERT_TRUE(download.ok()) << download.error().Text();
  EXPECT_EQ(download->tries, 2);
  EXPECT_TRUE(download->hash_verified);
}

TEST_F(DownloadTest, AServerWithoutHeadStillGivesTheFile) {
  for (const char* path : {"/no-head", "/dead-head"}) {
    FetchRequest request = Request(path);
    request.hash_on_head = true;
    auto download = Fetch(request, policy_);
    ASSERT_TRUE(download.ok()) << path << ": " << download.error().Text();
    EXPECT_FALSE(download->hash_verified);
  }
}

// The folder.

TEST_F(DownloadTest, AFileNameIsOneComponent) {
  for (const char* name : {"", ".", "..", "a/b", "../sdn.csv", "/etc/passwd"}) {
    FetchRequest request = Request("/list");
    request.file_name = name;
    EXPECT_EQ(Failed(request).code, ErrorCode::kWriteFailed) << name;
  }
}

TEST_F(DownloadTest, AMissingFolderIsNamed) {
  FetchRequest request = Request("/list?times=nofolder");
  request.folder = folder_ + "/none";
  const Error error = Failed(request);
  EXPECT_EQ(error.code, ErrorCode::kWriteFailed);
  EXPECT_TRUE(Contains(error.message, folder_ + "/none/sdn.csv")) << error.Text();
  EXPECT_EQ(Asked("nofolder"), 0);
}

TEST_F(DownloadTest, AFolderInThePlaceOfTheFileIsAnError) {
  std::filesystem::create_directory(folder_ + "/sdn.csv");
  auto download = Get("/list");
  ASSERT_FALSE(download.ok());
  EXPECT_EQ(download.error().code, ErrorCode::kWriteFailed);
  EXPECT_EQ(FolderFiles().size(), 1U);
}

}  // namespace
}  // namespace interdict::testing
