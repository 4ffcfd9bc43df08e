// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/editing/idallocator.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QTemporaryDir>

namespace Quoth::Test {

/// A project in a folder of its own, made of markup, and what a test wants to know of it.
class ProjectFixture
{
public:
    ProjectFixture()
    {
        auto made = Storage::Project::create(m_dir.filePath(QStringLiteral("p.quoth")), defaultSchema());
        if (!made)
            qFatal("%s", qPrintable(made.error().text()));
        m_project = *std::move(made);
    }

    Storage::Project &project() { return *m_project; }
    Editing::IdAllocator ids() { return Editing::IdAllocator(*m_project->nextIds()); }

    void add(const QString &markup, const QList<Annotation::Speaker> &speakers = {})
    {
        Annotation::AnnotatedArticle article = parse(markup);
        article.article.externalId = QString::number(++m_articles);
        article.annotations.speakers = speakers;
        Editing::IdAllocator next = ids();
        QHash<SpanId, SpanId> spans;
        for (Annotation::Span &span : article.annotations.spans) {
            const SpanId id = next.span();
            spans.insert(span.id, id);
            span.id = id;
        }
        for (Annotation::Attribution &attribution : article.annotations.attributions) {
            attribution.id = next.attribution();
            for (Annotation::RoleFiller &filler : attribution.fillers)
                filler.span = spans.value(filler.span, filler.span);
        }
        must(m_project->addArticle(article, {}, {}));
    }

    Annotation::AnnotatedArticle article(qint64 number) { return must(m_project->article(ArticleId(number))); }
    QList<Annotation::AnnotatedArticle> all()
    {
        QList<Annotation::AnnotatedArticle> articles;
        for (int i = 1; i <= m_articles; ++i)
            articles.append(article(i));
        return articles;
    }

    /// "Ann=Ann Lee, she=-": the speaker's spans of an article in the order of the text, with whom they are credited to.
    QString credits(qint64 number)
    {
        const Annotation::AnnotatedArticle read = article(number);
        Annotation::Annotations annotations = read.annotations;
        annotations.sortSpans();
        QStringList credits;
        for (const Annotation::Span &span : std::as_const(annotations.spans)) {
            if (span.label != u"Speaker")
                continue;
            const Annotation::Speaker *speaker = span.speaker ? annotations.speaker(*span.speaker) : nullptr;
            credits.append(Annotation::textOf(span.fragments, read.article.text) + u'=' + (speaker ? speaker->name : QStringLiteral("-")));
        }
        return credits.join(QStringLiteral(", "));
    }

    /// "Ann Lee (Ann, Lee)": the registry.
    QString registry()
    {
        QStringList speakers;
        const QList<Annotation::Speaker> all = must(m_project->speakers());
        for (const Annotation::Speaker &speaker : all)
            speakers.append(speaker.aliases.isEmpty() ? speaker.name : speaker.name + QStringLiteral(" (") + speaker.aliases.join(QStringLiteral(", ")) + u')');
        return speakers.join(QStringLiteral(", "));
    }

    template<class T>
    static T must(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().text()));
        return *result;
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Storage::Project> m_project;
    int m_articles = 0;
};

} // namespace Quoth::Test
