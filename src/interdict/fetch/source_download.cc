#include "interdict/fetch/source_download.h"

#include <algorithm>

namespace interdict {
namespace {

FetchRequest RequestFor(const SourceFile& file, const SourceRequest& source) {
  FetchRequest request;
  request.source = std::string(source.list.publisher->source);
  request.address = file.address;
  request.folder = source.folder;
  request.file_name = file.file_name;
  request.user_agent = source.user_agent.empty() ? std::string(source.list.publisher->user_agent)
                                                 : source.user_agent;
  request.allowed_hosts = source.list.hosts;
  request.max_bytes = file.max_bytes;
  request.hash_on_head = file.hash_on_head;
  request.cancelled = source.cancelled;
  if (source.progress) {
    request.progress = [&source, &file](uint64_t bytes, uint64_t total) {
      source.progress(file.file_name, bytes, total);
    };
  }
  return request;
}

void AddMarks(const std::vector<KnownFile>& known, FetchRequest* request) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const KnownFile& file) {
    return file.file_name == request->file_name;
  });
  if (found == known.end()) return;
  request->etag = found->etag;
  request->last_modified = found->last_modified;
  request->sha256 = found->sha256;
}

bool IsUnmodified(const FetchedFile& fetched) {
  return fetched.download.not_modified;
}

}  // namespace

Result<SourceDownload> FetchSource(const SourceRequest& request, const FetchPolicy& given) {
  FetchPolicy policy = given;
  policy.answer_timeout = std::max<std::chrono::milliseconds>(policy.answer_timeout,
                                                              request.list.publisher->answer_time);
  SourceDownload result;
  for (const SourceFile& file : request.list.files) {
    FetchRequest one = RequestFor(file, request);
    AddMarks(request.known, &one);
    ASSIGN_OR_RETURN(Download download, Fetch(one, policy));
    result.files.push_back({file, std::move(download)});
  }
  result.not_modified = std::all_of(result.files.begin(), result.files.end(), IsUnmodified);
  if (result.not_modified) return result;
  for (FetchedFile& fetched : result.files) {
    if (!IsUnmodified(fetched)) continue;
    ASSIGN_OR_RETURN(fetched.download, Fetch(RequestFor(fetched.file, request), policy));
  }
  return result;
}

}  // namespace interdict
