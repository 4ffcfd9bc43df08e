// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bratimporter.h"

#include "bratreader.h"
#include "filereading.h"
#include "textimporter.h"
#include "words.h"

#include <QDirIterator>
#include <QFileInfo>

namespace Quoth::Exchange {

namespace {

QString withSuffix(const QString &path, QLatin1String suffix)
{
    const QFileInfo file(path);
    return path.left(path.size() - file.suffix().size()) + suffix;
}

QStringList filesIn(const QString &folder, const QString &pattern)
{
    QStringList files;
    QDirIterator found(folder, {pattern}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext())
        files.append(found.next());
    files.sort();
    return files;
}

Result<ImportedArticle> readPair(const QString &textPath, const ImportOptions &options, IssueList &issues)
{
    const Result<DecodedText> text = readText(textPath, options, issues);
    if (!text)
        return text.error();
    const QString annotationPath = withSuffix(textPath, QLatin1String("ann"));
    QString annotations;
    if (QFileInfo::exists(annotationPath)) {
        const Result<QByteArray> bytes = readFile(annotationPath);
        if (!bytes)
            return bytes.error();
        const Result<DecodedText> decoded = decode(*bytes, options.encoding);
        if (!decoded)
            return Error{decoded.error().code, decoded.error().message, annotationPath};
        annotations = decoded->text;
    }
    ImportedArticle imported = readBrat(text->text, annotations, annotationPath, options, issues);
    imported.encoding = text->encoding;
    return imported;
}

} // namespace

FormatInfo BratImporter::info() const
{
    return {QStringLiteral("brat"), Words::tr("brat standoff"), {QStringLiteral("ann")}, true, true, true,
            {Support::Yes, Support::Yes, Support::Yes, Support::Yes, Support::Yes, Support::Partly, OffsetUnit::CodePoints, QStringLiteral("brat's own parser")}};
}

int BratImporter::likelihood(const QString &path, const QByteArray &) const
{
    const QFileInfo file(path);
    if (file.isDir()) {
        QDirIterator found(path, {QStringLiteral("*.ann")}, QDir::Files, QDirIterator::Subdirectories);
        return found.hasNext() ? 90 : 0;
    }
    const QString suffix = file.suffix().toLower();
    if (suffix == u"ann")
        return 90;
    return suffix == u"txt" && QFileInfo::exists(withSuffix(path, QLatin1String("ann"))) ? 70 : 0;
}

Result<void> BratImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                                const Progress &progress) const
{
    if (!QFileInfo::exists(path))
        return Error{ErrorCode::NotFound, Words::tr("There is no such file or folder."), path};
    const bool folder = QFileInfo(path).isDir();
    QStringList files{folder ? QString() : withSuffix(path, QLatin1String("txt"))};
    if (folder)
        files = filesIn(path, QStringLiteral("*.txt"));
    IssueList issues(report.issues);
    if (folder) {
        const QStringList annotationFiles = filesIn(path, QStringLiteral("*.ann"));
        for (const QString &annotationFile : annotationFiles) {
            if (!QFileInfo::exists(withSuffix(annotationFile, QLatin1String("txt"))))
                issues.error(Words::tr("An annotation file without its text was skipped."), annotationFile);
        }
    }
    const int before = report.articles;
    Error firstError{ErrorCode::BadInput, Words::tr("The folder holds no text file."), path};
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (Result<void> going = checkCancelled(progress, path); !going)
            return going;
        Result<ImportedArticle> imported = readPair(files[i], options, issues);
        if (!imported) {
            issues.error(Words::tr("A file was skipped. %1").arg(imported.error().message), imported.error().place);
            firstError = imported.error();
            continue;
        }
        Annotation::Article &article = imported->article.article;
        const QString name = folder ? QDir(path).relativeFilePath(files[i]) : QFileInfo(files[i]).fileName();
        article.externalId = name.chopped(4);
        article.meta.title = titleLine(article.text);
        if (article.meta.title.isEmpty())
            article.meta.title = baseName(files[i]);
        if (Result<void> taken = sink(std::move(*imported)); !taken)
            return taken;
        ++report.articles;
        progress.report(double(i + 1) / double(files.size()));
    }
    if (report.articles == before)
        return firstError;
    return {};
}

} // namespace Quoth::Exchange
