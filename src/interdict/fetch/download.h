// Downloads one file of a publisher, so that what stands in the folder afterwards is the whole of
// what the publisher sent, from where it may come, or is not there at all.
//   where   https only, from hosts that the request names; redirects are followed by us, at most
//           five, each checked before anything is sent to it. (http to a loopback host, for a local
//           mirror or a test, if the policy allows it; never as a redirect from https.)
//   whole   Content-Length, an upper limit of size, the publisher's SHA-256 where it states one.
//   again   status 429 and 5xx, broken connections, time-outs, truncations and wrong hashes are
//           tried again with growing, jittered pauses, Retry-After honoured; 4xx, foreign hosts,
//           bad certificates and oversize are not.
//   placed  written beside its place, flushed, renamed (partial_file.h).
// Whether the content is the right list is not looked at here: an HTML page served with status 200
// is a download with content_type "text/html", which the intake check of the import refuses.
// Tests: tests/fetch/download_test.cc, against a server that misbehaves in every way named here.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "interdict/base/result.h"

namespace interdict {

struct FetchRequest {
  std::string source;     // list id; for messages only
  std::string address;    // of the file
  std::string folder;     // an existing one, in which the file is placed
  std::string file_name;  // under this name; a file already there is replaced only by a whole one
  std::string user_agent;
  // Hosts for the address and for redirects, exact: "host" (port 443) or "host:port".
  std::vector<std::string> allowed_hosts;
  uint64_t max_bytes = uint64_t{1} << 30;

  // What the copy at hand came with; empty: fetch in any case. The first two are sent back to the
  // publisher word for word. The third is compared with the hash that the publisher states.
  std::string etag;
  std::string last_modified;
  std::string sha256;  // 64 lower-case hex digits

  // Ask with HEAD first: the publisher states the file's hash there and only there (OFAC).
  bool hash_on_head = false;

  // Called whenever more of the body has come in; total 0: not known. Must not throw.
  std::function<void(uint64_t bytes, uint64_t total)> progress;
  // Set to true from any thread or signal handler, ends the download. Borrowed until Fetch returns.
  const std::atomic<bool>* cancelled = nullptr;
};

struct FetchPolicy {
  std::chrono::milliseconds connect_timeout{15'000};
  std::chrono::milliseconds answer_timeout{60'000};  // until the first byte of the answer
  std::chrono::milliseconds total_timeout{900'000};  // one try, with its redirects
  std::chrono::milliseconds stall_window{30'000};  // fewer than stall_bytes in that time: given up
  uint64_t stall_bytes = 4096;

  int tries = 4;  // at least 1
  // After each try the pause is doubled; a random part of it, between half and all, is waited.
  std::chrono::milliseconds first_pause{1'000};
  std::chrono::milliseconds longest_pause{300'000};
  uint64_t seed = 0;  // of that randomness
  // Waits; false: cancelled. Empty: sleeps, looking at `cancelled` ten times a second.
  std::function<bool(std::chrono::milliseconds)> pause;

  bool allow_loopback_http = false;
  std::string proxy;      // "http://host:port"; empty: none. The environment is not read
  std::string ca_bundle;  // PEM file; empty: the system's certificates
};

struct Download {
  bool not_modified = false;  // the copy at hand is what the publisher has: no file was placed
  std::string path;
  uint64_t bytes = 0;
  std::string sha256;          // of the file placed; when not modified, the request's
  bool hash_verified = false;  // the publisher stated a SHA-256 and it is this one
  std::string unread_hash;  // a header that names SHA-256 in a form we do not know: tell the user
  std::string etag;         // to be kept for the next request
  std::string last_modified;
  std::string content_type;         // as sent; "text/html" is no list
  std::string content_disposition;  // as sent; some publishers date their file name there
  std::string final_address;        // after redirects, without its query
  int redirects = 0;
  int tries = 1;
};

// Errors: kForbiddenHost, kHttpStatus, kNetwork, kTimedOut, kTruncated, kFileTooLarge,
// kHashMismatch, kWrongDocument (compressed without being asked for), kWriteFailed, kSyntax (no
// address). The message names the address without its query, the status, what was expected and how
// often it was tried. A cancelled download is kNetwork with the message "cancelled".
Result<Download> Fetch(const FetchRequest& request, const FetchPolicy& policy);

}  // namespace interdict
