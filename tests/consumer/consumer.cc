// Reads the embedded starter list through the public headers and counts its parties.
#include <cstdio>

#include "interdict/lists/own/starter.h"
#include "interdict/store/importer.h"

int main() {
  interdict::ImportRequest request;
  request.source = std::string(interdict::kStarterSource);
  request.files = interdict::StarterFiles();
  const auto inspection = interdict::InspectList(request);
  if (!inspection.ok()) {
    std::fprintf(stderr, "%s\n", inspection.error().Text().c_str());
    return 1;
  }
  std::printf("%zu parties\n", inspection->records.size());
  return inspection->records.empty() ? 1 : 0;
}
