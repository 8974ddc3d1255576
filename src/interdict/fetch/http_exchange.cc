#include "interdict/fetch/http_exchange.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr uint64_t kMaxHeaderBytes = uint64_t{64} * 1024;
constexpr long kOk = 200;
constexpr std::string_view kLoopbackHosts = "localhost,127.0.0.1,::1";

// Why the exchange was ended from this side.
enum class Ended {
  kNo,
  kCancelled,
  kNoAnswer,
  kStalled,
  kTooLarge,
  kTooManyHeaders,
  kBodyNotWanted,
  kSink
};

struct Running {
  const HttpRequest* request;
  const HttpLimits* limits;
  const HttpWatch* watch;
  HttpAnswer answer;
  uint64_t header_bytes = 0;
  bool answered = false;
  Clock::time_point started = Clock::now();
  Clock::time_point window_started = started;
  uint64_t window_bytes = 0;  // answer.bytes when the window began
  uint64_t shown_bytes = UINT64_MAX;
  Ended ended = Ended::kNo;
  std::optional<Error> sink_error;
};

void Join(std::string* list, std::string_view value) {
  if (!list->empty()) list->append(", ");
  list->append(value);
}

std::optional<uint64_t> Number(std::string_view text) {
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

void TakeHeader(std::string_view name, std::string_view value, HttpAnswer* answer) {
  const std::string key = AsciiLower(name);
  const std::pair<std::string_view, std::string*> kept[] = {
      {"location", &answer->location},
      {"etag", &answer->etag},
      {"last-modified", &answer->last_modified},
      {"content-type", &answer->content_type},
      {"content-disposition", &answer->content_disposition},
      {"content-encoding", &answer->content_encoding}};
  for (const auto& [header, member] : kept) {
    if (key == header) *member = std::string(value);
  }
  if (key == "content-length") answer->content_length = Number(value);
  if (key == "digest" || key == "repr-digest" || key == "content-digest") {
    Join(&answer->digest, value);
  }
}

// "HTTP/1.1 200 OK" -> 200; 0 for what is no status line.
int StatusOf(std::string_view line) {
  if (!line.starts_with("HTTP/")) return 0;
  const size_t space = line.find(' ');
  if (space == std::string_view::npos) return 0;
  return static_cast<int>(Number(line.substr(space + 1, 3)).value_or(0));
}

size_t End(Running* running, Ended why) {
  running->ended = why;
  return 0;  // fewer bytes than offered: libcurl stops
}

size_t OnHeader(char* data, size_t one, size_t size, void* user) {
  auto* running = static_cast<Running*>(user);
  if (!running->answered) running->window_started = Clock::now();
  running->answered = true;
  running->header_bytes += size;
  if (running->header_bytes > kMaxHeaderBytes) return End(running, Ended::kTooManyHeaders);
  const std::string_view line = Trim({data, size});
  const size_t colon = line.find(':');
  if (const int status = StatusOf(line); status != 0) {
    running->answer = HttpAnswer{.status = status};  // the headers of a "100 Continue" do not count
  } else if (colon != std::string_view::npos) {
    TakeHeader(Trim(line.substr(0, colon)), Trim(line.substr(colon + 1)), &running->answer);
  }
  return one * size;
}

size_t OnBody(char* data, size_t one, size_t size, void* user) {
  auto* running = static_cast<Running*>(user);
  HttpAnswer& answer = running->answer;
  if (answer.status != kOk) return End(running, Ended::kBodyNotWanted);
  const uint64_t limit = running->limits->max_bytes;
  if (answer.content_length.value_or(0) > limit || size > limit - answer.bytes) {
    return End(running, Ended::kTooLarge);
  }
  answer.bytes += size;
  if (running->watch->body) {
    Status taken = running->watch->body({data, size});
    if (!taken.ok()) {
      running->sink_error = std::move(taken).error();
      return End(running, Ended::kSink);
    }
  }
  return one * size;
}

bool IsStalled(Running* running, Clock::time_point now) {
  if (now - running->window_started < running->limits->stall_window) return false;
  const uint64_t received = running->answer.bytes - running->window_bytes;
  running->window_started = now;
  running->window_bytes = running->answer.bytes;
  return received < running->limits->stall_bytes;
}

void ShowProgress(Running* running) {
  if (!running->watch->progress || running->shown_bytes == running->answer.bytes) return;
  if (running->answer.status != kOk) return;
  running->shown_bytes = running->answer.bytes;
  running->watch->progress(running->answer.bytes, running->answer.content_length.value_or(0));
}

// libcurl calls this at least once a second.
int OnTick(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  auto* running = static_cast<Running*>(user);
  const Clock::time_point now = Clock::now();
  if (running->watch->cancelled != nullptr && running->watch->cancelled->load()) {
    running->ended = Ended::kCancelled;
  } else if (!running->answered) {
    const bool late = now - running->started > running->limits->answer_timeout;
    if (late) running->ended = Ended::kNoAnswer;
  } else if (IsStalled(running, now)) {
    running->ended = Ended::kStalled;
  }
  ShowProgress(running);
  return running->ended == Ended::kNo ? 0 : 1;
}

bool MayPass(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return true;
    default:
      return false;
  }
}

std::string Milliseconds(milliseconds time) {
  return std::to_string(time.count()) + " ms";
}

Error EndedError(const Running& running) {
  const HttpLimits& limits = *running.limits;
  switch (running.ended) {
    case Ended::kCancelled:
      return MakeError(ErrorCode::kNetwork, "cancelled");
    case Ended::kNoAnswer:
      return MakeError(ErrorCode::kTimedOut,
                       "no answer within " + Milliseconds(limits.answer_timeout));
    case Ended::kStalled:
      return MakeError(ErrorCode::kTimedOut, "stalled: expected at least " +
                                                 std::to_string(limits.stall_bytes) + " bytes in " +
                                                 Milliseconds(limits.stall_window));
    case Ended::kTooLarge:
      return MakeError(ErrorCode::kFileTooLarge,
                       "expected at most " + std::to_string(limits.max_bytes) + " bytes, " +
                           (running.answer.content_length
                                ? std::to_string(*running.answer.content_length) + " announced"
                                : "more are sent"));
    case Ended::kTooManyHeaders:
      return MakeError(ErrorCode::kNetwork, "more than 64 KiB of header lines");
    case Ended::kSink:
      return *running.sink_error;
    case Ended::kNo:
    case Ended::kBodyNotWanted:
      break;
  }
  return MakeError(ErrorCode::kNetwork, "ended");
}

Error CurlError(CURLcode code, const char* detail, const Running& running) {
  const HttpAnswer& answer = running.answer;
  if (code == CURLE_PARTIAL_FILE) {
    return MakeError(
        ErrorCode::kTruncated,
        "the connection ended after " + std::to_string(answer.bytes) + " bytes" +
            (answer.content_length ? ", expected " + std::to_string(*answer.content_length)
                                   : ", before the end of the answer"));
  }
  const bool late = code == CURLE_OPERATION_TIMEDOUT;
  std::string message = *detail != '\0' ? detail : curl_easy_strerror(code);
  return MakeError(late ? ErrorCode::kTimedOut : ErrorCode::kNetwork, std::move(message));
}

// What is wrong with an answer that came to its end.
std::optional<Error> AnswerError(const HttpAnswer& answer, bool head_only) {
  if (answer.status != kOk || head_only) return std::nullopt;
  const std::string& encoding = answer.content_encoding;
  if (!encoding.empty() && !EqualsIgnoreCase(encoding, "identity")) {
    return MakeError(ErrorCode::kWrongDocument,
                     "sent with Content-Encoding " + encoding + ", expected the plain file");
  }
  if (answer.content_length && *answer.content_length != answer.bytes) {
    return MakeError(ErrorCode::kTruncated, "received " + std::to_string(answer.bytes) +
                                                " bytes, expected " +
                                                std::to_string(*answer.content_length));
  }
  return std::nullopt;
}

HttpOutcome Conclude(CURLcode code, const char* detail, Running* running) {
  HttpOutcome outcome;
  if (running->ended != Ended::kNo && running->ended != Ended::kBodyNotWanted) {
    outcome.error = EndedError(*running);
    outcome.may_pass = running->ended == Ended::kNoAnswer || running->ended == Ended::kStalled;
  } else if (code != CURLE_OK && running->ended == Ended::kNo) {
    outcome.error = CurlError(code, detail, *running);
    outcome.may_pass = MayPass(code);
  } else {
    outcome.error = AnswerError(running->answer, running->request->head_only);
    outcome.may_pass = outcome.error && outcome.error->code == ErrorCode::kTruncated;
  }
  outcome.answer = std::move(running->answer);
  return outcome;
}

using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

HeaderList MakeHeaders(const HttpRequest& request) {
  HeaderList list(nullptr, &curl_slist_free_all);
  auto add = [&list](const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) return;
    static_cast<void>(list.release());
    list.reset(longer);
  };
  add("Accept-Encoding: identity");  // the publisher's bytes: they are hashed and counted
  for (const std::string& line : request.headers) add(line);
  return list;
}

void SetRoute(CURL* curl, const HttpRoute& route) {
  curl_easy_setopt(curl, CURLOPT_PROXY, route.proxy.c_str());  // "" also shuts out the environment
  curl_easy_setopt(curl, CURLOPT_NOPROXY, kLoopbackHosts.data());
  curl_easy_setopt(curl, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  if (!route.ca_bundle.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, route.ca_bundle.c_str());
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
  curl_easy_setopt(curl, CURLOPT_NETRC, long{CURL_NETRC_IGNORED});
}

void SetRequest(CURL* curl, const HttpRequest& request) {
  curl_easy_setopt(curl, CURLOPT_URL, request.address.Text().c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR,
                   request.address.scheme == "http" ? "http" : "https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_NOBODY, request.head_only ? 1L : 0L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, request.user_agent.c_str());
}

long LongMilliseconds(milliseconds time) {
  return static_cast<long>(std::clamp<int64_t>(time.count(), 1, INT32_MAX));
}

void SetLimits(CURL* curl, const HttpLimits& limits) {
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, LongMilliseconds(limits.connect_timeout));
  if (limits.deadline == Clock::time_point::max()) return;
  const auto left = std::chrono::duration_cast<milliseconds>(limits.deadline - Clock::now());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, LongMilliseconds(left));
}

void SetCallbacks(CURL* curl, Running* running) {
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &OnHeader);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, running);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &OnBody);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, running);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &OnTick);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, running);
}

// libcurl asks for this once in a process, before its first use.
bool StartLibcurl() {
  static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
  return code == CURLE_OK;
}

}  // namespace

void HttpClient::Closer::operator()(void* handle) const {
  curl_easy_cleanup(handle);
}

Result<HttpClient> HttpClient::Create(HttpRoute route) {
  HttpClient client;
  client.route_ = std::move(route);
  if (StartLibcurl()) client.handle_.reset(curl_easy_init());
  if (!client.handle_) return MakeError(ErrorCode::kNetwork, "libcurl does not start");
  return client;
}

HttpOutcome HttpClient::Exchange(const HttpRequest& request, const HttpLimits& limits,
                                 const HttpWatch& watch) {
  CURL* curl = handle_.get();
  curl_easy_reset(curl);  // keeps the connections
  Running running{.request = &request, .limits = &limits, .watch = &watch};
  const HeaderList headers = MakeHeaders(request);
  char detail[CURL_ERROR_SIZE] = "";
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, detail);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  SetRoute(curl, route_);
  SetRequest(curl, request);
  SetLimits(curl, limits);
  SetCallbacks(curl, &running);
  const CURLcode code = curl_easy_perform(curl);
  curl_off_t wait = 0;
  curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait);
  running.answer.retry_after = std::chrono::seconds(wait);
  ShowProgress(&running);
  HttpOutcome outcome = Conclude(code, detail, &running);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  return outcome;
}

}  // namespace interdict
