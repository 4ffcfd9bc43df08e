// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "startpage.h"

#include "choicebutton.h"
#include "softlabel.h"
#include "symbolicon.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace Quoth::Windows {

namespace {

constexpr int columnWidth = 460; // the widest that a column gets

QLabel *heading(const QString &text, double size)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * size);
    font.setBold(true);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(leadingEdge());
    return label;
}

/// The home folder as "~", as people know it.
QString shortened(const QString &folder)
{
    const QString home = QDir::homePath();
    const bool isInside = folder == home || folder.startsWith(home + u'/');
    return isInside ? u'~' + folder.mid(home.size()) : folder;
}

} // namespace

StartPage::StartPage(const QList<QAction *> &choices, const QList<RecentProject> &recent, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    auto *middle = new QVBoxLayout;
    middle->setSpacing(6);
    middle->addWidget(heading(tr("Quoth"), 2.2));
    middle->addWidget(new SoftLabel(tr("Label who said what in news articles. Quoth highlights speakers, quotations and claims; you accept, "
                                       "reject or fix each from the keyboard.")));
    middle->addSpacing(12);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(32);
    m_columns->addLayout(makeChoices(choices), 1);
    m_recent = new QWidget;
    m_recent->setObjectName(QStringLiteral("start.recent"));
    m_recent->setLayout(makeRecent(recent));
    if (recent.isEmpty())
        m_recent->hide(); // shown before it has a parent it would be a window of its own
    m_columns->addWidget(m_recent, 1);
    middle->addLayout(m_columns);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    auto *column = new QWidget;
    const int width = std::max(columnWidth, fontMetrics().averageCharWidth() * 75); // with a large font, more
    column->setMaximumWidth(recent.isEmpty() ? width : 2 * width + 32);
    column->setLayout(middle);
    middle->setContentsMargins(0, 0, 0, 0);
    row->addWidget(column, 100);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(2);
    setWidget(page);
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
}

QVBoxLayout *StartPage::makeChoices(const QList<QAction *> &choices)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    for (QAction *choice : choices) {
        auto *button = new ChoiceButton(choice->icon(), choice->iconText(), choice->toolTip(), ChoiceButton::Detail::Wraps);
        button->setObjectName(choice->objectName());
        // Queued: what is chosen takes the page away.
        connect(button, &QAbstractButton::clicked, choice, &QAction::trigger, Qt::QueuedConnection);
        column->addWidget(button);
        if (!focusProxy())
            setFocusProxy(button);
    }
    column->addStretch(1);
    return column;
}

QVBoxLayout *StartPage::makeRecent(const QList<RecentProject> &recent)
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(heading(tr("Recent projects"), 1));
    for (const RecentProject &project : recent) {
        QWidget *button = makeProject(project);
        m_projects.append(button);
        column->addWidget(button);
    }
    if (!m_projects.isEmpty())
        setFocusProxy(m_projects.constFirst()); // Enter goes on where one has left off
    column->addStretch(1);
    return column;
}

QWidget *StartPage::makeProject(const RecentProject &project)
{
    const QFileInfo file(project.path);
    const QString folder = shortened(file.absolutePath());
    const QString when = project.opened.isValid() ? QLocale().toString(project.opened.toLocalTime(), QLocale::ShortFormat) : QString();
    auto *button = new ChoiceButton(symbolIcon(QStringLiteral("project")), file.completeBaseName(),
                                    when.isEmpty() ? folder : tr("%1 \u00B7 opened %2").arg(folder, when), ChoiceButton::Detail::IsCut);
    button->setObjectName(QStringLiteral("start.project"));
    button->setToolTip(project.path);
    button->setAccessibleName(tr("Open %1").arg(file.completeBaseName()));
    connect(button, &QAbstractButton::clicked, this, [this, path = project.path] { emit projectChosen(path); });
    auto *forget = new QAction(tr("Remove from this list"), button);
    forget->setShortcut(Qt::Key_Delete);
    forget->setShortcutContext(Qt::WidgetShortcut);
    connect(forget, &QAction::triggered, this, [this, button, path = project.path] {
        remove(button);
        emit projectForgotten(path);
    });
    button->addAction(forget);
    button->setContextMenuPolicy(Qt::ActionsContextMenu);
    return button;
}

void StartPage::remove(QWidget *project)
{
    const qsizetype at = m_projects.indexOf(project);
    m_projects.removeAt(at);
    // The next one has the focus then, so that several can be removed one after the other.
    QWidget *next = m_projects.isEmpty() ? focusProxy() : m_projects[std::min(at, m_projects.size() - 1)];
    if (project->hasFocus() && next)
        next->setFocus(Qt::OtherFocusReason);
    project->hide();
    project->deleteLater();
    m_recent->setVisible(!m_projects.isEmpty());
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const bool isNarrow = viewport()->width() < fontMetrics().averageCharWidth() * 110;
    m_columns->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void StartPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && widget())
        widget()->updateGeometry();
}

} // namespace Quoth::Windows
