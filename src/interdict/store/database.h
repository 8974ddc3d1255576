// SQLite with errors as values: connection, prepared statements, transactions.
// Not thread-safe; one connection a thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "interdict/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace interdict {

class Database;

// A prepared statement. Parameters and columns count from 1 and 0, as in SQLite. Text and blobs
// that Column* returns are borrowed until the next Step or Reset.
class Statement {
 public:
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) noexcept;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  void Bind(int index, int64_t value);
  void Bind(int index, std::string_view text);
  void BindBlob(int index, std::string_view bytes);
  void BindNull(int index);

  // True when there is a row, false at the end.
  Result<bool> Step();
  // Runs to the end, ignoring rows, and makes the statement ready for the next use.
  Status Run();
  void Reset();

  int64_t ColumnInt(int column) const;
  std::string_view ColumnText(int column) const;
  std::string_view ColumnBlob(int column) const;
  bool ColumnIsNull(int column) const;

 private:
  friend class Database;
  Statement(sqlite3* database, sqlite3_stmt* statement)
      : database_(database), statement_(statement) {}

  sqlite3* database_;
  sqlite3_stmt* statement_;
};

class Database {
 public:
  enum class Mode { kReadOnly, kReadWrite };

  // Opens (kReadWrite: creates) the file. Waits up to `busy_timeout_ms` for another process's lock.
  static Result<Database> Open(const std::string& path, Mode mode, int busy_timeout_ms = 30000);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  Status Execute(const char* sql);
  Result<Statement> Prepare(std::string_view sql) const;
  int64_t LastInsertId() const;

 private:
  explicit Database(sqlite3* database) : database_(database) {}

  sqlite3* database_;
};

// Rolls back at the end of its scope unless Commit() succeeded.
class Transaction {
 public:
  // Takes the write lock at once: kStoreBusy when another process keeps it.
  static Result<Transaction> Begin(Database* database);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;
  ~Transaction();

  Status Commit();

 private:
  explicit Transaction(Database* database) : database_(database) {}

  Database* database_;
};

}  // namespace interdict
