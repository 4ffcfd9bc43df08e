// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "migrations.h"

#include "projectfile.h"
#include "words.h"

#include <QDir>
#include <QFile>

namespace Quoth::Storage {

namespace {

/// Numbered SQL files, in order: entry i leads to version i + 1.
const QStringList &steps()
{
    static const QStringList files = [] {
        QStringList found;
        const QDir folder(QStringLiteral(":/quoth/sql"));
        const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
        for (const QString &name : names)
            found.append(folder.filePath(name));
        return found;
    }();
    return files;
}

/// Qt's SQLite driver runs one statement at a time; ours end with a semicolon at the end of a line.
QStringList statements(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList result;
    QString statement;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (statement.isEmpty() && (line.trimmed().isEmpty() || line.startsWith(QStringLiteral("--"))))
            continue;
        statement += line + u'\n';
        if (line.endsWith(u';')) {
            result.append(statement);
            statement.clear();
        }
    }
    return result;
}

} // namespace

int currentVersion() { return int(steps().size()); }

Result<void> migrate(Database &database)
{
    const auto version = database.value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    const int from = version->toInt();
    if (from > currentVersion()) {
        return Error{ErrorCode::NewerVersion,
                     Words::tr("The project was written by a newer Quoth (file version %1, this program knows %2). Install the "
                        "newer program to open it.")
                         .arg(from)
                         .arg(currentVersion()),
                     database.path()};
    }
    if (from == currentVersion())
        return {};
    if (from > 0) {
        const QString backup = QStringLiteral("%1.version-%2.backup").arg(database.path()).arg(from);
        QFile::remove(backup);
        if (auto copied = database.run(QStringLiteral("VACUUM INTO ?"), {backup}); !copied)
            return copied.error();
    }
    for (int step = from; step < currentVersion(); ++step) {
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return transaction.error();
        const QStringList sql = statements(steps()[step]);
        for (const QString &statement : sql) {
            if (auto done = database.runOnce(statement); !done)
                return done;
        }
        if (auto done = database.runOnce(QStringLiteral("PRAGMA application_id=%1").arg(applicationId)); !done)
            return done;
        if (auto done = database.runOnce(QStringLiteral("PRAGMA user_version=%1").arg(step + 1)); !done)
            return done;
        if (auto done = transaction->commit(); !done)
            return done;
    }
    return {};
}

Result<void> readAsCurrent(Database &database)
{
    const auto version = database.value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    if (version->toInt() == currentVersion())
        return {};
    if (auto done = database.runOnce(QStringLiteral("PRAGMA temp_store=MEMORY")); !done)
        return done;
    // A name is looked up among the temporary ones first.
    QStringList views;
    if (version->toInt() < 2) {
        views << QStringLiteral("CREATE TEMP VIEW edits AS SELECT *, id AS step FROM main.edits")
              << QStringLiteral("CREATE TEMP VIEW history AS SELECT *, article IS NOT NULL AS articles FROM main.history");
    }
    if (version->toInt() < 4) {
        views << QStringLiteral("CREATE TEMP VIEW learner_versions AS SELECT 0 AS number, '' AS made, '' AS base, '[]' AS articles,"
                                " '[]' AS passed_over, 0 AS decisions, 0.0 AS strength, x'' AS state WHERE 0");
    }
    if (version->toInt() < 5) {
        views << QStringLiteral("CREATE TEMP VIEW releases AS SELECT 0 AS number, '' AS made, '' AS who, '' AS name, '{}' AS recipe,"
                                " '{}' AS choice, '' AS manifest, 0 AS articles, '{}' AS counts WHERE 0")
              << QStringLiteral("CREATE TEMP VIEW release_articles AS SELECT 0 AS release, '' AS article, '' AS split, '' AS line WHERE 0");
    }
    if (version->toInt() < 6) {
        views << QStringLiteral("CREATE TEMP VIEW articles AS SELECT *, 0 AS withdrawn FROM main.articles")
              << QStringLiteral("CREATE TEMP VIEW speakers AS SELECT *, 0 AS withdrawn FROM main.speakers")
              << QStringLiteral("CREATE TEMP VIEW originals AS SELECT 0 AS article, '' AS name, '' AS type, x'' AS packed WHERE 0");
    }
    for (const QString &view : std::as_const(views)) {
        if (auto done = database.runOnce(view); !done)
            return done;
    }
    return {};
}

} // namespace Quoth::Storage
