// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluating.h"

#include "words.h"

#include <app/exchange/articlewriter.h>
#include <app/exchange/exportselection.h>
#include <app/exchange/filereading.h>
#include <app/exchange/linereader.h>
#include <app/exchange/textmapping.h>
#include <app/measure/documentreader.h>
#include <app/storage/project.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

namespace Quoth::Tasks {

using namespace Measure;

namespace {

constexpr double predictedShare = 0.6; // of the time: gold needs no place to be kept

bool isProject(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.peek(16).startsWith("SQLite format 3");
}

/// Hands on every record of a file, with its place for errors.
Result<void> readRecords(const QString &path, const Progress &progress, const std::function<void(double)> &report,
                         const std::function<Result<void>(const QJsonObject &, const QString &)> &take)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return Error{ErrorCode::NotReadable, Words::tr("This is a folder, not a file."), path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorCode::NotReadable : ErrorCode::NotFound, file.errorString(), path};
    Exchange::LineReader lines(file);
    const double size = double(qMax<qint64>(file.size(), 1));
    while (std::optional<QByteArrayView> line = lines.next()) {
        if (Result<void> going = Exchange::checkCancelled(progress, path); !going)
            return going;
        const QString place = Exchange::lineOf(path, lines.number());
        if (lines.isTooLong())
            return Error{ErrorCode::BadInput, Words::tr("The line is longer than a record may be."), place};
        if (lines.number() == 1 && line->startsWith("\xEF\xBB\xBF"))
            line = line->sliced(3);
        const QByteArrayView bytes = line->trimmed();
        if (bytes.isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
        if (!document.isObject()) {
            const QString why = error.error == QJsonParseError::NoError ? Words::tr("it is no object") : error.errorString();
            return Error{
                ErrorCode::BadInput,
                Words::tr("The line is not a JSON record (%1). One JSON object a line is needed, or a project.").arg(why), place};
        }
        if (Result<void> taken = take(document.object(), place); !taken)
            return taken;
        report(double(lines.bytesRead()) / size);
    }
    if (lines.hasFailed())
        return Error{ErrorCode::NotReadable, file.errorString(), path};
    return {};
}

Document normalisedAsImported(const Document &document)
{
    const Exchange::TextMapping mapping(document.text);
    if (mapping.text() == document.text)
        return document;
    const OffsetConverter raw(document.text);
    return moved(document, mapping.text(), [&](TextRange range) { return mapping.toText(raw.toCodePoints(range)); });
}

using Take = std::function<Result<void>(Document)>;

/// Hands on the documents of a project as an export would give them.
Result<void> readProject(const QString &path, const QList<Annotation::State> &states, const Progress &progress,
                         const std::function<void(double)> &report, const Take &take)
{
    const auto project = Storage::Project::open(path, Storage::Project::Access::ReadOnly);
    if (!project)
        return project.error();
    const auto articles = (*project)->articles();
    if (!articles)
        return articles.error();
    Exchange::ExportSelection selection(states);
    double done = 0;
    for (const Storage::ArticleSummary &summary : *articles) {
        if (Result<void> going = Exchange::checkCancelled(progress, path); !going)
            return going;
        const auto article = (*project)->article(summary.id);
        if (!article)
            return article.error();
        const QByteArray line = Exchange::nativeLine(selection.of(*article));
        auto document = readDocument(QJsonDocument::fromJson(line).object(), path);
        if (!document)
            return document.error();
        if (Result<void> taken = take(*std::move(document)); !taken)
            return taken;
        report(++done / double(articles->size()));
    }
    return {};
}

struct Source
{
    QString path;
    bool isProject = false;
    bool isNormalised = false; // to be made so where it is a file
    std::optional<QList<Annotation::State>> states;
    QList<Annotation::State> projectStates;
};

Result<void> readDocuments(const Source &source, const Progress &progress, const std::function<void(double)> &report,
                           const Take &take, const std::function<Result<void>(const Instance &)> &takeInstance = {})
{
    if (source.isProject)
        return readProject(source.path, source.states.value_or(source.projectStates), progress, report, take);
    bool isFirst = true;
    bool areInstances = false;
    return readRecords(source.path, progress, report, [&](const QJsonObject &record, const QString &place) -> Result<void> {
        if (std::exchange(isFirst, false))
            areInstances = takeInstance && isInstance(record);
        if (areInstances) {
            const auto instance = readInstance(record, place);
            return instance ? takeInstance(*instance) : Result<void>(instance.error());
        }
        auto document = readDocument(record, place);
        if (!document)
            return document.error();
        if (source.states)
            keepStates(*document, *source.states);
        Result<void> taken = take(source.isNormalised ? normalisedAsImported(*document) : *std::move(document));
        if (taken)
            return {};
        const Error &error = taken.error();
        return Error{error.code, error.message, error.place.isEmpty() ? place : place + QStringLiteral(", ") + error.place};
    });
}

Error doubled(const QString &path, const QString &id)
{
    return {ErrorCode::BadInput,
            Words::tr("The document is there more than once. Several annotators' versions of an article are for --agreement."),
            Words::tr("%1, document %2").arg(path, id)};
}

} // namespace

Result<Evaluated> evaluate(const EvaluationRequest &request, const Progress &progress)
{
    using Annotation::State;
    Source gold{request.gold, isProject(request.gold), false, request.goldStates, {State::Accepted}};
    Source predicted{
        request.predicted, isProject(request.predicted), false, request.predictedStates, {State::Suggested, State::Accepted}};
    gold.isNormalised = !gold.isProject && predicted.isProject;
    predicted.isNormalised = !predicted.isProject && gold.isProject;

    QHash<QString, Document> documents;
    const auto keep = [&](Document document) -> Result<void> {
        if (documents.contains(document.id))
            return doubled(request.predicted, document.id);
        const QString id = document.id;
        documents.insert(id, std::move(document));
        return {};
    };
    const auto reportPredicted = [&](double share) { progress.report(predictedShare * share); };
    if (const auto read = readDocuments(predicted, progress, reportPredicted, keep); !read)
        return read.error();

    const auto find = [&documents](const QString &id) -> const Document * {
        const auto found = documents.constFind(id);
        return found == documents.constEnd() ? nullptr : &*found;
    };
    Evaluation evaluation(request.options);
    InstanceEvaluation instances(request.options);
    QSet<QString> seen;
    qsizetype matched = 0;
    const auto compare = [&](const Document &document) -> Result<void> {
        if (seen.contains(document.id))
            return doubled(request.gold, document.id);
        seen.insert(document.id);
        const Document *other = find(document.id);
        matched += other ? 1 : 0;
        return evaluation.add(document, other);
    };
    const auto compareInstance = [&](const Instance &instance) { return instances.add(instance, find(instance.document)); };
    const auto reportGold = [&](double share) { progress.report(predictedShare + (1 - predictedShare) * share); };
    if (const auto read = readDocuments(gold, progress, reportGold, compare, compareInstance); !read)
        return read.error();
    if (instances.instances() > 0)
        return Evaluated(std::move(instances));
    if (seen.isEmpty())
        return Error{ErrorCode::BadInput, Words::tr("There is no document in it to measure against."), request.gold};
    evaluation.setIgnored(int(documents.size() - matched));
    return Evaluated(std::move(evaluation));
}

Result<Agreement> annotatorAgreement(const QString &path, const Progress &progress)
{
    Agreement agreement;
    const Source source{path, false, false, std::nullopt, {}};
    const auto read = readDocuments(
        source, progress, [&](double share) { progress.report(share); },
        [&](Document document) { return agreement.add(std::move(document)); });
    if (!read)
        return read.error();
    if (agreement.articles() == 0)
        return Error{ErrorCode::BadInput, Words::tr("There is no document in it."), path};
    agreement.compare();
    return agreement;
}

} // namespace Quoth::Tasks
