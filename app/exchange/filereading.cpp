// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filereading.h"

#include "utfguess.h"
#include "words.h"

#include <QFile>
#include <QFileInfo>

namespace Quoth::Exchange {

namespace {
constexpr qint64 largest = qint64(1) << 30;
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return Error{ErrorCode::NotReadable, Words::tr("This is a folder, not a file."), path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorCode::NotReadable : ErrorCode::NotFound, file.errorString(), path};
    if (file.size() > largest)
        return Error{ErrorCode::BadInput, Words::tr("The file is larger than an article may be (1 GiB)."), path};
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::NotReadable, file.errorString(), path};
    return bytes;
}

Result<DecodedText> readText(const QString &path, const ImportOptions &options, IssueList &issues)
{
    const Result<QByteArray> bytes = readFile(path);
    return bytes ? decodedText(*bytes, options, path, issues) : bytes.error();
}

Result<DecodedText> decodedText(const QByteArray &bytes, const ImportOptions &options, const QString &path, IssueList &issues)
{
    if (bytes.isEmpty())
        return Error{ErrorCode::BadInput, Words::tr("The file is empty."), path};
    const QString kind = options.encoding.isEmpty() ? binaryKind(bytes) : magicKind(bytes);
    if (!kind.isEmpty())
        return Error{ErrorCode::BadInput, Words::tr("This is no text: it seems to be %1.").arg(kind), path};
    Result<DecodedText> decoded = decode(bytes, options.encoding);
    if (!decoded)
        return Error{decoded.error().code, decoded.error().message, path};
    if (decoded->invalid > 0)
        issues.warn(Words::tr("Bytes that are not valid %1 became U+FFFD.").arg(decoded->encoding),
                    lineOf(path, decoded->firstInvalidLine), decoded->invalid);
    return decoded;
}

QString baseName(const QString &path) { return QFileInfo(path).completeBaseName(); }

Annotation::Provenance importedProvenance(const ImportOptions &options)
{
    Annotation::Provenance provenance;
    provenance.state = options.state;
    provenance.origin.kind = Annotation::OriginKind::Import;
    provenance.origin.name = options.annotator;
    return provenance;
}

Result<void> checkCancelled(const Progress &progress, const QString &path)
{
    if (progress.isCancelled())
        return Error{ErrorCode::Cancelled, Words::tr("The import was cancelled."), path};
    return {};
}

} // namespace Quoth::Exchange
