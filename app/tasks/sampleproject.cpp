// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleproject.h"

#include "articleintake.h"
#include "schemas.h"
#include "suggesting.h"

#include <app/detection/detectorregistry.h>
#include <app/exchange/formatregistry.h>

#include <QFile>

namespace Quoth::Tasks {

namespace {

Result<void> fill(Storage::Project &project)
{
    const QString file = QStringLiteral(":/quoth/samples/sample.jsonl");
    const QString person = QStringLiteral("Quoth");
    const auto next = project.nextIds();
    if (!next)
        return next.error();
    const Editing::IdAllocator ids(*next);
    auto intake = ArticleIntake::into(project, ids, person);
    if (!intake)
        return intake.error();
    Exchange::ImportReport report;
    const auto take = [&](Exchange::ImportedArticle imported) {
        if (intake->added() > 0)
            imported.article.annotations = {};
        return intake->take(std::move(imported), file);
    };
    Exchange::ImportOptions options;
    options.format = QStringLiteral("jsonl");
    if (const auto read = Exchange::FormatRegistry().read(file, options, take, report); !read)
        return read;
    const auto articles = project.articles();
    if (!articles)
        return articles.error();
    const Detection::DetectorRegistry detectors;
    const Detection::Detector *first = detectors.detector(detectors.names().constFirst());
    return suggest(project, articles->mid(1), {first}, ids, person, Progress(), [](const Suggested &) { });
}

} // namespace

Result<std::unique_ptr<Storage::Project>> createSampleProject(const QString &path)
{
    const auto schema = readSchema(QString());
    if (!schema)
        return schema.error();
    auto project = Storage::Project::create(path, *schema);
    if (!project)
        return project.error();
    if (const auto filled = fill(**project); !filled) {
        project->reset();
        QFile::remove(path);
        return filled.error();
    }
    return project;
}

} // namespace Quoth::Tasks
