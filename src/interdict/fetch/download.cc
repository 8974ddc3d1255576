#include "interdict/fetch/download.h"

#include <algorithm>
#include <optional>
#include <random>
#include <thread>
#include <utility>
#include <variant>

#include "interdict/base/hash.h"
#include "interdict/base/strings.h"
#include "interdict/fetch/digest_header.h"
#include "interdict/fetch/http_exchange.h"
#include "interdict/fetch/partial_file.h"
#include "interdict/fetch/web_address.h"

namespace interdict {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr int kMaxRedirects = 5;
constexpr int kOk = 200;
constexpr int kNotModified = 304;
constexpr int kForbidden = 403;
constexpr int kTooManyRequests = 429;

// An error of one try, and whether and when another may succeed.
struct Failure {
  Error error;
  bool may_pass = false;
  std::chrono::seconds retry_after{0};
};

template <typename T>
using Try = std::variant<T, Failure>;

Failure Final(ErrorCode code, std::string message) {
  return {MakeError(code, std::move(message)), false};
}

bool IsRedirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// Where an answer came from, without what may be secret.
std::string Place(WebAddress address) {
  address.query.clear();
  return address.Shown();
}

bool HasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool IsAllowedHost(const WebAddress& address, const std::vector<std::string>& hosts) {
  const std::string authority = address.Authority();
  return std::any_of(hosts.begin(), hosts.end(), [&](const std::string& host) {
    return authority == AsciiLower(host) || authority == AsciiLower(host) + ":443";
  });
}

// One try: the HEAD, if one is wanted, the GET with its redirects, the file.
class OneTry {
 public:
  OneTry(const FetchRequest& request, const FetchPolicy& policy, HttpClient* client)
      : request_(request), client_(*client) {
    limits_.connect_timeout = policy.connect_timeout;
    limits_.answer_timeout = policy.answer_timeout;
    limits_.stall_window = policy.stall_window;
    limits_.stall_bytes = policy.stall_bytes;
    limits_.deadline = Clock::now() + policy.total_timeout;
    limits_.max_bytes = request.max_bytes;
  }

  Try<Download> Run(const WebAddress& address, bool is_last);

 private:
  std::optional<Failure> AskForHash(const WebAddress& address);
  std::string StatedHashOf(const HttpAnswer& answer);
  Try<Download> Get(WebAddress address);
  Try<WebAddress> Redirect(const WebAddress& from, const HttpAnswer& answer) const;
  Try<Download> Finish(const WebAddress& address, const HttpAnswer& answer);
  std::optional<Failure> CheckHash(const WebAddress& address, const HttpAnswer& answer);
  Download Unmodified(const WebAddress& address, const HttpAnswer& answer) const;
  Failure StatusFailure(const WebAddress& address, const HttpAnswer& answer) const;
  HttpRequest MakeRequest(const WebAddress& address) const;
  bool IsConditional() const;

  const FetchRequest& request_;
  HttpClient& client_;
  HttpLimits limits_;
  std::string hash_of_head_;  // what the HEAD stated; empty: nothing
  std::optional<PartialFile> file_;
  Sha256Stream hash_;
  std::string sha256_;
  std::string unread_hash_;
  bool hash_verified_ = false;
  int redirects_ = 0;
};

// Not when the HEAD has told already that the file is another one than the copy at hand.
bool OneTry::IsConditional() const {
  if (!hash_of_head_.empty() && !request_.sha256.empty()) return false;
  return !request_.etag.empty() || !request_.last_modified.empty();
}

HttpRequest OneTry::MakeRequest(const WebAddress& address) const {
  HttpRequest request{.address = address, .user_agent = request_.user_agent};
  if (!IsConditional()) return request;
  if (!request_.etag.empty()) request.headers.push_back("If-None-Match: " + request_.etag);
  if (!request_.last_modified.empty()) {
    request.headers.push_back("If-Modified-Since: " + request_.last_modified);
  }
  return request;
}

// 64 hex digits, or empty.
std::string OneTry::StatedHashOf(const HttpAnswer& answer) {
  DigestHeader digest = ParseDigestHeader(answer.digest);
  if (digest.stated == StatedHash::kUnreadable) unread_hash_ = answer.digest;
  return std::move(digest.hex);
}

// An answer of another status than 2xx and 3xx states no hash: the GET that follows meets the same
// trouble and names it.
std::optional<Failure> OneTry::AskForHash(const WebAddress& address) {
  const HttpRequest head{.address = address, .head_only = true, .user_agent = request_.user_agent};
  HttpOutcome outcome = client_.Exchange(head, limits_, {.cancelled = request_.cancelled});
  if (outcome.error) {
    outcome.error->message = address.Shown() + ": " + outcome.error->message;
    return Failure{std::move(*outcome.error), outcome.may_pass};
  }
  const int status = outcome.answer.status;
  if (status >= 200 && status < 400) hash_of_head_ = StatedHashOf(outcome.answer);
  return std::nullopt;
}

Failure OneTry::StatusFailure(const WebAddress& address, const HttpAnswer& answer) const {
  std::string message =
      address.Shown() + ": HTTP status " + std::to_string(answer.status) + ", expected 200";
  if (answer.status == kForbidden) {
    message += "; the publisher may refuse the User-Agent \"" + request_.user_agent + "\"";
  }
  const bool may_pass = answer.status >= 500 || answer.status == kTooManyRequests;
  return {MakeError(ErrorCode::kHttpStatus, std::move(message)), may_pass, answer.retry_after};
}

Try<WebAddress> OneTry::Redirect(const WebAddress& from, const HttpAnswer& answer) const {
  const std::string start = from.Shown() + ": ";
  if (redirects_ >= kMaxRedirects) {
    return Final(ErrorCode::kHttpStatus, start + "more than 5 redirects");
  }
  if (answer.location.empty()) {
    return Final(ErrorCode::kHttpStatus, start + "HTTP status " + std::to_string(answer.status) +
                                             " without the Location to go to");
  }
  auto to = ResolveWebAddress(from, answer.location);
  if (!to.ok()) {
    return Final(ErrorCode::kForbiddenHost, start + "redirected to no usable address");
  }
  const bool weaker = from.scheme == "https" && to->scheme != "https";
  if (weaker || !IsAllowedHost(*to, request_.allowed_hosts)) {
    return Final(ErrorCode::kForbiddenHost, start + "redirected to " + to->Shown() +
                                                ", expected https and one of " +
                                                Join(request_.allowed_hosts, ", "));
  }
  return std::move(*to);
}

Download OneTry::Unmodified(const WebAddress& address, const HttpAnswer& answer) const {
  Download download;
  download.not_modified = true;
  download.sha256 = request_.sha256;
  download.etag = answer.etag.empty() ? request_.etag : answer.etag;
  download.last_modified =
      answer.last_modified.empty() ? request_.last_modified : answer.last_modified;
  download.final_address = Place(address);
  download.redirects = redirects_;
  return download;
}

// A wrong hash may pass: the publisher may have replaced the file between HEAD and GET.
std::optional<Failure> OneTry::CheckHash(const WebAddress& address, const HttpAnswer& answer) {
  sha256_ = HexText(hash_.Finish());
  for (const std::string& stated : {StatedHashOf(answer), hash_of_head_}) {
    if (stated.empty()) continue;
    if (stated != sha256_) {
      return Failure{MakeError(ErrorCode::kHashMismatch, address.Shown() + ": the SHA-256 is " +
                                                             sha256_ + ", expected " + stated),
                     true};
    }
    hash_verified_ = true;
  }
  return std::nullopt;
}

Try<Download> OneTry::Finish(const WebAddress& address, const HttpAnswer& answer) {
  if (auto wrong = CheckHash(address, answer)) return std::move(*wrong);
  auto path = file_->Publish();
  if (!path.ok()) return Failure{std::move(path).error()};
  Download download;
  download.path = std::move(*path);
  download.bytes = answer.bytes;
  download.sha256 = sha256_;
  download.hash_verified = hash_verified_;
  download.unread_hash = unread_hash_;
  download.etag = answer.etag;
  download.last_modified = answer.last_modified;
  download.content_type = answer.content_type;
  download.content_disposition = answer.content_disposition;
  download.final_address = Place(address);
  download.redirects = redirects_;
  return download;
}

Try<Download> OneTry::Get(WebAddress address) {
  const HttpWatch watch{.body = [this](std::string_view bytes) -> Status {
                          hash_.Add(bytes);
                          return file_->Write(bytes);
                        },
                        .progress = request_.progress,
                        .cancelled = request_.cancelled};
  while (true) {
    HttpOutcome outcome = client_.Exchange(MakeRequest(address), limits_, watch);
    const HttpAnswer& answer = outcome.answer;
    if (outcome.error) {
      outcome.error->message = address.Shown() + ": " + outcome.error->message;
      return Failure{std::move(*outcome.error), outcome.may_pass};
    }
    if (answer.status == kOk) return Finish(address, answer);
    if (answer.status == kNotModified && IsConditional()) return Unmodified(address, answer);
    if (!IsRedirect(answer.status)) return StatusFailure(address, answer);
    auto to = Redirect(address, answer);
    if (Failure* failure = std::get_if<Failure>(&to)) return std::move(*failure);
    address = std::get<WebAddress>(std::move(to));
    ++redirects_;
  }
}

// A HEAD that fails is tried again with the rest; at the last try the list itself matters more.
Try<Download> OneTry::Run(const WebAddress& address, bool is_last) {
  if (request_.hash_on_head) {
    auto failure = AskForHash(address);
    if (failure && !(is_last && failure->may_pass)) return std::move(*failure);
    if (!hash_of_head_.empty() && hash_of_head_ == request_.sha256) {
      Download same = Unmodified(address, {});
      same.hash_verified = true;
      return same;
    }
  }
  auto file = PartialFile::Create(request_.folder, request_.file_name);
  if (!file.ok()) return Failure{std::move(file).error()};
  file_.emplace(std::move(*file));
  return Get(address);
}

// The address, if it is one that may be asked at all.
Result<WebAddress> CheckedAddress(const FetchRequest& request, const FetchPolicy& policy) {
  ASSIGN_OR_RETURN(WebAddress address, ParseWebAddress(request.address));
  const bool local = policy.allow_loopback_http && address.scheme == "http" && address.IsLoopback();
  if (address.scheme != "https" && !local) {
    return MakeError(ErrorCode::kForbiddenHost, address.Shown() + ": expected an https address");
  }
  if (!IsAllowedHost(address, request.allowed_hosts)) {
    return MakeError(ErrorCode::kForbiddenHost, address.Shown() + ": expected one of the hosts " +
                                                    Join(request.allowed_hosts, ", "));
  }
  for (const std::string& header : {request.user_agent, request.etag, request.last_modified}) {
    if (!HasControl(header)) continue;
    return MakeError(ErrorCode::kSyntax, address.Shown() +
                                             ": a control character in the User-Agent,"
                                             " ETag or date to be sent");
  }
  return address;
}

bool Sleep(milliseconds time, const std::atomic<bool>* cancelled) {
  const Clock::time_point end = Clock::now() + time;
  while (Clock::now() < end) {
    if (cancelled != nullptr && cancelled->load()) return false;
    std::this_thread::sleep_for(std::min<Clock::duration>(milliseconds(100), end - Clock::now()));
  }
  return true;
}

// Half to all of first_pause * 2^(tries - 1), but never less than the publisher asks for.
milliseconds Pause(const FetchPolicy& policy, int tries, const Failure& failure,
                   std::mt19937_64* random) {
  const milliseconds full =
      std::min(policy.longest_pause, policy.first_pause * (int64_t{1} << std::min(tries - 1, 20)));
  const uint64_t half = static_cast<uint64_t>(std::max<int64_t>(full.count() / 2, 0));
  const auto part = static_cast<int64_t>((*random)() % (half + 1));
  return std::max<milliseconds>(milliseconds(full.count() - part), failure.retry_after);
}

Error Name(Error error, const FetchRequest& request, int tries) {
  error.where.source = request.source;
  error.where.file = request.file_name;
  if (tries > 1) error.message += " (tried " + std::to_string(tries) + " times)";
  return error;
}

}  // namespace

Result<Download> Fetch(const FetchRequest& request, const FetchPolicy& policy) {
  auto address = CheckedAddress(request, policy);
  if (!address.ok()) return Name(std::move(address).error(), request, 1);
  ASSIGN_OR_RETURN(HttpClient client, HttpClient::Create({policy.proxy, policy.ca_bundle}));
  std::mt19937_64 random(policy.seed);
  for (int tries = 1;; ++tries) {
    auto result = OneTry(request, policy, &client).Run(*address, tries >= policy.tries);
    if (Download* download = std::get_if<Download>(&result)) {
      download->tries = tries;
      return std::move(*download);
    }
    Failure failure = std::get<Failure>(std::move(result));
    if (failure.retry_after > policy.longest_pause) {
      failure.may_pass = false;
      failure.error.message +=
          "; asks to wait " + std::to_string(failure.retry_after.count()) + " s";
    }
    if (!failure.may_pass || tries >= policy.tries) {
      return Name(std::move(failure.error), request, tries);
    }
    const milliseconds pause = Pause(policy, tries, failure, &random);
    if (!(policy.pause ? policy.pause(pause) : Sleep(pause, request.cancelled))) {
      return Name(MakeError(ErrorCode::kNetwork, address->Shown() + ": cancelled"), request, tries);
    }
  }
}

}  // namespace interdict
