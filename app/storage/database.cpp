// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database.h"

#include "words.h"

#include <QAtomicInteger>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QUrl>

namespace Quoth::Storage {

namespace {

Q_LOGGING_CATEGORY(log, "quoth.storage.database")

/// A commit that finds more than this in the log moves it into the file and takes that much longer: 40 MiB, so that only
/// work without a pause comes to it.
constexpr int pagesBeforeCheckpoint = 10240;

QString nextConnectionName()
{
    static QAtomicInteger<quint64> counter = 0;
    return QStringLiteral("quoth-%1").arg(++counter);
}

} // namespace

QString json(const QJsonObject &object)
{
    return object.isEmpty() ? QStringLiteral("{}") : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Database::Database(QString path, QString connection, Access access)
    : m_path(std::move(path)), m_connection(std::move(connection)), m_access(access)
{
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access)
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE"))) {
        return Error{ErrorCode::Internal,
                     Words::tr("Qt's SQLite driver is missing. Install it (Debian: libqt6sql6-sqlite) and try again."), path};
    }
    std::unique_ptr<Database> database(new Database(path, nextConnectionName(), access));
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connection);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=3000");
    if (access == Access::ReadWrite || access == Access::Create) {
        connection.setDatabaseName(path);
    } else {
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        if (access == Access::Immutable) {
            options += QStringLiteral(";QSQLITE_OPEN_URI");
            connection.setDatabaseName(QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded) + QStringLiteral("?immutable=1"));
        } else {
            connection.setDatabaseName(path);
        }
    }
    connection.setConnectOptions(options);
    if (!connection.open())
        return database->error(connection.lastError());
    // Journal mode and durability: in WAL with synchronous=FULL every commit is on the disk before it is acknowledged.
    QStringList pragmas{QStringLiteral("PRAGMA foreign_keys=ON")};
    if (access == Access::ReadWrite)
        pragmas << QStringLiteral("PRAGMA journal_mode=WAL") << QStringLiteral("PRAGMA synchronous=FULL")
                << QStringLiteral("PRAGMA wal_autocheckpoint=%1").arg(pagesBeforeCheckpoint);
    for (const QString &pragma : std::as_const(pragmas)) {
        if (auto done = database->runOnce(pragma); !done)
            return done.error();
    }
    return database;
}

Database::~Database()
{
    m_statements.clear();
    {
        QSqlDatabase connection = QSqlDatabase::database(m_connection, false);
        connection.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
    // A read-only connection makes the files that sharing needs, but may not delete them. One that may write does so when it
    // is the last; with nothing in the log it writes nothing else. A log with something in it is for the next writer.
    const QFileInfo log(m_path + QStringLiteral("-wal"));
    if (m_access == Access::ReadOnly && log.exists() && log.size() == 0)
        (void)open(m_path, Access::ReadWrite);
}

Result<QSqlQuery *> Database::run(const QString &sql, const QVariantList &values)
{
    auto &statement = m_statements[sql];
    if (!statement) {
        auto prepared = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_connection, false));
        prepared->setForwardOnly(true);
        if (!prepared->prepare(sql)) {
            m_statements.erase(sql);
            return error(prepared->lastError());
        }
        statement = std::move(prepared);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        statement->bindValue(int(i), values[i]);
    if (!statement->exec())
        return error(statement->lastError());
    return statement.get();
}

Result<void> Database::runOnce(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(sql))
        return error(query.lastError());
    return {};
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values)
{
    const auto query = run(sql, values);
    if (!query)
        return query.error();
    QVariant result;
    if ((*query)->next())
        result = (*query)->value(0);
    const auto done = finished(**query);
    (*query)->finish();
    if (!done)
        return done.error();
    return result;
}

Result<void> Database::checkpoint()
{
    if (!m_committed)
        return {};
    m_committed = false;
    return runOnce(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
}

Result<void> Database::finished(const QSqlQuery &query) const
{
    if (query.lastError().isValid())
        return error(query.lastError());
    return {};
}

Error Database::error(const QSqlError &sqlError) const
{
    qCDebug(log) << m_path << sqlError.nativeErrorCode() << sqlError.text();
    // The primary result code is in the low byte: https://www.sqlite.org/rescode.html
    switch (sqlError.nativeErrorCode().toInt() & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return {ErrorCode::InUse, Words::tr("Another program is using the project. Close it there and try again."), m_path};
    case 8: // SQLITE_READONLY
        return {ErrorCode::NotWritable,
                Words::tr("The project cannot be written: the file or its folder is read-only. Copy it to a place you may write to."),
                m_path};
    case 10: // SQLITE_IOERR
        return {ErrorCode::NotWritable,
                Words::tr("The disk reported a fault. Nothing of the edit was kept; check the disk and try again."), m_path};
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return {ErrorCode::Damaged,
                Words::tr("The project file is damaged. Work on a copy of it: \"sqlite3 FILE .recover\" can save what is readable."),
                m_path};
    case 13: // SQLITE_FULL
        return {ErrorCode::NotWritable, Words::tr("The disk is full. Nothing of the edit was kept; free some space and try again."),
                m_path};
    case 14: // SQLITE_CANTOPEN
        return {ErrorCode::NotReadable, Words::tr("The file cannot be opened. Check that it is there and that you may read it."), m_path};
    case 19: // SQLITE_CONSTRAINT
        return {ErrorCode::BadInput,
                Words::tr("That does not fit what is in the project (%1). Nothing of it was kept.").arg(sqlError.databaseText().trimmed()),
                m_path};
    default:
        return {ErrorCode::Internal, Words::tr("The database refused: %1").arg(sqlError.text().trimmed()), m_path};
    }
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (auto begun = database.runOnce(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database)
        (void)m_database->runOnce(QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    if (auto done = m_database->runOnce(QStringLiteral("COMMIT")); !done)
        return done; // the destructor rolls back
    m_database->m_committed = true;
    m_database = nullptr;
    return {};
}

} // namespace Quoth::Storage
