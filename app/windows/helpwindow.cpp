// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpwindow.h"

#include "keytips.h"
#include "manualview.h"
#include "symbolicon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Quoth::Windows {

using Rendering::ManualChapter;
using Rendering::ManualHit;

namespace {

const QString geometrySetting = QStringLiteral("help/geometry");
const QString zoomSetting = QStringLiteral("help/zoom");
constexpr int chapterRole = Qt::UserRole;
constexpr int anchorRole = Qt::UserRole + 1;

} // namespace

HelpWindow &HelpWindow::over(QWidget &widget)
{
    QWidget *owner = widget.window();
    auto *known = owner->findChild<HelpWindow *>(QString(), Qt::FindDirectChildrenOnly);
    return known ? *known : *new HelpWindow(owner);
}

HelpWindow::HelpWindow(QWidget *owner) : QWidget(owner, Qt::Window), m_page(new ManualView(m_manual))
{
    setObjectName(QStringLiteral("help"));
    setWindowTitle(tr("Manual"));
    resize(1060, 760);
    createActions();
    auto *reading = new QWidget;
    auto *column = new QVBoxLayout(reading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addWidget(m_page, 1);
    auto *parts = new QSplitter;
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeSide());
    parts->addWidget(reading);
    parts->setStretchFactor(1, 1);
    parts->setSizes({280, 780});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(parts);
    connect(m_page, &ManualView::placeChanged, this, &HelpWindow::showPlace);
    m_page->setZoom(QSettings().value(zoomSetting).toInt());
    restoreGeometry(QSettings().value(geometrySetting).toByteArray());
}

QAction *HelpWindow::addKey(const QString &text, const QStringList &keys, const std::function<void()> &act, const char *icon)
{
    auto *action = new QAction(text, this);
    QList<QKeySequence> sequences;
    for (const QString &key : keys)
        sequences.append(QKeySequence(key, QKeySequence::PortableText));
    action->setShortcuts(sequences);
    if (*icon)
        action->setIcon(symbolIcon(QLatin1String(icon)));
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    return action;
}

void HelpWindow::createActions()
{
    QAction *back = addKey(
        tr("Back"), {QStringLiteral("Alt+Left")}, [this] { m_page->backward(); }, "back");
    QAction *forward = addKey(
        tr("Forward"), {QStringLiteral("Alt+Right")}, [this] { m_page->forward(); }, "forward");
    back->setEnabled(false);
    forward->setEnabled(false);
    connect(m_page, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(m_page, &QTextBrowser::forwardAvailable, forward, &QAction::setEnabled);
    const auto zoomBy = [this](int by) {
        m_page->setZoom(by == 0 ? 0 : m_page->zoom() + by);
        QSettings().setValue(zoomSetting, m_page->zoom());
    };
    QAction *smaller = addKey(tr("Smaller text"), {QStringLiteral("Ctrl+-")}, [zoomBy] { zoomBy(-1); });
    QAction *larger = addKey(tr("Larger text"), {QStringLiteral("Ctrl++"), QStringLiteral("Ctrl+=")}, [zoomBy] { zoomBy(1); });
    smaller->setIconText(QStringLiteral("A\u2212"));
    larger->setIconText(QStringLiteral("A+"));
    m_topActions = {back, forward, smaller, larger};
    addKey(tr("Normal text size"), {QStringLiteral("Ctrl+0")}, [zoomBy] { zoomBy(0); });
    addKey(tr("Search the manual"), {QStringLiteral("Ctrl+F"), QStringLiteral("Ctrl+K")}, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    addKey(tr("Next place found"), {QStringLiteral("F3")}, [this] { findNext(true); });
    addKey(tr("Previous place found"), {QStringLiteral("Shift+F3")}, [this] { findNext(false); });
    addKey(tr("Close"), {QStringLiteral("Esc"), QStringLiteral("Ctrl+W")}, [this] { leave(); });
}

QWidget *HelpWindow::makeTop()
{
    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(8, 6, 8, 6);
    auto *tips = new KeyTips(top);
    for (QAction *action : m_topActions) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text());
        button->installEventFilter(tips);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_found = new QLabel;
    m_found->setObjectName(QStringLiteral("help.found"));
    row->addWidget(m_found);
    return top;
}

QWidget *HelpWindow::makeSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(8, 8, 0, 8);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("help.search"));
    m_search->setPlaceholderText(tr("Search the manual"));
    m_search->setAccessibleName(tr("Search the manual"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    m_chapters = new QListWidget;
    m_chapters->setObjectName(QStringLiteral("help.chapters"));
    m_chapters->setAccessibleName(tr("Chapters"));
    for (const ManualChapter &chapter : m_manual.chapters()) {
        auto *item = new QListWidgetItem(chapter.title, m_chapters);
        item->setData(chapterRole, chapter.name);
    }
    m_results = new QListWidget;
    m_results->setObjectName(QStringLiteral("help.results"));
    m_results->setAccessibleName(tr("Places found"));
    m_results->setWordWrap(true);
    m_results->setTextElideMode(Qt::ElideRight);
    for (QListWidget *list : {m_chapters, m_results}) {
        list->setFrameShape(QFrame::NoFrame);
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
        connect(list, &QListWidget::currentItemChanged, this, &HelpWindow::openResult);
        connect(list, &QListWidget::itemActivated, this, &HelpWindow::openResult);
    }
    m_lists = new QStackedWidget;
    m_lists->addWidget(m_chapters);
    m_lists->addWidget(m_results);
    column->addWidget(m_search);
    column->addWidget(m_lists, 1);
    return side;
}

void HelpWindow::showChapter(const QString &name, const QString &anchor)
{
    QString wanted = name;
    if (wanted.isEmpty() && m_page->source().isEmpty() && !m_manual.chapters().isEmpty())
        wanted = m_manual.chapters().constFirst().name;
    if (!wanted.isEmpty())
        m_page->goTo({wanted, anchor});
    show();
    raise();
    activateWindow();
    m_page->setFocus(Qt::OtherFocusReason);
}

void HelpWindow::search()
{
    const QString words = m_search->text().simplified();
    // One letter stands everywhere.
    const QList<ManualHit> hits = words.size() < 2 ? QList<ManualHit>() : m_manual.search(words);
    const QSignalBlocker blocker(m_results);
    m_results->clear();
    for (const ManualHit &hit : hits) {
        const QString chapter = m_manual.chapter(hit.chapter)->title;
        const QString heading
            = hit.title == chapter ? chapter : tr("%1 \u00B7 %2", "a heading and its chapter").arg(hit.title, chapter);
        auto *item = new QListWidgetItem(heading + u'\n' + hit.excerpt, m_results);
        item->setData(chapterRole, hit.chapter);
        item->setData(anchorRole, hit.anchor);
    }
    m_lists->setCurrentWidget(words.size() < 2 ? m_chapters : m_results);
    m_page->mark(words.size() < 2 ? QString() : words);
    if (words.size() < 2)
        m_found->clear();
    else if (hits.isEmpty())
        m_found->setText(tr("Nothing found"));
    else
        m_found->setText(tr("%n place(s) found; Enter goes on", nullptr, int(hits.size())));
}

void HelpWindow::openResult(const QListWidgetItem *item)
{
    if (!item)
        return;
    const QString anchor = item->data(anchorRole).toString();
    m_page->goTo({item->data(chapterRole).toString(), anchor});
    if (item->listWidget() == m_results)
        m_page->goToMarkBehind(anchor);
    showPlace();
}

void HelpWindow::findNext(bool forward)
{
    const int count = m_results->count();
    if (m_lists->currentWidget() != m_results || count == 0)
        return;
    const int row = m_results->currentRow();
    if (row < 0) {
        m_results->setCurrentRow(forward ? 0 : count - 1);
        return;
    }
    if (m_page->stepMark(forward)) {
        showPlace();
        return;
    }
    // On to the next section found in another chapter; round at the end.
    const QString here = m_page->manualPlace().chapter;
    for (int i = 1; i <= count; ++i) {
        const int next = (row + (forward ? i : count - i)) % count;
        if (m_results->item(next)->data(chapterRole).toString() != here) {
            m_results->setCurrentRow(next);
            return;
        }
    }
    m_page->goToMarkBehind({});
    showPlace();
}

void HelpWindow::showPlace()
{
    const QString name = m_page->manualPlace().chapter;
    const QSignalBlocker blocker(m_chapters);
    for (int row = 0; row < m_chapters->count(); ++row) {
        if (m_chapters->item(row)->data(chapterRole).toString() == name)
            m_chapters->setCurrentRow(row);
    }
    if (const ManualChapter *chapter = m_manual.chapter(name))
        setWindowTitle(tr("%1 \u2013 Manual of Quoth").arg(chapter->title));
    if (m_page->currentMark() >= 0)
        m_found->setText(tr("%1 of %2 in this chapter").arg(m_page->currentMark() + 1).arg(m_page->markCount()));
}

void HelpWindow::leave()
{
    if (m_search->text().isEmpty())
        close();
    else
        m_search->clear();
}

void HelpWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(geometrySetting, saveGeometry());
    QWidget::closeEvent(event);
}

bool HelpWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            findNext(!(key->modifiers() & Qt::ShiftModifier));
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            auto *list = static_cast<QListWidget *>(m_lists->currentWidget());
            list->setFocus(Qt::OtherFocusReason);
            if (list->currentRow() < 0)
                list->setCurrentRow(0);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Quoth::Windows
