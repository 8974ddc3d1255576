#include "tests/fetch/test_server.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <memory>

namespace interdict::testing {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using File = std::unique_ptr<FILE, decltype(&std::fclose)>;

constexpr long kDay = 24 * 3600;

void AddExtension(X509* certificate, int kind, const char* value) {
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value);
  ASSERT_NE(extension, nullptr);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

Certificate SelfSigned(EVP_PKEY* key) {
  Certificate certificate(X509_new(), &X509_free);
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kDay);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kDay);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  AddExtension(certificate.get(), NID_subject_alt_name, "DNS:localhost");
  AddExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
  X509_sign(certificate.get(), key, EVP_sha256());
  return certificate;
}

void WriteCertificate(const std::string& certificate_path, const std::string& key_path) {
  const Key key(EVP_RSA_gen(2048), &EVP_PKEY_free);
  const Certificate certificate = SelfSigned(key.get());
  const File certificate_file(std::fopen(certificate_path.c_str(), "w"), &std::fclose);
  const File key_file(std::fopen(key_path.c_str(), "w"), &std::fclose);
  ASSERT_TRUE(certificate_file && key_file);
  ASSERT_EQ(PEM_write_X509(certificate_file.get(), certificate.get()), 1);
  ASSERT_EQ(PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr),
            1);
}

std::string ReadLine(int descriptor) {
  std::string line;
  char c = 0;
  while (read(descriptor, &c, 1) == 1 && c != '\n') line.push_back(c);
  return line;
}

}  // namespace

TestServer::TestServer(Transport transport) : transport_(transport) {
  std::vector<std::string> arguments = {INTERDICT_PYTHON,
                                        INTERDICT_SOURCE_DIR "/tests/fetch/misbehaving_server.py"};
  if (transport == Transport::kTls) {
    std::string folder = ::testing::TempDir() + "interdict-tls-XXXXXX";
    folder_ = mkdtemp(folder.data());
    certificate_ = folder_ + "/certificate.pem";
    key_ = folder_ + "/key.pem";
    WriteCertificate(certificate_, key_);
    arguments.push_back(certificate_);
    arguments.push_back(key_);
  }
  Start(arguments);
}

void TestServer::Start(const std::vector<std::string>& arguments) {
  int to_server[2], from_server[2];
  ASSERT_EQ(pipe2(to_server, O_CLOEXEC), 0);
  ASSERT_EQ(pipe2(from_server, O_CLOEXEC), 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, to_server[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, from_server[1], STDOUT_FILENO);
  std::vector<char*> words;
  for (const std::string& argument : arguments)
    words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  ASSERT_EQ(posix_spawnp(&process_, words[0], &actions, nullptr, words.data(), environ), 0);
  posix_spawn_file_actions_destroy(&actions);
  close(to_server[0]);
  close(from_server[1]);
  input_ = to_server[1];
  port_ = ReadLine(from_server[0]);
  close(from_server[0]);
  ASSERT_FALSE(port_.empty()) << "the test server did not start";
}

TestServer::~TestServer() {
  if (input_ >= 0) close(input_);
  if (process_ > 0) {
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
  }
  if (!folder_.empty()) std::filesystem::remove_all(folder_);
}

std::string TestServer::Host(std::string_view host) const {
  return std::string(host) + ":" + port_;
}

std::string TestServer::Address(std::string_view path, std::string_view host) const {
  const char* scheme = transport_ == Transport::kTls ? "https://" : "http://";
  return scheme + Host(host) + std::string(path);
}

}  // namespace interdict::testing
