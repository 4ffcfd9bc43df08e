// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "qdapackage.h"

#include "filereading.h"
#include "qdareader.h"
#include "words.h"

#include <QSet>

namespace Quoth::Exchange {

namespace {

struct SourceText
{
    QString text;
    QString encoding;
};

Result<SourceText> sourceText(const QByteArray &bytes, const ImportOptions &options, const QString &place, IssueList &issues)
{
    const Result<DecodedText> decoded = decode(bytes, options.encoding);
    if (!decoded)
        return Error{decoded.error().code, decoded.error().message, place};
    issues.warn(Words::tr("Bytes that are not valid %1 became U+FFFD.").arg(decoded->encoding), place, decoded->invalid);
    SourceText source{decoded->text, decoded->encoding};
    if (source.text.startsWith(QChar::ByteOrderMark))
        source.text.remove(0, 1);
    return source;
}

QString unique(const QString &wanted, QSet<QString> &taken)
{
    const QString stem = wanted.isEmpty() ? QStringLiteral("1") : wanted;
    QString id = stem;
    for (int i = 2; taken.contains(id); ++i)
        id = stem + QStringLiteral(" (%1)").arg(i);
    taken.insert(id);
    return id;
}

} // namespace

Result<void> readQdaPackage(const QByteArray &xml, const QString &path, const QString &place, const std::function<Result<QByteArray>(const QString &)> &fileBehind,
                            const ImportOptions &options, const Importer::Sink &sink, ImportReport &report, const Progress &progress)
{
    IssueList issues(report.issues);
    Result<QdaProject> project = parseQdaProject(xml, place, issues);
    if (!project)
        return project.error();
    for (QdaProject::Note &note : project->notes) {
        if (!note.content.isEmpty() || note.path.isEmpty())
            continue;
        const Result<QByteArray> bytes = fileBehind(note.path);
        if (!bytes)
            issues.warn(Words::tr("The text of a note could not be read. %1").arg(bytes.error().message), bytes.error().place);
        else if (const Result<SourceText> text = sourceText(*bytes, {}, place, issues))
            note.content = Annotation::normalised(text->text).text;
    }
    QdaReader reader(*project, place, options, issues);
    QSet<QString> ids;
    int read = 0;
    for (qsizetype i = 0; i < project->sources.size(); ++i) {
        if (Result<void> going = checkCancelled(progress, path); !going)
            return going;
        const QdaProject::Source &source = project->sources[i];
        SourceText text{source.content.value_or(QString()), QStringLiteral("UTF-8")};
        if (!source.content) {
            const Result<QByteArray> bytes = fileBehind(source.path);
            const Result<SourceText> decoded = bytes ? sourceText(*bytes, options, place, issues) : bytes.error();
            if (!decoded) {
                issues.error(Words::tr("A source was left out. %1").arg(decoded.error().message), lineOf(place, source.line));
                continue;
            }
            text = *decoded;
        }
        if (QStringView(text.text).trimmed().isEmpty()) {
            issues.error(Words::tr("A source was left out: it has no text."), lineOf(place, source.line));
            continue;
        }
        ImportedArticle imported = reader.read(source, text.text);
        imported.encoding = text.encoding;
        QString &id = imported.article.article.externalId;
        id = unique(id, ids);
        if (Result<void> taken = sink(std::move(imported)); !taken)
            return taken;
        ++report.articles;
        ++read;
        progress.report(double(i + 1) / double(project->sources.size()));
    }
    reader.finish();
    if (read == 0)
        return Error{ErrorCode::BadInput, Words::tr("The project holds no text that could be read."), path};
    return {};
}

} // namespace Quoth::Exchange
