// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QHash>
#include <QJsonObject>
#include <QSqlError>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <unordered_map>

namespace Quoth::Storage {

/// SQLite tells NULL from an empty string, and a null QString would be bound as NULL.
inline QString nonNull(const QString &string) { return string.isNull() ? QStringLiteral("") : string; }

/// How columns hold JSON.
QString json(const QJsonObject &object);

/// One connection to one SQLite file. It belongs to the thread that opened it. Errors carry the file as place; a damaged
/// file gives ErrorCode::Damaged, a full disk or a read-only one NotWritable, a locked one InUse.
class Database
{
public:
    /// Create: a new file, written with a rollback journal so that its header is whole from the first moment on. ReadOnly:
    /// beside a writer too; leaves no files of its own behind. Immutable: where nobody can write.
    enum class Access { Create, ReadWrite, ReadOnly, Immutable };

    static Result<std::unique_ptr<Database>> open(const QString &path, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }
    /// Prepares once and keeps the statement. Bound values go in order.
    Result<QSqlQuery *> run(const QString &sql, const QVariantList &values = {});
    /// Like run(), for statements used once.
    Result<void> runOnce(const QString &sql);
    Result<QVariant> value(const QString &sql, const QVariantList &values = {});
    /// Moves what commits have put in the write-ahead log into the file, as far as readers let it. Committing leaves that for
    /// when there is time.
    Result<void> checkpoint();
    Error error(const QSqlError &sqlError) const;
    /// After a run(): the statement's error if stepping through the rows ended by one.
    Result<void> finished(const QSqlQuery &query) const;

private:
    Database(QString path, QString connection, Access access);

    QString m_path;
    QString m_connection;
    Access m_access;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_statements;
    bool m_committed = false; // since the last checkpoint

    friend class Transaction;
};

/// Rolls back unless committed.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) { }
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) { }

    Database *m_database;
};

} // namespace Quoth::Storage
