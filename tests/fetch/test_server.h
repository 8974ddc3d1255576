// Starts misbehaving_server.py for a test and, when the test is done, ends it: this one process, by
// its id.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace interdict::testing {

class TestServer {
 public:
  enum class Transport { kPlain, kTls };

  // With kTls, a certificate for localhost (not for 127.0.0.1) is made that signs itself; see
  // ca_bundle().
  explicit TestServer(Transport transport = Transport::kPlain);
  ~TestServer();
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  // "http://127.0.0.1:PORT" + path. `host`: 127.0.0.1 or localhost, which serve as two hosts.
  std::string Address(std::string_view path, std::string_view host = "127.0.0.1") const;
  std::string Host(std::string_view host = "127.0.0.1") const;  // "127.0.0.1:PORT"
  const std::string& ca_bundle() const { return certificate_; }

 private:
  void Start(const std::vector<std::string>& arguments);

  Transport transport_;
  std::string folder_, certificate_, key_;  // of the certificate
  std::string port_;
  pid_t process_ = -1;
  int input_ = -1;  // closing it ends the server too
};

}  // namespace interdict::testing
