// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "speakersdock.h"

#include "actions.h"
#include "mergedialog.h"
#include "projectquestion.h"
#include "softlabel.h"
#include "speakerdialog.h"
#include "speakertexts.h"
#include "splitdialog.h"

#include <app/editing/reviewqueue.h>
#include <app/editing/speakeredits.h>
#include <widgets/clearbutton.h>

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Quoth::Windows {

using namespace Annotation;
using Editing::SpeakerEdits;
using Storage::Project;

SpeakersDock::SpeakersDock(Workbench &workbench, QWidget *parent)
    : QDockWidget(tr("Speakers"), parent), m_workbench(workbench), m_filter(m_speakers)
{
    setObjectName(QStringLiteral("dock.speakers"));
    createActions();
    setWidget(makeContents());
    m_soon.setSingleShot(true);
    m_soon.setInterval(120);
    connect(&m_soon, &QTimer::timeout, this, &SpeakersDock::ask);
    const auto askSoon = [this] {
        if (isVisible())
            m_soon.start();
    };
    connect(&workbench.session(), &Editing::EditSession::savedChanged, this, askSoon);
    connect(&workbench.session(), &Editing::EditSession::undoStateChanged, this, askSoon);
    connect(&workbench.model(), &AnnotationModel::applied, this, askSoon);
    connect(&workbench.model(), &AnnotationModel::reset, this, askSoon);
    updateActions();
}

void SpeakersDock::createActions()
{
    m_actions.show = makeAction(this, "speakers.show", tr("Speakers"), {QStringLiteral("F6")}, "speaker");
    m_actions.next = makeAction(this, "speakers.nextMention", tr("Next mention of the speaker"));
    m_actions.add = makeAction(this, "speakers.add", tr("New speaker…"));
    m_actions.edit = makeAction(this, "speakers.edit", tr("Change speaker…"));
    m_actions.merge = makeAction(this, "speakers.merge", tr("Merge speakers…"));
    m_actions.split = makeAction(this, "speakers.split", tr("Split speaker…"));
    m_actions.remove = makeAction(this, "speakers.remove", tr("Delete speaker"));
    m_actions.add->setIconText(tr("New…"));
    m_actions.edit->setIconText(tr("Change…"));
    m_actions.merge->setIconText(tr("Merge…"));
    m_actions.split->setIconText(tr("Split…"));
    m_actions.remove->setIconText(tr("Delete"));
    m_actions.merge->setToolTip(tr("Two entries that are one speaker become one, in all articles"));
    m_actions.split->setToolTip(tr("Some of the mentions go to a new speaker, in all articles"));
    m_actions.remove->setToolTip(tr("Only a speaker that nobody mentions can be deleted"));
    connect(m_actions.show, &QAction::triggered, this, &SpeakersDock::toggle);
    connect(m_actions.next, &QAction::triggered, this, &SpeakersDock::goToNextMention);
    connect(m_actions.add, &QAction::triggered, this, &SpeakersDock::add);
    connect(m_actions.edit, &QAction::triggered, this, &SpeakersDock::edit);
    connect(m_actions.merge, &QAction::triggered, this, &SpeakersDock::merge);
    connect(m_actions.split, &QAction::triggered, this, &SpeakersDock::split);
    connect(m_actions.remove, &QAction::triggered, this, &SpeakersDock::remove);
}

QList<QAction *> SpeakersDock::actions() const
{
    return {m_actions.show, m_actions.next, m_actions.add, m_actions.edit, m_actions.merge, m_actions.split, m_actions.remove};
}

QWidget *SpeakersDock::makeContents()
{
    m_needle = new QLineEdit;
    m_needle->setObjectName(QStringLiteral("speakers.filter"));
    m_needle->setPlaceholderText(tr("Type a name or an alias"));
    m_needle->setAccessibleName(tr("Filter the speakers"));
    Widgets::addClearButton(*m_needle);
    m_needle->installEventFilter(this);
    connect(m_needle, &QLineEdit::textChanged, this, [this](const QString &needle) {
        m_filter.setNeedle(needle);
        if (!m_list->currentIndex().isValid() || !needle.isEmpty())
            m_list->setCurrentIndex(m_filter.index(0, 0));
        updateActions();
    });
    m_list = new QTreeView;
    m_list->setObjectName(QStringLiteral("speakers.list"));
    m_list->setAccessibleName(tr("Speakers"));
    m_list->setModel(&m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(SpeakersModel::Name, Qt::AscendingOrder);
    m_list->setTabKeyNavigation(false);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions({m_actions.next, m_actions.edit, m_actions.merge, m_actions.split, m_actions.remove});
    m_list->installEventFilter(this);
    m_list->setMinimumHeight(fontMetrics().lineSpacing() * 9);
    m_list->setColumnWidth(SpeakersModel::Name, fontMetrics().averageCharWidth() * 24); // the rest can be scrolled to
    const int longestType = fontMetrics().horizontalAdvance(titleOf(SpeakerType::Organisation)) + 12;
    m_list->setColumnWidth(SpeakersModel::Type, std::max(longestType, m_list->header()->sectionSizeHint(SpeakersModel::Type)));
    for (const int column : {SpeakersModel::Mentions, SpeakersModel::Wikidata})
        m_list->setColumnWidth(column, m_list->header()->sectionSizeHint(column));
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SpeakersDock::updateActions);
    connect(m_list, &QTreeView::doubleClicked, this, &SpeakersDock::edit);

    m_empty = new SoftLabel;
    m_empty->setAlignment(Qt::AlignCenter);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    for (QAction *action : {m_actions.add, m_actions.edit, m_actions.merge, m_actions.split, m_actions.remove}) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text());
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *contents = new QWidget;
    auto *layout = new QVBoxLayout(contents);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(m_needle);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty);
    layout->addLayout(buttons);
    return contents;
}

void SpeakersDock::setCreditKey(const QString &key)
{
    if (std::exchange(m_creditKey, key) != key)
        updateActions();
}

void SpeakersDock::toggle()
{
    if (isVisible() && (m_needle->hasFocus() || m_list->hasFocus())) {
        hide();
        emit left();
        return;
    }
    QDockWidget::show();
    raise();
    m_needle->setFocus(Qt::ShortcutFocusReason);
    m_needle->selectAll();
}

void SpeakersDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    ask();
}

void SpeakersDock::ask()
{
    using Answer = std::pair<QList<Speaker>, QHash<SpeakerId, int>>;
    askProject(
        m_workbench.session(), this,
        [](Project &project) -> Result<Answer> {
            const auto speakers = project.speakers();
            if (!speakers)
                return speakers.error();
            const auto mentions = Storage::mentionCounts(project);
            if (!mentions)
                return mentions.error();
            return Answer{*speakers, *mentions};
        },
        [this](const Result<Answer> &answer) {
            if (answer)
                show(answer->first, answer->second);
        });
}

void SpeakersDock::show(const QList<Speaker> &speakers, const QHash<SpeakerId, int> &mentions)
{
    const QList<Speaker> chosen = selected();
    const QModelIndex before = m_filter.mapToSource(m_list->currentIndex());
    const std::optional<SpeakerId> current = before.isValid() ? std::optional(m_speakers.speaker(before.row()).id) : std::nullopt;
    m_speakers.setSpeakers(speakers, mentions);
    if (!m_list->selectionModel()->hasSelection()) { // a reset took it
        const auto indexOf = [this](SpeakerId id) {
            const int row = m_speakers.rowOf(id);
            return row < 0 ? QModelIndex() : m_filter.mapFromSource(m_speakers.index(row, 0));
        };
        QModelIndex now = current ? indexOf(*current) : QModelIndex();
        if (!now.isValid())
            now = m_filter.index(0, 0);
        m_list->setCurrentIndex(now);
        for (const Speaker &speaker : chosen) {
            if (const QModelIndex index = indexOf(speaker.id); index.isValid())
                m_list->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    updateActions();
}

void SpeakersDock::updateActions()
{
    const qsizetype count = selected().size();
    m_actions.next->setEnabled(count == 1);
    m_actions.edit->setEnabled(count == 1);
    m_actions.split->setEnabled(count == 1);
    m_actions.merge->setEnabled(count >= 1 && m_speakers.rowCount() > 1);
    m_actions.remove->setEnabled(count == 1);
    const bool isEmpty = m_filter.rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_empty->setText(m_speakers.rowCount() == 0
                         ? tr("No speakers yet. Take an attribution in hand and credit it to somebody (%1), or add a speaker here.", "a key").arg(m_creditKey)
                         : tr("No speaker is called so. %1 adds one of this name.").arg(m_actions.add->iconText()));
}

QList<Speaker> SpeakersDock::selected() const
{
    QList<Speaker> speakers;
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        speakers.append(m_speakers.speaker(m_filter.mapToSource(row).row()));
    return speakers;
}

QList<Speaker> SpeakersDock::registry() const
{
    QList<Speaker> speakers;
    for (int row = 0; row < m_speakers.rowCount(); ++row)
        speakers.append(m_speakers.speaker(row));
    return speakers;
}

bool SpeakersDock::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDockWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    switch (press->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_actions.next->trigger();
        return true;
    case Qt::Key_Escape:
        if (watched == m_needle && !m_needle->text().isEmpty())
            m_needle->clear();
        else
            emit left();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (watched != m_needle)
            return false;
        if (const QModelIndex next = m_filter.index(m_list->currentIndex().row() + (press->key() == Qt::Key_Down ? 1 : -1), 0); next.isValid())
            m_list->setCurrentIndex(next);
        return true;
    default: return false;
    }
}

void SpeakersDock::goToNextMention()
{
    const QList<Speaker> speakers = selected();
    if (speakers.size() != 1 || !m_workbench.model().isOpen())
        return;
    if (const auto mention = Editing::nextMention(m_workbench.index(), speakers[0].id, m_workbench.currentSpan(), m_workbench.selection().begin))
        m_workbench.setCurrent(mention->item, mention->span, true);
    else
        emit told(tr("%1 is not mentioned in this article").arg(speakers[0].name));
}

void SpeakersDock::add()
{
    SpeakerDialog dialog(Speaker(), window());
    if (m_filter.rowCount() == 0)
        dialog.setName(m_needle->text().trimmed()); // looked for in vain
    auto &session = m_workbench.session();
    dialog.setDoing([&] {
        return session.commitPrepared([&](Project &project) { return SpeakerEdits(project, session.ids()).add(dialog.speaker()); });
    });
    dialog.exec();
}

void SpeakersDock::edit()
{
    const QList<Speaker> speakers = selected();
    if (speakers.size() != 1)
        return;
    SpeakerDialog dialog(speakers[0], window());
    auto &session = m_workbench.session();
    dialog.setDoing([&] {
        return session.commitPrepared([&](Project &project) { return SpeakerEdits(project, session.ids()).change(dialog.speaker()); });
    });
    dialog.exec();
}

void SpeakersDock::merge()
{
    const QList<Speaker> speakers = selected();
    if (speakers.isEmpty())
        return;
    MergeDialog dialog(speakers, registry(), window());
    auto &session = m_workbench.session();
    dialog.setDoing([&] {
        return session.commitPrepared([&](Project &project) { return SpeakerEdits(project, session.ids()).merge(dialog.speakers(), dialog.kept()); });
    });
    if (dialog.exec() == QDialog::Accepted)
        emit told(tr("Merged. Undo parts them again."));
}

void SpeakersDock::split()
{
    const QList<Speaker> speakers = selected();
    if (speakers.size() != 1)
        return;
    auto &session = m_workbench.session();
    const auto mentions = session.project().call([&](Project &project) { return Storage::mentionWords(project, speakers[0].id); });
    if (!mentions) {
        QMessageBox::warning(window(), tr("Quoth"), mentions.error().text());
        return;
    }
    SplitDialog dialog(speakers[0], *mentions, window());
    dialog.setDoing([&] {
        return session.commitPrepared([&](Project &project) { return SpeakerEdits(project, session.ids()).split(speakers[0].id, dialog.words(), dialog.fresh()); });
    });
    if (dialog.exec() == QDialog::Accepted)
        emit told(tr("Split. Undo joins them again."));
}

void SpeakersDock::remove()
{
    const QList<Speaker> speakers = selected();
    if (speakers.size() != 1)
        return;
    auto &session = m_workbench.session();
    const auto done = session.commitPrepared([&](Project &project) { return SpeakerEdits(project, session.ids()).remove(speakers[0].id); });
    if (!done)
        QMessageBox::warning(window(), tr("Quoth"), done.error().text());
}

} // namespace Quoth::Windows
