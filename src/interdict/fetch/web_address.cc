#include "interdict/fetch/web_address.h"

#include <curl/curl.h>

#include <memory>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

constexpr size_t kMaxLength = 8192;
constexpr std::string_view kLoopbackStart = "127.";

using UrlHandle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string Part(CURLU* url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return {};
  std::string result(text);
  curl_free(text);
  return result;
}

// Letters, digits, dots, hyphens, or an IPv6 address in brackets. Other characters - percent signs
// above all - mean different hosts to different readers; names of other scripts have a form in
// these (xn--...).
bool IsPlainHost(std::string_view host) {
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  const char* allowed =
      bracketed ? "0123456789abcdef:." : "abcdefghijklmnopqrstuvwxyz0123456789.-_";
  return host.find_first_not_of(allowed) == std::string_view::npos;
}

Error NoAddress(std::string_view text, std::string_view why) {
  std::string_view head = text.substr(0, text.find('?'));  // neither token nor password is shown
  if (const size_t at = head.rfind('@'); at != head.npos) head.remove_prefix(at + 1);
  head = head.substr(0, 200);
  return MakeError(ErrorCode::kSyntax,
                   "\"" + std::string(head) + "\" is no usable address: " + std::string(why));
}

Result<WebAddress> Take(CURLU* url, std::string_view text) {
  if (!Part(url, CURLUPART_USER).empty() || !Part(url, CURLUPART_PASSWORD).empty()) {
    return MakeError(ErrorCode::kSyntax, "an address must not carry a user name or password");
  }
  WebAddress address;
  address.scheme = AsciiLower(Part(url, CURLUPART_SCHEME));
  address.host = AsciiLower(Part(url, CURLUPART_HOST));
  const std::string port = Part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  if (!port.empty()) address.port = std::stoi(port);  // libcurl lets only 0..65535 pass
  address.path = Part(url, CURLUPART_PATH);
  address.query = Part(url, CURLUPART_QUERY);
  if (!IsPlainHost(address.host)) return NoAddress(text, "its host is not of a-z 0-9 . -");
  if (port == "0" && address.scheme != "file") return NoAddress(text, "port 0");
  if (address.scheme.empty()) return NoAddress(text, "expected https://host/path");
  return address;
}

Result<WebAddress> Parse(CURLU* url, std::string_view text, unsigned flags) {
  if (url == nullptr) return MakeError(ErrorCode::kNetwork, "out of memory");
  if (text.size() > kMaxLength) return NoAddress(text, "longer than 8192 bytes");
  if (text.find('\0') != std::string_view::npos) return NoAddress("", "it holds a zero byte");
  const CURLUcode code =
      curl_url_set(url, CURLUPART_URL, std::string(text).c_str(), CURLU_NON_SUPPORT_SCHEME | flags);
  if (code != CURLUE_OK) return NoAddress(text, curl_url_strerror(code));
  return Take(url, text);
}

}  // namespace

std::string WebAddress::Text() const {
  return scheme + "://" + (port == 0 ? host : Authority()) + path +
         (query.empty() ? "" : "?" + query);
}

std::string WebAddress::Shown() const {
  const bool usual =
      port == 0 || (scheme == "https" && port == 443) || (scheme == "http" && port == 80);
  return scheme + "://" + (usual ? host : Authority()) + path + (query.empty() ? "" : "?...");
}

std::string WebAddress::Authority() const {
  return host + ":" + std::to_string(port);
}

bool WebAddress::IsLoopback() const {
  if (host == "localhost" || host == "[::1]") return true;
  return host.starts_with(kLoopbackStart) &&
         host.find_first_not_of("0123456789.") == std::string::npos;
}

Result<WebAddress> ParseWebAddress(std::string_view text) {
  const UrlHandle url(curl_url(), &curl_url_cleanup);
  return Parse(url.get(), Trim(text), 0);
}

Result<WebAddress> ResolveWebAddress(const WebAddress& base, std::string_view location) {
  const UrlHandle url(curl_url(), &curl_url_cleanup);
  auto parsed = Parse(url.get(), base.Text(), 0);
  if (!parsed.ok()) return parsed;
  return Parse(url.get(), Trim(location), CURLU_URLENCODE);
}

}  // namespace interdict
