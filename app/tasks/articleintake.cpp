// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleintake.h"

#include "words.h"

#include <app/editing/adoption.h>

#include <QFileInfo>
#include <QMap>
#include <QMimeDatabase>

namespace Quoth::Tasks {

using namespace Annotation;

namespace {

constexpr qint64 largestOriginal = 32 * 1024 * 1024;

/// Without it the article is as good; it is not kept if it is too large, or gone by now.
std::optional<Storage::Original> originalOf(const QString &path)
{
    QFile file(path);
    if (file.size() > largestOriginal || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.readAll();
    return Storage::Original{QFileInfo(path).fileName(), QMimeDatabase().mimeTypeForFileNameAndData(path, bytes).name(), bytes};
}

} // namespace

QString importTitle(const QStringList &files)
{
    return files.size() == 1 ? Words::tr("import %1").arg(QFileInfo(files.constFirst()).fileName())
                             : Words::tr("import %n file(s)", nullptr, int(files.size()));
}

Result<ArticleIntake> ArticleIntake::into(Storage::Project &project, const Editing::IdAllocator &ids, const QString &person,
                                          std::optional<Storage::GrowingStep> step)
{
    auto registry = project.speakers();
    if (!registry)
        return registry.error();
    return ArticleIntake(project, ids, person, std::move(step), *std::move(registry));
}

ArticleIntake::ArticleIntake(Storage::Project &project, const Editing::IdAllocator &ids, const QString &person,
                             std::optional<Storage::GrowingStep> step, QList<Speaker> registry)
    : m_project(project), m_person(person), m_ids(ids), m_registry(std::move(registry)), m_step(std::move(step))
{
}

Result<void> ArticleIntake::take(Exchange::ImportedArticle imported, const QString &file)
{
    Article &article = imported.article.article;
    const QString wanted = article.externalId;
    for (int number = 2;; ++number) {
        const auto there = m_project.findArticle(article.externalId);
        if (!there)
            return there.error();
        if (!*there)
            break;
        const auto old = m_project.article(**there);
        if (!old)
            return old.error();
        if (old->article.text == article.text) {
            const auto withdrawn = m_project.withdrawn(**there);
            if (!withdrawn)
                return withdrawn.error();
            if (*withdrawn) {
                if (auto back = bringBack(**there, **withdrawn); !back)
                    return back;
            }
            return merge(**there, imported, file);
        }
        article.externalId = QStringLiteral("%1-%2").arg(wanted).arg(number);
    }
    if (article.externalId != wanted) {
        m_issues.append({Severity::Warning,
                         Words::tr("The project has another text under the id \"%1\"; this one became \"%2\".").arg(wanted, article.externalId),
                         file, 1});
    }
    return add(imported, file);
}

Result<void> ArticleIntake::add(const Exchange::ImportedArticle &imported, const QString &file)
{
    AnnotatedArticle article = imported.article;
    article.annotations = Editing::withProjectIds(article.annotations, m_registry, m_ids);
    if (m_texts)
        tellOfNear(article.article, file);
    tellOfUnknownLabels(article.annotations, file);
    Storage::ImportNote note{QFileInfo(file).fileName(), imported.encoding, imported.changes};
    if (imported.isDocument)
        note.original = originalOf(file);
    const auto added = m_project.addArticle(article, note, m_person, m_step ? &*m_step : nullptr);
    if (!added)
        return added.error();
    m_registry += article.annotations.speakers;
    m_articles.append(*added);
    return {};
}

/// They stay in the project and come out again, but nothing shows them.
void ArticleIntake::tellOfUnknownLabels(const Annotations &annotations, const QString &file)
{
    QMap<QString, int> unknown;
    for (const Span &span : annotations.spans) {
        if (!m_project.schema().label(span.label))
            ++unknown[span.label];
    }
    for (auto i = unknown.cbegin(); i != unknown.cend(); ++i) {
        m_issues.append({Severity::Warning,
                         Words::tr("The project's label schema has no \"%1\": what has this label is kept, but not shown. Add the label in Annotate, Labels and roles.").arg(i.key()),
                         file, i.value()});
    }
}

void ArticleIntake::tellOfNear(const Article &article, const QString &file)
{
    constexpr int mostTold = 20; // of all files of an import
    const Measure::Shingles sample = TextIndex::sampleOf(article.text);
    const QString title = article.meta.title.isEmpty() ? article.externalId : article.meta.title;
    if (const auto near = m_texts->nearest(sample)) {
        const int number = m_texts->countTold();
        if (number <= mostTold) {
            m_issues.append({Severity::Warning,
                             Words::tr("“%1” is nearly the same as “%2”: %3 % of the words.").arg(title, near->title).arg(qRound(near->share * 100)), file, 1});
        } else if (number == mostTold + 1) {
            m_issues.append({Severity::Warning, Words::tr("Further articles are nearly the same as others; they are not listed."), file, 1});
        }
    }
    m_texts->add(sample, title);
}

Result<void> ArticleIntake::apply(const Edit &edit)
{
    return m_step ? m_project.apply({edit}, m_person, *m_step) : m_project.apply(edit, m_person);
}

/// What was withdrawn comes with what was labelled in it.
Result<void> ArticleIntake::bringBack(ArticleId id, const ArticlePresence &presence)
{
    const QString title = m_step ? m_step->title : Words::tr("bring back article");
    if (auto done = apply({title, id, {ChangeOf<ArticlePresence>{std::nullopt, presence}}, {}, {}}); !done)
        return done;
    auto registry = m_project.speakers();
    if (!registry)
        return registry.error();
    m_registry = *std::move(registry);
    m_articles.append(id);
    return {};
}

Result<void> ArticleIntake::merge(ArticleId id, const Exchange::ImportedArticle &imported, const QString &file)
{
    const auto article = m_project.article(id);
    if (!article)
        return article.error();
    const Edit edit = Editing::adopt(*article, imported.article.annotations, m_ids,
                                     Words::tr("import annotations from %1").arg(QFileInfo(file).fileName()));
    if (edit.changes.isEmpty()) {
        if (!m_articles.contains(id))
            ++m_unchanged;
        return {};
    }
    if (const auto done = apply(edit); !done)
        return done;
    for (const Change &change : edit.changes) {
        if (const auto *speaker = std::get_if<ChangeOf<Speaker>>(&change); speaker && speaker->after)
            m_registry.append(*speaker->after);
    }
    if (!m_articles.contains(id))
        ++m_merged;
    return {};
}

} // namespace Quoth::Tasks
