// One HTTP request and its answer, over libcurl: no redirects, no retries, no files - that is
// download.cc. What an exchange guards:
//   time   connecting; the first byte of the answer; a rate below which an answer counts as stalled
//          (a server that drips a byte a second would else hold the update for days); a deadline.
//   size   the body is handed on until `max_bytes`; headers are bounded too.
//   truth  as many bytes as Content-Length says; no compression, which was not asked for.
// Nothing is read from the environment: proxy and certificates are arguments. No cookies, no
// credentials, certificates always checked, TLS 1.2 or newer.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/fetch/web_address.h"

namespace interdict {

struct HttpLimits {
  std::chrono::milliseconds connect_timeout{15'000};
  std::chrono::milliseconds answer_timeout{60'000};  // from the request to the first header line
  std::chrono::milliseconds stall_window{30'000};    // fewer than stall_bytes in that time: stalled
  uint64_t stall_bytes = 4096;
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
  uint64_t max_bytes = UINT64_MAX;
};

struct HttpRoute {
  std::string proxy;      // as libcurl writes it: "http://host:port"; empty: none
  std::string ca_bundle;  // PEM file of trusted certificates; empty: the system's
};

struct HttpRequest {
  WebAddress address;
  bool head_only = false;  // HEAD in place of GET
  std::string user_agent;
  std::vector<std::string> headers;  // "If-None-Match: \"x\""
};

// What is looked at while an exchange runs. All optional; the functions must not throw.
struct HttpWatch {
  // A piece of the body of an answer with status 200. An error ends the exchange and is its error.
  std::function<Status(std::string_view)> body;
  std::function<void(uint64_t bytes, uint64_t total)> progress;  // total 0: not known
  const std::atomic<bool>* cancelled = nullptr;                  // borrowed for the exchange
};

struct HttpAnswer {
  int status = 0;  // 0: none came
  std::string location, etag, last_modified, content_type, content_disposition, content_encoding;
  std::string digest;  // Digest, Repr-Digest and Content-Digest, joined by commas
  std::optional<uint64_t> content_length;
  uint64_t bytes = 0;                   // of the body, as far as it was received
  std::chrono::seconds retry_after{0};  // 0: not stated
};

struct HttpOutcome {
  HttpAnswer answer;           // as far as it came, even of a failed exchange
  std::optional<Error> error;  // kNetwork, kTimedOut, kTruncated, kFileTooLarge, kWrongDocument
  bool may_pass = false;       // of an error: a later try may succeed
};

// Keeps connections open between exchanges. One thread at a time.
class HttpClient {
 public:
  static Result<HttpClient> Create(HttpRoute route);

  HttpOutcome Exchange(const HttpRequest& request, const HttpLimits& limits,
                       const HttpWatch& watch);

 private:
  struct Closer {
    void operator()(void* handle) const;
  };

  HttpClient() = default;

  HttpRoute route_;
  std::unique_ptr<void, Closer> handle_;
};

}  // namespace interdict
