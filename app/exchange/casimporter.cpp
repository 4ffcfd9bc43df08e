// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casimporter.h"

#include "casreader.h"
#include "filereading.h"
#include "words.h"
#include "xmireader.h"
#include "ziparchive.h"

#include <algorithm>

namespace Quoth::Exchange {

namespace {

const QString typesFile = QStringLiteral("typesystem.xml");

/// Decodes what one asks for in another encoding than the file's own.
Result<QByteArray> asUtf8(const QByteArray &bytes, const ImportOptions &options, const QString &path)
{
    if (options.encoding.isEmpty() || options.encoding.compare(u"UTF-8", Qt::CaseInsensitive) == 0)
        return bytes;
    const Result<DecodedText> decoded = decode(bytes, options.encoding);
    if (!decoded)
        return Error{decoded.error().code, decoded.error().message, path};
    return decoded->text.toUtf8();
}

} // namespace

bool CasImporter::isArchiveOf(const QString &path, const QByteArray &head) const
{
    if (!isZip(head))
        return false;
    const Result<ZipReader> zip = ZipReader::open(path);
    return zip && std::any_of(zip->names().begin(), zip->names().end(), [ending = u'.' + suffix()](const QString &name) {
               return name.endsWith(ending, Qt::CaseInsensitive);
           });
}

Result<void> CasImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                               const Progress &progress) const
{
    IssueList issues(report.issues);
    QSet<QString> ids;
    std::optional<Error> firstError;
    const int before = report.articles;
    const auto readOne
        = [&](const QByteArray &bytes, const QList<CasType> &types, const QString &name, const QString &place) -> Result<void> {
        const Result<QByteArray> utf8 = asUtf8(bytes, options, place);
        const Result<CasDocument> document = utf8 ? decode(*utf8, types, place, issues) : Result<CasDocument>(utf8.error());
        std::optional<ImportedArticle> imported = document ? readCas(*document, place, options, issues) : std::nullopt;
        if (!imported) {
            if (!firstError)
                firstError
                    = document ? Error{ErrorCode::BadInput, Words::tr("The file holds no article."), place} : document.error();
            if (!document)
                issues.error(document.error().message, document.error().place);
            return {};
        }
        imported->encoding = QStringLiteral("UTF-8");
        QString &id = imported->article.article.externalId;
        if (id.isEmpty())
            id = baseName(name);
        const QString stem = id;
        if (ids.contains(id))
            issues.warn(Words::tr("An article's id comes more than once; a number was added to it."), place);
        for (int number = 2; ids.contains(id); ++number)
            id = QStringLiteral("%1 (%2)").arg(stem).arg(number);
        ids.insert(id);
        if (Result<void> taken = sink(std::move(*imported)); !taken)
            return taken;
        ++report.articles;
        return {};
    };
    if (Result<void> going = checkCancelled(progress, path); !going)
        return going;
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    if (!isZip(bytes->first(std::min<qsizetype>(bytes->size(), 64)))) {
        if (Result<void> done = readOne(*bytes, {}, path, path); !done)
            return done;
    } else {
        const Result<ZipReader> zip = ZipReader::open(path);
        if (!zip)
            return zip.error();
        QList<CasType> types;
        QStringList files;
        for (const QString &name : zip->names()) {
            const Result<QByteArray> typesBytes = name.section(u'/', -1).compare(typesFile, Qt::CaseInsensitive) == 0
                ? zip->read(name)
                : Result<QByteArray>(QByteArray());
            if (typesBytes && !typesBytes->isEmpty())
                mergeTypes(types, readTypeSystem(*typesBytes, path + QStringLiteral(", ") + name, issues));
            else if (name.endsWith(u'.' + suffix(), Qt::CaseInsensitive))
                files.append(name);
        }
        for (qsizetype i = 0; i < files.size(); ++i) {
            if (Result<void> going = checkCancelled(progress, path); !going)
                return going;
            const QString place = path + QStringLiteral(", ") + files[i];
            const Result<QByteArray> file = zip->read(files[i]);
            if (!file)
                issues.error(file.error().message, file.error().place);
            else if (Result<void> done = readOne(*file, types, files[i], place); !done)
                return done;
            progress.report(double(i + 1) / double(files.size()));
        }
    }
    if (report.articles == before)
        return firstError.value_or(Error{ErrorCode::BadInput, Words::tr("The file holds no article."), path});
    progress.report(1);
    return {};
}

} // namespace Quoth::Exchange
