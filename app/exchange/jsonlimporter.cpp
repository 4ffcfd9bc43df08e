// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonlimporter.h"

#include "filereading.h"
#include "jsonlexporter.h"
#include "linereader.h"
#include "nativeformat.h"
#include "recordreader.h"
#include "words.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>
#include <QStringConverter>

namespace Quoth::Exchange {

namespace {

class JsonlReading
{
public:
    JsonlReading(const QString &path, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report)
        : m_path(path), m_options(options), m_sink(sink), m_report(report), m_issues(report.issues)
    {
    }

    Result<void> readLine(QByteArrayView line, qint64 number)
    {
        const QByteArrayView bytes = line.trimmed();
        if (bytes.isEmpty())
            return {};
        const QString place = lineOf(m_path, number);
        QJsonParseError error;
        QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
        if (error.error == QJsonParseError::IllegalUTF8String) {
            document = QJsonDocument::fromJson(QString::fromUtf8(bytes).toUtf8(), &error);
            m_issues.warn(Words::tr("Bytes that are not valid %1 became U+FFFD.").arg(u"UTF-8"), place);
        }
        if (!document.isObject()) {
            const QString why = error.error == QJsonParseError::NoError ? Words::tr("it is no object") : error.errorString();
            m_issues.error(Words::tr("The line is not a JSON record (%1) and was skipped.").arg(why), place);
            return {};
        }
        return readRecord(document.object(), number, place);
    }

    void skipLongLine(qint64 number)
    {
        m_issues.error(Words::tr("The line is longer than a record may be and was skipped."), lineOf(m_path, number));
    }

    Result<void> finish(qint64 lines) const
    {
        if (m_report.articles > m_articlesBefore)
            return {};
        if (lines == 0)
            return Error{ErrorCode::BadInput, Words::tr("The file is empty."), m_path};
        for (const Annotation::Issue &issue : m_report.issues) {
            if (issue.severity == Annotation::Severity::Error)
                return Error{ErrorCode::BadInput, Words::tr("The file holds no article. %1").arg(issue.message), issue.place};
        }
        return Error{ErrorCode::BadInput, Words::tr("The file holds no article."), m_path};
    }

private:
    Result<void> readRecord(const QJsonObject &record, qint64 number, const QString &place)
    {
        const QString version = record.value(u"format").toString();
        if (version.startsWith(u"quoth/") && version != nativeVersion)
            m_issues.warn(Words::tr("The record is of the format \"%1\"; what \"%2\" knows of it was read.").arg(version, nativeVersion),
                          place);
        std::optional<ImportedArticle> imported = RecordReader(m_options, m_issues, place).read(record);
        if (!imported)
            return {};
        QString &id = imported->article.article.externalId;
        if (id.isEmpty())
            id = baseName(m_path) + u'-' + QString::number(number);
        makeUnique(id, place);
        if (Result<void> taken = m_sink(std::move(*imported)); !taken)
            return taken;
        ++m_report.articles;
        return {};
    }

    void makeUnique(QString &id, const QString &place)
    {
        if (m_ids.contains(id)) {
            m_issues.warn(Words::tr("An article's id comes more than once; a number was added to it."), place);
            const QString stem = id;
            int &next = m_next[stem];
            do
                id = QStringLiteral("%1 (%2)").arg(stem).arg(++next + 1);
            while (m_ids.contains(id));
        }
        m_ids.insert(id);
    }

    const QString &m_path;
    const ImportOptions &m_options;
    const Importer::Sink &m_sink;
    ImportReport &m_report;
    IssueList m_issues;
    const int m_articlesBefore = m_report.articles;
    QSet<QString> m_ids;
    QHash<QString, int> m_next;
};

bool isWide(const QByteArray &head)
{
    const auto marked = QStringConverter::encodingForData(head);
    return marked && *marked != QStringConverter::Utf8;
}

} // namespace

FormatInfo JsonlImporter::info() const { return JsonlExporter().info(); }

int JsonlImporter::likelihood(const QString &path, const QByteArray &head) const
{
    const bool suffix = info().suffixes.contains(QFileInfo(path).suffix().toLower());
    QByteArrayView start(head);
    if (start.startsWith("\xEF\xBB\xBF"))
        start = start.sliced(3);
    start = start.trimmed();
    if (start.startsWith('{') && start.sliced(1).trimmed().startsWith('"'))
        return suffix ? 95 : 80;
    return suffix && !QFileInfo(path).isDir() ? 60 : 0;
}

Result<void> JsonlImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                                 const Progress &progress) const
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return Error{ErrorCode::NotReadable, Words::tr("This is a folder, not a file."), path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorCode::NotReadable : ErrorCode::NotFound, file.errorString(), path};
    QIODevice *device = &file;
    QBuffer decodedBytes;
    const bool utf8 = options.encoding.isEmpty() || options.encoding.compare(u"UTF-8", Qt::CaseInsensitive) == 0;
    if (!utf8 || isWide(file.peek(4))) {
        // JSON Lines are UTF-8; another encoding is an exception that may cost the memory.
        const Result<DecodedText> decoded = decode(file.readAll(), options.encoding);
        if (!decoded)
            return Error{decoded.error().code, decoded.error().message, path};
        decodedBytes.setData(decoded->text.toUtf8());
        decodedBytes.open(QIODevice::ReadOnly);
        device = &decodedBytes;
    }
    JsonlReading reading(path, options, sink, report);
    LineReader lines(*device);
    const double size = double(qMax<qint64>(device->size(), 1));
    while (const std::optional<QByteArrayView> line = lines.next()) {
        if (Result<void> going = checkCancelled(progress, path); !going)
            return going;
        const bool marked = lines.number() == 1 && line->startsWith("\xEF\xBB\xBF");
        if (lines.isTooLong())
            reading.skipLongLine(lines.number());
        else if (Result<void> done = reading.readLine(marked ? line->sliced(3) : *line, lines.number()); !done)
            return done;
        progress.report(double(lines.bytesRead()) / size);
    }
    if (lines.hasFailed())
        return Error{ErrorCode::NotReadable, device->errorString(), path};
    return reading.finish(lines.number());
}

} // namespace Quoth::Exchange
