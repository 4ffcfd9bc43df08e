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

namespace Quoth::Exchange {

namespace {

constexpr QByteArrayView mark("\xEF\xBB\xBF");

Result<void> readLine(QByteArrayView line, qint64 number, ArticleIntake &intake, const RecordSink &sink)
{
    const QByteArrayView bytes = line.trimmed();
    if (bytes.isEmpty())
        return {};
    const QString place = lineOf(intake.path(), number);
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
    if (error.error == QJsonParseError::IllegalUTF8String) {
        document = QJsonDocument::fromJson(QString::fromUtf8(bytes).toUtf8(), &error);
        intake.issues().warn(Words::tr("Bytes that are not valid %1 became U+FFFD.").arg(u"UTF-8"), place);
    }
    if (!document.isObject()) {
        const QString why = error.error == QJsonParseError::NoError ? Words::tr("it is no object") : error.errorString();
        intake.issues().error(Words::tr("The line is not a JSON record (%1) and was skipped.").arg(why), place);
        return {};
    }
    return sink(document.object(), number, place);
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
    while (const std::optional<QByteArrayView> line = lines.next()) {
        if (Result<void> going = checkCancelled(progress, path); !going)
            return going;
        const bool marked = lines.number() == 1 && line->startsWith(mark);
        if (lines.isTooLong())
            intake.issues().error(Words::tr("The line is longer than a record may be and was skipped."),
                                  lineOf(path, lines.number()));
        else if (Result<void> done = readLine(marked ? line->sliced(3) : *line, lines.number(), intake, sink); !done)
            return done;
        progress.report(double(lines.bytesRead()) / size);
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
