// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/editing/editsession.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QTemporaryDir>

namespace Quoth::Test {

/// One article of a project, as markup.
struct Sample
{
    QString id;
    QString title;
    QString outlet;
    QString markup;
};

/// A new project of these articles in the folder, open for a person called "me".
inline std::unique_ptr<Editing::EditSession> openProject(const QTemporaryDir &folder, const QList<Sample> &samples)
{
    const QString path = folder.filePath(QStringLiteral("news.quoth"));
    auto project = Storage::Project::create(path, defaultSchema());
    if (!project)
        qFatal("%s", qPrintable(project.error().text()));
    qint64 number = 0;
    for (const Sample &sample : samples) {
        Annotation::AnnotatedArticle article = parse(sample.markup);
        article.article.externalId = sample.id;
        article.article.meta.title = sample.title;
        article.article.meta.outlet = sample.outlet;
        article.article.meta.published = QStringLiteral("2022-02-12T08:00:00Z");
        // Ids are unique in a project, those of the markup in an article.
        QHash<SpanId, SpanId> spans;
        for (Annotation::Span &span : article.annotations.spans) {
            const SpanId id(++number);
            spans.insert(span.id, id);
            span.id = id;
        }
        for (Annotation::Attribution &attribution : article.annotations.attributions) {
            attribution.id = AttributionId(++number);
            for (Annotation::RoleFiller &filler : attribution.fillers)
                filler.span = spans.value(filler.span, filler.span);
        }
        const auto added = (*project)->addArticle(article, {}, {});
        if (!added)
            qFatal("%s", qPrintable(added.error().text()));
    }
    project->reset();
    auto thread = Storage::ProjectThread::start([path] { return Storage::Project::open(path, Storage::Project::Access::ReadWrite); });
    if (!thread)
        qFatal("%s", qPrintable(thread.error().text()));
    return std::make_unique<Editing::EditSession>(*std::move(thread), QStringLiteral("me"));
}

} // namespace Quoth::Test
