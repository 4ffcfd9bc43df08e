// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "olderversions.h"

#include <app/storage/project.h>
#include <app/storage/projectcheck.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QTemporaryDir>

namespace Quoth::Test {

inline const Annotation::Speaker ann{SpeakerId(1), QStringLiteral("Ann Lee"), Annotation::SpeakerType::Person, {QStringLiteral("Lee")}, {}};
inline const Annotation::Speaker city{SpeakerId(2), QStringLiteral("the city"), Annotation::SpeakerType::Group, {}, {}};
inline const QString me = QStringLiteral("me");

/// A project into which articles come in steps, and what a test wants to know of it.
class ImportFixture
{
protected:
    void begin()
    {
        m_project.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        m_ids = 0;
        m_project = *Storage::Project::create(path(), defaultSchema());
    }
    void reopen(Storage::Project::Access access = Storage::Project::Access::ReadWrite)
    {
        m_project.reset();
        auto opened = Storage::Project::open(path(), access);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        m_project = *std::move(opened);
    }
    QString path() const { return m_dir->filePath(QStringLiteral("p.quoth")); }

    /// Source spans are credited to the speakers in turn.
    Annotation::AnnotatedArticle article(const QString &name, const QString &markup, const QList<Annotation::Speaker> &speakers = {})
    {
        Annotation::AnnotatedArticle made = parse(markup);
        made.article.externalId = name;
        made.annotations.speakers = speakers;
        QHash<SpanId, SpanId> spans;
        int next = 0;
        for (Annotation::Span &span : made.annotations.spans) {
            const SpanId given(++m_ids);
            spans.insert(span.id, given);
            span.id = given;
            if (!speakers.isEmpty() && span.label == u"Speaker")
                span.speaker = speakers[next++ % speakers.size()].id;
        }
        for (Annotation::Attribution &attribution : made.annotations.attributions) {
            attribution.id = AttributionId(++m_ids);
            for (Annotation::RoleFiller &filler : attribution.fillers)
                filler.span = spans.value(filler.span, filler.span);
        }
        return made;
    }
    ArticleId add(const Annotation::AnnotatedArticle &made, Storage::GrowingStep *step = nullptr, const Storage::ImportNote &from = {})
    {
        const auto added = m_project->addArticle(made, from, me, step);
        if (!added)
            qFatal("%s", qPrintable(added.error().text()));
        return *added;
    }
    /// A note on the first span of an article.
    Annotation::Edit note(ArticleId id, const QString &words)
    {
        const Annotation::Span before = m_project->article(id)->annotations.spans.constFirst();
        Annotation::Span after = before;
        after.note = words;
        Annotation::Edit edit;
        edit.title = words;
        edit.article = id;
        edit.changes = {Annotation::ChangeOf<Annotation::Span>{before, after}};
        return edit;
    }

    QStringList names()
    {
        QStringList result;
        const auto articles = m_project->articles();
        for (const Storage::ArticleSummary &one : *articles)
            result.append(one.externalId);
        return result;
    }
    /// "do note 1": action, title, how many articles; the latest first.
    QStringList history(std::optional<ArticleId> id = std::nullopt)
    {
        QStringList lines;
        const auto entries = m_project->history(100, id);
        for (const Storage::HistoryEntry &entry : *entries)
            lines.append(QStringLiteral("%1 %2 %3").arg(entry.action, entry.title).arg(entry.articles));
        return lines;
    }
    bool isSound() { return Storage::check(*m_project, Progress())->isEmpty(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Storage::Project> m_project;
    qint64 m_ids = 0;
};

} // namespace Quoth::Test
