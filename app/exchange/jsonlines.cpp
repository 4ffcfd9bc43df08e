// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonlines.h"

#include "filereading.h"
#include "linereader.h"
#include "textdecoder.h"
#include "words.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStringConverter>
#include <QThread>
#include <QtConcurrent>

#include <deque>

namespace Quoth::Exchange {

namespace {

constexpr QByteArrayView mark("\xEF\xBB\xBF");

/// A line on its way from bytes to a record.
struct Line
{
    QByteArray bytes;
    qint64 number = 0;
    qint64 bytesRead = 0; ///< of the file, with this line
    bool isTooLong = false;
    QJsonDocument document = {};
    QString why = {}; ///< it is no JSON
    bool isMended = false; ///< some bytes were not UTF-8
};
using Batch = QList<Line>;

constexpr qsizetype batchBytes = 1024 * 1024;
constexpr int mostBatches = 4; // at once: more only costs memory, for what is done with the records is done one by one

Batch nextBatch(LineReader &lines)
{
    Batch batch;
    qsizetype bytes = 0;
    while (bytes < batchBytes) {
        const std::optional<QByteArrayView> line = lines.next();
        if (!line)
            break;
        const bool marked = lines.number() == 1 && line->startsWith(mark);
        batch.append(Line{(marked ? line->sliced(3) : *line).trimmed().toByteArray(), lines.number(), lines.bytesRead(), lines.isTooLong()});
        bytes += line->size() + 64;
    }
    return batch;
}

Batch parsed(Batch batch)
{
    for (Line &line : batch) {
        if (line.bytes.isEmpty())
            continue;
        QJsonParseError error;
        line.document = QJsonDocument::fromJson(line.bytes, &error);
        if (error.error == QJsonParseError::IllegalUTF8String) {
            line.document = QJsonDocument::fromJson(QString::fromUtf8(line.bytes).toUtf8(), &error);
            line.isMended = true;
        }
        if (error.error != QJsonParseError::NoError)
            line.why = error.errorString();
    }
    return batch;
}

Result<void> takeLine(const Line &line, ArticleIntake &intake, const RecordSink &sink)
{
    const QString place = lineOf(intake.path(), line.number);
    if (line.isTooLong) {
        intake.issues().error(Words::tr("The line is longer than a record may be and was skipped."), place);
        return {};
    }
    if (line.bytes.isEmpty())
        return {};
    intake.issues().warn(Words::tr("Bytes that are not valid %1 became U+FFFD.").arg(u"UTF-8"), place, line.isMended);
    if (!line.document.isObject()) {
        const QString why = line.why.isEmpty() ? Words::tr("it is no object") : line.why;
        intake.issues().error(Words::tr("The line is not a JSON record (%1) and was skipped.").arg(why), place);
        return {};
    }
    return sink(line.document.object(), line.number, place);
}

bool isWide(const QByteArray &head)
{
    const auto marked = QStringConverter::encodingForData(head);
    return marked && *marked != QStringConverter::Utf8;
}

} // namespace

Result<void> readJsonLines(const ImportOptions &options, ArticleIntake &intake, const Progress &progress, const RecordSink &sink)
{
    const QString &path = intake.path();
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
    LineReader lines(*device);
    const double size = double(qMax<qint64>(device->size(), 1));
    // JSON takes about as long to read as what is made of it: the next lines are read in other threads meanwhile.
    std::deque<QFuture<Batch>> ahead;
    const auto depth = std::size_t(std::clamp(QThread::idealThreadCount() - 1, 1, mostBatches));
    bool isAtEnd = false;
    const auto readAhead = [&] {
        while (!isAtEnd && ahead.size() < depth) {
            Batch batch = nextBatch(lines);
            isAtEnd = batch.isEmpty();
            if (!isAtEnd)
                ahead.push_back(QtConcurrent::run(parsed, std::move(batch)));
        }
    };
    readAhead();
    while (!ahead.empty()) {
        const Batch batch = ahead.front().takeResult();
        ahead.pop_front();
        readAhead();
        for (const Line &line : batch) {
            if (Result<void> going = checkCancelled(progress, path); !going)
                return going;
            if (Result<void> done = takeLine(line, intake, sink); !done)
                return done;
            progress.report(double(line.bytesRead) / size);
        }
    }
    if (lines.hasFailed())
        return Error{ErrorCode::NotReadable, device->errorString(), path};
    if (lines.number() == 0)
        return Error{ErrorCode::BadInput, Words::tr("The file is empty."), path};
    return intake.finish();
}

bool hasKey(const QByteArray &head, QByteArrayView key)
{
    // In a text the closing quotation mark would have a backslash before it.
    const QByteArray quoted = '"' + key.toByteArray() + '"';
    for (qsizetype at = head.indexOf(quoted); at >= 0; at = head.indexOf(quoted, at + 1)) {
        if (QByteArrayView(head).sliced(at + quoted.size()).trimmed().startsWith(':'))
            return true;
    }
    return false;
}

bool beginsWithObject(const QByteArray &head)
{
    QByteArrayView start(head);
    if (start.startsWith(mark))
        start = start.sliced(3);
    start = start.trimmed();
    return start.startsWith('{') && start.sliced(1).trimmed().startsWith('"');
}

} // namespace Quoth::Exchange
