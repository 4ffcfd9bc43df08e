// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "project.h"

#include "changecodec.h"
#include "migrations.h"
#include "projectfile.h"
#include "rowreader.h"
#include "rowwriter.h"
#include "words.h"

#include <app/base/version.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

namespace Quoth::Storage {

using namespace Annotation;

namespace {

Result<std::unique_ptr<QLockFile>> lock(const QString &path)
{
    auto file = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    file->setStaleLockTime(0); // a project may be open for days; a lock goes stale only when its process is gone
    if (file->tryLock(0))
        return file;
    if (file->error() == QLockFile::LockFailedError) {
        qint64 process = 0;
        QString host;
        QString program;
        file->getLockInfo(&process, &host, &program);
        return Error{ErrorCode::InUse,
                     Words::tr("The project is already open in %1 (process %2 on %3). Close it there first.")
                         .arg(program.isEmpty() ? QStringLiteral("Quoth") : program)
                         .arg(process)
                         .arg(host),
                     path};
    }
    return Error{ErrorCode::NotWritable,
                 Words::tr("The folder of the project is read-only, so that edits could not be kept. Copy the project to a place you may "
                    "write to."),
                 path};
}

/// Attributions and the spans that belong to none: what a reviewer decides on. One row an article; of one article, reads only
/// what is in it.
QString summarySql(bool ofOne)
{
    return QStringLiteral(
               "WITH items AS ("
               " SELECT article, state, 1 AS frame FROM attributions %1"
               " UNION ALL SELECT article, state, 0 FROM spans %2 NOT EXISTS (SELECT 1 FROM attribution_spans WHERE span = spans.id)),"
               " counts AS (SELECT article, SUM(frame = 1 AND state <> 'rejected') AS attributions, SUM(state = 'suggested') AS suggested,"
               " SUM(state <> 'suggested') AS reviewed FROM items GROUP BY article)"
               " SELECT id, external_id, title, url, outlet, author, published, language, length(text), counts.attributions, suggested,"
               " reviewed FROM articles LEFT JOIN counts ON counts.article = id %3")
        .arg(ofOne ? QStringLiteral("WHERE article = ?") : QString(), ofOne ? QStringLiteral("WHERE article = ? AND") : QStringLiteral("WHERE"),
             ofOne ? QStringLiteral("WHERE id = ?") : QStringLiteral("WHERE withdrawn = 0 ORDER BY id"));
}

ArticleSummary summary(const QSqlQuery &row)
{
    return {ArticleId(row.value(0).toLongLong()),
            row.value(1).toString(),
            {row.value(2).toString(), row.value(3).toString(), row.value(4).toString(), row.value(5).toString(),
             row.value(6).toString(), row.value(7).toString(), {}},
            row.value(8).toLongLong(),
            row.value(9).toInt(),
            row.value(10).toInt(),
            row.value(11).toInt()};
}

} // namespace

Project::Project(std::unique_ptr<Database> database, std::unique_ptr<QLockFile> lock)
    : m_lock(std::move(lock)), m_database(std::move(database)), m_writer(*m_database)
{
}

Project::~Project() = default;

Result<std::unique_ptr<Project>> Project::create(const QString &path, const Schema &schema)
{
    if (QFileInfo::exists(path))
        return Error{ErrorCode::NotWritable, Words::tr("There is a file of this name already. Choose another name."), path};
    if (!QFileInfo(path).absoluteDir().exists())
        return Error{ErrorCode::NotWritable, Words::tr("The folder for the project does not exist. Make it first."), path};
    {
        auto locked = lock(path);
        if (!locked)
            return locked.error();
        const auto fill = [&]() -> Result<void> {
            auto database = Database::open(path, Database::Access::Create);
            if (!database)
                return database.error();
            if (auto done = migrate(**database); !done)
                return done;
            const std::pair<QString, QString> facts[] = {
                {QStringLiteral("schema"), QString::fromUtf8(schema.toJson())},
                {QStringLiteral("created"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                {QStringLiteral("program"), QStringLiteral("Quoth " QUOTH_VERSION)}};
            for (const auto &[key, value] : facts) {
                const auto done
                    = (*database)->run(QStringLiteral("INSERT INTO project (key, value) VALUES (?, ?)"), {key, value});
                if (!done)
                    return done.error();
            }
            return {};
        };
        if (const auto filled = fill(); !filled) {
            QFile::remove(path);
            return filled.error();
        }
    }
    return open(path, Access::ReadWrite);
}

Result<std::unique_ptr<Project>> Project::open(const QString &path, Access access)
{
    const auto header = readProjectHeader(path);
    if (!header)
        return header.error();
    if (header->userVersion > currentVersion()) {
        return Error{ErrorCode::NewerVersion,
                     Words::tr("The project was written by a newer Quoth (file version %1, this program knows %2). Install the newer "
                        "program to open it.")
                         .arg(header->userVersion)
                         .arg(currentVersion()),
                     path};
    }
    std::unique_ptr<QLockFile> held;
    auto mode = Database::Access::ReadOnly;
    if (access == Access::ReadWrite) {
        if (!QFileInfo(path).isWritable()) {
            return Error{ErrorCode::NotWritable,
                         Words::tr("The project is read-only, so that edits could not be kept. Copy it to a place you may write to."), path};
        }
        auto locked = lock(path);
        if (!locked)
            return locked.error();
        held = *std::move(locked);
        mode = Database::Access::ReadWrite;
    }
    auto database = Database::open(path, mode);
    if (database && access == Access::ReadOnly && !(*database)->value(QStringLiteral("PRAGMA user_version"))
        && QFileInfo(path + QStringLiteral("-wal")).size() == 0) {
        // In a read-only folder SQLite cannot make the files that sharing needs; nobody else can write there either.
        database = Database::open(path, Database::Access::Immutable);
    }
    if (!database)
        return database.error();
    std::unique_ptr<Project> project(new Project(*std::move(database), std::move(held)));
    const auto current = access == Access::ReadWrite ? migrate(*project->m_database) : readAsCurrent(*project->m_database);
    if (!current)
        return current.error();
    if (auto done = project->load(); !done)
        return done.error();
    return project;
}

Result<void> Project::load()
{
    // Small files are checked whole; large ones where they are read, and by "quoth check".
    if (QFileInfo(path()).size() < 32 * 1024 * 1024) {
        const auto verdict = m_database->value(QStringLiteral("PRAGMA quick_check(1)"));
        if (!verdict)
            return verdict.error();
        if (verdict->toString() != QStringLiteral("ok")) {
            return Error{ErrorCode::Damaged,
                         Words::tr("The project file is damaged (%1). Take it from a backup, or work on a copy of it: \"sqlite3 FILE "
                            ".recover\" can save what is readable.")
                             .arg(verdict->toString()),
                         path()};
        }
    }
    const auto schema = m_database->value(QStringLiteral("SELECT value FROM project WHERE key = 'schema'"));
    if (!schema)
        return schema.error();
    auto parsed = Schema::fromJson(schema->toByteArray(), path());
    if (!parsed)
        return Error{ErrorCode::Damaged, Words::tr("The project's schema cannot be read: %1").arg(parsed.error().message), path()};
    m_schema = *std::move(parsed);
    return {};
}

Result<QList<ArticleSummary>> Project::articles()
{
    const auto rows = m_database->run(summarySql(false));
    if (!rows)
        return rows.error();
    QList<ArticleSummary> result;
    while ((*rows)->next())
        result.append(summary(**rows));
    if (const auto done = m_database->finished(**rows); !done)
        return done.error();
    return result;
}

Result<ArticleSummary> Project::articleSummary(ArticleId id)
{
    const auto rows = m_database->run(summarySql(true), {id.number(), id.number(), id.number()});
    if (!rows)
        return rows.error();
    if (!(*rows)->next())
        return Error{ErrorCode::NotFound, Words::tr("The project has no article %1.").arg(id.number()), path()};
    const ArticleSummary result = summary(**rows);
    (*rows)->finish();
    return result;
}

Result<AnnotatedArticle> Project::article(ArticleId id)
{
    auto article = readArticle(*m_database, id);
    if (!article)
        return article.error();
    auto annotations = readAnnotations(*m_database, *article);
    if (!annotations)
        return annotations.error();
    m_writer.know(*article);
    return AnnotatedArticle{*std::move(article), *std::move(annotations)};
}

Result<std::optional<ArticleId>> Project::findArticle(const QString &externalId)
{
    const auto id = m_database->value(QStringLiteral("SELECT id FROM articles WHERE external_id = ?"), {externalId});
    if (!id)
        return id.error();
    return id->isNull() ? std::nullopt : std::optional(ArticleId(id->toLongLong()));
}

Result<std::optional<ArticlePresence>> Project::withdrawn(ArticleId id)
{
    const auto present = m_database->value(QStringLiteral("SELECT 1 FROM articles WHERE id = ? AND withdrawn = 0"), {id.number()});
    if (!present)
        return present.error();
    if (present->isValid())
        return std::optional<ArticlePresence>();
    const auto rows = m_database->run(QStringLiteral("SELECT id FROM speakers WHERE withdrawn = 1 AND id IN (SELECT speaker FROM spans WHERE article = ?"
                                                     " UNION SELECT speaker FROM attributions WHERE article = ?) ORDER BY id"),
                                      {id.number(), id.number()});
    if (!rows)
        return rows.error();
    ArticlePresence presence;
    while ((*rows)->next())
        presence.speakers.append(SpeakerId((*rows)->value(0).toLongLong()));
    if (const auto done = m_database->finished(**rows); !done)
        return done.error();
    return std::optional(presence);
}

Result<std::optional<Original>> Project::original(ArticleId id)
{
    const auto rows = m_database->run(QStringLiteral("SELECT name, type, packed FROM originals WHERE article = ?"), {id.number()});
    if (!rows)
        return rows.error();
    std::optional<Original> original;
    if ((*rows)->next())
        original = Original{(*rows)->value(0).toString(), (*rows)->value(1).toString(), qUncompress((*rows)->value(2).toByteArray())};
    if (const auto done = m_database->finished(**rows); !done)
        return done.error();
    (*rows)->finish();
    return original;
}

Result<QList<Speaker>> Project::speakers() { return readSpeakers(*m_database); }

Result<NextIds> Project::nextIds()
{
    // AUTOINCREMENT remembers ids in sqlite_sequence, so that what was deleted and logged keeps its id for undo.
    NextIds result;
    const std::pair<const char *, qint64 *> tables[]
        = {{"spans", &result.span}, {"attributions", &result.attribution}, {"speakers", &result.speaker}};
    for (const auto &[table, next] : tables) {
        const auto last = m_database->value(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = ?"),
                                            {QString::fromLatin1(table)});
        if (!last)
            return last.error();
        *next = last->toLongLong() + 1;
    }
    return result;
}

Result<ArticleId> Project::addArticle(const AnnotatedArticle &added, const ImportNote &note, const QString &who, GrowingStep *step)
{
    const Article &article = added.article;
    const ArticleMeta &meta = article.meta;
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const QJsonObject import{{QStringLiteral("file"), note.file},
                             {QStringLiteral("encoding"), note.encoding},
                             {QStringLiteral("changes"), QJsonArray::fromStringList(note.changes)}};
    const auto inserted = m_database->run(
        QStringLiteral("INSERT INTO articles (external_id, title, url, outlet, author, published, language, extra, text, sha256,"
                       " import, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {nonNull(article.externalId), nonNull(meta.title), nonNull(meta.url), nonNull(meta.outlet), nonNull(meta.author),
         nonNull(meta.published), nonNull(meta.language),
         json(meta.extra), nonNull(article.text),
         QString::fromLatin1(article.sha256()), json(import),
         QDateTime::currentDateTimeUtc().toString(Qt::ISODate)});
    if (!inserted)
        return inserted.error();
    const ArticleId id((*inserted)->lastInsertId().toLongLong());
    const OffsetConverter offsets(article.text);
    RowWriter writer(*m_database, id, offsets);
    ArticlePresence presence;
    qint64 number = 0;
    const auto insertAll = [&]() -> Result<void> {
        for (const Speaker &speaker : added.annotations.speakers) {
            const auto known = m_database->value(QStringLiteral("SELECT 1 FROM speakers WHERE id = ?"), {speaker.id.number()});
            if (!known)
                return known.error();
            if (known->isValid())
                continue;
            if (auto done = writer.insert(speaker); !done)
                return done;
            presence.speakers.append(speaker.id);
        }
        for (const Span &span : added.annotations.spans) {
            if (auto done = writer.insert(span); !done)
                return done;
        }
        for (const Attribution &attribution : added.annotations.attributions) {
            if (auto done = writer.insert(attribution); !done)
                return done;
        }
        if (note.original) {
            const auto kept = m_database->run(QStringLiteral("INSERT INTO originals (article, name, type, packed) VALUES (?, ?, ?, ?)"),
                                              {id.number(), nonNull(note.original->name), nonNull(note.original->type), qCompress(note.original->bytes)});
            if (!kept)
                return kept.error();
        }
        const QString title = Words::tr("import %1").arg(note.file.isEmpty() ? article.externalId : note.file);
        EditLog log(*m_database);
        if (!step)
            return log.tellImport(id, std::nullopt, title, who);
        const auto grown = log.grow(step->number);
        if (!grown)
            return grown.error();
        number = *grown;
        if (auto done = log.append(number, Edit{step->title, id, {ChangeOf<ArticlePresence>{std::nullopt, presence}}, {}, {}}, offsets); !done)
            return done;
        return log.tellImport(id, number, title, who);
    };
    if (auto done = insertAll(); !done)
        return done.error();
    if (auto done = transaction->commit(); !done)
        return done.error();
    if (step)
        step->number = number;
    return id;
}

Result<void> Project::apply(const QList<Edit> &edits, const QString &who)
{
    GrowingStep step;
    return apply(edits, who, step);
}

Result<void> Project::apply(const QList<Edit> &all, const QString &who, GrowingStep &step)
{
    QList<Edit> edits = all;
    edits.removeIf([](const Edit &edit) { return edit.changes.isEmpty(); });
    if (edits.isEmpty())
        return {};
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const auto number = m_writer.apply(edits, m_schema, who, step.number);
    if (!number)
        return number.error();
    if (auto done = transaction->commit(); !done)
        return done;
    step.number = *number;
    takeSchema(edits);
    return {};
}

Result<std::optional<QList<Edit>>> Project::step(Direction direction, const QString &who)
{
    const auto next = EditLog(*m_database).next(direction);
    if (!next)
        return next.error();
    if (next->isEmpty())
        return std::optional<QList<Edit>>();
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    auto step = m_writer.repeat(*next, direction, who);
    if (!step)
        return step.error();
    if (auto done = transaction->commit(); !done)
        return done.error();
    takeSchema(*step);
    return std::optional(*std::move(step));
}

void Project::takeSchema(const QList<Edit> &step)
{
    if (const Schema *schema = schemaAfter(step))
        m_schema = *schema;
}

Result<Leap> Project::stepTo(qint64 number, const QString &who, const Progress &progress)
{
    EditLog log(*m_database);
    const auto distance = EditHistory(*m_database).distance(number, std::nullopt);
    if (!distance)
        return distance.error();
    Leap leap;
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    Schema schema = m_schema;
    for (; leap.steps < distance->steps; ++leap.steps) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was changed."), path()};
        const auto next = log.next(distance->direction);
        if (!next)
            return next.error();
        const auto step = m_writer.repeat(*next, distance->direction, who);
        if (!step)
            return step.error();
        if (const Schema *changed = schemaAfter(*step))
            schema = *changed;
        for (const Edit &edit : *step) {
            if (edit.article) {
                leap.last.insert(*edit.article, edit);
                leap.lastArticle = edit.article;
            }
        }
        progress.report(double(leap.steps + 1) / distance->steps);
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    m_schema = schema;
    return leap;
}

} // namespace Quoth::Storage
