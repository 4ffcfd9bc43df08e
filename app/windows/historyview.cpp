// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historyview.h"

#include "projectquestion.h"

#include <QLocale>

namespace Quoth::Windows {

using namespace std::chrono_literals;

namespace {

constexpr int most = 8;

QString timeText(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (local.date() == QDate::currentDate())
        return time;
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + time;
}

} // namespace

HistoryView::HistoryView(Workbench &workbench, QWidget *parent) : QLabel(parent), m_workbench(workbench)
{
    setObjectName(QStringLiteral("history"));
    setAccessibleDescription(tr("History of the article"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &HistoryView::ask);
    const auto soon = [this] {
        if (isVisible())
            m_soon.start();
    };
    Editing::EditSession &session = workbench.session();
    connect(&session, &Editing::EditSession::savedChanged, this, [&session, soon] {
        if (session.isSaved())
            soon();
    });
    connect(&session, &Editing::EditSession::stepped, this, soon);
    connect(&session.model(), &Annotation::AnnotationModel::reset, this, [this, soon] {
        clear();
        soon();
    });
}

void HistoryView::showEvent(QShowEvent *event)
{
    QLabel::showEvent(event);
    m_soon.start();
}

void HistoryView::ask()
{
    if (!m_workbench.model().isOpen()) {
        clear();
        return;
    }
    const ArticleId article = m_workbench.article().id;
    askProject(
        m_workbench.session(), this, [article](Storage::Project &project) { return project.history(most, article); },
        [this, article](const Result<QList<Storage::HistoryEntry>> &entries) {
            if (entries && m_workbench.model().isOpen() && m_workbench.article().id == article)
                show(*entries);
        });
}

void HistoryView::show(const QList<Storage::HistoryEntry> &entries)
{
    QStringList lines;
    for (const Storage::HistoryEntry &entry : entries) {
        QString what = entry.title;
        if (entry.action == u"undo")
            what = tr("undone: %1").arg(entry.title);
        else if (entry.action == u"redo")
            what = tr("done again: %1").arg(entry.title);
        const QString line = timeText(entry.at) + u' ' + what;
        lines.append(entry.who.isEmpty() ? line : tr("%1 · %2", "what was done, and who did it").arg(line, entry.who));
    }
    setText(lines.join(u'\n'));
}

} // namespace Quoth::Windows
