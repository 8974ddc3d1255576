#include "interdict/screen/batch.h"

#include <algorithm>
#include <system_error>
#include <thread>

#include "interdict/screen/result_json.h"

namespace interdict {
namespace {

constexpr size_t kBlock = 16;          // records a thread takes at a time
constexpr size_t kBlocksOfRound = 64;  // for each thread: threads wait for one another at its end

// Customers of one round and, beside each, its result line.
struct Round {
  std::vector<Customer> customers;
  std::vector<std::string> lines;
  std::vector<uint32_t> hits;
};

Result<bool> Fill(CustomerReader* reader, size_t size, Round* round) {
  round->customers.clear();
  while (round->customers.size() < size) {
    Customer customer;
    ASSIGN_OR_RETURN(const bool more, reader->Next(&customer));
    if (!more) return false;
    round->customers.push_back(std::move(customer));
  }
  return true;
}

// Answers one customer; fails only inside its own line.
void Answer(Screener* screener, const ScreenOptions& options, const Customer& customer,
            std::string* line, uint32_t* hit_count, char* failed) {
  *hit_count = 0;
  *failed = 0;
  const auto fail = [&](Error error) {
    if (error.where.line == 0) error.where.line = customer.line;
    *line = FailureLine(customer.query.id, error);
    *failed = 1;
  };
  if (!customer.problem.ok()) return fail(customer.problem.error());
  auto hits = screener->Screen(customer.query, options);
  if (!hits.ok()) return fail(std::move(hits).error());
  *hit_count = static_cast<uint32_t>(hits->size());
  *line = ResultLine(customer.query, *hits, screener->snapshot(), customer.warnings, options.model);
}

}  // namespace

Result<BatchOutcome> ScreenBatch(CustomerReader* customers, const Snapshot& snapshot,
                                 const BatchOptions& options) {
  std::vector<Screener> screeners;
  constexpr int kMaxThreads = 256;
  const auto threads = static_cast<size_t>(std::clamp(options.threads, 1, kMaxThreads));
  for (size_t i = 0; i < threads; ++i) {
    ASSIGN_OR_RETURN(Screener screener, Screener::Create(snapshot));
    screeners.push_back(std::move(screener));
  }
  BatchOutcome outcome;
  Round round;
  for (Customer skipped; outcome.records < options.skip; ++outcome.records) {
    ASSIGN_OR_RETURN(const bool more, customers->Next(&skipped));
    if (!more) return outcome;
  }
  for (bool more = true; more;) {
    if (options.cancelled != nullptr && options.cancelled->load()) {
      outcome.cancelled = true;
      return outcome;
    }
    // Where the file cannot be read on, the records before that place are answered first, so that
    // the output does not depend on the size of a round.
    auto filled = Fill(customers, kBlock * threads * kBlocksOfRound, &round);
    more = filled.ok() && *filled;
    const size_t size = round.customers.size();
    round.lines.assign(size, {});
    round.hits.assign(size, 0);
    std::vector<char> failed(size, 0);
    std::atomic<size_t> next{0};
    const auto work = [&](Screener* screener) {
      for (size_t begin = next.fetch_add(kBlock); begin < size; begin = next.fetch_add(kBlock)) {
        for (size_t i = begin; i < std::min(begin + kBlock, size); ++i) {
          Answer(screener, options.screen, round.customers[i], &round.lines[i], &round.hits[i],
                 &failed[i]);
        }
      }
    };
    std::vector<std::thread> helpers;
    helpers.reserve(threads);
    for (size_t i = 1; i < threads; ++i) {
      try {
        helpers.emplace_back(work, &screeners[i]);
      } catch (const std::system_error&) {
        break;  // the system gives no more threads: those that there are do all of the work
      }
    }
    work(&screeners[0]);
    for (std::thread& helper : helpers) helper.join();

    std::string lines;
    for (size_t i = 0; i < size; ++i) {
      lines += round.lines[i];
      lines += '\n';
      outcome.hits += round.hits[i];
      if (round.hits[i] != 0) ++outcome.with_hits;
      if (!round.customers[i].warnings.empty() && outcome.with_warnings++ == 0)
        outcome.first_warning = round.customers[i].query.id + ": " + round.customers[i].warnings[0];
      if (failed[i] == 0) continue;
      if (outcome.failed++ == 0) outcome.first_failure = round.lines[i];
    }
    outcome.records += size;
    if (!lines.empty()) RETURN_IF_ERROR(options.write(lines));
    if (!filled.ok()) return std::move(filled).error();
    if (options.progress) options.progress(outcome.records, customers->position());
  }
  return outcome;
}

}  // namespace interdict
