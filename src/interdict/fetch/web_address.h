// A web address, taken apart once and used in that form everywhere: what is checked against the
// list of hosts is what is asked for. (Two readings of one text - by the check and by the transfer
// - are how such checks are got round.) Scheme and host are lower case, the port is always known,
// the fragment is gone. Tests: web_address_test.cc, fuzz/fetch_header_fuzz.cc.
#pragma once

#include <string>
#include <string_view>

#include "interdict/base/result.h"

namespace interdict {

struct WebAddress {
  std::string
      scheme;         // "https", "http"; any other parses too, so that it can be named when refused
  std::string host;   // IPv6 in brackets; empty for file:///...
  int port = 0;       // 0 where the scheme has no default
  std::string path;   // begins with '/'
  std::string query;  // without '?'. May hold tokens and signatures: never shown

  std::string Text() const;       // the whole of it, for the request
  std::string Shown() const;      // for people and logs: "https://host/path?..."
  std::string Authority() const;  // "host:443"
  bool IsLoopback() const;        // localhost, 127.0.0.0/8, [::1]
};

// Error: kSyntax, for what is no address, is longer than 8 KiB, carries a user name or password, or
// has a host of other characters than letters, digits, dots and hyphens.
Result<WebAddress> ParseWebAddress(std::string_view text);

// What a Location header means: an address, or a part of one relative to `base`. Errors as above.
Result<WebAddress> ResolveWebAddress(const WebAddress& base, std::string_view location);

}  // namespace interdict
