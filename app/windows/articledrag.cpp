// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articledrag.h"

#include "projectquestion.h"

#include <app/exchange/formatregistry.h>
#include <app/tasks/exporting.h>

#include <QClipboard>
#include <QDir>
#include <QDrag>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>

namespace Quoth::Windows {

namespace {

constexpr qsizetype longestName = 80;

/// What every system takes as the name of a file.
QString fileName(QString name)
{
    static const QRegularExpression unfit(QStringLiteral("[^\\w .,()-]+"), QRegularExpression::UseUnicodePropertiesOption);
    name = name.replace(unfit, QStringLiteral("_")).left(longestName).trimmed();
    return (name.isEmpty() || name.startsWith(u'.') ? u'_' + name : name) + QStringLiteral(".jsonl");
}

} // namespace

ArticleDrag::ArticleDrag(Editing::EditSession &session, QWidget &source) : QObject(&source), m_session(session), m_source(source)
{
}

void ArticleDrag::start(const QList<ArticleId> &articles)
{
    take(articles, [this](const Dragged &dragged) {
        if (QGuiApplication::mouseButtons() != Qt::NoButton)
            drag(dragged);
    });
}

void ArticleDrag::copy(const QList<ArticleId> &articles)
{
    take(articles, [this, count = int(articles.size())](const Dragged &dragged) {
        QGuiApplication::clipboard()->setMimeData(dataOf(dragged));
        emit copied(count);
    });
}

void ArticleDrag::take(const QList<ArticleId> &articles, const std::function<void(const Dragged &)> &then)
{
    if (articles.isEmpty())
        return;
    m_folder = std::make_unique<QTemporaryDir>();
    askProject(
        m_session, this,
        [articles, folder = m_folder->path()](Storage::Project &project) { return read(project, articles, folder); },
        [this, then](const Result<Dragged> &dragged) {
            if (dragged)
                then(*dragged);
            else
                emit failed(dragged.error());
        });
}

Result<ArticleDrag::Dragged> ArticleDrag::read(Storage::Project &project, const QList<ArticleId> &articles, const QString &folder)
{
    Dragged dragged;
    QString name = QFileInfo(project.path()).completeBaseName();
    for (const ArticleId id : articles) {
        const auto article = project.article(id);
        if (!article)
            return article.error();
        if (articles.size() == 1)
            name = article->article.externalId;
        dragged.text += (dragged.text.isEmpty() ? QString() : QStringLiteral("\n\n")) + article->article.text;
    }
    dragged.file = QDir(folder).filePath(fileName(name));
    using Annotation::State;
    const Exchange::FormatRegistry formats;
    const auto written = Tasks::exportArticles(project, articles, *formats.exporter(QStringLiteral("jsonl")), dragged.file,
                                               {{State::Accepted, State::Suggested, State::Rejected}, {}, {}}, false, {});
    if (!written)
        return written.error();
    return dragged;
}

QMimeData *ArticleDrag::dataOf(const Dragged &dragged)
{
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(dragged.file)});
    data->setText(dragged.text);
    return data;
}

void ArticleDrag::drag(const Dragged &dragged)
{
    QMimeData *data = dataOf(dragged);
    auto *drag = new QDrag(&m_source); // Qt deletes it, and it the data
    drag->setMimeData(data);
    emit begins(*data);
    drag->exec(Qt::CopyAction);
}

} // namespace Quoth::Windows
