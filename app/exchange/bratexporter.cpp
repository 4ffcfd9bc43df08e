// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bratexporter.h"

#include "bratimporter.h"
#include "bratwriter.h"
#include "exportselection.h"
#include "losslist.h"
#include "outputfile.h"
#include "words.h"

#include <QDir>
#include <QTemporaryDir>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

class BratSession : public ExportSession
{
public:
    BratSession(const QString &target, const ExportOptions &options)
        : m_target(target), m_folder(target + QStringLiteral(".part-XXXXXX")), m_schema(options.schema), m_selection(options.states)
    {
    }

    Result<void> begin() const
    {
        if (!m_folder.isValid())
            return Error{ErrorCode::NotWritable, m_folder.errorString(), m_target};
        return {};
    }

    Result<void> write(const AnnotatedArticle &article) override
    {
        const AnnotatedArticle selected = m_selection.of(article);
        const QString name = nameFor(article.article.externalId);
        const BratFile file = writeBrat(selected);
        m_inNotes += file.inNotes;
        m_cut += file.cut;
        m_lost += file.lost;
        m_labels.unite(file.labels);
        m_events.unite(file.events);
        const ArticleMeta &meta = article.article.meta;
        m_metadata += !(meta.url.isEmpty() && meta.outlet.isEmpty() && meta.author.isEmpty() && meta.published.isEmpty()
                        && meta.language.isEmpty() && meta.extra.isEmpty());
        if (Result<void> done = writeFile(name + QStringLiteral(".txt"), article.article.text.toUtf8()); !done)
            return done;
        return writeFile(name + QStringLiteral(".ann"), file.annotations);
    }

    Result<void> commit() override
    {
        const QByteArray configuration = bratConfiguration(m_schema, m_labels.values(), m_events.values());
        if (Result<void> done = writeFile(QStringLiteral("annotation.conf"), configuration); !done)
            return done;
        return putInPlace();
    }

    QList<Issue> losses() const override
    {
        LossList losses;
        losses.note(Words::tr("Origins, confidences, explanations and speakers went into notes of the type \"Quoth\"."), m_inNotes);
        losses.note(Words::tr("Spans were cut at line breaks; notes keep how they were."), m_cut);
        losses.warn(Words::tr("Annotations of nothing but line breaks were left out."), m_lost);
        losses.warn(Words::tr("Articles' ids were changed so that they can be file names."), m_renamed);
        losses.warn(Words::tr("Articles lost their metadata, for which brat has no place."), m_metadata);
        return m_selection.issues() + losses.issues();
    }

private:
    QString nameFor(const QString &id)
    {
        QString name = id;
        for (QChar &c : name) {
            if (c.category() == QChar::Other_Control || QStringView(u"/\\:*?\"<>|").contains(c))
                c = u'_';
        }
        while (name.startsWith(u'.'))
            name.remove(0, 1);
        // File names may be 255 bytes long.
        while (name.toUtf8().size() > 200)
            name.chop(name.back().isLowSurrogate() ? 2 : 1);
        if (name.isEmpty())
            name = QStringLiteral("article");
        // Some file systems take letter case for nothing.
        const QString stem = name;
        for (int number = 2; m_names.contains(name.toLower()); ++number)
            name = stem + u'-' + QString::number(number);
        m_names.insert(name.toLower());
        m_renamed += name != id;
        return name;
    }

    Result<void> writeFile(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
            return Error{ErrorCode::NotWritable, file.errorString(), QDir(m_target).filePath(name)};
        m_files.append(name);
        return {};
    }

    Result<void> putInPlace()
    {
        if (!QFileInfo::exists(m_target)) {
            // A temporary folder is private; this one is to be as open as the files that were made in it.
            QFileDevice::Permissions permissions = QFile::permissions(m_folder.path());
            const QFileDevice::Permissions file = QFile::permissions(m_folder.filePath(m_files.constLast()));
            permissions.setFlag(QFileDevice::ReadGroup, file.testFlag(QFileDevice::ReadGroup));
            permissions.setFlag(QFileDevice::ExeGroup, file.testFlag(QFileDevice::ReadGroup));
            permissions.setFlag(QFileDevice::ReadOther, file.testFlag(QFileDevice::ReadOther));
            permissions.setFlag(QFileDevice::ExeOther, file.testFlag(QFileDevice::ReadOther));
            QFile::setPermissions(m_folder.path(), permissions);
            if (!QDir().rename(m_folder.path(), m_target))
                return Error{ErrorCode::NotWritable, Words::tr("The folder could not be put in its place."), m_target};
            m_folder.setAutoRemove(false);
            return {};
        }
        for (const QString &name : std::as_const(m_files)) {
            const QString target = QDir(m_target).filePath(name);
            if ((QFile::exists(target) && !QFile::remove(target)) || !QFile::rename(m_folder.filePath(name), target))
                return Error{ErrorCode::NotWritable, Words::tr("The file could not be put in its place."), target};
        }
        return {};
    }

    const QString m_target;
    QTemporaryDir m_folder;
    const Schema m_schema;
    ExportSelection m_selection;
    QStringList m_files;
    QSet<QString> m_names;
    QSet<QString> m_labels;
    QSet<QString> m_events;
    int m_inNotes = 0;
    int m_cut = 0;
    int m_lost = 0;
    int m_renamed = 0;
    int m_metadata = 0;
};

} // namespace

FormatInfo BratExporter::info() const { return BratImporter().info(); }

Result<std::unique_ptr<ExportSession>> BratExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    if (outputPath == u"-")
        return Error{ErrorCode::BadInput, Words::tr("brat standoff is a folder of files and cannot go to the standard output."), {}};
    const QString target = QDir::cleanPath(outputPath);
    const QFileInfo info(target);
    if (info.exists() && !info.isDir())
        return Error{ErrorCode::NotWritable, Words::tr("brat standoff is a folder, but there is a file of this name."), outputPath};
    auto session = std::make_unique<BratSession>(target, options);
    if (Result<void> begun = session->begin(); !begun)
        return begun.error();
    return std::unique_ptr<ExportSession>(std::move(session));
}

} // namespace Quoth::Exchange
